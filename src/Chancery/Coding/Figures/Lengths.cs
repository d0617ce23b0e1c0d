using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>Tells what a span of time measures: how long it lasted, within what time it must be, how much later it came (the durations of TIMEX3 that a reader would keep).</summary>
/// <remarks>Immutable and thread-safe. 'Two hours ago' and 'in the past ten days' only tell when something was and measure nothing.</remarks>
internal sealed class Lengths(FigureLexicon lexicon)
{
    /// <summary>The verb or noun whose length it is; null for a span that measures nothing.</summary>
    internal Token? Measured(Document document, QuantityMention mention)
    {
        // 'ten hours a day' is how they work
        if (mention.Quantity is not { Unit: { } unit, Change: not QuantityChange.Rate } || !lexicon.IsLength(unit)) return null;
        var span = document[mention.Head];
        var end = document.TokensIn(mention.Span).End;
        var next = end < span.Sentence.End ? lexicon.Beside(document[end].Text) : SpanWord.None;
        if (next == SpanWord.When || IsWhen(span)) return null;
        // 'withdrew two hours later', '20 minutes after he had entered': how fast it went; days later are a date
        if (next == SpanWord.Lapse) return unit is "hour" or "minute" && !(end + 1 < span.Sentence.End && lexicon.Beside(document[end + 1].Lemma) == SpanWord.Hour) ? Verb(span) : null;
        foreach (var child in span.Children)
        {
            // 'ten hours of talks', 'after 23 days of fighting'
            if (child is { Relation: Deprel.Nmod or Deprel.Acl, Upos: Upos.Noun } told && (told.Child(Deprel.Case) ?? told.Child(Deprel.Mark)) is { Lemma: "of" }) return lexicon.IsLasting(told.Lemma, unit) || lexicon.IsOfAny(unit) && !lexicon.IsSpan(told.Lemma) ? told : null;
            // 'he has five years to serve'
            if (child.Relation == Deprel.Acl && lexicon.IsLasting("to " + child.Lemma, unit)) return child;
        }
        if (span.Head is not { } above) return null;
        var isTold = IsTold(span, span.Child(Deprel.Case)?.Lemma);
        if (isTold && lexicon.IsOfAny(unit)) return above;
        // 'the talks lasted seven hours', 'spent ten hours in talks', 'five-hour talks'
        return isTold || span.Relation.Universal() is Deprel.Obj or Deprel.Obl && !span.Has(Deprel.Case) || span.Relation is Deprel.Compound or Deprel.Amod or Deprel.Nummod ? Lasting(above, unit) : null;
    }

    /// <summary>'If they are not freed within 48 hours': how long an ultimatum runs is real, though what it asks for is not.</summary>
    internal static bool IsTerm(Token span) => span.Relation == Deprel.Obl && span.Child(Deprel.Case) is { Lemma: "within" };

    /// <summary>What lasted or was to be done within the time, by the name under which lengths of different reports are compared.</summary>
    internal string? Act(Token measured, string unit) => lexicon.Lasted(measured.Lemma, unit);

    /// <summary>'In the last ten days', 'every two hours': told of as a time.</summary>
    private bool IsWhen(Token span)
    {
        foreach (var child in span.Children)
            if (child.Index < span.Index && child.Relation is Deprel.Amod or Deprel.Det && lexicon.Beside(child.Lemma) == SpanWord.WhenBefore) return true;
        return false;
    }

    /// <summary>Whether the phrase itself says that it is how long: '72 hours' notice', 'a curfew of three days', 'fought for nine hours', 'within 48 hours', 'let go after 12 days', 'nine days they fought'.</summary>
    private static bool IsTold(Token span, string? preposition) => span.Relation switch
    {
        Deprel.NmodPoss => true,
        Deprel.Nmod => preposition is "of" or "for",
        Deprel.Obl => preposition is "for" or "within" or "after",
        Deprel.OblUnmarked => true,
        _ => false,
    };

    /// <summary>The word that is told by how long it lasted: the one the span hangs on, or one beside that.</summary>
    private Token? Lasting(Token above, string unit)
    {
        if (lexicon.IsLasting(above.Lemma, unit)) return above;
        if (above.Upos != Upos.Verb) return null;
        if ((above.Relation == Deprel.AclRelcl ? above.Head : above.Child(Deprel.Nsubj)) is { } told && lexicon.IsLasting(told.Lemma, unit)) return told;
        return above.Child(Deprel.Obl) is { } within && within.Child(Deprel.Case) is { Lemma: "in" } && lexicon.IsLasting(within.Lemma, unit) ? within : null;
    }

    private static Token? Verb(Token word)
    {
        for (var at = word; at.Head is { } above; at = above) if (above.Upos == Upos.Verb) return above;
        return null;
    }
}
