namespace Chancery.Records;

/// <summary>Asks of a figure what is asked of a claim.</summary>
internal static class FigureQueries
{
    /// <summary>A figure passes where its claim does; one that belongs to no claim has only words, source, days and report to go by.</summary>
    internal static bool Matches(this ClaimQuery query, FigureEntry entry)
    {
        var (reading, figure) = (entry.Reading, entry.Figure);
        if (reading.Claims.FirstOrDefault(c => c.Id == figure.ClaimId) is { } claim) return query.Matches(new FiledClaim(reading, claim));
        if (query.Status is not null || query.Kind is not null) return false;
        return query.Matches(new FiledClaim(reading, new EventClaim
        {
            Id = entry.Id,
            Trigger = figure.Mention.Span,
            Word = figure.Mention.Head,
            Sentence = Math.Max(0, reading.Sentences.IndexOf(reading.Sentences.FirstOrDefault(s => s.Contains(figure.Mention.Span.Start)))),
            Evidence = figure.Mention.Span,
            Frame = new("", null, false, ""),
            Attribution = figure.Attribution,
            Confidence = 1,
            Time = entry.AsOf is null ? null : new(entry.AsOf, entry.AsOf, TimeBasis.Document),
        }));
    }
}
