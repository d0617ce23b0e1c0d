using Chancery.Records;

namespace Chancery.Web.Live;

/// <summary>What a brief is written from: the whole record while it is small, else the latest of what was asked about.</summary>
internal static class BriefMaterial
{
    /// <summary>Records of up to so many reports are told whole.</summary>
    private const int Small = 500;

    internal static async Task<(IReadOnlyCollection<FiledReading> Readings, FusedRecord Fused)> GatherAsync(IRecordStore store, IReadOnlyList<PartyFilter> about, DateOnly? since, CancellationToken cancel)
    {
        if (await store.CountAsync(cancel) <= Small) return (await store.ReadingsAsync(cancel).ToListAsync(cancel), await store.FusedAsync(cancel));
        var events = new Dictionary<string, Event>(StringComparer.Ordinal);
        var figures = new Dictionary<string, FigureEntry>(StringComparer.Ordinal);
        var queries = about.Count == 0 ? [new ClaimQuery { Since = since }] : about.Select(party => new ClaimQuery { Parties = [party], Since = since });
        foreach (var query in queries)
        {
            foreach (var happening in (await store.EventsAsync(new() { Claims = query, LatestFirst = true }, new(Small), cancel)).Items) events[happening.Id] = happening;
            if (about.Count > 0)
                foreach (var figure in (await store.FiguresAsync(new() { Claims = query }, new(Small), cancel)).Items) figures[figure.Id] = figure;
        }
        var readings = events.Values.SelectMany(e => e.Claims.Select(c => c.Reading)).Concat(figures.Values.Select(f => f.Reading)).DistinctBy(r => r.Report.Id).ToArray();
        return (readings, new(
            [],
            [.. events.Values.OrderBy(e => e.Time?.From ?? e.Best.Reading.Report.Published).ThenBy(e => e.Id, StringComparer.Ordinal)],
            [.. figures.Values.OrderBy(f => f.Series, StringComparer.Ordinal).ThenBy(f => f.AsOf).ThenBy(f => f.Id, StringComparer.Ordinal)]));
    }
}
