using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Mentions.Times;

/// <summary>Where a clause looks from the report's day.</summary>
internal enum Direction : byte
{
    /// <summary>It does not say.</summary>
    None,
    Past,
    Future,
}

/// <summary>Tells whether a word stands in a clause about what was or what is to come.</summary>
internal static class TenseReader
{
    /// <summary>How far up the tree, and how far along the sentence where there is none, a verb is looked for.</summary>
    private const int Reach = 12;

    internal static Direction Read(Document document, int token)
    {
        if (Close(document, token) is var close && close != Direction.None) return close;
        if (IsSet(document, token)) return Direction.Future;
        var at = document[token];
        for (var step = 0; step < Reach; step++)
        {
            if (Clause.IsDay(document[token]) && IsAskedFor(at, token)) return Direction.Future;
            if (Of(at) is var direction && direction != Direction.None) return direction;
            if (at.Head is not { } head) break;
            at = head;
        }
        return at.IsRoot && at.Upos is Upos.Verb or Upos.Aux ? Direction.None : Beside(document, token);
    }

    /// <summary>'called a rally for Sunday', 'was set for Friday': what a day is set for lies ahead of the setting.</summary>
    private static bool IsSet(Document document, int token)
    {
        var at = token - 1;
        while (at > document[token].Sentence.First && document[at].Upos is Upos.Det or Upos.Adj) at--;
        return at >= document[token].Sentence.First && document[at].Chars is "for";
    }

    /// <summary>'called for a rally on Sunday': the day is that of what is asked for, which stands between.</summary>
    private static bool IsAskedFor(Token verb, int token) =>
        verb is { Upos: Upos.Verb, Lemma: "call" or "ask" or "appeal" or "push" or "press" or "plead" or "campaign" or "hope" } && new Clause(verb).Oblique("for") is { } wanted && wanted.Index > verb.Index && wanted.Index < token;

    /// <summary>The verb right before the time is the surest sign: 'ruled Wednesday that he must go', 'said on Friday'.</summary>
    private static Direction Close(Document document, int token)
    {
        var first = document[token].Sentence.First;
        var at = token - 1;
        while (at >= first && (document[at].Upos == Upos.Adp && document[at].Chars is "on" or "in" or "at" || document[at].Upos == Upos.Adv || document[at].Upos == Upos.Det)) at--;
        if (at < first) return Direction.None;
        return document[at].Xpos == "VBD" ? Direction.Past : Direction.None;
    }

    private static Direction Of(Token word)
    {
        if (word.Upos is not (Upos.Verb or Upos.Aux) && !word.Has(Deprel.Cop)) return Direction.None;
        var clause = new Clause(word);
        // 'is to start', 'were to be freed': laid down, whatever the tense of its 'be'
        if (IsLaidDown(word)) return Direction.Future;
        if (clause.Modal is not null) return clause.IsPerfect ? Direction.Past : Direction.Future;
        switch (clause.Tense)
        {
            case Tense.Past: return Direction.Past;
            case Tense.Future: return Direction.Future;
            // 'is to visit', 'is going to visit' are future; a bare present looks ahead only by its time, so the verb above decides
            case Tense.Present: return clause.IsPerfect ? Direction.Past : Direction.None;
        }
        foreach (var child in word.Children)
            // 'was to expire', 'had been due to expire' is told from behind
            if (child.Relation == Deprel.Mark && child.Lemma == "to") return word.Head is { } above && new Clause(above) is { Tense: Tense.Past, IsPerfect: true } ? Direction.Past : Direction.Future;
        return word.Xpos == "VBN" ? Direction.Past : Direction.None;
    }

    private static bool IsLaidDown(Token word)
    {
        if (word.Xpos != "VB" && !word.Has(Deprel.AuxPass) || word.Child(Deprel.Mark) is not { Lemma: "to" } mark) return false;
        foreach (var child in word.Children) if (child.Index < mark.Index && child.Relation is Deprel.Cop or Deprel.Aux && child.Lemma == "be" && child.Xpos is "VBZ" or "VBP" or "VBD") return true;
        return false;
    }

    /// <summary>Without a tree that helps: the nearest word before, else behind, that shows a tense.</summary>
    private static Direction Beside(Document document, int token)
    {
        var sentence = document[token].Sentence;
        for (var i = token - 1; i >= Math.Max(sentence.First, token - Reach); i--) if (Shown(document[i]) is var shown && shown != Direction.None) return shown;
        for (var i = token + 1; i < Math.Min(sentence.End, token + Reach); i++) if (Shown(document[i]) is var shown && shown != Direction.None) return shown;
        return Direction.None;
    }

    private static Direction Shown(Token word) => word.Xpos switch
    {
        "VBD" or "VBN" => Direction.Past,
        "MD" => Direction.Future,
        _ => word.Chars switch
        {
            "will" or "shall" or "would" or "'ll" or "’ll" or "wo" => Direction.Future,
            "was" or "were" or "had" or "has" or "have" or "did" or "said" => Direction.Past,
            _ => Direction.None,
        },
    };
}
