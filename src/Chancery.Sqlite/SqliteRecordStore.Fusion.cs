using System.Runtime.InteropServices;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>What fusion asks of the record file, all by index.</summary>
public sealed partial class SqliteRecordStore
{
    /// <remarks>
    /// What is fresh is kept in memory between changes, and what a change moves about is written once, when it is done: one report may take an event
    /// apart and put it together again, which leaves most of it as it was.
    /// </remarks>
    private sealed class FusionState : IFusionState
    {
        /// <summary>Sketches and events held; above it all are let go.</summary>
        private const int Most = 20_000;

        private readonly SqliteRecordStore _store;
        private readonly ClaimsAtHand _claims;
        private readonly FiguresAtHand _figures;
        private readonly MarksAtHand _marks;
        private readonly QuestionsAtHand _questions;
        private readonly Dictionary<long, string?> _names = [];
        private readonly Dictionary<string, Sketch?> _sketches = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Lineage?> _lineages = new(StringComparer.Ordinal);
        private readonly Dictionary<string, EventRow?> _events = new(StringComparer.Ordinal);
        private readonly HashSet<string> _changedEvents = new(StringComparer.Ordinal);
        private readonly Dictionary<string, NewReport> _new = new(StringComparer.Ordinal);
        private readonly RowNumbers _reports;

        private Rulings? _rulings;

        /// <summary>Day of the latest report that counts; one taken out may have been later.</summary>
        private DateOnly? _lastDay;

        /// <summary>The rows of names that were met lately, as they were written.</summary>
        internal Dictionary<string, long> NameRows { get; } = new(StringComparer.Ordinal);

        /// <summary>Numbers for names that are new.</summary>
        internal RowNumbers Names { get; }

        internal FusionState(SqliteRecordStore store) =>
            (_store, _claims, _figures, _marks, _questions, _reports, Names) =
                (store, new(store, this), new(store, this), new(store), new(store, this), store.RowsOf("report"), store.RowsOf("name"));

        public Rulings Rulings => _rulings ??= new(_store.Decisions());

        /// <summary>To be called when decisions or claims have changed within a change.</summary>
        internal void Refresh()
        {
            Flush();
            Forget();
            _store._lately.Clear();
        }

        /// <summary>Lets go of all that is held: another has written to the record, or a change was taken back.</summary>
        internal void Forget()
        {
            _rulings = null;
            _lastDay = null;
            _claims.Clear();
            _figures.Clear();
            _marks.Clear();
            _questions.Clear();
            _names.Clear();
            NameRows.Clear();
            _sketches.Clear();
            _lineages.Clear();
            _events.Clear();
            _changedEvents.Clear();
            _new.Clear();
            _reports.Clear();
            Names.Clear();
        }

        /// <summary>To be called before a change.</summary>
        internal void Trim()
        {
            _claims.Trim();
            _figures.Trim();
            _marks.Trim();
            _questions.Trim();
            if (_lineages.Count > Most) _lineages.Clear();
            if (_names.Count > Most) _names.Clear();
            if (NameRows.Count > Most) NameRows.Clear();
            if (_sketches.Count > Most) _sketches.Clear();
            if (_events.Count > Most) _events.Clear();
        }

        /// <summary>Writes what a change has brought in and moved about.</summary>
        internal void Flush()
        {
            foreach (var filed in _new.Values) _store.Write(filed);
            _new.Clear();
            _claims.Flush();
            _figures.Flush();
            _questions.Flush();
            foreach (var id in _changedEvents)
            {
                if (_events[id] is { } row) Write(row);
                else _store.Value("DELETE FROM event WHERE id = $id", ("$id", id));
            }
            _changedEvents.Clear();
        }

        /// <summary>Takes up a new report, under the name and the ids it has in the record.</summary>
        internal void Hold(FiledReading reading, byte[] identity) => Hold(_reports.Next(), reading, identity);

