using System.Runtime.InteropServices;
using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Which reports have a mark in common, by blocks of days, so that what is fresh lies together however long the record is.</summary>
    /// <remarks>Asked often, the blocks asked for are held in memory; who files one report does not wait for that.</remarks>
    private sealed class MarksAtHand(SqliteRecordStore store)
    {
        /// <summary>Marks that more reports share than this tell nothing: boilerplate.</summary>
        internal const int TooCommon = 64;

        /// <summary>Days of one block.</summary>
        private const int Block = 8;

        /// <summary>The block of reports without a day: they may tell any dispatch.</summary>
        private const long Undated = -1;

        /// <summary>Questions by which a block is fetched whole, which costs about as much as they did; and most marks held, some forty bytes each.</summary>
        private const int Often = 20, Most = 1_000_000;

        /// <summary>The blocks that are not empty, from one to the next.</summary>
        private const string EveryBlock =
            "WITH RECURSIVE b(x) AS (SELECT min(block) FROM mark UNION ALL SELECT (SELECT min(block) FROM mark WHERE block > x) FROM b WHERE x IS NOT NULL) SELECT x FROM b WHERE x IS NOT NULL";

        private readonly Dictionary<long, KeyIndex<long>> _blocks = [];

        /// <summary>How often a block that is not held was asked for; and by which question one that is held was asked for last.</summary>
        private readonly Dictionary<long, int> _asked = [], _last = [];

        private int _round;
        private int _held;

        internal void Clear()
        {
            _blocks.Clear();
            _asked.Clear();
            _last.Clear();
            _held = 0;
        }

        /// <summary>How many marks reports share with a sketch, by row.</summary>
        internal Dictionary<long, int> Sharing(Sketch sketch)
        {
            var shared = new Dictionary<long, int>();
            var among = Among(sketch);
            var reports = new List<long>();
            foreach (var mark in sketch.Index)
            {
                reports.Clear();
                among(mark, reports);
                if (reports.Count > TooCommon) continue;
                foreach (var report in reports) CollectionsMarshal.GetValueRefOrAddDefault(shared, report, out _)++;
            }
            return shared;
        }

        internal void Add(Sketch sketch, long report)
        {
            var block = BlockOf(sketch);
            var add = store.Prepared("INSERT OR IGNORE INTO mark (block, hash, report) VALUES (?1, ?2, ?3)");
            var held = _blocks.GetValueOrDefault(block);
            foreach (var mark in sketch.Index)
            {
                add.Run([block, mark, report]);
                if (held is null) continue;
                held.Add(mark, report);
                _held++;
            }
        }

        internal void Remove(Sketch sketch, long report)
        {
            var block = BlockOf(sketch);
            LetGo(block);
            foreach (var mark in sketch.Index)
                store.Value("DELETE FROM mark WHERE block = $block AND hash = $hash AND report = $report", ("$block", block), ("$hash", (long)mark), ("$report", report));
        }

        /// <summary>Finds the reports that have a mark, among those that a sketch may tell again.</summary>
        private Action<uint, List<long>> Among(Sketch sketch)
        {
            var blocks = Blocks(sketch);
            _round++;
            blocks.ForEach(block => Ask(block, canEvict: sketch.Published is not null));
            KeyIndex<long>[] held = [.. blocks.Where(_blocks.ContainsKey).Select(block => _blocks[block])];
            var others = $"[{string.Join(',', blocks.Where(block => !_blocks.ContainsKey(block)))}]";
            return (mark, reports) =>
            {
                foreach (var block in held)
                    foreach (var report in block.Of(mark)) reports.Add(report);
                if (held.Length == blocks.Count) return;
                reports.AddRange(store.Rows(
                    "SELECT m.report FROM json_each($blocks) b CROSS JOIN mark m ON m.block = b.value AND m.hash = $hash LIMIT $limit",
                    row => row.GetInt64(0), ("$blocks", others), ("$hash", (long)mark), ("$limit", TooCommon + 1)));
            };
        }

        /// <summary>Those that are not empty of the blocks a report may have come from; without a day it may tell any dispatch of all the years.</summary>
        private List<long> Blocks(Sketch sketch)
        {
            if (sketch.Published is not { } day) return store.Rows(EveryBlock, row => row.GetInt64(0));
            var (first, last) = ((day.DayNumber - DispatchFolder.Window) / Block, (day.DayNumber + DispatchFolder.Window) / Block);
            List<long> blocks = [Undated, .. Enumerable.Range(first, last - first + 1)];
            blocks.RemoveAll(block => store.Value("SELECT 1 FROM mark WHERE block = $block LIMIT 1", ("$block", block)) is null);
            return blocks;
        }

        /// <summary>Holds a block that is asked for often, in the place of those that were asked for least lately.</summary>
        /// <param name="block">The block.</param>
        /// <param name="canEvict">False for who asks for all blocks: of those only as many are held as there is room for.</param>
        private void Ask(long block, bool canEvict)
        {
            if (!_blocks.ContainsKey(block))
            {
                if (!canEvict && _held >= Most) return;
                if (++CollectionsMarshal.GetValueRefOrAddDefault(_asked, block, out _) <= Often) return;
                _asked.Remove(block);
                Hold(block);
                while (_held > Most && _last.Count > 0) LetGo(_last.MinBy(b => b.Value).Key);
            }
            _last[block] = _round;
        }

        private void LetGo(long block)
        {
            _last.Remove(block);
            if (_blocks.Remove(block, out var held)) _held -= held.Count;
        }

        private void Hold(long block)
        {
            var held = new KeyIndex<long>();
            foreach (var (mark, report) in store.Rows("SELECT hash, report FROM mark WHERE block = $block", row => (row.GetInt64(0), row.GetInt64(1)), ("$block", block))) held.Add(mark, report);
            _blocks.Add(block, held);
            _held += held.Count;
        }

        private static long BlockOf(Sketch sketch) => sketch.Published is { } day ? day.DayNumber / Block : Undated;
    }
}
