using System.Runtime.InteropServices;
using Chancery.Fusion;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Which reports have a mark in common, by blocks of days, so that what is fresh lies together however long the record is.</summary>
    private sealed class MarksAtHand
    {
        /// <summary>Marks that more reports share than this tell nothing: boilerplate.</summary>
        internal const int TooCommon = 64;

        /// <summary>Days of one block.</summary>
        private const int Block = 8;

        /// <summary>The block of reports without a day: they may tell any dispatch.</summary>
        private const long Undated = -1;

        /// <summary>Marks held at most, some forty bytes each; and marks fetched in the time of one question, which is about all marks of a sketch.</summary>
        private const int Most = 1_000_000, Fetched = 500;

        /// <summary>The blocks that are not empty, from one to the next.</summary>
        private const string EveryBlock =
            "WITH RECURSIVE b(x) AS (SELECT min(block) FROM mark UNION ALL SELECT (SELECT min(block) FROM mark WHERE block > x) FROM b WHERE x IS NOT NULL) SELECT x FROM b WHERE x IS NOT NULL";

        private readonly SqliteRecordStore _store;
        private readonly BlocksAtHand<long> _blocks;

        /// <summary>The blocks that are not empty; null until a report without a day asks.</summary>
        private SortedSet<long>? _every;

        internal MarksAtHand(SqliteRecordStore store)
        {
            _store = store;
            _blocks = new(
                Most, Fetched,
                (block, limit) => store.Rows("SELECT count(*) FROM (SELECT 1 FROM mark WHERE block = ?1 LIMIT ?2)", row => row.GetInt64(0), [block, limit])[0],
                block => store.Rows("SELECT hash, report FROM mark WHERE block = ?1", row => (row.GetInt64(0), row.GetInt64(1)), [block]));
        }

        internal void Clear()
        {
            _blocks.Clear();
            _every = null;
        }

        /// <inheritdoc cref="BlocksAtHand{T}.Trim"/>
        internal void Trim() => _blocks.Trim();

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
            var add = _store.Prepared("INSERT OR IGNORE INTO mark (block, hash, report) VALUES (?1, ?2, ?3)");
            foreach (var mark in sketch.Index)
            {
                add.Run([block, mark, report]);
                _blocks.Add(block, mark, report);
            }
            _every?.Add(block);
        }

        internal void Remove(Sketch sketch, long report)
        {
            var block = BlockOf(sketch);
            var remove = _store.Prepared("DELETE FROM mark WHERE block = ?1 AND hash = ?2 AND report = ?3");
            foreach (var mark in sketch.Index)
            {
                remove.Run([block, mark, report]);
                _blocks.Remove(block, mark, report);
            }
        }

        /// <summary>Finds the reports that have a mark, among those that a sketch may tell again.</summary>
        private Action<uint, List<long>> Among(Sketch sketch)
        {
            var (held, others) = (new HashSet<long>(), new List<long>());
            _blocks.Next();
            foreach (var block in Blocks(sketch))
            {
                if (_blocks.Ask(block)) held.Add(block);
                else others.Add(block);
            }
            var (index, listed) = (_blocks.Index, $"[{string.Join(',', others)}]");
            return (mark, reports) =>
            {
                for (var run = index.Last(mark); run >= 0; run = index.Before(run))
                {
                    if (!held.Contains(index.BlockOf(run))) continue;
                    foreach (var report in index.Items(run)) reports.Add(report);
                }
                if (others.Count == 0) return;
                reports.AddRange(_store.Rows(
                    "SELECT m.report FROM json_each($blocks) b CROSS JOIN mark m ON m.block = b.value AND m.hash = $hash LIMIT $limit",
                    row => row.GetInt64(0), ("$blocks", listed), ("$hash", (long)mark), ("$limit", TooCommon + 1)));
            };
        }

        /// <summary>The blocks a report may have come from; without a day it may tell any dispatch of all the years.</summary>
        private IEnumerable<long> Blocks(Sketch sketch)
        {
            if (sketch.Published is not { } day) return _every ??= [.. _store.Rows(EveryBlock, row => row.GetInt64(0))];
            var (first, last) = ((day.DayNumber - DispatchFolder.Window) / Block, (day.DayNumber + DispatchFolder.Window) / Block);
            return [Undated, .. Enumerable.Range(first, last - first + 1)];
        }

        private static long BlockOf(Sketch sketch) => sketch.Published is { } day ? day.DayNumber / Block : Undated;
    }
}
