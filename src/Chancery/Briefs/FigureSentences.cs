namespace Chancery.Briefs;

/// <summary>Tells a series of figures: each number with its day and source, what replaced what, what a rewrite changed.</summary>
internal static class FigureSentences
{
    internal static IEnumerable<BriefSentence> Of(IEnumerable<FigureEntry> entries)
    {
        foreach (var series in entries.GroupBy(e => e.Series, StringComparer.Ordinal))
        {
            // A number that neither a noun nor an act says anything of would tell a reader nothing.
            if (series.All(e => e.Figure.ClaimId is null && e.Figure.Mention.Quantity.Unit is null)) continue;
            FigureEntry[] told = [.. series.DistinctBy(e => (e.Figure.Mention.Quantity, Source(e)))];
            var of = told.Select(e => e.Figure.Of).MaxBy(of => of.Length) is { Length: > 0 } what ? what : series.Key;
            var numbers = told.Select(e => $"{FigureWords.Number(e.Figure.Mention.Quantity)}{Change(e)} ({Source(e)}{Day(e)}{Remark(e)})");
            yield return new($"{Capital(of)}: {string.Join("; ", numbers)}.", [.. told.Select(Cite)]);
        }
    }

    private static Citation Cite(FigureEntry entry)
    {
        var at = entry.Figure.Mention.Span;
        var sentence = entry.Reading.Sentences.FirstOrDefault(s => s.Contains(at.Start), at);
        return new(entry.Reading, sentence, entry.Figure.ClaimId);
    }

    private static string Change(FigureEntry entry) => entry.Figure.Mention.Quantity.Change switch
    {
        QuantityChange.Additional => " more",
        QuantityChange.Fewer => " fewer",
        _ => "",
    };

    private static string Source(FigureEntry entry) => entry.Figure.Attribution is [.., var source] ? source : entry.Reading.Report.Publisher ?? "the report";

    private static string Day(FigureEntry entry) => entry.AsOf is { } day ? ", " + Telling.Day(day) : "";

    private static string Remark(FigureEntry entry) => entry.Drift is { } drift ? $"; the report it was taken from has {drift.From}" : entry.Supersedes is not null ? "; replaces its earlier figure" : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
