using System.Runtime.InteropServices;
using System.Text.Json;
using Chancery.Fusion;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

/// <summary>What fusion asks of the record file, all by index.</summary>
public sealed partial class SqliteRecordStore
{
    private sealed class FusionState(SqliteRecordStore store) : IFusionState
    {
        /// <summary>Marks that more reports share than this tell nothing: boilerplate.</summary>
        private const int TooCommon = 64;

        private const string ClaimColumns = "r.id, c.ordinal, c.body, r.published, r.length, r.publisher, coalesce(r.dispatch, r.id), c.event, c.seq";

        private const string FigureColumns = "body";

        /// <summary>Claims understood lately, by row: the same ones are compared again and again while news is fresh.</summary>
        private readonly Dictionary<long, EventClaim> _lately = [];

        private Rulings? _rulings;

        public Rulings Rulings => _rulings ??= new(store.Decisions());

        /// <summary>To be called when decisions or claims have changed.</summary>
        internal void Refresh()
        {
            _rulings = null;
            _lately.Clear();
        }

        public IReadOnlyDictionary<string, int> Sharing(Sketch sketch)
        {
            var shared = new Dictionary<long, int>();
            foreach (var mark in sketch.Index)
            {
                var reports = store.Rows("SELECT report FROM mark WHERE hash = $hash LIMIT $limit", row => row.GetInt64(0), ("$hash", (long)mark), ("$limit", TooCommon + 1));
                if (reports.Count > TooCommon) continue;
                foreach (var report in reports) shared[report] = shared.GetValueOrDefault(report) + 1;
            }
            var names = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (report, count) in shared)
                if (store.Value("SELECT id FROM report WHERE seq = $seq", ("$seq", report)) is string name && name != sketch.Report) names[name] = count;
            return names;
        }

        public IReadOnlyList<string> At(string url) => store.Rows(
            "SELECT id FROM report WHERE url = $url AND marks IS NOT NULL ORDER BY revised DESC LIMIT $limit", row => row.GetString(0), ("$url", url), ("$limit", TooCommon));

        public Sketch? Sketch(string report) => store.Rows(
            "SELECT published, length, publisher, origin, marks, url, revised FROM report WHERE id = $id AND marks IS NOT NULL",
            row => new Sketch(report, Day(row, 0), row.GetInt32(1), Text(row, 2), Text(row, 3), MemoryMarshal.Cast<byte, uint>(row.GetFieldValue<byte[]>(4)).ToArray())
            {
                Url = Text(row, 5),
                Revised = Instant(row, 6),
            },
            ("$id", report)).FirstOrDefault();

        public Lineage? Lineage(string report) => store.Rows("SELECT id, dispatch, derived_from, kind FROM report WHERE id = $id AND dispatch IS NOT NULL", LineageOf, ("$id", report)).FirstOrDefault();

        public IReadOnlyList<string> Dispatch(string dispatch) => store.Rows("SELECT id FROM report WHERE dispatch = $dispatch ORDER BY id", row => row.GetString(0), ("$dispatch", dispatch));

        public void Keep(Sketch sketch)
        {
            var report = (long)store.Value(
                "UPDATE report SET length = $length, marks = $marks WHERE id = $id RETURNING seq",
                ("$length", sketch.Length), ("$marks", MemoryMarshal.AsBytes(sketch.Marks.AsSpan()).ToArray()), ("$id", sketch.Report))!;
            foreach (var mark in sketch.Index) store.Value("INSERT OR IGNORE INTO mark (hash, report) VALUES ($hash, $report)", ("$hash", (long)mark), ("$report", report));
        }

        public void Keep(Lineage lineage) => store.Value(
            "UPDATE report SET dispatch = $dispatch, derived_from = $from, kind = $kind, changed = $changed WHERE id = $id",
            ("$dispatch", lineage.Dispatch), ("$from", lineage.DerivedFrom), ("$kind", lineage.Kind.ToString()), ("$changed", store._sequence), ("$id", lineage.Report));

