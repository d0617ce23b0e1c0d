namespace Chancery.Fusion;

/// <summary>Joins the claims of many reports into events: folds copies of one dispatch, then decides which claims tell of one happening.</summary>
/// <remarks>Thread-safe. The result depends on the readings alone, not on the order they come in.</remarks>
public static class Fuser
{
    /// <summary>Fuses a whole record.</summary>
    public static FusedRecord Fuse(IEnumerable<FiledReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        // Of one day's tellings the longest comes first: a rewrite shortens.
        FiledReading[] ordered = [.. readings.OrderBy(r => r.Report.Published ?? DateOnly.MaxValue).ThenByDescending(r => r.Report.Text.Length).ThenBy(r => r.Report.Id, StringComparer.Ordinal)];
        var lineages = DispatchFolder.Fold(ordered);
        var joiner = new EventJoiner();
        foreach (var reading in ordered)
            foreach (var claim in reading.Claims) joiner.Add(new(reading, claim));
        var dispatches = ordered.Zip(lineages).ToDictionary(x => (object)x.First, x => x.Second.Dispatch, ReferenceEqualityComparer.Instance);
        var events = joiner.Drafts.Select(d => Judge(d.Claims, dispatches)).ToList();
        Settler.Settle(events);
        return new(lineages, [.. events.OrderBy(e => e.Time?.From ?? e.Best.Reading.Report.Published).ThenBy(e => e.Id, StringComparer.Ordinal)], FigureLedger.Keep(ordered, lineages));
    }

    private static Event Judge(List<FiledClaim> claims, Dictionary<object, string> dispatches)
    {
        var best = claims.MaxBy(c => (c.Claim.Actors.Length > 0 ? 2 : 0) + (c.Claim.Recipients.Length > 0 ? 1 : 0) + c.Claim.Figures.Length + c.Claim.Confidence)!;
        var disputes = DisputeFinder.Find(claims);
        var asserted = claims.Where(c => c.Claim.Status is not (ClaimStatus.Denied or ClaimStatus.NotOccurred)).ToList();
        var independent = (asserted.Count > 0 ? asserted : claims).Select(c => Origin(c, dispatches)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return new Event
        {
            Id = "e" + claims[0].Claim.Id,
            Claims = [.. claims],
            Best = best,
            Status = (asserted.Count > 0 ? asserted : claims).GroupBy(c => c.Claim.Status).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key,
            Standing = disputes.Length > 0 ? Standing.Contested : independent > 1 ? Standing.Settled : Standing.SingleSource,
            Independent = independent,
            Time = claims.Select(c => c.Claim.Time).Where(t => t is not null).OrderBy(t => t!.Basis).ThenBy(t => Width(t!)).FirstOrDefault(),
            Disputes = disputes,
        };
    }

    /// <summary>Who vouches in the end: the innermost source named, else the dispatch. An outlet that quotes another adds no origin.</summary>
    private static string Origin(FiledClaim claim, Dictionary<object, string> dispatches) =>
        claim.Claim.Attribution is [.., var source] ? source : dispatches[claim.Reading];

    private static int Width(ClaimTime time) => time is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber : int.MaxValue;
}
