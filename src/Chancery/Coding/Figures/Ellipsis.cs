using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>
/// A number that leaves to the one before it what it counts: another one's ('Germany 244 million', 'a local leader at 113') or what was counted before ('up from 27', 'to 21 from 18', 'not 28').
/// </summary>
/// <param name="Holder">Last word of the name of whoever has the number; null where it is the same one's.</param>
/// <param name="Name">Words of the holder; empty where it is the same one's.</param>
internal readonly record struct Ellipsis(Token? Holder, TextSpan Name)
{
    /// <summary>Words that may name whoever has the second number.</summary>
    private const int Longest = 9;

    /// <summary>True for what the same one counted before.</summary>
    internal bool IsFormer => Holder is null;

    /// <summary>Reads the number after another one of its sentence; null where it has a noun or a verb of its own.</summary>
    internal static Ellipsis? Find(Document document, QuantityMention before, QuantityMention mention)
    {
        var (told, words) = (document.TokensIn(before.Span), document.TokensIn(mention.Span));
        var first = words.First;
        if (told.End > first || document[told.First].SentenceIndex != document[first].SentenceIndex || !IsAlone(words, before.Quantity, mention.Quantity)) return null;
        if (document[first - 1].Lemma is "from" && (document[first - 2].Lemma is "up" or "down" || first - 1 == told.End && told.First > 0 && document[told.First - 1].Lemma is "to")) return new(null, default);
        if (document[first - 1].Lemma is "not" && document[first - 2].Upos is Upos.Punct or Upos.Cconj && IsClosed(document, words.End)) return new(null, default);
        return IsClosed(document, words.End) && (document[first - 1].Upos == Upos.Adp || Verb(document[before.Head]) is not null) ? Gapped(document, told, first) : null;
    }

    /// <summary>The number with the unit of the one before it.</summary>
    internal static QuantityMention Fill(QuantityMention before, QuantityMention mention) =>
        mention with { Quantity = mention.Quantity with { Unit = before.Quantity.Unit, Currency = before.Quantity.Currency, Change = mention.Quantity.Change ?? before.Quantity.Change } };

    /// <summary>The number's own words tell no unit, or the very unit of the number before.</summary>
    private static bool IsAlone(TokenRange words, Quantity before, Quantity number)
    {
        if (number.Unit is "percent") return before.Unit is "percent";
        foreach (var word in words) if (word.Upos is Upos.Noun or Upos.Propn or Upos.Sym) return false;
        return true;
    }

    /// <summary>Nothing follows that the number could count or belong to.</summary>
    private static bool IsClosed(Document document, int end) =>
        end >= document.Count || document[end] is { Upos: Upos.Punct or Upos.Cconj } || document[end].Relation == Deprel.Root && document[end].Upos == Upos.Punct;

    /// <summary>The clause of the number before has a verb with a subject: what is left out is that verb.</summary>
    private static Token? Verb(Token number)
    {
        var at = number;
        for (var step = 0; step < 4 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb) return above.Has(Deprel.Nsubj) || above.Relation == Deprel.Conj ? above : null;
        return null;
    }

    /// <summary>A name or noun between 'and' or a comma and the number, with the preposition of the number before where that one has one.</summary>
    private static Ellipsis? Gapped(Document document, TokenRange told, int first)
    {
        var last = first - 1;
        if (document[last].Upos == Upos.Adp)
        {
            if (told.First == 0 || document[last].Lemma != document[told.First - 1].Lemma) return null;
            last--;
        }
        var begin = last;
        while (begin >= told.End && last - begin < Longest && IsOfName(document[begin])) begin--;
        if (begin == last || begin < told.End - 1 || !(document[begin].Upos is Upos.Cconj || document[begin].Text is "," or ";")) return null;
        return document[last].Upos is Upos.Propn or Upos.Noun ? new(document[last], new(document[begin + 1].Span.Start, document[last].Span.End)) : null;
    }

    private static bool IsOfName(Token word) => word.Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Part || word.Lemma is "of" || word.Xpos is "PRP$";
}