        public IReadOnlyList<Testimony> Bearing(IReadOnlyCollection<long> keys, int first, int last)
        {
            var found = new HashSet<long>();
            foreach (var key in keys)
            {
                found.UnionWith(store.Rows(
                    "SELECT claim FROM bearing WHERE key = $key AND first <= $last AND last >= $first",
                    row => row.GetInt64(0), ("$key", key), ("$last", last), ("$first", first)));
            }
            var claims = new List<Testimony>(found.Count);
            foreach (var claim in found)
                claims.AddRange(store.Rows($"SELECT {ClaimColumns} FROM claim c JOIN report r ON r.seq = c.report WHERE c.seq = $seq AND c.event IS NOT NULL", TestimonyOf, ("$seq", claim)));
            return claims;
        }

        public IReadOnlyList<Testimony> Said(string report) =>
            store.Rows($"SELECT {ClaimColumns} FROM report r JOIN claim c ON r.seq = c.report WHERE r.id = $id ORDER BY c.ordinal", TestimonyOf, ("$id", report));

        public IReadOnlyList<Testimony> Told(string id) =>
            store.Rows($"SELECT {ClaimColumns} FROM claim c JOIN report r ON r.seq = c.report WHERE c.event = $event", TestimonyOf, ("$event", id));

        public void Index(Testimony claim, IReadOnlyCollection<long> keys)
        {
            var seq = SeqOf(claim.At);
            var (first, last) = claim.Days;
            store.Value("DELETE FROM bearing WHERE claim = $claim", ("$claim", seq));
            foreach (var key in keys)
                store.Value("INSERT OR IGNORE INTO bearing (key, first, last, claim) VALUES ($key, $first, $last, $claim)", ("$key", key), ("$first", first), ("$last", last), ("$claim", seq));
        }

        public void Assign(ClaimRef claim, string? id) => store.Value("UPDATE claim SET event = $event WHERE seq = $seq", ("$event", id), ("$seq", SeqOf(claim)));

        public string? EventOf(string claim) => store.Value("SELECT event FROM claim WHERE id = $id", ("$id", claim)) as string;

        public EventRow? Event(string id) => store.Rows("SELECT body FROM event WHERE id = $id", EventRowOf, ("$id", id)).FirstOrDefault();

        public void Keep(EventRow row) => store.Value(
            """
            INSERT INTO event (id, day, frame, status, standing, independent, changed, body)
            VALUES ($id, $day, $frame, $status, $standing, $independent, $changed, $body)
            ON CONFLICT (id) DO UPDATE SET day = excluded.day, frame = excluded.frame, status = excluded.status, standing = excluded.standing,
                independent = excluded.independent, changed = excluded.changed, body = excluded.body
            """,
            ("$id", row.Id), ("$day", Day(row.Day) ?? Cursor.Undated), ("$frame", row.Frame), ("$status", row.Status.ToString()), ("$standing", row.Standing.ToString()),
            ("$independent", row.Independent), ("$changed", store._sequence), ("$body", JsonSerializer.Serialize(row, RecordJson.Default.EventRow)));

        public void Drop(string id) => store.Value("DELETE FROM event WHERE id = $id", ("$id", id));

        public IReadOnlyList<FigureRow> Figures(string report) => store.Rows($"SELECT {FigureColumns} FROM figure WHERE report = $report ORDER BY id", FigureOf, ("$report", report));

        public IReadOnlyList<FigureRow> Series(string series, int first, int last) => store.Rows(
            $"SELECT {FigureColumns} FROM figure WHERE series = $series AND day BETWEEN $first AND $last ORDER BY day, id", FigureOf, ("$series", series), ("$first", first), ("$last", last));

        public FigureRow? Before(string series, string source, int day) => store.Rows(
            $"SELECT {FigureColumns} FROM figure WHERE series = $series AND source = $source AND day < $day ORDER BY day DESC, id DESC LIMIT 1",
            FigureOf, ("$series", series), ("$source", source), ("$day", day)).FirstOrDefault();

