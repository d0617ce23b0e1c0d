using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Under which keys claims are known, by blocks of days, so that what is fresh lies together however long the record is.</summary>
    /// <remarks>Asked often, the blocks asked for are held in memory; who files one report does not wait for that, nor is a block held that is too large.</remarks>
    private sealed class KeysAtHand(SqliteRecordStore store, Func<long, (int First, int Last), KeysAtHand.Known> known)
    {
        /// <summary>Days of one block, and days a claim may span to be found by its first one.</summary>
        private const int Block = 32;

        /// <summary>The block of the few claims that span more days: they may bear on any.</summary>
        private const int Long = -1;

        /// <summary>Questions after which blocks are held; and pairs of a key and a claim held at most, some forty bytes each.</summary>
        private const int Often = 40, Most = 3_000_000;

        private readonly Dictionary<int, KeyIndex<Known>?> _blocks = [];
        private int _asked;
        private int _round;

        internal void Clear() => _blocks.Clear();

        /// <summary>To be called before a change: lets the oldest blocks go where too much is held.</summary>
        internal void Trim()
        {
            while (_blocks.Count > 1 && _blocks.Values.Sum(b => (long)(b?.Count ?? 0)) > Most) _blocks.Remove(_blocks.Keys.Where(b => b != Long).Min());
        }

        /// <summary>Adds the claims that have one of the keys and may lie on one of the days, each once.</summary>
        internal void Find(IReadOnlyCollection<long> keys, int first, int last, List<Known> found)
        {
            _asked++;
            _round++;
            Find(Long);
            for (var block = BlockOf(first - Block); block <= BlockOf(last); block++) Find(block);

            void Find(int block)
            {
                if (HeldOf(block) is { } held)
                {
                    foreach (var key in keys)
                        foreach (var claim in held.Of(key)) Take(claim);
                    return;
                }
                foreach (var key in keys)
                    foreach (var claim in Rows("SELECT first, last, claim FROM bearing WHERE block = $block AND key = $key", ("$block", block), ("$key", key))) Take(claim);
            }

            void Take(Known claim)
            {
                if (claim.First > last || claim.Last < first || claim.Round == _round) return;
                claim.Round = _round;
                found.Add(claim);
            }
        }

        internal void Add(Known claim, IReadOnlyCollection<long> keys)
        {
            var block = BlockOf(claim);
            var held = _blocks.GetValueOrDefault(block);
            foreach (var key in keys)
            {
                store.Value("INSERT OR IGNORE INTO bearing (block, key, first, last, claim) VALUES ($block, $key, $first, $last, $claim)", ("$block", block), ("$key", key), ("$first", claim.First), ("$last", claim.Last), ("$claim", claim.Seq));
                held?.Add(key, claim);
            }
        }

        internal void Remove(Known claim, IReadOnlyCollection<long> keys)
        {
            var block = BlockOf(claim);
            var held = _blocks.GetValueOrDefault(block);
            foreach (var key in keys)
            {
                store.Value("DELETE FROM bearing WHERE block = $block AND key = $key AND first = $first AND claim = $claim", ("$block", block), ("$key", key), ("$first", claim.First), ("$claim", claim.Seq));
                held?.Remove(key, claim);
            }
        }

        private KeyIndex<Known>? HeldOf(int block)
        {
            if (_blocks.TryGetValue(block, out var held) || _asked <= Often) return held;
            held = new();
            foreach (var (key, claim) in store.Rows("SELECT first, last, claim, key FROM bearing WHERE block = $block LIMIT $most", row => (row.GetInt64(3), Of(row)), ("$block", block), ("$most", Most))) held.Add(key, claim);
            return _blocks[block] = held.Count < Most ? held : null;
        }

        private List<Known> Rows(string sql, params ReadOnlySpan<(string, object?)> values) => store.Rows(sql, Of, values);

        private Known Of(Row row) => known(row.GetInt64(2), (row.GetInt32(0), row.GetInt32(1)));

        private static int BlockOf(Known claim) => claim.Last - claim.First > Block ? Long : BlockOf(claim.First);

        private static int BlockOf(int day) => Math.Max(day, 0) / Block;

        /// <summary>A claim that is known under keys.</summary>
        internal abstract class Known(long seq, int first, int last)
        {
            internal long Seq => seq;

            internal int First => first;

            internal int Last => last;

            /// <summary>The question it was last found by.</summary>
            internal int Round { get; set; }
        }
    }
}
