using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Says how the record stands on an event, from its claims.</summary>
internal static class EventJudge
{
    /// <summary>The event the claims make; its links to plans are not set yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="claims">In order.</param>
    /// <param name="drifts">What rewrites changed.</param>
    internal static EventRow Judge(string id, IReadOnlyList<Testimony> claims, ImmutableArray<ClaimDrift> drifts)
    {
        if (claims is [var alone]) return Judge(id, alone, drifts);
        var disputes = DisputeFinder.Find(claims, drifts);
        var places = claims.Index().ToDictionary(c => c.Item.At, c => c.Index);
        var asserted = claims.Where(c => !Gainsaying.Denies(c.Claim)).ToList();
        var speaking = asserted.Count > 0 ? asserted : claims;
        var best = speaking.MaxBy(Weight)!;
        // A source that a rewrite put for another's is none of its own.
        var named = speaking.Where(c => !drifts.Any(d => d.Claim == c.Claim.Id && d.Drift.Field == "source")).ToList();
        var origins = Origins(named.Count > 0 ? named : speaking);
        var status = speaking.GroupBy(c => c.Claim.Status).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
        return new(
            id,
            [.. claims.Select(c => c.At)],
            claims.Index().First(c => ReferenceEquals(c.Item, best)).Index,
            best.Claim.Frame.Name,
            status.Key,
            disputes.Length > 0 ? Standing.Contested : origins.Length > 1 ? Standing.Settled : Standing.SingleSource,
            origins.Length,
            claims.Select(c => c.Claim.Time).Where(t => t is not null).OrderBy(t => t!.Basis).ThenBy(t => Width(t!)).FirstOrDefault())
        {
            Day = DayOf(best),
            IsPast = 2 * status.Count(c => c.Claim.IsPast) > status.Count(),
            Disputes = disputes,
            With = [.. claims.Skip(1).Select(c => places[c.Bond!.Value.With])],
            Decided = [.. claims.Index().Where(c => c.Item.Bond is { Agreement: Bond.Decided }).Select(c => c.Index)],
            Origins = origins,
            Drifts = drifts,
        };
    }

    /// <summary>The same of one claim, as most events have: there is nothing to weigh.</summary>
    private static EventRow Judge(string id, Testimony claim, ImmutableArray<ClaimDrift> drifts) =>
        new(id, [claim.At], 0, claim.Claim.Frame.Name, claim.Claim.Status, Standing.SingleSource, 1, claim.Claim.Time)
        {
            Day = DayOf(claim),
            IsPast = claim.Claim.IsPast,
            Decided = claim.Bond is { Agreement: Bond.Decided } ? [0] : [],
            Origins = [Origin(claim)],
            Drifts = drifts,
        };

    private static DateOnly? DayOf(Testimony best) => best.Claim.Time?.From ?? best.Claim.Time?.To ?? best.Published;

    /// <summary>Those who vouch, each once: 'the spy agency' and 'the National Intelligence Service' are one.</summary>
    private static ImmutableArray<string> Origins(IReadOnlyList<Testimony> claims)
    {
        var origins = new List<(string Name, string? Voice)>();
        foreach (var claim in claims)
        {
            var (name, voice) = (Origin(claim), claim.Claim.Gist.Voice);
            if (!origins.Any(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase) || o.Voice is not null && voice is not null && Gist.IsSameVoice(o.Voice, voice))) origins.Add((name, voice));
        }
        return [.. origins.Select(o => o.Name)];
    }

    /// <summary>Who vouches in the end: the innermost source named, else the dispatch. An outlet that quotes another adds no origin.</summary>
    private static string Origin(Testimony claim) => claim.Claim.Attribution is [.., var source] ? source : claim.Dispatch;

    private static double Weight(Testimony c) => (c.Claim.Actors.Length > 0 ? 2 : 0) + (c.Claim.Recipients.Length > 0 ? 1 : 0) + c.Claim.Figures.Length + c.Claim.Confidence;

    private static int Width(ClaimTime time) => time is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber : int.MaxValue;
}
