namespace Chancery.Briefs;

/// <summary>Tells what the reports say is not known.</summary>
internal static class UnknownSentences
{
    internal static IEnumerable<BriefSentence> Of(IEnumerable<FiledReading> readings)
    {
        foreach (var reading in readings)
        {
            foreach (var unknown in reading.Unknowns)
            {
                var sentence = reading.Sentences.FirstOrDefault(s => s.Contains(unknown.Span.Start), unknown.Span);
                var who = unknown.Attribution is [.., var source] ? source : reading.Report.Publisher;
                var day = reading.Report.Published is { } published ? ", " + Telling.Day(published) : "";
                yield return new($"Not known: {unknown.What} ({who ?? "the report"}{day}).", [new(reading, sentence, null)]);
            }
        }
    }
}
