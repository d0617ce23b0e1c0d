using Chancery.Linguistics;

namespace Chancery.Mentions.Places;

/// <summary>Tells a place as such from a state's name for those who act: by where it hangs in the tree.</summary>
internal sealed class PlaceRoles(PlaceWords words)
{
    /// <summary>Steps up a chain of conjuncts and appositions before it is left alone.</summary>
    private const int Steps = 8;

    /// <param name="document">The document.</param>
    /// <param name="head">The word that heads the toponym.</param>
    /// <param name="governs">True for a state, a capital, a region: what may stand for its government.</param>
    internal PlaceRole Of(Document document, int head, bool governs)
    {
        var word = document[head];
        for (var step = 0; step < Steps; step++)
        {
            if (Own(word, governs) is { } role) return role;
            if (word.Head is not { } up) break;
            word = up;
        }
        return PlaceRole.Literal;
    }

    /// <summary>The role by the word's own relation; null where it shares that of its head.</summary>
    private PlaceRole? Own(Token word, bool governs)
    {
        if (word.Child(Deprel.Case) is { } preposition && preposition.Index < word.Index)
        {
            if (words.IsLocative(preposition)) return PlaceRole.Literal;
            if (preposition.Chars is "of") return !governs || word.Head is { } of && words.IsPlaceNoun(of) ? PlaceRole.Literal : PlaceRole.Metonym;
            return governs ? PlaceRole.Metonym : PlaceRole.Literal;
        }
        switch (word.Relation)
        {
            case Deprel.Conj or Deprel.Appos or Deprel.Flat or Deprel.List:
                return null;
            case Deprel.Compound or Deprel.Amod or Deprel.NmodDesc or Deprel.NmodUnmarked:
                return word.Head is { } noun && !words.IsPlaceNoun(noun) ? PlaceRole.Adjective : PlaceRole.Literal;
            case Deprel.Nsubj when word.Head is { } predicate && predicate.Has(Deprel.Cop):
                return PlaceRole.Literal;
            case Deprel.Obj or Deprel.NsubjPass when word.Head is { } verb && words.TakesPlace(verb):
                return PlaceRole.Literal;
            case Deprel.NmodPoss when word.Head is { } owned && words.IsPlaceNoun(owned):
                return PlaceRole.Literal;
            case Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter or Deprel.Obj or Deprel.Iobj or Deprel.OblAgent or Deprel.NmodPoss:
                return governs ? PlaceRole.Metonym : PlaceRole.Literal;
            default:
                return PlaceRole.Literal;
        }
    }
}
