using System.Runtime.CompilerServices;

namespace Chancery.Records;

public sealed partial class MemoryRecordStore
{
    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancel = default) => Locked(() => _state.Readings.Count);

    /// <inheritdoc/>
    public Task<RecordHead> HeadAsync(CancellationToken cancel = default) => Locked(() => new RecordHead(
        _state.Sequence, _state.Readings.Values.FirstOrDefault() is { } first ? Convert.ToHexStringLower(first.Report.Identity().AsSpan(0, 8)) : "", _state.Readings.Values.Max(r => r.Report.Published)));

    /// <inheritdoc/>
    public Task<RecordStamp> StampAsync(CancellationToken cancel = default) => Locked(() => new RecordStamp(
        _state.Sequence, _state.Readings.Count, _state.Readings.Values.Sum(r => r.Claims.Length), _state.Events.Count(),
        _state.Readings.Keys.Select(_state.Lineage).OfType<Lineage>().Select(l => l.Dispatch).Distinct(StringComparer.Ordinal).Count()));

    /// <inheritdoc/>
    public async IAsyncEnumerable<FiledReading> ReadingsAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var reading in await Locked(() => Ordered().ToArray())) yield return reading;
    }

    /// <inheritdoc/>
    public Task<FiledReading?> ReadingAsync(string report, CancellationToken cancel = default) =>
        Locked(() => _state.Readings.ContainsKey(report) ? _state.Corrected(report) : null);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var claim in await Locked(() => Claims(query).ToArray())) yield return claim;
    }

    /// <inheritdoc/>
    public Task<Page<FiledClaim>> ClaimsAsync(ClaimQuery query, PageRequest page, CancellationToken cancel = default) =>
        Locked(() => Paged(Claims(query), c => Cursor.Of(c.Reading.Report.Published, c.Reading.Report.Id, c.Reading.Claims.IndexOf(c.Claim)), page, query.LatestFirst));

    /// <inheritdoc/>
    public Task<int?> CountAsync(ClaimQuery query, int most, CancellationToken cancel = default) => Locked(() => AtMost(Claims(query).Take(most + 1).Count(), most));

    /// <inheritdoc/>
    public Task<int?> CountAsync(EventQuery query, int most, CancellationToken cancel = default) => Locked(() => AtMost(Events(query).Take(most + 1).Count(), most));

    /// <inheritdoc/>
    public Task<int?> CountAsync(ReportQuery query, int most, CancellationToken cancel = default) => Locked(() => AtMost(Ordered().Where(r => Matches(query, r)).Take(most + 1).Count(), most));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> EventIdsAsync(EventQuery query, CancellationToken cancel = default) => Locked<IReadOnlyList<string>>(() => [.. Events(query).Select(e => e.Event.Id)]);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> EventsOfAsync(IReadOnlyCollection<string> claims, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return Locked<IReadOnlyDictionary<string, string>>(() => claims.Distinct(StringComparer.Ordinal)
            .Select(c => KeyValuePair.Create(c, _state.EventOf(c)))
            .Where(c => c.Value is not null)
            .ToDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EventOutline> OutlinesAsync(long changedSince, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var outline in await Locked(() => Events(new() { ChangedSince = changedSince }).Select(e => e.Event.Outline(e.Day)).ToArray())) yield return outline;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FigureSeries>> SeriesAsync(long changedSince, CancellationToken cancel = default) => Locked<IReadOnlyList<FigureSeries>>(() =>
    [
        .. _state.AllFigures.GroupBy(f => f.Series, StringComparer.Ordinal).Where(s => s.Any(f => IsNew("f", f.Id, changedSince > 0 ? changedSince : null)))
            .Select(s => new FigureSeries(
                s.Key, s.First().Figure.Of, s.First().Quantity.Unit, s.Count(), s.Count(f => f.Contradicts.Length > 0), s.Count(f => f.Drift is not null), s.Min(f => f.AsOf), s.Max(f => f.AsOf))),
    ]);

    /// <inheritdoc/>
    public Task<Page<FiledReport>> ReportsAsync(ReportQuery query, PageRequest page, CancellationToken cancel = default) => Locked(() => Paged(
        Ordered().Where(r => Matches(query, r)).Select(Filed),
        r => Cursor.Of(r.Reading.Report.Published, r.Reading.Report.Id), page, query.LatestFirst));

    /// <inheritdoc/>
    public Task<Page<Event>> EventsAsync(EventQuery query, PageRequest page, CancellationToken cancel = default) => Locked(() => Paged(
        Events(query),
        e => Cursor.Of(e.Day, e.Event.Id), page, query.LatestFirst).Of(e => e.Event));

    /// <inheritdoc/>
    public async Task<Page<EventLine>> EventLinesAsync(EventQuery query, PageRequest page, CancellationToken cancel = default) => (await EventsAsync(query, page, cancel)).Of(EventLine.Of);

    /// <inheritdoc/>
    public Task<Event?> EventAsync(string id, CancellationToken cancel = default) => Locked(() =>
    {
        ArgumentNullException.ThrowIfNull(id);
        var name = _state.Event(id) is not null ? id : _state.EventOf(id) ?? (id.StartsWith('e') ? _state.EventOf(id[1..]) : null);
        return name is not null && _state.Event(name) is { } row ? _state.Told(row) : null;
    });

    /// <inheritdoc/>
    public async Task<EventLine?> EventLineAsync(string id, CancellationToken cancel = default) => await EventAsync(id, cancel) is { } item ? EventLine.Of(item) : null;

    /// <inheritdoc/>
    public Task<Page<FigureEntry>> FiguresAsync(FigureQuery query, PageRequest page, CancellationToken cancel = default) => Locked(() => Paged(
        _state.AllFigures.Where(f => (query.Series is null || f.Series == query.Series) && IsNew("f", f.Id, query.ChangedSince))
            .Select(f => f.Told(_state.Corrected))
            .Where(f => query.Claims is null || query.Claims.Matches(f)),
        f => new(f.Series, Cursor.Of(f.AsOf, f.Id).Major + "\t" + f.Id), page));

    /// <inheritdoc/>
    public Task<Page<OpenQuestion>> UnknownsAsync(UnknownQuery query, PageRequest page, CancellationToken cancel = default) => Locked(() => Paged(
        Counting().Where(r => query.Reports is null || Matches(query.Reports, r))
            .SelectMany(r => r.Unknowns.Select((u, i) => OpenQuestions.Of(r, u, _state.Answer(new(r.Report.Id, i)))).OrderBy(q => q.Unknown.Span.Start))
            .Where(q => query.IsOpen is null || q.Answer is null == query.IsOpen),
        q => Cursor.Of(q.Reading.Report.Published, q.Reading.Report.Id, q.Unknown.Span.Start), page));

    /// <summary>Readings that were not retracted.</summary>
    private IEnumerable<FiledReading> Counting() => Ordered().Where(r => !_retracted.ContainsKey(r.Report.Id));

    /// <inheritdoc/>
    public Task<FusedRecord> FusedAsync(CancellationToken cancel = default) => Locked(_state.Fused);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> VerifyAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var fault in await Locked(() => _state.Readings.Values.SelectMany(ReadingChecks.Faults).Concat(_state.Fused().Events.SelectMany(EventChecks.Faults)).ToArray())) yield return fault;
    }

    private IEnumerable<FiledReading> Ordered() => _state.Readings.Keys.Select(_state.Corrected)
        .OrderBy(r => r.Report.Published ?? DateOnly.MaxValue)
        .ThenBy(r => r.Report.Id, StringComparer.Ordinal);

    private IEnumerable<(DateOnly? Day, Event Event)> Events(EventQuery query) =>
        _state.Events.Where(e => (query.Standing is null || e.Standing == query.Standing)
                && (query.IsExpected is null || e.IsExpected == query.IsExpected)
                && e.Independent >= query.MinIndependent
                && (query.Id is null || e.Id.StartsWith(query.Id, StringComparison.Ordinal))
                && IsNew("e", e.Id, query.ChangedSince))
            .Select(row => (row.Day, Event: _state.Told(row)))
            .Where(e => query.Claims is null || e.Event.Claims.Any(query.Claims.Matches));

    private static int? AtMost(int count, int most) => count > most ? null : count;

    private IEnumerable<FiledClaim> Claims(ClaimQuery query) => Ordered().SelectMany(r => r.Claims.Select(c => new FiledClaim(r, c) { Event = _state.EventOf(c.Id) })).Where(query.Matches);

    private bool Matches(ReportQuery query, FiledReading reading)
    {
        var report = reading.Report;
        return (query.Id is null || report.Id == query.Id)
            && (query.Text is null || Words.AllIn(query.Text, report.Title + " " + report.Text))
            && (query.Publisher is null || Words.Fold(report.Publisher ?? "").Contains(Words.Fold(query.Publisher), StringComparison.Ordinal))
            && (query.Since is null || report.Published >= query.Since)
            && (query.Until is null || report.Published <= query.Until)
            && (query.Dispatch is null || Filed(reading).Lineage.Dispatch == query.Dispatch)
            && (query.Claims is null || reading.Claims.Any(c => query.Claims.Matches(new(reading, c))))
            && IsNew("r", report.Id, query.ChangedSince);
    }

    private FiledReport Filed(FiledReading reading) => new(
        reading,
        _state.Lineage(reading.Report.Id) ?? new(reading.Report.Id, reading.Report.Id, null, ReportKind.Original),
        _retracted.GetValueOrDefault(reading.Report.Id));

    private bool IsNew(string kind, string id, long? since) => since is null || _state.ChangedAt(kind, id) > since;

    private static Page<T> Paged<T>(IEnumerable<T> items, Func<T, Cursor> at, PageRequest page, bool latestFirst = false)
    {
        var after = Cursor.Parse(page.After);
        var rest = items.Select(item => (Item: item, At: at(item))).Where(i => after is not { } a || (latestFirst ? i.At.CompareTo(a) < 0 : i.At.CompareTo(a) > 0));
        var part = (latestFirst ? rest.OrderByDescending(i => i.At) : rest.OrderBy(i => i.At)).Take(page.Size + 1).ToArray();
        return new([.. part.Take(page.Size).Select(i => i.Item)], part.Length > page.Size ? part[page.Size - 1].At.ToString() : null);
    }

    private Task<T> Locked<T>(Func<T> work)
    {
        lock (_lock) return Task.FromResult(work());
    }
}