        public IReadOnlyList<FigureRow> Counting(IReadOnlyCollection<long> keys, int first, int last)
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var key in keys)
            {
                found.UnionWith(store.Rows(
                    "SELECT figure FROM counting WHERE key = $key AND day BETWEEN $first AND $last", row => row.GetString(0), ("$key", key), ("$first", first), ("$last", last)));
            }
            var figures = new List<FigureRow>(found.Count);
            foreach (var id in found) figures.AddRange(store.Rows($"SELECT {FigureColumns} FROM figure WHERE id = $id", FigureOf, ("$id", id)));
            return figures;
        }

        public void Index(FigureRow row, IReadOnlyCollection<long> keys)
        {
            foreach (var key in keys)
                store.Value("INSERT OR IGNORE INTO counting (key, day, figure) VALUES ($key, $day, $figure)", ("$key", key), ("$day", row.Day), ("$figure", row.Id));
        }

        public void Keep(FigureRow row)
        {
            var body = JsonSerializer.Serialize(row, RecordJson.Default.FigureRow);
            store.Value(
                """
                INSERT INTO figure (id, series, source, report, claim, day, as_of, min, max, unit, changed, body)
                VALUES ($id, $series, $source, $report, $claim, $day, $asOf, $min, $max, $unit, $changed, $body)
                ON CONFLICT (id) DO UPDATE SET series = excluded.series, changed = excluded.changed, body = excluded.body WHERE body <> excluded.body
                """,
                ("$id", row.Id), ("$series", row.Series), ("$source", row.Source), ("$report", row.Report), ("$claim", row.Figure.ClaimId), ("$day", row.Day),
                ("$asOf", Day(row.AsOf) ?? Cursor.Undated), ("$min", (double?)row.Quantity.Min), ("$max", (double?)row.Quantity.Max), ("$unit", row.Quantity.Unit),
                ("$changed", store._sequence), ("$body", body));
        }

        public void Forget(string report)
        {
            store.Value("DELETE FROM mark WHERE report = (SELECT seq FROM report WHERE id = $id)", ("$id", report));
            store.Value("DELETE FROM bearing WHERE claim IN (SELECT c.seq FROM claim c JOIN report r ON r.seq = c.report WHERE r.id = $id)", ("$id", report));
            store.Value("DELETE FROM counting WHERE figure IN (SELECT id FROM figure WHERE report = $id)", ("$id", report));
            store.Value("DELETE FROM figure WHERE report = $id", ("$id", report));
            store.Value("UPDATE report SET marks = NULL, dispatch = NULL, derived_from = NULL, kind = NULL WHERE id = $id", ("$id", report));
        }

        private long SeqOf(ClaimRef claim) =>
            (long)store.Value("SELECT c.seq FROM report r JOIN claim c ON c.report = r.seq WHERE r.id = $report AND c.ordinal = $ordinal", ("$report", claim.Report), ("$ordinal", claim.Index))!;

        private Testimony TestimonyOf(SqliteDataReader row)
        {
            var seq = row.GetInt64(8);
            if (!_lately.TryGetValue(seq, out var claim))
            {
                if (_lately.Count >= 20_000) _lately.Clear();
                claim = Rulings.Corrected(JsonSerializer.Deserialize(row.GetString(2), RecordJson.Default.EventClaim)!);
                _lately.Add(seq, claim);
            }
            return new(new(row.GetString(0), row.GetInt32(1)), claim, Day(row, 3), row.GetInt32(4), Text(row, 5), row.GetString(6), Text(row, 7));
        }
    }

    private static Lineage LineageOf(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), Text(row, 2), Enum.Parse<ReportKind>(row.GetString(3)));

    private static EventRow EventRowOf(SqliteDataReader row) => JsonSerializer.Deserialize(row.GetString(0), RecordJson.Default.EventRow)!;

    private static FigureRow FigureOf(SqliteDataReader row) => FigureOf(row.GetString(0));

    private static FigureRow FigureOf(string body) => JsonSerializer.Deserialize(body, RecordJson.Default.FigureRow)!;
}
