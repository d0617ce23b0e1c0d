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

        /// <summary>Questions by which a block is fetched whole, which costs about as much as they did; and most blocks held.</summary>
        private const int Often = 20, Most = 12;

        private readonly Dictionary<long, Dictionary<uint, List<long>>> _blocks = [];

        /// <summary>How often a block that is not held was asked for; and by which question one that is held was asked for last.</summary>
        private readonly Dictionary<long, int> _asked = [], _last = [];

        private int _round;

        internal void Clear()
        {
            _blocks.Clear();
            _asked.Clear();
            _last.Clear();
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
                if (held is not null) Add(held, mark, report);
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
            if (sketch.Published is not { } day)
            {
                // it may tell any dispatch of all the years: their blocks are gone through in the file, and none is held for it
                var all = $"[{string.Join(',', store.Rows(EveryBlock, row => row.GetInt64(0)))}]";
                return (mark, reports) => reports.AddRange(store.Rows(
                    "SELECT m.report FROM json_each($blocks) b CROSS JOIN mark m ON m.block = b.value AND m.hash = $hash LIMIT $limit",
                    row => row.GetInt64(0), ("$blocks", all), ("$hash", (long)mark), ("$limit", TooCommon + 1)));
            }
            List<long> blocks = store.Value("SELECT 1 FROM mark WHERE block = $block LIMIT 1", ("$block", Undated)) is null ? [] : [Undated];
            _round++;
            for (var block = (day.DayNumber - DispatchFolder.Window) / Block; block <= (day.DayNumber + DispatchFolder.Window) / Block; block++)
            {
                blocks.Add(block);
                Ask(block);
            }
            return (mark, reports) =>
            {
                foreach (var block in blocks) reports.AddRange(Of(block, mark));
            };
        }

        private const string EveryBlock =
            "WITH RECURSIVE b(x) AS (SELECT min(block) FROM mark UNION ALL SELECT (SELECT min(block) FROM mark WHERE block > x) FROM b WHERE x IS NOT NULL) SELECT x FROM b WHERE x IS NOT NULL";

        /// <summary>Holds a block that is asked for often, in the place of the one that was asked for least lately.</summary>
        private void Ask(long block)
        {
            if (!_blocks.ContainsKey(block))
            {
                if (++CollectionsMarshal.GetValueRefOrAddDefault(_asked, block, out _) <= Often) return;
                _asked.Remove(block);
                if (_blocks.Count == Most) LetGo(_last.MinBy(b => b.Value).Key);
                Hold(block);
            }
            _last[block] = _round;
        }

        private void LetGo(long block)
        {
            _blocks.Remove(block);
            _last.Remove(block);
        }

        private List<long> Of(long block, uint mark) => _blocks.TryGetValue(block, out var held)
            ? held.GetValueOrDefault(mark, [])
            : store.Rows("SELECT report FROM mark WHERE block = $block AND hash = $hash LIMIT $limit", row => row.GetInt64(0), ("$block", block), ("$hash", (long)mark), ("$limit", TooCommon + 1));

        private void Hold(long block)
        {
            var held = new Dictionary<uint, List<long>>();
            foreach (var (mark, report) in store.Rows("SELECT hash, report FROM mark WHERE block = $block", row => ((uint)row.GetInt64(0), row.GetInt64(1)), ("$block", block))) Add(held, mark, report);
            _blocks.Add(block, held);
        }

        private static void Add(Dictionary<uint, List<long>> held, uint mark, long report)
        {
            ref var reports = ref CollectionsMarshal.GetValueRefOrAddDefault(held, mark, out _);
            (reports ??= new(1)).Add(report);
        }

        private static long BlockOf(Sketch sketch) => sketch.Published is { } day ? day.DayNumber / Block : Undated;
    }
}
