using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>Lists by page: every one is walked along an index from where the last page ended.</summary>
public sealed partial class SqliteRecordStore
{
    /// <summary>Claims or reports that are not sorted any more for a page of them: to sort so many takes as long as to walk the list until the page is full.</summary>
    private const int Many = 5_000;

    /// <inheritdoc/>
    public Task<RecordStamp> StampAsync(CancellationToken cancel = default) => Task.FromResult(Guarded(() => Whole("BEGIN", () => new RecordStamp(
        (long)Value("SELECT sequence FROM stamp")!, (int)(long)Value("SELECT count(*) FROM report")!, (int)(long)Value("SELECT count(*) FROM claim")!, (int)(long)Value("SELECT count(*) FROM event")!,
        (int)(long)Value("SELECT count(DISTINCT dispatch) FROM report")!))));

    /// <inheritdoc/>
    public Task<Page<FiledClaim>> ClaimsAsync(ClaimQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        const string day = "coalesce(r.published, '9999-12-31')";
        var after = Cursor.Parse(page.After);
        return Task.FromResult(Guarded(() =>
        {
            var driver = Driver(query);
            var sql = new ClaimSql(query, driver);
            var (sign, order) = query.LatestFirst ? ("<", "DESC") : (">", "ASC");
            if (after is { } place)
                sql.And($"({day}, r.id) {sign}= ({sql.Value(place.Major)}, {sql.Value(place.Name)}) AND ({day}, r.id, c.ordinal) {sign} ({sql.Value(place.Major)}, {sql.Value(place.Name)}, {sql.Value(place.Index)})");
            var rows = Found(
                $"SELECT {day}, r.id, c.ordinal, c.event FROM {(driver is null ? "report r CROSS JOIN claim c ON c.report = r.seq" : "claim c CROSS JOIN report r ON r.seq = c.report")} WHERE {sql.Where} ORDER BY {day} {order}, r.id {order}, c.ordinal {order} LIMIT {page.Size + 1}",
                sql.Values, row => (At: new Cursor(row.GetString(0), row.GetString(1), row.GetInt32(2)), Event: row.GetText(3)));
            return Part(rows, page, c => c.At).Of(c => new FiledClaim(ReadingOf(c.At.Name), ReadingOf(c.At.Name).Claims[c.At.Index]) { Event = c.Event });
        }));
    }

    /// <inheritdoc/>
    public Task<Page<FiledReport>> ReportsAsync(ReportQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        const string day = "coalesce(r.published, '9999-12-31')";
        var order = query.LatestFirst ? "DESC" : "ASC";
        return Task.FromResult(Guarded(() =>
        {
            var sql = ReportSql.Of(query, Driver(query.Claims), IsCommon(query));
            After(sql, $"({day}, r.id)", page, query.LatestFirst);
            var rows = Found(
                $"SELECT {day}, r.id, coalesce(r.dispatch, r.id), r.derived_from, coalesce(r.kind, 'Original'), r.retraction FROM report r WHERE {sql.Where} ORDER BY {day} {order}, r.id {order} LIMIT {page.Size + 1}",
                sql.Values,
                row => (At: new Cursor(row.GetString(0), row.GetString(1)), Lineage: new Lineage(row.GetString(1), row.GetString(2), row.GetText(3), Enum.Parse<ReportKind>(row.GetString(4))), Retraction: row.GetText(5)));
            return Part(rows, page, r => r.At).Of(r => new FiledReport(
                ReadingOf(r.At.Name), r.Lineage, r.Retraction is null ? null : JsonSerializer.Deserialize(r.Retraction, RecordJson.Default.Retraction)));
        }));
    }

    /// <inheritdoc/>
    public Task<Page<Event>> EventsAsync(EventQuery query, PageRequest page, CancellationToken cancel = default) =>
        EventsAsync(query, page, row => row.Claims.Select(c => c.Report), (row, reading) => row.Told(reading));

    /// <inheritdoc/>
    public Task<Page<EventLine>> EventLinesAsync(EventQuery query, PageRequest page, CancellationToken cancel = default) =>
        EventsAsync(query, page, row => [row.Claims[row.Best].Report], Line);

    private static EventLine Line(EventRow row, Func<string, FiledReading> reading)
    {
        var (report, index) = row.Claims[row.Best];
        return new(row.Id, new(reading(report), reading(report).Claims[index]) { Event = row.Id }, row.Claims.Length, row.Status, row.Standing, row.Independent, row.Time);
    }

