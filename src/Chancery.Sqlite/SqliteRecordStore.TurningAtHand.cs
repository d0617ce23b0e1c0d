using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Which reports turn on which two names, on the days that they tell of: found once for all that a report tells of one time.</summary>
    private sealed class TurningAtHand
    {
        /// <summary>Reports held at most, with their days.</summary>
        private const int Most = 400_000;

        /// <summary>Days by which questions are made wider, so that those about nearly the same time are one: what is found is asked for its own days.</summary>
        private const int Step = 16;

        private readonly KeysAtHand<Turning> _keys;
        private readonly int _shelf;
        private readonly Dictionary<long, Turning> _reports = [];

        /// <summary>Reports with the days that they are known for, and those found for what turns on a pair: by a hash, since for tuples the runtime would compile a dictionary of their own.</summary>
        private readonly HashSet<long> _known = [];
        private readonly Dictionary<long, Turning[]> _related = [];

        private readonly List<Turning> _found = [];
        private readonly HashSet<long> _once = [];
        private readonly List<long> _sought = [];

        /// <param name="store">The record.</param>
        /// <param name="shelf">What they tell: each is looked up by pairs of its own.</param>
        internal TurningAtHand(SqliteRecordStore store, int shelf) => (_keys, _shelf) = (new(store, "turning", Stored), shelf);

        internal void Clear()
        {
            _keys.Clear();
            _reports.Clear();
            _known.Clear();
            _related.Clear();
        }

        /// <summary>To be called before a change.</summary>
        internal void Trim()
        {
            _related.Clear();
            _keys.Trim();
            if (_known.Count > Most) Clear();
        }

        internal void Flush() => _keys.Flush();

        /// <summary>Keys of what may meet one of several on one of the days: their own, and those of their kinds in the reports that turn on two names alike. Good until the next question.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal ReadOnlySpan<long> Sought(IReadOnlyCollection<MeetingKeys> keys, int first, int last)
        {
            _sought.Clear();
            foreach (var each in keys)
            {
                _sought.AddRange(each.Own);
                var related = Related(each.Pairs, first, last);
                foreach (var kind in each.Kinds)
                {
                    var sign = SignOf(kind);
                    foreach (var report in related)
                        if ((report.Kinds & sign) == sign) _sought.Add(MeetingKeys.In(report.Seq, kind));
                }
            }
            if (keys.Count > 1)
            {
                _once.Clear();
                _sought.RemoveAll(key => !_once.Add(key));
            }
            return CollectionsMarshal.AsSpan(_sought);
        }

        /// <summary>Keys under which something is known that a report tells. Good until the next question.</summary>
        internal ReadOnlySpan<long> Known(MeetingKeys keys, long report)
        {
            _sought.Clear();
            _sought.AddRange(keys.Own);
            if (keys.Pairs.Length > 0)
                foreach (var kind in keys.Kinds) _sought.Add(MeetingKeys.In(report, kind));
            return CollectionsMarshal.AsSpan(_sought);
        }

        /// <summary>Makes a report known under its pairs on days on which it tells something.</summary>
        /// <param name="report">Its row.</param>
        /// <param name="isNew">True where the file has nothing of it.</param>
        /// <param name="told">What it tells.</param>
        /// <param name="first">The first of the days.</param>
        /// <param name="last">The last of them.</param>
        internal void Add(long report, bool isNew, MeetingKeys told, int first, int last)
        {
            if (!_reports.TryGetValue(report, out var turning)) _reports.Add(report, turning = new(report) { Kinds = isNew ? UInt128.Zero : Turning.Any });
            foreach (var kind in told.Kinds) turning.Kinds |= SignOf(kind);
            if (!_known.Add(On(report, first, last))) return;
            _related.Clear();
            _keys.Add(turning, first, last, _shelf, told.Pairs);
        }

        internal void Remove(long report, long[] pairs, int first, int last)
        {
            _related.Clear();
            _keys.Remove(Stored(report, first, last), first, last, _shelf, pairs);
            _known.Remove(On(report, first, last));
        }

        private Turning[] Related(long[] pairs, int first, int last)
        {
            (first, last) = (first - Remainder(first), last + Step - 1 - Remainder(last));
            var asked = 0L;
            foreach (var pair in pairs) asked = KeyHash.Of(asked, pair);
            asked = On(asked, first, last);
            if (_related.TryGetValue(asked, out var reports)) return reports;
            _keys.Find(pairs, _shelf, first, last, _found);
            return _related[asked] = [.. _found];

            static int Remainder(int day) => day & (Step - 1);
        }

        /// <summary>A report that the file has: what kinds of things it tells is not known.</summary>
        private Turning Stored(long report, int first, int last)
        {
            _known.Add(On(report, first, last));
            if (!_reports.TryGetValue(report, out var turning)) _reports.Add(report, turning = new(report) { Kinds = Turning.Any });
            return turning;
        }

        /// <summary>Two bits of a kind: they are hashes already.</summary>
        private static UInt128 SignOf(long kind) => UInt128.One << (int)((ulong)kind >> 57) | UInt128.One << (int)(kind & 127);

        private static long On(long what, int first, int last) => KeyHash.Of(KeyHash.Of(what, first), last);

        /// <summary>A report that turns on two names.</summary>
        private sealed class Turning(long report) : Keyed(report)
        {
            internal static readonly UInt128 Any = UInt128.MaxValue;

            /// <summary>Two bits for each kind of things that it tells, some for several: most reports tell nothing of the kind that is asked for, and need not be asked for it.</summary>
            internal UInt128 Kinds { get; set; }
        }
    }
}
