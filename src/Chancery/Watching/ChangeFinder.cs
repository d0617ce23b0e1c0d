using System.Collections.Immutable;
using System.Globalization;
using Chancery.Exports;

namespace Chancery.Watching;

/// <summary>Compares an event with what it was when a watch last looked.</summary>
internal static class ChangeFinder
{
    /// <summary>Sentences shown for a change.</summary>
    private const int MostEvidence = 3;

    /// <summary>What has changed.</summary>
    /// <param name="before">What it was; null where nobody told of it.</param>
    /// <param name="after">What it is.</param>
    /// <param name="settling">The event that settled it; null where none has.</param>
    /// <param name="now">When it is noticed.</param>
    internal static IEnumerable<Change> Find(EventState? before, Event after, Event? settling, DateTimeOffset now)
    {
        if (before is null) yield return new(ChangeKind.New, now, after.Status == ClaimStatus.Occurred ? "first told of" : $"first told of, as {after.Status.Name()}", Evidence([after.Best]));
        if (after.SettledBy is { } end && before?.SettledBy is null)
        {
            var met = end.Status is not (ClaimStatus.Denied or ClaimStatus.NotOccurred);
            var known = before?.Status ?? after.Status;
            yield return new(met ? ChangeKind.Met : ChangeKind.Cancelled, now, $"was {known.Name()}, and {(met ? "has come about" : "has come to nothing")}", Evidence(settling?.Claims ?? [after.Best]));
        }
        var denials = after.Claims.Where(EventState.IsDenial).ToArray();
        if (denials.Length > 0 && before is not { Denials.Length: > 0 })
            yield return new(ChangeKind.Denied, now, $"{Who(denials)} {(denials.All(d => d.Claim.Status == ClaimStatus.Denied) ? "denies it" : "says it is not so")}", Evidence(denials));
        if (before is not null && after.Origins.Length > before.Origins.Length && after.Origins.Except(before.Origins, StringComparer.Ordinal).ToArray() is { Length: > 0 } origins)
        {
            yield return new(
                ChangeKind.Source, now,
                string.Create(CultureInfo.InvariantCulture, $"{before.Origins.Length} → {after.Origins.Length} independent {(after.Origins.Length == 1 ? "source" : "sources")}: now also {string.Join(", ", origins.Take(3).Select(o => Named(o, after)))}"),
                Evidence(after.Claims.Where(c => origins.Any(o => Vouches(c, o)))));
        }
        if (before is not null && after.Disputes.Where(d => !before.Disputes.Contains(d.Field.Name())).ToArray() is { Length: > 0 } disputes)
        {
            var sides = disputes.SelectMany(d => d.Sides).Select(side => side[0]).ToHashSet(StringComparer.Ordinal);
            yield return new(ChangeKind.Disputed, now, $"sources disagree on {string.Join(" and ", disputes.Select(d => d.Field.Name()))}", Evidence(after.Claims.Where(c => sides.Contains(c.Claim.Id))));
        }
    }

    /// <summary>The sentences of claims, each report's first alone.</summary>
    internal static ImmutableArray<Evidence> Evidence(IEnumerable<FiledClaim> claims) =>
        [.. claims.DistinctBy(c => c.Reading.Report.Id).Take(MostEvidence).Select(c => Of(c.Reading, c.Sentence()))];

    internal static Evidence Of(FiledReading reading, string sentence) =>
        new(reading.Report.Id, reading.Report.Publisher, reading.Report.Published, reading.Report.Url, OneLine.Of(sentence));

    private static string Who(IEnumerable<FiledClaim> claims) =>
        string.Join(", ", claims.Select(c => c.Claim.Attribution is [.., var source] ? source : c.Reading.Report.Publisher ?? "a report").Distinct(StringComparer.Ordinal).Take(3));

    private static bool Vouches(FiledClaim filed, string origin) => filed.Reading.Report.Id == origin || filed.Claim.Attribution.Contains(origin);

    /// <summary>An origin is a source by name, or the dispatch by the id of its first report: that has a publisher.</summary>
    private static string Named(string origin, Event item) =>
        item.Claims.FirstOrDefault(c => c.Reading.Report.Id == origin)?.Reading.Report is { } report ? report.Publisher ?? report.Title ?? origin : origin;
}
