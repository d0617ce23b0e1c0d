using Chancery.Linguistics;

namespace Chancery.Records;

/// <summary>Holds a reading to what is true of every reading: spans lie in the text, claims in sentences, figures and claims refer to claims that are there.</summary>
public static class ReadingChecks
{
    /// <summary>What is wrong with it, a line each; none where it is sound.</summary>
    public static IEnumerable<string> Faults(FiledReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var checks = new Checks(reading);
        return checks.Sentences().Concat(checks.Claims()).Concat(checks.Others());
    }

    private readonly struct Checks(FiledReading reading)
    {
        private readonly FiledReading _reading = reading;
        private readonly HashSet<string> _claims = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

        internal IEnumerable<string> Sentences()
        {
            var last = 0;
            foreach (var sentence in _reading.Sentences)
            {
                if (!IsIn(sentence) || sentence.Start < last) yield return Fault($"sentence {Span(sentence)} does not ascend within the text");
                last = sentence.End;
            }
        }

        internal IEnumerable<string> Claims()
        {
            if (_claims.Count < _reading.Claims.Length) yield return Fault("two claims have one id");
            foreach (var claim in _reading.Claims)
            {
                if (claim.Sentence < 0 || claim.Sentence >= Math.Max(1, _reading.Sentences.Length)) yield return Fault($"claim {claim.Id} stands in sentence {claim.Sentence} of {_reading.Sentences.Length}");
                if (claim.Trigger.IsEmpty) yield return Fault($"claim {claim.Id} has no words");
                if (claim.Confidence is < 0 or > 1 or double.NaN) yield return Fault($"claim {claim.Id} has the confidence {claim.Confidence}");
                if (claim.Factuality.Value is < -3 or > 3 or double.NaN) yield return Fault($"claim {claim.Id} has the factuality {claim.Factuality.Value}");
                if (claim.Time is { From: { } from, To: { } to } && from > to) yield return Fault($"claim {claim.Id} ends before it begins");
                if (claim.Within is { } outer && !_claims.Contains(outer)) yield return Fault($"claim {claim.Id} is said to stand within '{outer}', which is no claim of the report");
                foreach (var (what, span) in Spans(claim))
                    if (!IsIn(span)) yield return Fault($"the {what} {Span(span)} of claim {claim.Id} lies outside the text");
            }
        }

        internal IEnumerable<string> Others()
        {
            foreach (var figure in _reading.Figures)
            {
                if (!IsIn(figure.Mention.Span)) yield return Fault($"figure {Span(figure.Mention.Span)} lies outside the text");
                if (figure.ClaimId is { } claim && !_claims.Contains(claim)) yield return Fault($"figure {Span(figure.Mention.Span)} is said to belong to '{claim}', which is no claim of the report");
                if (figure.Mention.Quantity is { Min: { } min, Max: { } max } && min > max) yield return Fault($"figure {Span(figure.Mention.Span)} is at least {min} and at most {max}");
            }
            foreach (var unknown in _reading.Unknowns)
                if (!IsIn(unknown.Span)) yield return Fault($"the unknown {Span(unknown.Span)} lies outside the text");
        }

        private static IEnumerable<(string What, TextSpan Span)> Spans(EventClaim claim) =>
        [
            ("trigger", claim.Trigger), ("evidence", claim.Evidence),
            .. claim.Actors.Select(p => ("actor", p.Span)), .. claim.Recipients.Select(p => ("recipient", p.Span)), .. claim.Figures.Select(f => ("figure", f.Span)),
        ];

        private bool IsIn(TextSpan span) => span.Start >= 0 && span.End >= span.Start && span.End <= _reading.Report.Text.Length;

        private static string Span(TextSpan span) => $"[{span.Start}, {span.End})";

        private string Fault(string what) => $"report '{_reading.Report.Id}': {what}";
    }
}
