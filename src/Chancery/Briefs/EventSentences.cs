using System.Collections.Immutable;

namespace Chancery.Briefs;

/// <summary>Tells one event in one sentence, with the claims it rests on.</summary>
internal static class EventSentences
{
    internal static BriefSentence? Happened(Event e, Telling telling) => With(e, telling, clause => $"{clause}.");

    internal static BriefSentence? Claimed(Event e, Telling telling) => With(e, telling, clause => $"{clause}, {Vouchers(e.Claims, telling)}.");

    internal static BriefSentence? Expected(Event e, Telling telling) => With(e, telling, clause =>
        e.Best.Claim.Attribution.IsEmpty ? $"{clause}." : $"{clause}, {Vouchers(e.Claims, telling)}.");

    /// <summary>The sides one after the other; none is left out.</summary>
    internal static BriefSentence? Disputed(Event e, Telling telling) => With(e, telling, clause =>
    {
        var sides = e.Disputes.Select(d => $"{Field(d.Field)}: {string.Join("; ", d.Sides.Select(side => Side(e, d.Field, side, telling)))}");
        return $"{clause}. Disputed is {string.Join(", and ", sides)}.";
    });

    internal static Citation Cite(FiledClaim claim) => new(claim.Reading, claim.Reading.Sentences[claim.Claim.Sentence], claim.Claim.Id);

    /// <summary>Who says so: 'says the Pentagon', 'say officials', 'say the Pentagon and KCNA'.</summary>
    private static string Vouchers(IEnumerable<FiledClaim> claims, Telling telling)
    {
        string[] names = [.. claims.Select(Voucher).Distinct(StringComparer.OrdinalIgnoreCase).Take(4)];
        return (names.Length > 1 || telling.IsPlural(names[0]) ? "say " : "says ") + telling.Names(names);
    }

    private static string Voucher(FiledClaim claim) => claim.Claim.Attribution is [.., var source] ? source : claim.Reading.Report.Publisher ?? "the report";

    private static string Side(Event e, DisputeField field, ImmutableArray<string> ids, Telling telling)
    {
        FiledClaim[] claims = [.. e.Claims.Where(c => ids.Contains(c.Claim.Id))];
        var first = claims[0].Claim;
        var said = field switch
        {
            DisputeField.Status => first.Status is ClaimStatus.Denied ? "denied by " : first.Status is ClaimStatus.NotOccurred ? "not so according to " : "asserted by ",
            DisputeField.Figure => FigureWords.Of(first.Figures[0].Quantity) + " according to ",
            DisputeField.Place => (first.Place?.Name ?? "elsewhere") + " according to ",
            _ => "",
        };
        return said + telling.Names(claims.Select(Voucher));
    }

    private static string Field(DisputeField field) => field switch
    {
        DisputeField.Status => "whether it happened",
        DisputeField.Figure => "how many",
        DisputeField.Place => "where",
        DisputeField.Time => "when",
        DisputeField.Actor => "who did it",
        _ => "to whom",
    };

    private static BriefSentence? With(Event e, Telling telling, Func<string, string> sentence)
    {
        if (telling.Clause(e.Best.Claim) is not { } clause) return null;
        var citations = e.Claims.Select(Cite).DistinctBy(c => (c.Reading.Report.Id, c.Sentence)).ToImmutableArray();
        return new(Capital(sentence(clause)), citations);
    }

    private static string Capital(string sentence) => sentence.Length > 0 && char.IsLower(sentence[0]) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
}
