using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

/// <summary>Lists by page: every one is walked along an index from where the last page ended.</summary>
public sealed partial class SqliteRecordStore
{
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
        var sql = new ClaimSql(query);
        var after = Cursor.Parse(page.After);
        if (after is { } place) sql.And($"({day}, r.id, c.ordinal) {(query.LatestFirst ? "<" : ">")} ({sql.Value(place.Major)}, {sql.Value(place.Name)}, {sql.Value(place.Index)})");
        var order = query.LatestFirst ? "DESC" : "ASC";
        return Task.FromResult(Guarded(() =>
        {
            var rows = Found(
                $"SELECT {day}, r.id, c.ordinal, c.event FROM claim c JOIN report r ON r.seq = c.report WHERE {sql.Where} ORDER BY {day} {order}, r.id {order}, c.ordinal {order} LIMIT {page.Size + 1}",
                sql.Values, row => (At: new Cursor(row.GetString(0), row.GetString(1), row.GetInt32(2)), Event: Text(row, 3)));
            var readings = new ReadingCache(this);
            return Part(rows, page, c => c.At).Of(c => new FiledClaim(readings.Of(c.At.Name), readings.Of(c.At.Name).Claims[c.At.Index]) { Event = c.Event });
        }));
    }

    /// <inheritdoc/>
    public Task<Page<FiledReport>> ReportsAsync(ReportQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        const string day = "coalesce(r.published, '9999-12-31')";
        var sql = ReportSql.Of(query);
        After(sql, $"({day}, r.id)", page, query.LatestFirst);
        var order = query.LatestFirst ? "DESC" : "ASC";
        return Task.FromResult(Guarded(() =>
        {
            var rows = Found(
                $"SELECT {day}, r.id, coalesce(r.dispatch, r.id), r.derived_from, coalesce(r.kind, 'Original'), r.retraction FROM report r WHERE {sql.Where} ORDER BY {day} {order}, r.id {order} LIMIT {page.Size + 1}",
                sql.Values,
                row => (At: new Cursor(row.GetString(0), row.GetString(1)), Lineage: new Lineage(row.GetString(1), row.GetString(2), Text(row, 3), Enum.Parse<ReportKind>(row.GetString(4))), Retraction: Text(row, 5)));
            var readings = new ReadingCache(this);
            return Part(rows, page, r => r.At).Of(r => new FiledReport(
                readings.Of(r.At.Name), r.Lineage, r.Retraction is null ? null : JsonSerializer.Deserialize(r.Retraction, RecordJson.Default.Retraction)));
        }));
    }

    /// <inheritdoc/>
    public Task<Page<Event>> EventsAsync(EventQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var sql = EventSql(query);
        After(sql, "(e.day, e.id)", page, query.LatestFirst);
        var order = query.LatestFirst ? "DESC" : "ASC";
        return Task.FromResult(Guarded(() =>
        {
            var rows = Found($"SELECT e.body, e.day FROM event e WHERE {sql.Where} ORDER BY e.day {order}, e.id {order} LIMIT {page.Size + 1}", sql.Values, row => (Row: EventRowOf(row), Day: row.GetString(1)));
            var readings = new ReadingCache(this);
            return Part(rows, page, r => new(r.Day, r.Row.Id)).Of(r => r.Row.Told(readings.Of));
        }));
    }

    /// <inheritdoc/>
    public Task<Event?> EventAsync(string id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.FromResult(Guarded(() =>
        {
            var row = _state.Event(id) ?? Standing(id) ?? (id.StartsWith('e') ? Standing(id[1..]) : null);
            return row?.Told(new ReadingCache(this).Of);
        }));

        Fusion.EventRow? Standing(string claim) => _state.EventOf(claim) is { } name ? _state.Event(name) : null;
    }

    /// <inheritdoc/>
    public Task<Page<FigureEntry>> FiguresAsync(FigureQuery query, PageRequest page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        return Task.FromResult(Guarded(() =>
        {
            var (found, after, readings) = (ImmutableArray.CreateBuilder<FigureEntry>(), Cursor.Parse(page.After), new ReadingCache(this));
            // a figure without a claim can only be asked by looking at it: so pages are read until one is full
            while (true)
            {
                var sql = FigureSql(query);
                if (after is { } place) sql.And($"(f.series, f.as_of, f.id) > ({sql.Value(place.Major)}, {sql.Value(place.Name.Split('\t', 2)[0])}, {sql.Value(place.Name.Split('\t', 2)[^1])})");
                var rows = Found($"SELECT f.body, f.as_of FROM figure f WHERE {sql.Where} ORDER BY f.series, f.as_of, f.id LIMIT {Page}", sql.Values, row => (Row: FigureOf(row), AsOf: row.GetString(1)));
                foreach (var (row, asOf) in rows)
                {
                    var entry = row.Told(readings.Of);
                    if (query.Claims is not null && !query.Claims.Matches(entry)) continue;
                    if (found.Count == page.Size) return new Page<FigureEntry>(found.ToImmutable(), after!.Value.ToString());
                    found.Add(entry);
                    after = new(row.Series, asOf + "\t" + row.Id);
                }
                if (rows.Count < Page) return new Page<FigureEntry>(found.ToImmutable(), null);
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
        var sql = ReportSql.Of(query.Reports ?? new());
        sql.And("r.retraction IS NULL");
        if (query.IsOpen is { } open) sql.And(open ? "u.answered IS NULL" : "u.answered IS NOT NULL");
        if (Cursor.Parse(page.After) is { } place) sql.And($"({day}, r.id, u.start) > ({sql.Value(place.Major)}, {sql.Value(place.Name)}, {sql.Value(place.Index)})");
        return Task.FromResult(Guarded(() =>
        {
            var rows = Found(
                $"SELECT {day}, r.id, u.start, u.ordinal, u.answered FROM report r JOIN unknown u ON u.report = r.seq WHERE {sql.Where} ORDER BY {day}, r.id, u.start, u.ordinal LIMIT {page.Size + 1}",
                sql.Values, row => (At: new Cursor(row.GetString(0), row.GetString(1), row.GetInt32(2)), Ordinal: row.GetInt32(3), Answered: Text(row, 4)));
            var readings = new ReadingCache(this);
            return Part(rows, page, r => r.At).Of(r => OpenQuestions.Of(readings.Of(r.At.Name), readings.Of(r.At.Name).Unknowns[r.Ordinal], r.Answered));
        }));
    }

    private static ClaimSql EventSql(EventQuery query)
    {
        var sql = query.Claims is null ? new ClaimSql(new()) : new ClaimSql(query.Claims, "e.id IN (SELECT c.event FROM claim c JOIN report r ON r.seq = c.report WHERE c.event IS NOT NULL AND ", ")");
        if (query.Standing is { } standing) sql.And($"e.standing = {sql.Value(standing.ToString())}");
        if (query.IsExpected is { } expected) sql.And($"e.status {(expected ? "" : "NOT ")}IN ('Planned', 'Possible', 'Demanded', 'Conditional')");
        if (query.MinIndependent > 0) sql.And($"e.independent >= {sql.Value(query.MinIndependent)}");
        if (query.Id is { } id) sql.And(sql.Prefix("e.id", id));
        if (query.ChangedSince is { } since) sql.And($"e.changed > {sql.Value(since)}");
        return sql;
    }

    /// <summary>Figures of whose claim something is asked pass by it; those without one are looked at one by one.</summary>
    private static ClaimSql FigureSql(FigureQuery query)
    {
        var sql = query.Claims is null || query.Claims == new ClaimQuery()
            ? new ClaimSql(new())
            : new ClaimSql(query.Claims, "(f.claim IS NULL OR f.claim IN (SELECT c.id FROM claim c JOIN report r ON r.seq = c.report WHERE ", "))");
        if (query.Series is { } series) sql.And($"f.series = {sql.Value(series)}");
        if (query.ChangedSince is { } since) sql.And($"f.changed > {sql.Value(since)}");
        return sql;
    }

    private static void After(ClaimSql sql, string key, PageRequest page, bool latestFirst)
    {
        if (Cursor.Parse(page.After) is { } place) sql.And($"{key} {(latestFirst ? "<" : ">")} ({sql.Value(place.Major)}, {sql.Value(place.Name)})");
    }

    private static Page<T> Part<T>(List<T> rows, PageRequest page, Func<T, Cursor> at) =>
        new([.. rows.Take(page.Size)], rows.Count > page.Size ? at(rows[page.Size - 1]).ToString() : null);

    private List<T> Found<T>(string sql, ReadOnlySpan<(string, object?)> values, Func<SqliteDataReader, T> read)
    {
        using var command = Command(sql, values);
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    /// <summary>Readings of one page, each fetched once.</summary>
    private sealed class ReadingCache(SqliteRecordStore store)
    {
        private readonly Dictionary<string, FiledReading> _readings = new(StringComparer.Ordinal);

        internal FiledReading Of(string report)
        {
            if (_readings.TryGetValue(report, out var reading)) return reading;
            return _readings[report] = store.Readings($"SELECT {ReadingColumns} FROM report WHERE id = $id", ("$id", report)).Single();
        }
    }
}
