namespace Chancery.Briefs;

/// <summary>Tells what the reports say is not known, each question once, and what answered it.</summary>
/// <param name="telling">Puts acts into words.</param>
/// <param name="answers">The claim that answers a question; null while none does.</param>
internal sealed class UnknownSentences(Telling telling, Func<FiledReading, Unknown, FiledClaim?> answers)
{
    /// <summary>Open questions, the latest first: what was asked last is likeliest to be open still; then those that were answered.</summary>
    internal (IReadOnlyList<BriefSentence> Open, IReadOnlyList<BriefSentence> Answered) Of(IEnumerable<FiledReading> readings)
    {
        var (open, answered) = (new List<BriefSentence>(), new List<BriefSentence>());
        foreach (var question in readings.OrderByDescending(r => r.Report.Published ?? DateOnly.MinValue).SelectMany(r => r.Unknowns.Select(u => (Reading: r, Unknown: u))).GroupBy(q => q.Unknown.What, StringComparer.OrdinalIgnoreCase))
        {
            var (reading, unknown) = question.First();
            // 'the reports' asks nothing.
            if (!unknown.What.Contains(' ', StringComparison.Ordinal) || Asked(reading, unknown) is not { } asked) continue;
            var who = telling.Voices.Within(unknown.Attribution is [.., var source] ? source : StandingReason.Publisher(reading));
            var day = reading.Report.Published is { } published ? ", " + Days.Of(published) : "";
            Citation[] cited = [.. question.Select(q => Cite(q.Reading, q.Unknown)), .. Before(reading, unknown) is { } named ? [EventSentences.Cite(named)] : Array.Empty<Citation>()];
            var text = $"{FactChecks.Unknown}{asked} ({who}{day}).";
            if (answers(reading, unknown) is not { } answer) open.Add(new(text, [.. cited]));
            else if (telling.Alone(answer.Claim) is { } clause)
                answered.Add(new($"{text} Answered by {StandingReason.Publisher(answer.Reading)} on {Days.Of(answer.Reading.Report.Published!.Value)}: {clause}.", [.. cited, EventSentences.Cite(answer)]));
        }
        return (open, answered);
    }

    /// <summary>What is asked, with the article that the report gives it, 'the objectives of the visit', and the person that a pronoun means; null where that is not plain.</summary>
    private static string? Asked(FiledReading reading, Unknown unknown)
    {
        var words = unknown.What.Split(' ');
        var pronoun = Array.FindIndex(words, w => w is "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" or "him" or "them");
        if (pronoun >= 0)
        {
            if (words[pronoun] is not ("he" or "she") || Before(reading, unknown) is not { } named) return null;
            words[pronoun] = named.Claim.Actors[0].Name;
            return string.Join(' ', words);
        }
        var sentence = Cite(reading, unknown).Sentence.In(reading.Report.Text);
        return sentence.Contains("the " + unknown.What, StringComparison.OrdinalIgnoreCase) || unknown.What.StartsWith("truth of", StringComparison.Ordinal) ? "the " + unknown.What : unknown.What;
    }

    /// <summary>The claim before a question whose actor is the person it asks about; null where none is needed or found.</summary>
    private static FiledClaim? Before(FiledReading reading, Unknown unknown) => !unknown.What.Split(' ').Any(w => w is "he" or "she") ? null
        : reading.Claims.Where(c => c.Trigger.Start < unknown.Span.Start && c.Actors is [{ ActorId: { } id }, ..] && id.StartsWith("person/", StringComparison.Ordinal)).MaxBy(c => c.Trigger.Start) is { } claim ? new(reading, claim) : null;

    private static Citation Cite(FiledReading reading, Unknown unknown) => new(reading, reading.Sentences.FirstOrDefault(s => s.Contains(unknown.Span.Start), unknown.Span), null);
}
