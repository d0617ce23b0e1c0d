using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding.Figures;

/// <summary>Says in a short noun phrase what a figure counts, in the report's own words: 'troops sent to Russia', 'asylum seekers rescued', 'cost'.</summary>
internal static class CountedPhrase
{
    /// <summary>More words than this are no short phrase.</summary>
    private const int Words = 8;

    /// <param name="document">The document.</param>
    /// <param name="mention">The number.</param>
    /// <param name="counts">What a verb of counting has beside it: 'the number of arrests' in 'put the number of arrests at 177'.</param>
    internal static string Write(Document document, QuantityMention mention, Token? counts)
    {
        var head = document[mention.Head];
        if (counts is { } told && told.Index != head.Index) return Phrase(document, told, told.Index, mention.Span);
        var isPart = mention.Quantity.Unit is "percent" or "percentage point" or "fold" && head.Lemma is "percent" or "cent" or "%" or "fold" or "percentage" or "half" or "quarter" or "third";
        var isCount = mention.Quantity is { Currency: null, Unit: not null } && !isPart && head.Upos is Upos.Noun or Upos.Propn;
        if (isCount) return Counted(document, head);
        if (head.Has(Deprel.Cop) && head.Child(Deprel.Nsubj) is { } subjectOfBe) return subjectOfBe.Upos == Upos.Noun ? Phrase(document, subjectOfBe, subjectOfBe.Index) : "";
        // 'twenty of the dead are children'
        if (head is { Relation: Deprel.Nsubj, Head: { Upos: Upos.Noun } some } && some.Has(Deprel.Cop)) return Phrase(document, some, some.Index);
        // '$3 billion in aid', '19% of the vote'
        if (Complement(head) is { } complement) return Phrase(document, complement, complement.Index);
        var at = head;
        for (var step = 0; step < 4 && at.Head is { } above; step++)
        {
            if (above.Upos is Upos.Noun or Upos.Propn && at.Relation is Deprel.Nmod or Deprel.Nummod or Deprel.Compound or Deprel.Appos or Deprel.Amod) return Phrase(document, above, above.Index, mention.Span);
            if (above.Upos is Upos.Verb)
            {
                var clause = new Clause(above);
                if (at.Relation is Deprel.Obj or Deprel.NsubjPass || at.Relation == Deprel.Nsubj && !above.Has(Deprel.Obj)) return Participle(above) ?? "";
                return clause.Subject is { Upos: Upos.Noun } subject ? Phrase(document, subject, subject.Index) : "";
            }
            at = above;
        }
        return "";
    }

    /// <summary>What a length is of: 'days of fighting', 'days of curfew', 'years to serve', 'hours (waited)'.</summary>
    internal static string OfLength(Document document, QuantityMention mention, Token measured)
    {
        var span = document[mention.Head];
        var unit = span.Text.ToLowerInvariant();
        // 'the siege lasted 500 days'
        if (measured is { Upos: Upos.Verb, Lemma: "last" } && measured.Child(Deprel.Nsubj) is { Upos: Upos.Noun } told) measured = told;
        return measured switch
        {
            { Upos: not Upos.Verb } => $"{unit} of {Phrase(document, measured, measured.Index, mention.Span)}",
            { Relation: Deprel.Acl } => $"{unit} to {measured.Text}",
            _ => $"{unit} ({measured.Text})",
        };
    }

    private static string Counted(Document document, Token noun)
    {
        var phrase = Phrase(document, noun, noun.Index);
        if (phrase.Contains(' ', StringComparison.Ordinal) && HasModifier(noun)) return phrase;
        if (noun.Head is not { Upos: Upos.Verb } verb || Participle(verb) is not { } participle) return phrase;
        var clause = new Clause(verb);
        if (clause.Patient is not { } patient || patient.Index != noun.Index) return phrase;
        // 'sent 3,000 soldiers to Russia' → soldiers sent to Russia
        foreach (var child in verb.Children)
            if (child.Index > Math.Max(verb.Index, noun.Index) && child.Relation == Deprel.Obl && child.SubtreeSpan is { Length: < 40 } span && child.Child(Deprel.Case) is not null)
                return $"{phrase} {participle} {Plain(span.In(document.Text))}";
        return $"{phrase} {participle}";
    }

    private static bool HasModifier(Token noun)
    {
        foreach (var child in noun.Children) if (child.Index > noun.Index && child.Relation is Deprel.Acl or Deprel.AclRelcl or Deprel.Nmod) return true;
        return false;
    }

    /// <summary>The noun with the nouns and adjectives right before it and a short modifier behind it.</summary>
    private static string Phrase(Document document, Token noun, int last, TextSpan amount = default)
    {
        var first = noun.Index;
        while (first > noun.Sentence.First && document[first - 1] is { HeadIndex: var head } before && head == noun.Index && before.Relation is Deprel.Compound or Deprel.Amod && before.Upos is not Upos.Num) first--;
        foreach (var child in noun.Children)
            if (child.Index > noun.Index && child.Relation is Deprel.Acl or Deprel.Nmod && document.TokensIn(child.SubtreeSpan) is { Count: > 0 and < Words } tokens && tokens.First == last + 1 && !tokens.Span.Overlaps(amount)) last = tokens.End - 1;
        return Plain(new TextSpan(document[first].Span.Start, document[last].Span.End).In(document.Text));
    }

    private static Token? Complement(Token amount)
    {
        foreach (var child in amount.Children)
            if (child.Index > amount.Index && child.Relation == Deprel.Nmod && child.Child(Deprel.Case) is { Lemma: "of" or "in" or "for" or "worth" } && child.Upos is Upos.Noun or Upos.Propn) return child;
        return null;
    }

    /// <summary>The past participle where the text has it or the past tense is spelled like it; null for 'gave' and 'took'.</summary>
    private static string? Participle(Token verb) => verb.Xpos switch
    {
        "VBN" => verb.Text.ToLowerInvariant(),
        "VBD" when verb.Text[^1] is 'd' or 't' => verb.Text.ToLowerInvariant(),
        _ when verb.Lemma == "injure" => "injured",
        _ when verb.Lemma is "kill" or "wound" or "arrest" or "detain" or "launch" or "deploy" => verb.Lemma + "ed",
        _ => null,
    };

    private static string Plain(string text) => OneLine.Of(text).Trim(',', ' ', '"');
}
