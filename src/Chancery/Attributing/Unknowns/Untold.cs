using Chancery.Attributing.Predicates;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Unknowns;

/// <summary>Tells whether a word of telling is said not to have come about, however that is put: by 'not', by whom, by what governs it.</summary>
internal sealed class Untold(FactualityLexicon factuality)
{
    /// <summary>'did not say', 'nobody said', 'said nothing', 'without saying', 'has yet to say'.</summary>
    internal bool Is(Token word) => new Clause(word).IsNegated || HasNobody(word) || word.Child(Deprel.Mark)?.Lemma == "without" || IsPending(word);

    /// <summary>'declined to say', 'was unable to say', 'avoided saying', but not 'was not authorized to say', which tells why somebody is not named.</summary>
    internal bool IsWithheld(Token word)
    {
        if (word.Relation is not (Deprel.Xcomp or Deprel.Acl or Deprel.Advcl or Deprel.Csubj or Deprel.Ccomp) || word.Head is not { } governor || new Clause(governor) is { IsPassive: true, IsNegated: true }) return false;
        var takes = word.Child(Deprel.Mark)?.Lemma == "to" ? Complement.Infinitive : word.Xpos == "VBG" ? Complement.Gerund : (Complement?)null;
        return takes is { } form && factuality.Embedding(governor, form, new Clause(governor).IsNegated) == Predicates.Outcome.Fails;
    }

    /// <summary>'was not disclosed', but not 'asked not to be named', which tells how somebody spoke.</summary>
    internal bool IsOfPassive(Token word)
    {
        if (word.Child(Deprel.Mark)?.Lemma == "to") return IsPending(word);
        return new Clause(word).IsNegated || HasNobody(word) || word is { Relation: Deprel.Xcomp, Head: { } governor } && new Clause(governor).IsNegated
            || Arguments.Subject(word) is { } subject && IsLacking(subject);
    }

    /// <summary>'has yet to be settled', 'remains to be seen'.</summary>
    internal static bool IsPending(Token word)
    {
        if (word.Child(Deprel.Mark)?.Lemma != "to") return false;
        if (IsYet(word)) return true;
        return word is { Relation: Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl, Head: { } governor } && (governor.Lemma == "remain" || governor.Lemma is "have" or "be" && IsYet(governor));
    }

    private static bool IsYet(Token word) => word.Child(Deprel.Advmod) is { Lemma: "yet" or "still" };

    /// <summary>'nobody has said', 'neither government said', 'no group has claimed'.</summary>
    internal static bool HasNobody(Token word)
    {
        foreach (var child in word.Children)
        {
            if (child.Relation.Universal() != Deprel.Nsubj) continue;
            if (child.Lemma is "nobody" or "none" or "neither" or "nothing" || child.Chars is "No" or "no") return true;
            foreach (var part in child.Children) if (part.Relation == Deprel.Det && part.Lemma is "no" or "neither") return true;
        }
        return false;
    }

    /// <summary>'no word', 'little information', 'few details', 'without any explanation'.</summary>
    internal static bool IsLacking(Token noun)
    {
        if (noun.Chars is "little" or "Little" or "nothing" or "Nothing") return true;
        foreach (var child in noun.Children)
            if (child.Relation is Deprel.Det or Deprel.Amod && child.Lemma is "no" or "little" or "few" or "scant" or "neither" || child.Relation == Deprel.Case && child.Lemma == "without") return noun.Child(Deprel.Det)?.Lemma != "a";
        return false;
    }
}
