using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>What is counted over many rows, without the texts behind them.</summary>
public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public Task<RecordHead> HeadAsync(CancellationToken cancel = default) => Task.FromResult(Guarded(() => new RecordHead(
        (long)Value("SELECT sequence FROM stamp")!,
        Value("SELECT identity FROM report ORDER BY seq LIMIT 1") is byte[] first ? Convert.ToHexStringLower(first.AsSpan(0, 8)) : "",
        Value("SELECT max(published) FROM report") is string last ? DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null)));

    /// <inheritdoc/>
    public Task<int?> CountAsync(ClaimQuery query, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(Guarded(() => Count(ClaimSql.Distinct(query, Source(query), "c.seq"), most)));
    }

    /// <inheritdoc/>
    public Task<int?> CountAsync(EventQuery query, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(Guarded(() => Count(Ids(query), most)));
    }

    /// <inheritdoc/>
    public Task<int?> CountAsync(ReportQuery query, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(Guarded(() =>
        {
            if (query.Claims is { } claims) return Count(ClaimSql.Distinct(claims, Source(claims), "r.seq", "", sql => ReportSql.Add(sql, query, isCommon: true)), most);
            var sql = ReportSql.Of(query, null, isCommon: false);
            return Count($"SELECT 1 FROM report r WHERE {sql.Where}", sql.Values, most);
        }));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> EventIdsAsync(EventQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult<IReadOnlyList<string>>(Guarded(() =>
        {
            var sql = Ids(query);
            return Found(sql.Where, sql.Values, row => row.GetString(0));
        }));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> EventsOfAsync(IReadOnlyCollection<string> claims, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return Task.FromResult<IReadOnlyDictionary<string, string>>(Guarded(() =>
        {
            var events = new Dictionary<string, string>(claims.Count, StringComparer.Ordinal);
            foreach (var claim in claims)
                if (_state.EventOf(claim) is { } name) events[claim] = name;
            return events;
        }));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EventOutline> OutlinesAsync(long changedSince, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        // along the index of changes, so that each part begins where the last one ended
        for (var (change, last) = (changedSince, long.MaxValue); ;)
        {
            cancel.ThrowIfCancellationRequested();
            var (at, behind) = (change, last);
            var part = Guarded(() => Rows(
                "SELECT body, changed, seq FROM event WHERE (changed, seq) > ($changed, $seq) ORDER BY changed, seq LIMIT $limit",
                row => (Outline: OutlineOf(EventRowOf(row)), Changed: row.GetInt64(1), Seq: row.GetInt64(2)), ("$changed", at), ("$seq", behind), ("$limit", OutlinesAtATime)));
            foreach (var (outline, changed, seq) in part)
            {
                (change, last) = (changed, seq);
                if (outline is not null) yield return outline;
            }
            if (part.Count < OutlinesAtATime) yield break;
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FigureSeries>> SeriesAsync(long changedSince, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<FigureSeries>>(Guarded(() => Rows(
        $$"""
        SELECT series, unit, count(*) AS many, sum(instr(body, '"Contradicts":["') > 0), sum(instr(body, '"Drift":{') > 0), min(nullif(as_of, '9999-12-31')), max(nullif(as_of, '9999-12-31')), min(body)
        FROM figure {{(changedSince > 0 ? "WHERE series IN (SELECT series FROM figure WHERE changed > $since)" : "WHERE $since = 0")}} GROUP BY series
        """,
        row => new FigureSeries(row.GetString(0), _reader.Figure(row.GetSpan(7)).Figure.Of, row.GetText(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), Day(row, 5), Day(row, 6)),
        ("$since", changedSince))));

    private const int OutlinesAtATime = 500;

    private EventOutline? OutlineOf(EventRow row)
    {
        var best = row.Claims[row.Best];
        // gone where the report is erased between one page and the next
        var claim = Rows(
            "SELECT c.body FROM report r JOIN claim c ON c.report = r.seq WHERE r.id = $report AND c.ordinal = $ordinal", row => _reader.Claim(row.GetSpan(0)),
            ("$report", best.Report), ("$ordinal", best.Index)).FirstOrDefault();
        if (claim is null) return null;
        var told = _state.Rulings.Corrected(claim);
        ImmutableArray<string> claims = row.Claims.Length == 1 ? [told.Id] : [.. Rows("SELECT id FROM claim WHERE event = $event", one => one.GetString(0), ("$event", row.Id))];
        return new(row.Id, row.Day, row.Status, row.Standing, row.Independent, claims, told);
    }

    /// <summary>A statement that finds the ids of events, each once.</summary>
    private ClaimSql Ids(EventQuery query)
    {
        if (query.Claims is not { } claims)
            return EventSql(query, null).Behind("SELECT e.id FROM event e WHERE ");
        return query with { Claims = null, LatestFirst = false } == new EventQuery()
            ? ClaimSql.Distinct(claims, Source(claims), "c.event", "", sql => sql.And("c.event IS NOT NULL"))
            : ClaimSql.Distinct(claims, Source(claims), "e.id", "CROSS JOIN event e ON e.id = c.event", sql => Add(sql, query));
    }

    /// <summary>The filter whose claims are gone through where no order is asked for; where all pass many, the one that tells most of a question.</summary>
    private ClaimFilter? Source(ClaimQuery query) => Driver(query) ?? ClaimSql.Filters(query).Select(f => (ClaimFilter?)f).FirstOrDefault();

    private int? Count(ClaimSql sql, int most) => Count(sql.Where, sql.Values, most);

    private int? Count(string found, ReadOnlySpan<(string, object?)> values, int most)
    {
        var limit = (most + 1).ToString(CultureInfo.InvariantCulture);
        var count = Found($"SELECT count(*) FROM ({found} LIMIT {limit})", values, row => row.GetInt32(0))[0];
        return count > most ? null : count;
    }
}