    /// <summary>A page of events, each told from those of its reports that are wanted for it.</summary>
    private Task<Page<T>> EventsAsync<T>(EventQuery query, PageRequest page, Func<EventRow, IEnumerable<string>> reports, Func<EventRow, Func<string, FiledReading>, T> told)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        return Task.FromResult(Guarded(() =>
        {
            var driver = Driver(query.Claims);
            var sql = EventSql(query, driver);
            After(sql, "(e.day, e.id)", page, query.LatestFirst);
            // looked up, events are put in order; walked, they come in it
            var order = query.LatestFirst ? "DESC" : "ASC";
            var sign = driver is null ? "" : "+";
            var rows = Found($"SELECT e.body, e.day FROM event e WHERE {sql.Where} ORDER BY {sign}e.day {order}, {sign}e.id {order} LIMIT {page.Size + 1}", sql.Values, row => (Row: EventRowOf(row), Day: row.GetString(1)));
            var readings = ReadingsOf(rows.Take(page.Size).SelectMany(r => reports(r.Row)));
            return Part(rows, page, r => new(r.Day, r.Row.Id)).Of(r => told(r.Row, report => readings[report]));
        }));
    }

    /// <inheritdoc/>
    public Task<Event?> EventAsync(string id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.FromResult(Guarded(() => Named(id)?.Told(ReadingOf)));
    }

    /// <inheritdoc/>
    public Task<EventLine?> EventLineAsync(string id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.FromResult(Guarded(() => Named(id) is { } row ? Line(row, ReadingOf) : null));
    }

    /// <summary>The event of a name: its own, that of one joined to it since, or that of a claim which stands in it.</summary>
    private EventRow? Named(string id)
    {
        return _state.Event(id) ?? Standing(id) ?? (id.StartsWith('e') ? Standing(id[1..]) : null);

        EventRow? Standing(string claim) => _state.EventOf(claim) is { } name ? _state.Event(name) : null;
    }

    /// <inheritdoc/>
    public Task<Page<FigureEntry>> FiguresAsync(FigureQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        return Task.FromResult(Guarded(() =>
        {
            var (found, after) = (ImmutableArray.CreateBuilder<FigureEntry>(), Cursor.Parse(page.After));
            // a figure without a claim can only be asked by looking at it: so pages are read until one is full
            for (var most = page.Size + 1; ; most = Math.Min(2 * most, PageRequest.Most))
            {
                var (from, sql) = FigureSql(query);
                if (after is { } place) sql.And($"(f.series, f.as_of, f.id) > ({sql.Value(place.Major)}, {sql.Value(place.Name.Split('\t', 2)[0])}, {sql.Value(place.Name.Split('\t', 2)[^1])})");
                var rows = Found($"SELECT f.body, f.as_of FROM {from} WHERE {sql.Where} ORDER BY f.series, f.as_of, f.id LIMIT {most}", sql.Values, row => (Row: FigureOf(row), AsOf: row.GetString(1)));
                var readings = ReadingsOf(rows.Select(r => r.Row.Report));
                foreach (var (row, asOf) in rows)
                {
                    var entry = row.Told(report => readings[report]);
                    if (query.Claims is not null && !query.Claims.Matches(entry)) continue;
                    if (found.Count == page.Size) return new Page<FigureEntry>(found.ToImmutable(), after!.Value.ToString());
                    found.Add(entry);
                    after = new(row.Series, asOf + "\t" + row.Id);
                }
                if (rows.Count < most) return new Page<FigureEntry>(found.ToImmutable(), null);
                after = new(rows[^1].Row.Series, rows[^1].AsOf + "\t" + rows[^1].Row.Id);
            }
        }));
    }

    /// <inheritdoc/>
    public Task<Page<OpenQuestion>> UnknownsAsync(UnknownQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        const string day = "coalesce(r.published, '9999-12-31')";
        return Task.FromResult(Guarded(() =>
        {
            var sql = ReportSql.Of(query.Reports ?? new(), Driver(query.Reports?.Claims), isCommon: true);
            sql.And("r.retraction IS NULL");
            if (query.IsOpen is { } open) sql.And($"u.answer IS {(open ? "" : "NOT ")}NULL");
            if (Cursor.Parse(page.After) is { } place) sql.And($"({day}, r.id) >= ({sql.Value(place.Major)}, {sql.Value(place.Name)}) AND ({day}, r.id, u.start) > ({sql.Value(place.Major)}, {sql.Value(place.Name)}, {sql.Value(place.Index)})");
            var areFew = Value($"SELECT count(*) FROM (SELECT 1 FROM unknown{(query.IsOpen is false ? " WHERE answer IS NOT NULL" : "")} LIMIT $many)", ("$many", Many)) is < (long)Many;
            var rows = Found(
                $"""
                SELECT {day}, r.id, u.start, u.ordinal, (SELECT id FROM report WHERE seq = c.report), c.ordinal
                FROM {(areFew ? "unknown u CROSS JOIN report r" : "report r CROSS JOIN unknown u")} ON u.report = r.seq LEFT JOIN claim c ON c.seq = u.answer
                WHERE {sql.Where} ORDER BY {day}, r.id, u.start, u.ordinal LIMIT {page.Size + 1}
                """,
                sql.Values,
                row => (At: new Cursor(row.GetString(0), row.GetString(1), row.GetInt32(2)), Ordinal: row.GetInt32(3), Answer: row.IsNull(5) ? (ClaimRef?)null : new(row.GetString(4), row.GetInt32(5))));
            var readings = ReadingsOf(rows.Take(page.Size).SelectMany(q => (string?[])[q.At.Name, q.Answer?.Report]).OfType<string>());
            return Part(rows, page, q => q.At).Of(q => OpenQuestions.Of(
                readings[q.At.Name], readings[q.At.Name].Unknowns[q.Ordinal], q.Answer is { } answer ? new(readings[answer.Report], readings[answer.Report].Claims[answer.Index]) : null));
        }));
    }

    private static ClaimSql EventSql(EventQuery query, ClaimFilter? driver)
    {
        var sql = query.Claims is null ? new ClaimSql()
            : driver is null ? new ClaimSql(query.Claims, driver, "EXISTS (SELECT 1 FROM claim c CROSS JOIN report r ON r.seq = c.report WHERE c.event = e.id AND ", ")")
            : new ClaimSql(query.Claims, driver, "e.id IN (SELECT c.event FROM claim c CROSS JOIN report r ON r.seq = c.report WHERE c.event IS NOT NULL AND ", ")");
        Add(sql, query);
        return sql;
    }

    /// <summary>Adds what is asked of events themselves.</summary>
    private static void Add(ClaimSql sql, EventQuery query)
    {
        if (query.Standing is { } standing) sql.And($"e.standing = {sql.Value(standing.ToString())}");
        if (query.IsExpected is { } expected) sql.And($"e.expected = {(expected ? 1 : 0)}");
        if (query.MinIndependent > 0) sql.And($"e.independent >= {sql.Value(query.MinIndependent)}");
        if (query.Id is { } id) sql.And(sql.Prefix("e.id", id));
        if (query.ChangedSince is { } since) sql.And($"e.changed > {sql.Value(since)}");
    }

    /// <summary>Figures of whose claim something is asked pass by it. One without a claim has no actor, kind or status; the rest is seen by looking at it.</summary>
    /// <returns>The tables with <c>figure f</c>, and the conditions.</returns>
    private (string From, ClaimSql Where) FigureSql(FigureQuery query)
    {
        var (from, sql) = ("figure f", new ClaimSql());
        if (query.Claims is { } claims && claims != new ClaimQuery())
        {
            var driver = Driver(claims);
            var or = claims is { Actor: null, Recipient: null, Kind: null, Status: null, Id: null } ? "f.claim IS NULL OR " : "";
            if (driver is null) sql = new(claims, driver, $"({or}EXISTS (SELECT 1 FROM claim c CROSS JOIN report r ON r.seq = c.report WHERE c.id = f.claim AND ", "))");
            else if (or.Length > 0) sql = new(claims, driver, $"({or}f.claim IN (SELECT c.id FROM claim c CROSS JOIN report r ON r.seq = c.report WHERE ", "))");
            // few claims, and no index of figures by theirs: looked up among those of their reports
            else (from, sql) = ("claim c CROSS JOIN report r ON r.seq = c.report CROSS JOIN figure f ON f.report = r.id AND +f.claim = c.id", new(claims, driver));
        }
        if (query.Series is { } series) sql.And($"f.series = {sql.Value(series)}");
        if (query.ChangedSince is { } since) sql.And($"f.changed > {sql.Value(since)}");
        return (from, sql);
    }

    /// <summary>The filter of a query that passes fewest claims, where that is few enough to look them up by it; null where the list is better walked.</summary>
    private ClaimFilter? Driver(ClaimQuery? query)
    {
        if (query is null) return null;
        var (driver, fewest) = ((ClaimFilter?)null, (long)Many);
        foreach (var filter in ClaimSql.Filters(query))
        {
            var sql = ClaimSql.Counting(query, filter, (int)fewest);
            var count = Found(sql.Where, sql.Values, row => row.GetInt64(0))[0];
            if (count < fewest) (driver, fewest) = (filter, count);
            if (fewest == 0) break;
        }
        return driver;
    }

    /// <summary>True where the words that are asked of reports stand in so many that the list is better walked.</summary>
    private bool IsCommon(ReportQuery query)
    {
        if (!ReportSql.HasWords(query)) return false;
        var sql = new ClaimSql();
        return Found($"SELECT count(*) FROM (SELECT 1 FROM report_words WHERE report_words MATCH {sql.Match(query.Text!)} LIMIT {Many})", sql.Values, row => row.GetInt32(0))[0] == Many;
    }

    private static void After(ClaimSql sql, string key, PageRequest page, bool latestFirst)
    {
        if (Cursor.Parse(page.After) is { } place) sql.And($"{key} {(latestFirst ? "<" : ">")} ({sql.Value(place.Major)}, {sql.Value(place.Name)})");
    }

    private static Page<T> Part<T>(List<T> rows, PageRequest page, Func<T, Cursor> at) =>
        new([.. rows.Take(page.Size)], rows.Count > page.Size ? at(rows[page.Size - 1]).ToString() : null);
}