        /// <summary>Takes up what was read from a report that is in the file.</summary>
        internal void Hold(long seq, FiledReading reading) => Hold(seq, reading, null);

        private void Hold(long seq, FiledReading reading, byte[]? identity)
        {
            _new.Add(reading.Report.Id, new(seq, reading, identity));
            _names[seq] = reading.Report.Id;
            _claims.Hold(reading);
        }

        /// <summary>The name of the report that is the same as another; null where there is none.</summary>
        internal string? Identified(byte[] identity) =>
            _new.Values.FirstOrDefault(filed => filed.Identity.AsSpan().SequenceEqual(identity))?.Reading.Report.Id
            ?? (string?)_store.Value("SELECT id FROM report WHERE identity = $identity", ("$identity", identity));

        /// <summary>The row of a report that is there.</summary>
        internal long RowOfReport(string report) => _new.TryGetValue(report, out var filed) ? filed.Seq : (long)_store.Value("SELECT seq FROM report WHERE id = $id", ("$id", report))!;

        /// <summary>True for a report that is yet to be written.</summary>
        internal bool IsNew(string report) => _new.ContainsKey(report);

        internal bool HasReport(string id) => _new.ContainsKey(id) || _store.Value("SELECT 1 FROM report WHERE id = $id", ("$id", id)) is not null;

        internal bool HasClaim(string id) => _claims.IsNew(id) || _store.Value("SELECT 1 FROM claim WHERE id = $id", ("$id", id)) is not null;

        /// <inheritdoc cref="QuestionsAtHand.RowOf"/>
        internal long RowOf(QuestionRef at) => _questions.RowOf(at);

        /// <inheritdoc cref="ClaimsAtHand.StandingOf"/>
        internal (long Seq, string? Event, long? HangsOn, int? Agreement) StandingOf(ClaimRef at) => _claims.StandingOf(at);

        public IReadOnlyDictionary<string, int> Sharing(Sketch sketch)
        {
            var names = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (report, count) in _marks.Sharing(sketch))
                if (NameOf(report) is { } name && name != sketch.Report) names[name] = count;
            return names;
        }

        private string? NameOf(long report)
        {
            if (_names.TryGetValue(report, out var name)) return name;
            return _names[report] = _store.Value("SELECT id FROM report WHERE seq = $seq", ("$seq", report)) as string;
        }

        public IReadOnlyList<string> At(string url) =>
        [
            .. _new.Values.Where(filed => filed.Sketch?.Url == url).OrderByDescending(filed => filed.Sketch!.Revised).Select(filed => filed.Reading.Report.Id),
            .. _store.Rows(
                "SELECT id FROM report WHERE url = $url AND marks IS NOT NULL ORDER BY revised DESC LIMIT $limit", row => row.GetString(0), ("$url", url), ("$limit", MarksAtHand.TooCommon)),
        ];

        public Sketch? Sketch(string report)
        {
            if (_sketches.TryGetValue(report, out var sketch)) return sketch;
            return _sketches[report] = _store.Rows(
                "SELECT published, length, publisher, origin, marks, url, revised FROM report WHERE id = $id AND marks IS NOT NULL",
                row =>
                {
                    var (marks, wording) = Chancery.Fusion.Sketch.Restored(MemoryMarshal.Cast<byte, uint>(row.GetSpan(4)));
                    return new Sketch(report, Day(row, 0), row.GetInt32(1), row.GetText(2), row.GetText(3), marks)
                    {
                        Wording = wording,
                        Url = row.GetText(5),
                        Revised = Instant(row, 6),
                    };
                },
                ("$id", report)).FirstOrDefault();
        }

        public Lineage? Lineage(string report)
        {
            if (_lineages.TryGetValue(report, out var lineage)) return lineage;
            return _lineages[report] = _store.Rows("SELECT id, dispatch, derived_from, kind FROM report WHERE id = $id AND dispatch IS NOT NULL", LineageOf, ("$id", report)).FirstOrDefault();
        }

