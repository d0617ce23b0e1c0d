using System.Runtime.CompilerServices;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Something that is found by keys.</summary>
    private abstract class Keyed(long seq)
    {
        internal long Seq => seq;

        /// <summary>The question it was last found by.</summary>
        internal int Round { get; set; }
    }

    /// <summary>Under which keys claims or figures are known, by blocks of days, so that what is fresh lies together however long the record is.</summary>
    /// <remarks>
    /// A thing that may hold for more days than a block has lies in a wider one, and the few that span more than that in one that is always asked, since they may bear on any day. What
    /// is never looked for together stands on another shelf, in blocks of its own.
    /// </remarks>
    private sealed class KeysAtHand<T> where T : Keyed
    {
        /// <summary>Days of a block and of a wide one, which are the days a thing in it may span.</summary>
        private const int Narrow = 32, Wide = 512;

        /// <summary>The block of the few that span more; wide ones are counted down from the next.</summary>
        private const int Long = -1, FirstWide = -2;

        /// <summary>What the number of a block grows by from one shelf to the next.</summary>
        private const int Shelf = 1 << 24;

        /// <summary>Pairs of a key and a thing held at most, some fifty bytes each; and pairs fetched in the time of one question.</summary>
        private const int Most = 4_000_000, Fetched = 200;

        private readonly SqliteRecordStore _store;
        private readonly Func<long, int, int, T> _known;
        private readonly string _some, _add, _remove;
        private readonly BlocksAtHand<Posting> _blocks;
        private readonly List<Added> _added = [];

        /// <summary>Blocks of a question that are asked of the file.</summary>
        private readonly List<int> _others = [];

        private int _round;

        internal KeysAtHand(SqliteRecordStore store, string table, Func<long, int, int, T> known)
        {
            (_store, _known) = (store, known);
            _some = $"SELECT item, first, last, key FROM {table} WHERE block = ?1 AND key = ?2 AND first <= ?4 AND last >= ?3";
            _add = $"INSERT OR IGNORE INTO {table} (block, key, first, last, item) VALUES (?1, ?2, ?3, ?4, ?5)";
            _remove = $"DELETE FROM {table} WHERE block = ?1 AND key = ?2 AND first = ?3 AND item = ?4";
            var size = $"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE block = ?1 LIMIT ?2)";
            var all = $"SELECT item, first, last, key FROM {table} WHERE block = ?1";
            _blocks = new(Most, Fetched, Size, block => store.Rows(all, row => (row.GetInt64(3), new Posting(Of(row), row.GetInt32(1), row.GetInt32(2))), [block]));

            long Size(long block, long limit)
            {
                Flush();
                return store.Rows(size, row => row.GetInt64(0), [block, limit])[0];
            }
        }

        internal void Clear()
        {
            _blocks.Clear();
            _added.Clear();
        }

        /// <summary>Writes what was added, in the order in which it lies in the file: keys are hashes, and each on its own would be looked for all over it.</summary>
        internal void Flush()
        {
            if (_added.Count == 0) return;
            _added.Sort();
            var add = _store.Prepared(_add);
            foreach (var (block, key, (one, first, last)) in _added) add.Run([block, key, first, last, one.Seq]);
            _added.Clear();
        }

        /// <inheritdoc cref="BlocksAtHand{T}.Trim"/>
        internal void Trim() => _blocks.Trim();

        /// <summary>Those that are known under one of the keys and may hold for one of the days, each once; good until the next question.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal void Find(ReadOnlySpan<long> keys, int shelf, int first, int last, List<T> found)
        {
            found.Clear();
            var round = ++_round;
            _blocks.Next();
            _others.Clear();
            var asked = new Asked(shelf, first, last);
            Ask(asked.Long);
            for (var block = asked.FirstWide; block <= asked.LastWide; block++) Ask(block);
            for (var block = asked.FirstNarrow; block <= asked.LastNarrow; block++) Ask(block);
            var index = _blocks.Index;
            foreach (var key in keys)
            {
                for (var run = index.Last(key); run >= 0; run = index.Before(run))
                {
                    if (!asked.Has(index.BlockOf(run))) continue;
                    foreach (var (one, from, to) in index.Items(run))
                        if (from <= last && to >= first && one.Round != round) Take(one, found);
                }
            }
            if (_others.Count == 0) return;
            Flush();
            foreach (var block in _others)
                foreach (var key in keys)
                    foreach (var one in _store.Rows(_some, Of, [block, key, first, last]))
                        if (one.Round != round) Take(one, found);
        }

        private void Take(T one, List<T> found)
        {
            one.Round = _round;
            found.Add(one);
        }

        private void Ask(int block)
        {
            if (!_blocks.Ask(block)) _others.Add(block);
        }

        /// <summary>Makes a thing known under keys, as one that may hold on some days.</summary>
        internal void Add(T one, int first, int last, int shelf, ReadOnlySpan<long> keys)
        {
            var (block, posting) = (BlockOf(first, last) + shelf * Shelf, new Posting(one, first, last));
            foreach (var key in keys)
            {
                _added.Add(new(block, key, posting));
                _blocks.Add(block, key, posting);
            }
        }

        internal void Remove(T one, int first, int last, int shelf, ReadOnlySpan<long> keys)
        {
            var (block, posting) = (BlockOf(first, last) + shelf * Shelf, new Posting(one, first, last));
            Flush();
            var remove = _store.Prepared(_remove);
            foreach (var key in keys)
            {
                remove.Run([block, key, first, one.Seq]);
                _blocks.Remove(block, key, posting);
            }
        }

        private T Of(Row row) => _known(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2));

        private static int BlockOf(int first, int last) => (last - first) switch { <= Narrow => NarrowOf(first), <= Wide => WideOf(first), _ => Long };

        private static int NarrowOf(int day) => Math.Max(day, 0) / Narrow;

        private static int WideOf(int day) => FirstWide - Math.Max(day, 0) / Wide;

        /// <summary>The blocks in which what may hold on some days can lie.</summary>
        private readonly struct Asked(int shelf, int first, int last)
        {
            internal readonly int Long = shelf * Shelf + KeysAtHand<T>.Long;
            internal readonly int FirstWide = shelf * Shelf + WideOf(last), LastWide = shelf * Shelf + WideOf(first - Wide);
            internal readonly int FirstNarrow = shelf * Shelf + NarrowOf(first - Narrow), LastNarrow = shelf * Shelf + NarrowOf(last);

            internal bool Has(long block) => block == Long || block >= FirstWide && block <= LastWide || block >= FirstNarrow && block <= LastNarrow;
        }

        /// <summary>A thing under one of its keys, with the days on which it may hold: most are gone past by these alone.</summary>
        private readonly record struct Posting(T One, int First, int Last);

        /// <summary>A key of a thing that is not written yet.</summary>
        private readonly record struct Added(int Block, long Key, Posting Known) : IComparable<Added>
        {
            [MethodImpl(MethodImplOptions.AggressiveOptimization)]
            public int CompareTo(Added other) =>
                Block != other.Block ? Block.CompareTo(other.Block) : Key != other.Key ? Key.CompareTo(other.Key) : Known.First != other.Known.First ? Known.First.CompareTo(other.Known.First) : Known.One.Seq.CompareTo(other.Known.One.Seq);
        }
    }
}
