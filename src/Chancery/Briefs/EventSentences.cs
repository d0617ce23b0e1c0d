using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Briefs;

/// <summary>Tells events in sentences, with the claims they rest on.</summary>
/// <param name="telling">Puts acts into words.</param>
/// <param name="floors">Least confidence of a claim that is told.</param>
/// <param name="reading">A reading of the record by its report; null where it is not at hand.</param>
internal sealed class EventSentences(Telling telling, Floors floors, Func<string, FiledReading?> reading)
{
    /// <summary>Names told in one sentence.</summary>
    private const int Most = 4;

    /// <summary>The claim of an event that tells it best, of those that are sure enough and speak for what it is; null where none tells well.</summary>
    internal FiledClaim? Teller(Event e) => e.Claims
        .Where(c => floors.Pass(c.Claim) && !Telling.IsAhead(c.Claim) && StandingReason.Denies(c.Claim) == StandingReason.Denies(e.Best.Claim) && Expectation.IsExpected(c.Claim.Status) == Expectation.IsExpected(e.Status) && c.Claim.IsPast == e.IsPast && telling.Alone(c.Claim) is not null)
        .OrderBy(c => e.Drifts.Any(d => d.Claim == c.Claim.Id))
        .ThenByDescending(c => telling.IsOwn(c.Claim))
        .ThenByDescending(c => c.Claim.Figures.Length > 0)
        .ThenByDescending(c => c.Claim.Time is { Basis: TimeBasis.Explicit })
        .ThenByDescending(c => c.Claim.Confidence)
        .FirstOrDefault();

    /// <summary>What happened, by day; two acts of one actor that a report tells in one sentence are told in one.</summary>
    /// <param name="events">In order.</param>
    /// <param name="isProse">True for sentences of a paragraph, which open with the day; false for lines, which are led by it.</param>
    internal IEnumerable<BriefSentence> Happened(IEnumerable<Event> events, bool isProse)
    {
        (Event Event, FiledClaim Told)[] all = [.. events.Select(e => (e, Teller(e))).Where(t => t.Item2 is not null).Select(t => (t.e, t.Item2!))];
        for (var i = 0; i < all.Length; i++)
        {
            var (e, told) = all[i];
            var clause = telling.Alone(told.Claim)!;
            var cited = new List<Event> { e };
            if (i + 1 < all.Length && Goes(all[i], all[i + 1]) && Joined(clause, told, all[i + 1].Told) is { } both)
            {
                // the second act's day holds for both
                if (told.Claim.Time is not { Basis: TimeBasis.Explicit }) (e, told) = all[i + 1];
                (clause, i) = (both, i + 1);
                cited.Add(all[i].Event);
            }
            var lead = Widened(Lead(e, told), ref clause);
            // the day stands in front
            if (Days.Within(told.Claim.Time?.From, told.Claim.Time?.To) is { Length: > 0 } day && day.EndsWith(lead, StringComparison.Ordinal)) clause = clause.Replace(day, "", StringComparison.Ordinal);
            var text = clause + Vouched(e, told);
            yield return isProse ? Tell(cited, $"{Opening(lead)}{text}.") : Tell(cited, $"{(lead.Length > 0 ? lead + ": " : "")}{Capital(text)}.") with { Lead = lead.Length > 0 ? Capital(lead) : null };
        }
    }

    /// <summary>What lies ahead, on whose word, and until when.</summary>
    internal BriefSentence? Expected(Expectation expectation)
    {
        var e = expectation.Event;
        if (Teller(e) is not { } told || telling.Alone(told.Claim) is not { } clause) return null;
        var due = expectation.Due is { } day && told.Claim.Time is { Basis: TimeBasis.Explicit } && !Days.Tells(clause, day) ? $", by {Days.Of(day)}" : "";
        var end = expectation.Outcome switch
        {
            Outcome.Lapsed when expectation.Due is { } passed => $" Its time passed on {Days.Of(passed)} and no report says what became of it.",
            Outcome.Contradicted => " Sources disagree on whether it is planned.",
            _ => "",
        };
        return Tell([e], $"{clause}{due}{Said(e, told)}.{end}");
    }

    /// <summary>What became of an expectation.</summary>
    internal BriefSentence? Became(Expectation expectation, Event end)
    {
        if (Teller(expectation.Event) is not { } plan || Teller(end) is not { } deed) return null;
        return Tell([expectation.Event, end], $"{telling.Alone(plan.Claim)}{Said(expectation.Event, plan)}. {(expectation.Outcome == Outcome.Cancelled ? "It was called off" : "It came about")}: {Opening(Lead(end, deed), isInside: true)}{telling.Alone(deed.Claim)}.");
    }