        public IReadOnlyList<string> Dispatch(string dispatch) =>
        [
            .. _store.Rows("SELECT id FROM report WHERE dispatch = $dispatch ORDER BY id", row => row.GetString(0), ("$dispatch", dispatch)),
            .. _new.Values.Where(filed => filed.Lineage?.Dispatch == dispatch).Select(filed => filed.Reading.Report.Id),
        ];

        public void Keep(Sketch sketch)
        {
            _sketches[sketch.Report] = sketch;
            if (_lastDay < sketch.Published) _lastDay = sketch.Published;
            if (_new.TryGetValue(sketch.Report, out var filed)) filed.Sketch = sketch;
            _marks.Add(sketch, filed?.Seq ?? (long)_store.Value(
                "UPDATE report SET length = $length, marks = $marks WHERE id = $id RETURNING seq", ("$length", sketch.Length), ("$marks", MarksOf(sketch)), ("$id", sketch.Report))!);
        }

        public void Keep(Lineage lineage)
        {
            _claims.Retell(lineage);
            _lineages[lineage.Report] = lineage;
            if (_new.TryGetValue(lineage.Report, out var filed)) filed.Lineage = lineage;
            else
            {
                _store.Value(
                    "UPDATE report SET dispatch = $dispatch, derived_from = $from, kind = $kind, changed = $changed WHERE id = $id",
                    ("$dispatch", lineage.Dispatch), ("$from", lineage.DerivedFrom), ("$kind", lineage.Kind.ToString()), ("$changed", _store._sequence), ("$id", lineage.Report));
            }
        }

        public IReadOnlyList<Testimony> Bearing(IReadOnlyCollection<MeetingKeys> keys, bool real, int first, int last) => _claims.Bearing(keys, real, first, last);

        public Testimony Claim(ClaimRef at) => _claims.Claim(at);

        public Testimony? Find(string claim) => _claims.Find(claim);

        public IReadOnlyList<Testimony> Said(string report) => _claims.Said(report);

        public IReadOnlyList<Testimony> Told(string id) => _claims.Told(id);

        public void Index(Testimony claim) => _claims.Index(claim);

        public void Hang(ClaimRef claim, Bond? bond) => _claims.Hang(claim, bond);

        public void Assign(ClaimRef claim, string? id) => _claims.Assign(claim, id);

        public string? EventOf(string claim) => _claims.EventOf(claim);

        public EventRow? Event(string id)
        {
            if (_events.TryGetValue(id, out var row)) return row;
            return _events[id] = _store.Rows("SELECT body FROM event WHERE id = $id", _store.EventRowOf, ("$id", id)).FirstOrDefault();
        }

        public void Keep(EventRow row)
        {
            _events[row.Id] = row;
            _changedEvents.Add(row.Id);
        }

        public void Drop(string id)
        {
            _events[id] = null;
            _changedEvents.Add(id);
        }

        private void Write(EventRow row) => _store.Value(
            """
            INSERT INTO event (id, day, frame, status, expected, standing, independent, changed, body)
            VALUES ($id, $day, $frame, $status, $expected, $standing, $independent, $changed, $body)
            ON CONFLICT (id) DO UPDATE SET day = excluded.day, frame = excluded.frame, status = excluded.status, expected = excluded.expected, standing = excluded.standing,
                independent = excluded.independent, changed = excluded.changed, body = excluded.body WHERE body <> excluded.body
            """,
            ("$id", row.Id), ("$day", Day(row.Day) ?? Cursor.Undated), ("$frame", row.Frame), ("$status", row.Status.ToString()), ("$expected", row.IsExpected ? 1 : 0), ("$standing", row.Standing.ToString()),
            ("$independent", row.Independent), ("$changed", _store._sequence), ("$body", _store.Json(row)));

        public IReadOnlyList<FigureRow> Figures(string report) => _figures.Of(report);

