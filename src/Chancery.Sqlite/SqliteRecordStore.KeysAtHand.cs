using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Something that is found by keys and may hold for some days.</summary>
    private abstract class Keyed(long seq, int first, int last)
    {
        internal long Seq => seq;

        internal int First => first;

        internal int Last => last;

        /// <summary>The question it was last found by.</summary>
        internal int Round { get; set; }
    }

    /// <summary>Under which keys claims or figures are known, by blocks of days, so that what is fresh lies together however long the record is.</summary>
    /// <remarks>
    /// Asked often, the blocks asked for are held in memory; who files one report does not wait for that, nor is a block held that is too large. What may
    /// hold for more days than a block has stands in one of its own, since it may bear on any.
    /// </remarks>
    private sealed class KeysAtHand<T>(SqliteRecordStore store, string table, Func<long, int, int, T> known) where T : Keyed
    {
        /// <summary>Days of one block, and days a thing may span to be found by its first one.</summary>
        private const int Block = 32;

        /// <summary>The block of the few that span more days.</summary>
        private const int Long = -1;

        /// <summary>Questions after which blocks are held; and pairs of a key and a thing held at most, some forty bytes each.</summary>
        private const int Often = 40, Most = 3_000_000;

        private readonly string _some = $"SELECT item, first, last, key FROM {table} WHERE block = ?1 AND key = ?2";
        private readonly string _all = $"SELECT item, first, last, key FROM {table} WHERE block = ?1 LIMIT ?2";
        private readonly string _add = $"INSERT OR IGNORE INTO {table} (block, key, first, last, item) VALUES (?1, ?2, ?3, ?4, ?5)";
        private readonly string _remove = $"DELETE FROM {table} WHERE block = ?1 AND key = ?2 AND first = ?3 AND item = ?4";
        private readonly Dictionary<int, KeyIndex<Posting>?> _blocks = [];
        private readonly List<Added> _added = [];
        private int _asked;
        private int _round;

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
            var add = store.Prepared(_add);
            foreach (var (block, key, one) in _added) add.Run([block, key, one.First, one.Last, one.Seq]);
            _added.Clear();
        }

        /// <summary>To be called before a change: lets the oldest blocks go where too much is held.</summary>
        internal void Trim()
        {
            while (_blocks.Count > 1 && _blocks.Values.Sum(b => (long)(b?.Count ?? 0)) > Most) _blocks.Remove(_blocks.Keys.Where(b => b != Long).Min());
        }

        /// <summary>Those that are known under one of the keys and may hold for one of the days, each once; good until the next question.</summary>
        internal void Find(IReadOnlyCollection<long> keys, int first, int last, List<T> found)
        {
            found.Clear();
            _asked++;
            _round++;
            Find(Long);
            for (var block = BlockOf(first - Block); block <= BlockOf(last); block++) Find(block);

            void Find(int block)
            {
                if (HeldOf(block) is { } held)
                {
                    foreach (var key in keys)
                        foreach (var posting in held.Of(key))
                            if (posting.First <= last && posting.Last >= first) Take(posting.One);
                    return;
                }
                Flush();
                foreach (var key in keys)
                    foreach (var one in store.Rows(_some, row => Of(row), [block, key]))
                        if (one.First <= last && one.Last >= first) Take(one);
            }

            void Take(T one)
            {
                if (one.Round == _round) return;
                one.Round = _round;
                found.Add(one);
            }
        }

        internal void Add(T one, IReadOnlyCollection<long> keys)
        {
            var block = BlockOf(one);
            var held = _blocks.GetValueOrDefault(block);
            foreach (var key in keys)
            {
                _added.Add(new(block, key, one));
                held?.Add(key, new(one));
            }
        }

        internal void Remove(T one, IReadOnlyCollection<long> keys)
        {
            var block = BlockOf(one);
            var held = _blocks.GetValueOrDefault(block);
            Flush();
            var remove = store.Prepared(_remove);
            foreach (var key in keys)
            {
                remove.Run([block, key, one.First, one.Seq]);
                held?.Remove(key, new(one));
            }
        }

        private KeyIndex<Posting>? HeldOf(int block)
        {
            if (_blocks.TryGetValue(block, out var held) || _asked <= Often) return held;
            Flush();
            held = new();
            foreach (var (key, one) in store.Rows(_all, row => (row.GetInt64(3), Of(row)), [block, Most])) held.Add(key, new(one));
            return _blocks[block] = held.Count < Most ? held : null;
        }

        private T Of(Row row) => known(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2));

        private static int BlockOf(T one) => one.Last - one.First > Block ? Long : BlockOf(one.First);

        /// <summary>A thing under one of its keys, with its days beside it: most are gone past by these alone.</summary>
        private readonly record struct Posting(T One, int First, int Last)
        {
            internal Posting(T one) : this(one, one.First, one.Last)
            {
            }
        }

        /// <summary>A key of a thing that is not written yet.</summary>
        private readonly record struct Added(int Block, long Key, T One) : IComparable<Added>
        {
            public int CompareTo(Added other) => Block != other.Block ? Block.CompareTo(other.Block) : Key != other.Key ? Key.CompareTo(other.Key) : One.Seq.CompareTo(other.One.Seq);
        }

        private static int BlockOf(int day) => Math.Max(day, 0) / Block;
    }
}
