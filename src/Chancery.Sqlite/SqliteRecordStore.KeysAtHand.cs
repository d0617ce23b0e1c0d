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
    /// A thing that may hold for more days than a block has lies in a wider one, and the few that span more than that in one that is always asked, since they may bear on any day.
    /// A block that is asked often is held in memory, once its questions have cost what it takes to fetch it, and lets none go that is in use: who files one report does not wait for
    /// that, and where the blocks of a question do not all find room, some are asked of the file rather than all fetched again and again.
    /// </remarks>
    private sealed class KeysAtHand<T>(SqliteRecordStore store, string table, Func<long, int, int, T> known) where T : Keyed
    {
        /// <summary>Days of a block and of a wide one, which are the days a thing in it may span.</summary>
        private const int Narrow = 32, Wide = 512;

        /// <summary>The block of the few that span more; wide ones are counted down from the next.</summary>
        private const int Long = -1, FirstWide = -2;

        /// <summary>Pairs of a key and a thing held at most, some fifty bytes each.</summary>
        private const int Most = 3_000_000;

        /// <summary>Pairs that are fetched in the time of one question.</summary>
        private const int Fetched = 200;

        /// <summary>Questions after which a block that none of them was about may go for another.</summary>
        private const int Unused = 5000;

        private readonly string _some = $"SELECT item, first, last, key FROM {table} WHERE block = ?1 AND key = ?2";
        private readonly string _all = $"SELECT item, first, last, key FROM {table} WHERE block = ?1";
        private readonly string _size = $"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE block = $block LIMIT $most)";
        private readonly string _add = $"INSERT OR IGNORE INTO {table} (block, key, first, last, item) VALUES (?1, ?2, ?3, ?4, ?5)";
        private readonly string _remove = $"DELETE FROM {table} WHERE block = ?1 AND key = ?2 AND first = ?3 AND item = ?4";
        private readonly Dictionary<int, Block> _blocks = [];
        private readonly List<Added> _added = [];
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

        /// <summary>To be called before a change: lets those blocks go that were asked for least lately, where too much is held.</summary>
        internal void Trim()
        {
            for (var held = Held(); held > Most && LeastUsed() is { Index: { } index } block; held -= index.Count) block.Index = null;
        }

        /// <summary>Those that are known under one of the keys and may hold for one of the days, each once; good until the next question.</summary>
        internal void Find(IReadOnlyCollection<long> keys, int first, int last, List<T> found)
        {
            found.Clear();
            _round++;
            Find(Long);
            for (var block = WideOf(last); block <= WideOf(first - Wide); block++) Find(block);
            for (var block = NarrowOf(first - Narrow); block <= NarrowOf(last); block++) Find(block);

            void Find(int block)
            {
                if (Index(block) is { } held)
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
            var held = _blocks.GetValueOrDefault(block)?.Index;
            foreach (var key in keys)
            {
                _added.Add(new(block, key, one));
                held?.Add(key, new(one));
            }
        }

        internal void Remove(T one, IReadOnlyCollection<long> keys)
        {
            var block = BlockOf(one);
            var held = _blocks.GetValueOrDefault(block)?.Index;
            Flush();
            var remove = store.Prepared(_remove);
            foreach (var key in keys)
            {
                remove.Run([block, key, one.First, one.Seq]);
                held?.Remove(key, new(one));
            }
        }

        /// <summary>What is held of a block; null where it is to be asked of the file.</summary>
        private KeyIndex<Posting>? Index(int number)
        {
            if (!_blocks.TryGetValue(number, out var block)) _blocks.Add(number, block = new());
            block.Used = _round;
            if (block.Index is not null || !int.IsPow2(++block.Asked)) return block.Index;
            Flush();
            var most = (long)block.Asked * Fetched;
            var size = (long)store.Value(_size, ("$block", number), ("$most", most + 1))!;
            if (size <= most && HasRoom(size)) Fetch(number, block);
            return block.Index;
        }

        private void Fetch(int number, Block block)
        {
            block.Asked = 0;
            block.Index = new();
            foreach (var (key, one) in store.Rows(_all, row => (row.GetInt64(3), Of(row)), [number])) block.Index.Add(key, new(one));
        }

        private bool HasRoom(long size)
        {
            while (Held() + size > Most)
            {
                if (LeastUsed() is not { } block || _round - block.Used < Unused) return false;
                block.Index = null;
            }
            return true;
        }

        private long Held() => _blocks.Values.Sum(block => (long)(block.Index?.Count ?? 0));

        private Block? LeastUsed() => _blocks.Values.Where(block => block.Index is not null).MinBy(block => block.Used);

        private T Of(Row row) => known(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2));

        private static int BlockOf(T one) => (one.Last - one.First) switch { <= Narrow => NarrowOf(one.First), <= Wide => WideOf(one.First), _ => Long };

        private static int NarrowOf(int day) => Math.Max(day, 0) / Narrow;

        private static int WideOf(int day) => FirstWide - Math.Max(day, 0) / Wide;

        /// <summary>A block, as far as it is held, and what it was asked.</summary>
        private sealed class Block
        {
            /// <summary>What it has; null while the file is asked.</summary>
            internal KeyIndex<Posting>? Index { get; set; }

            /// <summary>Questions to the file since it was held last.</summary>
            internal int Asked { get; set; }

            /// <summary>The last question about it.</summary>
            internal int Used { get; set; }
        }

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
    }
}