        public IReadOnlyList<FigureRow> Series(string series, int first, int last) => _figures.Of(series, first, last);

        public FigureRow? Before(string series, string source, int day) => _figures.Before(series, source, day);

        public IReadOnlyList<FigureRow> Counting(MeetingKeys keys, int first, int last) => _figures.Counting(keys, first, last);

        public void Index(FigureRow row, MeetingKeys keys) => _figures.Index(row, keys);

        public void Keep(FigureRow row) => _figures.Keep(row);

        public IReadOnlyList<Question> Asked(IReadOnlyCollection<long> keys, int day) => _questions.Asked(keys, day);

        public IReadOnlyList<Question> AnsweredBy(string report) => _questions.AnsweredBy(report);

        /// <remarks>Found by the words of their sentences and by whom the claims are about. Of claims that people corrected the file does not know that.</remarks>
        public IEnumerable<FiledReading> Telling(AskedWords asked)
        {
            var (first, last) = asked.Days;
            _lastDay ??= _store.Rows("SELECT published FROM report WHERE dispatch IS NOT NULL ORDER BY published DESC LIMIT 1", row => Day(row, 0)).FirstOrDefault() ?? DateOnly.MinValue;
            if (_lastDay < first) return [];
            return _store.Rows(
                """
                SELECT DISTINCT r.id FROM claim_words w CROSS JOIN claim c ON c.seq = w.rowid CROSS JOIN report r ON r.seq = c.report
                WHERE claim_words MATCH $words AND r.published BETWEEN $first AND $last AND c.event IS NOT NULL AND (
                    EXISTS (SELECT 1 FROM party p WHERE p.claim = c.seq AND (
                        p.actor IN (SELECT value FROM json_each($people)) OR p.country IN (SELECT value FROM json_each($people))
                        OR p.name IN (SELECT id FROM name WHERE folded IN (SELECT fold(value) FROM json_each($people)))))
                    OR c.id IN (SELECT value FROM json_each($corrected)))
                ORDER BY r.published, r.id
                """,
                row => row.GetString(0), ("$words", string.Join(" OR ", asked.Clues.Select(stem => $"\"{stem}\"*"))), ("$first", Day(first)), ("$last", Day(last)),
                ("$people", Json(asked.People, RecordJson.Default.IEnumerableString)), ("$corrected", Json(Rulings.CorrectedClaims, RecordJson.Default.IEnumerableString))).Select(_store.ReadingOf);
        }

        public void Index(Question question) => _questions.Index(question);

        public void Keep(Question question) => _questions.Keep(question);

        public void Forget(string report)
        {
            _questions.Forget(report);
            _claims.Forget(report);
            _figures.Forget(report);
            _figures.Flush();
            if (Sketch(report) is { } sketch) _marks.Remove(sketch, (long)_store.Value("SELECT seq FROM report WHERE id = $id", ("$id", report))!);
            _store.Value("DELETE FROM figure WHERE report = $id", ("$id", report));
            _figures.Clear();
            _sketches.Remove(report);
            _lineages.Remove(report);
            _store.Value("UPDATE report SET marks = NULL, dispatch = NULL, derived_from = NULL, kind = NULL WHERE id = $id", ("$id", report));
        }
    }

    private RowNumbers RowsOf(string table)
    {
        var last = $"SELECT max(rowid) FROM {table}";
        return new(() => (long?)Value(last));
    }

    private static byte[] MarksOf(Sketch sketch) => MemoryMarshal.AsBytes(sketch.Stored.AsSpan()).ToArray();

    private static Lineage LineageOf(Row row) => new(row.GetString(0), row.GetString(1), row.GetText(2), Enum.Parse<ReportKind>(row.GetString(3)));

    private EventRow EventRowOf(Row row) => _reader.Event(row.GetSpan(0));

    private FigureRow FigureOf(Row row) => _reader.Figure(row.GetSpan(0));
}
