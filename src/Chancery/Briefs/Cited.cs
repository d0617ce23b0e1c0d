namespace Chancery.Briefs;

/// <summary>What the citations of one sentence give: claims, figures, days and those who say so.</summary>
internal sealed class Cited
{
    internal Cited(BriefSentence sentence)
    {
        Sources = sentence.Sources;
        Claims = [.. Sources.Where(c => c.ClaimId is not null).SelectMany(c => c.Reading.Claims.Where(claim => claim.Id == c.ClaimId))];
        Figures = [.. Sources.SelectMany(c => c.Reading.Figures.Where(f => c.Sentence.Contains(f.Mention.Span.Start)).Select(f => (c.Reading, f)))];
        foreach (var citation in Sources)
        {
            if (citation.Reading.Report.Published is { } published) Days.Add(published);
            Words += citation.Sentence.In(citation.Reading.Report.Text) + "\n";
        }
        foreach (var claim in Claims)
        {
            if (claim.Time?.From is { } from) Days.Add(from);
            if (claim.Time?.To is { } to) Days.Add(to);
        }
    }

    internal IReadOnlyList<Citation> Sources { get; }

    internal IReadOnlyList<EventClaim> Claims { get; }

    /// <summary>The figures of the cited sentences.</summary>
    internal IReadOnlyList<(FiledReading Reading, Figure Figure)> Figures { get; }

    /// <summary>Days of publication and of claims.</summary>
    internal HashSet<DateOnly> Days { get; } = [];

    /// <summary>The cited sentences.</summary>
    internal string Words { get; } = "";

    /// <summary>Names of all on whose word something cited is denied.</summary>
    internal IEnumerable<string> Deniers => Claims.Where(StandingReason.Denies).SelectMany(c => c.Attribution.Concat(c.Frame.Name == "deny" ? c.Actors.Select(a => a.Name) : []))
        .Concat(Sources.Where(c => c.Reading.Claims.Any(claim => claim.Id == c.ClaimId && StandingReason.Denies(claim) && claim.Attribution.IsEmpty)).Select(c => StandingReason.Publisher(c.Reading)));

    /// <summary>Names of all on whose word something cited is told; of what is denied only where nothing else is cited.</summary>
    internal IEnumerable<string> Vouchers => Claims.Where(c => !StandingReason.Denies(c) || Claims.All(StandingReason.Denies)).SelectMany(c => c.Attribution)
        .Concat(Figures.SelectMany(f => f.Figure.Attribution))
        .Concat(Sources.Select(c => StandingReason.Publisher(c.Reading)));
}
