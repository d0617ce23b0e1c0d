using System.Text.Json;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>The figures fusion works with, held in memory while news is fresh: one that comes in is compared with all of its series and these with each other.</summary>
    /// <remarks>A row is written when it is first kept, so that it can be found, and once more when a change is done.</remarks>
    private sealed class FiguresAtHand(SqliteRecordStore store)
    {
        private const int Most = 50_000;

        /// <summary>Days beside those asked for that are fetched with them.</summary>
        private const int Margin = 45;

        private readonly Dictionary<string, FigureRow> _held = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
        private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

        internal void Clear()
        {
            _held.Clear();
            _shelves.Clear();
            _changed.Clear();
        }

        internal void Trim()
        {
            if (_held.Count > Most) Clear();
        }

        internal void Flush()
        {
            foreach (var id in _changed) Write(_held[id]);
            _changed.Clear();
        }

        internal List<FigureRow> Of(string report) => Fetch("report = $report ORDER BY id", ("$report", report));

        internal IReadOnlyList<FigureRow> Of(string series, int first, int last) => [.. ShelfOf(series, first, last).Rows.Values.Where(r => r.Day >= first && r.Day <= last)];

        internal FigureRow? Before(string series, string source, int day) =>
            Fetch("series = $series AND source = $source AND day < $day ORDER BY day DESC, id DESC LIMIT 1", ("$series", series), ("$source", source), ("$day", day)).FirstOrDefault();

        internal IReadOnlyList<FigureRow> Counting(IReadOnlyCollection<long> keys, int first, int last)
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var key in keys)
                found.UnionWith(store.Rows("SELECT figure FROM counting WHERE key = $key AND day BETWEEN $first AND $last", row => row.GetString(0), ("$key", key), ("$first", first), ("$last", last)));
            return [.. found.Select(id => _held.TryGetValue(id, out var figure) ? figure : Fetch("id = $id", ("$id", id)).FirstOrDefault()).OfType<FigureRow>()];
        }

        internal void Index(FigureRow row, IReadOnlyCollection<long> keys)
        {
            foreach (var key in keys) store.Value("INSERT OR IGNORE INTO counting (key, day, figure) VALUES ($key, $day, $figure)", ("$key", key), ("$day", row.Day), ("$figure", row.Id));
        }

        /// <remarks>One that moves to another series is written at once, so that it is found there.</remarks>
        internal void Keep(FigureRow row)
        {
            if (_held.TryGetValue(row.Id, out var known) && known == row) return;
            _held[row.Id] = row;
            if (known is not null && known.Series != row.Series && _shelves.TryGetValue(known.Series, out var left)) left.Rows.Remove((known.Day, known.Id));
            if (known?.Series == row.Series) _changed.Add(row.Id);
            else Write(row);
            if (_shelves.TryGetValue(row.Series, out var shelf) && shelf.From <= row.Day && shelf.To >= row.Day) shelf.Rows[(row.Day, row.Id)] = row;
        }

        private Shelf ShelfOf(string series, int first, int last)
        {
            if (_shelves.TryGetValue(series, out var shelf) && shelf.From <= first && shelf.To >= last) return shelf;
            shelf = new(Math.Max(first, int.MinValue + Margin) - Margin, Math.Min(last, int.MaxValue - Margin) + Margin, new(Order));
            foreach (var row in Fetch("series = $series AND day BETWEEN $first AND $last", ("$series", series), ("$first", shelf.From), ("$last", shelf.To))) shelf.Rows.Add((row.Day, row.Id), row);
            return _shelves[series] = shelf;
        }

        private List<FigureRow> Fetch(string where, params ReadOnlySpan<(string, object?)> values) => store.Rows($"SELECT id, body FROM figure WHERE {where}", Held, values);

        private FigureRow Held(Row row)
        {
            var id = row.GetString(0);
            if (!_held.TryGetValue(id, out var figure)) _held.Add(id, figure = JsonSerializer.Deserialize(row.GetSpan(1), RecordJson.Default.FigureRow)!);
            return figure;
        }

        private void Write(FigureRow row) => store.Value(
            """
            INSERT INTO figure (id, series, source, report, claim, day, as_of, min, max, unit, changed, body)
            VALUES ($id, $series, $source, $report, $claim, $day, $asOf, $min, $max, $unit, $changed, $body)
            ON CONFLICT (id) DO UPDATE SET series = excluded.series, changed = excluded.changed, body = excluded.body WHERE body <> excluded.body
            """,
            ("$id", row.Id), ("$series", row.Series), ("$source", row.Source), ("$report", row.Report), ("$claim", row.Figure.ClaimId), ("$day", row.Day),
            ("$asOf", Day(row.AsOf) ?? Cursor.Undated), ("$min", (double?)row.Quantity.Min), ("$max", (double?)row.Quantity.Max), ("$unit", row.Quantity.Unit),
            ("$changed", store._sequence), ("$body", Json(row, RecordJson.Default.FigureRow)));

        private static Comparer<(int Day, string Id)> Order { get; } = Comparer<(int Day, string Id)>.Create((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Id, b.Id));

        private sealed record Shelf(int From, int To, SortedList<(int Day, string Id), FigureRow> Rows);
    }
}