    /// <summary>The sides one after the other; none is left out.</summary>
    internal BriefSentence? Disputed(Event e)
    {
        if (Teller(e) is not { } told || telling.Alone(told.Claim) is not { } clause) return null;
        var status = e.Disputes.FirstOrDefault(d => d.Field == DisputeField.Status);
        var sides = e.Disputes.Where(d => d != status).Select(d => $"{Capital(StandingReason.About(d.Field))} is disputed: {string.Join("; ", d.Sides.Select(side => Side(e, d.Field, side)))}.");
        var whether = status is null ? Capital(clause) + "." : $"Whether {clause} is disputed: {string.Join("; ", status.Sides.Select(side => Side(e, status.Field, side)))}.";
        return Tell([e], string.Join(' ', sides.Prepend(whether)));
    }

    internal static Citation Cite(FiledClaim claim) => new(claim.Reading, claim.Reading.Sentences[claim.Claim.Sentence], claim.Claim.Id);

    /// <summary>
    /// The days of an event as a line is led by them; 'by' and the day of the report where no words tell them; empty where nothing is known. Of a pledge 'by' would be read as the day it is
    /// to be kept by, of which nothing is known.
    /// </summary>
    private string Lead(Event e, FiledClaim told) =>
        (told.Claim.Time is { Basis: not TimeBasis.Document } ? told.Claim.Time : e.Time is { Basis: not TimeBasis.Document } ? e.Time : null) is { } time && Days.Of(time.From, time.To) is { Length: > 0 } days ? days
        : e.Claims.Min(c => c.Reading.Report.Published) is { } published ? (telling.IsOfAnotherAct(told.Claim.Frame) ? "as told on " : "by ") + Days.Of(published) : "";

    /// <summary>'January to February 2025' for 'in January and February', of which the claim has the first alone.</summary>
    private static string Widened(string lead, ref string clause)
    {
        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        if (lead.Split(' ') is not [var first, var year]) return lead;
        foreach (var month in months.SkipWhile(m => m != first).Skip(1))
        {
            if (month.Length == 0 || !clause.Contains($" in {first} and {month}", StringComparison.Ordinal)) continue;
            clause = clause.Replace($" in {first} and {month}", "", StringComparison.Ordinal);
            return $"{first} to {month} {year}";
        }
        return lead;
    }

    private static string Opening(string lead, bool isInside = false)
    {
        if (lead.Length == 0) return "";
        var opening = char.IsLower(lead[0]) ? lead : (lead.Contains(" to ", StringComparison.Ordinal) ? "from " : char.IsDigit(lead[0]) && lead.Contains(' ', StringComparison.Ordinal) ? "on " : "in ") + lead;
        return (isInside ? opening : Capital(opening)) + ", ";
    }

    /// <summary>On whose word, how many say so independently where there are more, and who says otherwise.</summary>
    private string Vouched(Event e, FiledClaim told)
    {
        var count = e.Independent > 1 && !e.IsPast && !StandingReason.Denies(told.Claim) ? $" ({StandingReason.Count(e.Independent)} independent sources)" : "";
        FiledClaim[] against = [.. e.Claims.Where(c => StandingReason.Denies(c.Claim) != StandingReason.Denies(told.Claim))];
        var otherwise = against.Length == 0 ? "" : StandingReason.Denies(told.Claim) ? $"; {Names(against)} said that it was so" : $"; {Names(against)} denied it";
        return Said(e, told, count) + otherwise;
    }

    /// <summary>', the Pentagon said', ', according to recent intelligence'; nothing for a report's own word. Another number is told as another's.</summary>
    private string Said(Event e, FiledClaim told, string count = "")
    {
        FiledClaim[] speaking = [.. e.Claims.Where(c => c.Claim.Attribution.Length > 0 && floors.Pass(c.Claim) && StandingReason.Denies(c.Claim) == StandingReason.Denies(told.Claim) && c.Claim.Status == told.Claim.Status && Asserts(c.Claim))];
        FiledClaim[] alike = [.. speaking.Where(c => Number(c) is null || Number(c) == Number(told))];
        var others = speaking.Except(alike).Where(c => !alike.Any(a => IsSame(a, c))).GroupBy(Number).Select(g => $"; {Names([.. g])} put it at {g.Key}");
        var drifted = e.Drifts.Where(d => Origin(e, d) is not null).Select(d => $"; for {telling.Voices.Within(d.Drift.To)} the report it was taken from says {telling.Voices.Within(d.Drift.From)}").Distinct(StringComparer.Ordinal);
        return Say(told, alike) + count + string.Concat(others) + string.Concat(drifted);
    }

    /// <summary>False where the source leaves open whether it was so, be it by words above the clause that no statement takes up.</summary>
    private static bool Asserts(EventClaim claim) => !claim.IsPast || claim.Statement is not null && !OwnWords.IsDoubt(claim);

    private string Say(FiledClaim told, FiledClaim[] alike)
    {
        if (told.Claim.Attribution is not [.., var source] || !Asserts(told.Claim) || !told.Claim.IsHappening && told.Claim.Actors.Any(a => string.Equals(a.Name, source, StringComparison.OrdinalIgnoreCase))) return "";
        if (telling.Voices.IsBare(source)) return $", {telling.Voices.Within(StandingReason.Publisher(told.Reading))} said, citing the {source}";
        if (telling.Voices.IsMass(source)) return $", according to {Names(alike)}";
        var through = told.Claim.Attribution is [var outer, _, ..] && alike.Length == 1 && !string.Equals(outer, source, StringComparison.OrdinalIgnoreCase) ? $", according to {telling.Voices.Within(outer)}" : "";
        return $", {Names(alike)} said{through}";
    }

