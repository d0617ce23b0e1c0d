using System.Collections.Immutable;

namespace Chancery.Briefs;

/// <summary>Tells events in sentences, with the claims they rest on.</summary>
internal sealed class EventSentences(Telling telling)
{
    /// <summary>Names told in one sentence.</summary>
    private const int Most = 4;

    /// <summary>What happened, by day; two acts of one actor that a report tells in one sentence are told in one.</summary>
    internal IEnumerable<BriefSentence> Happened(IEnumerable<Event> events)
    {
        Event[] all = [.. events];
        for (var i = 0; i < all.Length; i++)
        {
            if (telling.Clause(all[i].Best.Claim) is not { } clause) continue;
            var cited = new List<Event> { all[i] };
            if (i + 1 < all.Length && Goes(all[i], all[i + 1]) && Joined(clause, all[i], all[i + 1]) is { } both)
            {
                (clause, i) = (both, i + 1);
                cited.Add(all[i]);
            }
            yield return Tell(cited, $"{When(cited[0], clause)}{clause}{Vouched(cited)}.");
        }
    }

    /// <summary>What lies ahead, on whose word, and until when.</summary>
    internal BriefSentence? Expected(Expectation expectation)
    {
        var e = expectation.Event;
        if (telling.Clause(e.Best.Claim) is not { } clause) return null;
        var said = e.Best.Claim.Attribution.IsEmpty ? "" : ", " + Say(e.Claims);
        var end = expectation.Outcome == Outcome.Lapsed && expectation.Due is { } due ? $" Its time passed on {Telling.Day(due)} and no report says what became of it." : "";
        return Tell([e], $"{clause}{said}.{end}");
    }

    /// <summary>What became of an expectation.</summary>
    internal BriefSentence? Became(Expectation expectation, Event end)
    {
        if (telling.Clause(expectation.Event.Best.Claim) is not { } plan || telling.Clause(end.Best.Claim) is not { } deed) return null;
        return Tell([expectation.Event, end], $"{plan}: {(expectation.Outcome == Outcome.Cancelled ? "called off" : "came true")}. {Capital(When(end, deed) + deed)}.");
    }

    /// <summary>The sides one after the other; none is left out.</summary>
    internal BriefSentence? Disputed(Event e)
    {
        if (telling.Clause(e.Best.Claim) is not { } clause) return null;
        var sides = e.Disputes.Select(d => $"{Field(d.Field)}: {string.Join("; ", d.Sides.Select(side => Side(e, d.Field, side)))}");
        return Tell([e], $"{clause}. Disputed is {string.Join(", and ", sides)}.");
    }

    internal static Citation Cite(FiledClaim claim) => new(claim.Reading, claim.Reading.Sentences[claim.Claim.Sentence], claim.Claim.Id);

    /// <summary>'On 18 October 2024, ': the day, where the clause does not tell it itself.</summary>
    private static string When(Event e, string clause) =>
        e.Time is { Basis: not TimeBasis.Document, From: { } from, To: { } to } && from == to && !clause.Contains(Telling.Day(from), StringComparison.Ordinal) ? $"On {Telling.Day(from)}, " : "";

    /// <summary>On whose word: none for a report's own, else 'the Pentagon said'; how many say so independently where there are more.</summary>
    private string Vouched(List<Event> events)
    {
        var e = events[0];
        var said = e.Best.Claim.Attribution.IsEmpty ? "" : ", " + Say(e.Claims);
        return e.Independent > 1 && !IsDenial(e.Best.Claim) ? $"{said} ({e.Independent} independent sources)" : said;
    }

    /// <summary>'the Pentagon said', 'officials and KCNA said'.</summary>
    private string Say(IEnumerable<FiledClaim> claims) => telling.Names(claims.Where(c => c.Claim.Attribution.Length > 0).Select(Voucher).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)) + " said";

    private static string Voucher(FiledClaim claim) => claim.Claim.Attribution is [.., var source] ? source : claim.Reading.Report.Publisher ?? "the report";

    /// <summary>True where both are told in one sentence of one report, by one actor, as done.</summary>
    private static bool Goes(Event left, Event right)
    {
        var (a, b) = (left.Best, right.Best);
        return a.Reading.Report.Id == b.Reading.Report.Id && a.Claim.Sentence == b.Claim.Sentence && a.Claim.Actors is [{ Name: var one }] && b.Claim.Actors is [{ Name: var other }, ..] && one == other
            && left.Status == right.Status && a.Claim.Attribution.SequenceEqual(b.Claim.Attribution);
    }

    private string? Joined(string clause, Event left, Event right)
    {
        if (telling.Clause(right.Best.Claim) is not { } second) return null;
        if (clause.Contains(second, StringComparison.OrdinalIgnoreCase)) return clause;
        if (second.Contains(clause, StringComparison.OrdinalIgnoreCase)) return second;
        var subject = telling.Names([left.Best.Claim.Actors[0].Name]) + " ";
        if (telling.WithOthers(right.Best.Claim) is { } with && clause.StartsWith(subject, StringComparison.OrdinalIgnoreCase)) return $"{clause} and {with}";
        return right.Best.Claim.Actors.Length == 1 && second.StartsWith(subject, StringComparison.OrdinalIgnoreCase) && clause.StartsWith(subject, StringComparison.OrdinalIgnoreCase) ? $"{clause} and {second[subject.Length..]}" : null;
    }

    private string Side(Event e, DisputeField field, ImmutableArray<string> ids)
    {
        FiledClaim[] claims = [.. e.Claims.Where(c => ids.Contains(c.Claim.Id))];
        var first = claims[0].Claim;
        // One source under two names is told once.
        var named = new List<FiledClaim>();
        foreach (var claim in claims) if (e.Origins.Length > 1 || named.Count == 0 || claim.Claim.Gist.Voice is null) named.Add(claim);
        var who = telling.Names(named.Select(Voucher));
        return field switch
        {
            DisputeField.Status => (first.Status is ClaimStatus.NotOccurred ? "not so according to " : IsDenial(first) ? "denied by " : "asserted by ") + (IsDenial(first) && first.Attribution.IsEmpty && first.Actors.Length > 0 ? telling.Names(first.Actors.Select(a => a.Name)) : who),
            DisputeField.Figure => FigureWords.Of(first.Figures[0].Quantity) + " according to " + who,
            DisputeField.Place => (first.Place?.Name ?? "elsewhere") + " according to " + who,
            DisputeField.Time => (first.Time?.From is { } day ? Telling.Day(day) : "otherwise") + " according to " + who,
            DisputeField.Actor => telling.Names(first.Actors.Select(a => a.Name)) + " according to " + who,
            _ => telling.Names(first.Recipients.Select(a => a.Name)) + " according to " + who,
        };
    }

    private static bool IsDenial(EventClaim claim) => claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred || claim.Frame.Name == "deny";

    private static string Field(DisputeField field) => field switch
    {
        DisputeField.Status => "whether it happened",
        DisputeField.Figure => "how many",
        DisputeField.Place => "where",
        DisputeField.Time => "when",
        DisputeField.Actor => "who did it",
        _ => "to whom",
    };

    private static BriefSentence Tell(IEnumerable<Event> events, string text) =>
        new(Capital(text), [.. events.SelectMany(e => e.Claims).Select(Cite).DistinctBy(c => (c.Reading.Report.Id, c.Sentence, c.ClaimId))]);

    private static string Capital(string sentence) => sentence.Length > 0 && char.IsLower(sentence[0]) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
}
