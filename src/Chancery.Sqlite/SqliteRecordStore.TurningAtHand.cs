using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Which reports turn on which two names, on the days that they tell of: found once for all that a report tells of one time.</summary>
    private sealed class TurningAtHand
    {
        /// <summary>Reports held at most.</summary>
        private const int Most = 400_000;

        private readonly KeysAtHand<Telling> _keys;
        private readonly int _shelf;

        /// <summary>Both by a hash: for tuples the runtime would compile a dictionary of their own.</summary>
        private readonly Dictionary<long, Telling> _held = [];
        private readonly Dictionary<long, List<long>> _related = [];

        private readonly List<Telling> _found = [];
        private readonly HashSet<long> _once = [];
        private readonly List<long> _sought = [];

        /// <param name="store">The record.</param>
        /// <param name="shelf">What they tell: each is looked up by pairs of its own.</param>
        internal TurningAtHand(SqliteRecordStore store, int shelf) => (_keys, _shelf) = (new(store, "turning", Of), shelf);

        internal void Clear()
        {
            _keys.Clear();
            _held.Clear();
            _related.Clear();
        }

        /// <summary>To be called before a change.</summary>
        internal void Trim()
        {
            _related.Clear();
            _keys.Trim();
            if (_held.Count > Most) Clear();
        }

        internal void Flush() => _keys.Flush();

        /// <summary>Keys of what may meet one of several on one of the days: their own, and those of their kinds in the reports that turn on two names alike. Good until the next question.</summary>
        internal List<long> Sought(IReadOnlyCollection<MeetingKeys> keys, int first, int last)
        {
            _sought.Clear();
            foreach (var each in keys)
            {
                _sought.AddRange(each.Own);
                foreach (var report in Related(each.Pairs, first, last))
                    foreach (var kind in each.Kinds) _sought.Add(MeetingKeys.In(report, kind));
            }
            if (keys.Count == 1) return _sought;
            _once.Clear();
            _sought.RemoveAll(key => !_once.Add(key));
            return _sought;
        }

        /// <summary>Keys under which something is known that a report tells. Good until the next question.</summary>
        internal List<long> Known(MeetingKeys keys, long report)
        {
            _sought.Clear();
            _sought.AddRange(keys.Own);
            if (keys.Pairs.Length == 0) return _sought;
            foreach (var kind in keys.Kinds) _sought.Add(MeetingKeys.In(report, kind));
            return _sought;
        }

        /// <summary>Makes a report known under its pairs on days that it tells of.</summary>
        internal void Add(long report, long[] pairs, int first, int last)
        {
            if (_held.ContainsKey(On(report, first, last))) return;
            _related.Clear();
            _keys.Add(Of(report, first, last), _shelf, pairs);
        }

        internal void Remove(long report, long[] pairs, int first, int last)
        {
            _related.Clear();
            _keys.Remove(Of(report, first, last), _shelf, pairs);
            _held.Remove(On(report, first, last));
        }

        private List<long> Related(long[] pairs, int first, int last)
        {
            var asked = 0L;
            foreach (var pair in pairs) asked = KeyHash.Of(asked, pair);
            asked = On(asked, first, last);
            if (_related.TryGetValue(asked, out var reports)) return reports;
            _keys.Find(pairs, _shelf, first, last, _found);
            reports = [];
            _once.Clear();
            foreach (var telling in _found)
                if (_once.Add(telling.Seq)) reports.Add(telling.Seq);
            return _related[asked] = reports;
        }

        private Telling Of(long report, int first, int last) =>
            _held.TryGetValue(On(report, first, last), out var telling) ? telling : _held[On(report, first, last)] = new(report, first, last);

        private static long On(long what, int first, int last) => KeyHash.Of(KeyHash.Of(what, first), last);

        /// <summary>A report on some of the days that it tells of.</summary>
        private sealed class Telling(long report, int first, int last) : Keyed(report, first, last);
    }
}