    /// <summary>The claim whose source a rewrite changed; null where it changed another thing, or that claim is not at hand.</summary>
    private FiledClaim? Origin(Event e, ClaimDrift drift)
    {
        if (drift.Drift.Field != "source" || drift.Drift.From.Length == 0 || drift.Drift.To.Length == 0 || reading(drift.Drift.Report) is not { } origin) return null;
        var frame = e.Claims.First(c => c.Claim.Id == drift.Claim).Claim.Frame.Name;
        return origin.Claims.FirstOrDefault(c => c.Frame.Name == frame && c.Attribution.Contains(drift.Drift.From, StringComparer.OrdinalIgnoreCase)) is { } claim ? new(origin, claim) : null;
    }

    private static string? Number(FiledClaim claim) => claim.Claim.Figures is [{ Quantity: var quantity }, ..] ? FigureWords.Of(quantity) : null;

    private static bool IsSame(FiledClaim a, FiledClaim b) => string.Equals(StandingReason.Voucher(a), StandingReason.Voucher(b), StringComparison.OrdinalIgnoreCase) || a.Claim.Gist.Voice is { } voice && b.Claim.Gist.Voice is not null && Gist.IsSameVoice(voice, b.Claim.Gist.Voice);

    /// <summary>Those who vouch for claims; one source under two names is told once.</summary>
    private string Names(IReadOnlyCollection<FiledClaim> claims)
    {
        var named = new List<FiledClaim>();
        foreach (var claim in claims)
            if (!named.Any(n => IsSame(n, claim))) named.Add(claim);
        return telling.Names(named.Select(StandingReason.Voucher).Take(Most));
    }

    /// <summary>True where both are told in one sentence of one report, by one actor, as done.</summary>
    private static bool Goes((Event Event, FiledClaim Told) left, (Event Event, FiledClaim Told) right)
    {
        var (a, b) = (left.Told, right.Told);
        return a.Reading.Report.Id == b.Reading.Report.Id && a.Claim.Sentence == b.Claim.Sentence && a.Claim.Actors is [{ Name: var one }] && b.Claim.Actors is [{ Name: var other }, ..] && one == other
            && left.Event.Status == right.Event.Status && left.Event.Standing == right.Event.Standing && a.Claim.Attribution.SequenceEqual(b.Claim.Attribution);
    }

    private string? Joined(string clause, FiledClaim left, FiledClaim right)
    {
        if (telling.Alone(right.Claim) is not { } second) return null;
        if (clause.Contains(second, StringComparison.OrdinalIgnoreCase)) return clause;
        if (second.Contains(clause, StringComparison.OrdinalIgnoreCase)) return second;
        var subject = telling.Names([left.Claim.Actors[0].Name]) + " ";
        if (!clause.StartsWith(subject, StringComparison.OrdinalIgnoreCase)) return null;
        if (telling.WithOthers(right.Claim) is { } with) return $"{clause} and {with}";
        return second.StartsWith(subject, StringComparison.OrdinalIgnoreCase) ? $"{clause} and {second[subject.Length..]}" : null;
    }

    private string Side(Event e, DisputeField field, ImmutableArray<string> ids)
    {
        FiledClaim[] claims = [.. e.Claims.Where(c => ids.Contains(c.Claim.Id))];
        var first = claims[0].Claim;
        var who = Names(claims);
        return field switch
        {
            DisputeField.Status => who + (first.Status is ClaimStatus.NotOccurred ? " said that it did not happen" : StandingReason.Denies(first) ? " denied it" : " said so"),
            DisputeField.Figure => FigureWords.Of(first.Figures[0].Quantity) + " according to " + who,
            DisputeField.Place => (first.Place?.Name ?? "elsewhere") + " according to " + who,
            DisputeField.Time => (first.Time?.From is { } day ? Days.Of(day) : "otherwise") + " according to " + who,
            DisputeField.Actor => telling.Names(first.Actors.Select(a => a.Name)) + " according to " + who,
            _ => telling.Names(first.Recipients.Select(a => a.Name)) + " according to " + who,
        };
    }

    private BriefSentence Tell(IReadOnlyCollection<Event> events, string text) =>
        new(Capital(text), [.. events.SelectMany(e => e.Claims.Concat(e.Drifts.Select(d => Origin(e, d)).OfType<FiledClaim>())).Select(Cite).DistinctBy(c => (c.Reading.Report.Id, c.Sentence, c.ClaimId))]);

    /// <summary>With a capital in front; an address keeps its small letters.</summary>
    internal static string Capital(string sentence) => sentence.Length > 0 && char.IsLower(sentence[0]) && !sentence.StartsWith("www.", StringComparison.Ordinal) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
}
