namespace Chancery.Briefs;

/// <summary>Tells what the reports say is not known, each question once.</summary>
internal static class UnknownSentences
{
    internal static IEnumerable<BriefSentence> Of(IEnumerable<FiledReading> readings, Voices voices)
    {
        foreach (var question in readings.SelectMany(r => r.Unknowns.Select(u => (Reading: r, Unknown: u))).GroupBy(q => q.Unknown.What, StringComparer.OrdinalIgnoreCase))
        {
            var (reading, unknown) = question.First();
            // 'the reports' asks nothing.
            if (!unknown.What.Contains(' ', StringComparison.Ordinal)) continue;
            var who = unknown.Attribution is [.., var source] ? voices.Within(source) : reading.Report.Publisher ?? "the report";
            var day = reading.Report.Published is { } published ? ", " + Telling.Day(published) : "";
            yield return new($"Not known: {unknown.What} ({who}{day}).", [.. question.Select(q => Cite(q.Reading, q.Unknown))]);
        }
    }

    private static Citation Cite(FiledReading reading, Unknown unknown) => new(reading, reading.Sentences.FirstOrDefault(s => s.Contains(unknown.Span.Start), unknown.Span), null);
}
