using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>Finds whom the words around a noun lay to what it tells: 'blamed Iran for the attack', 'was behind the raid'. The words are data: <c>frames/doers.tsv</c>.</summary>
/// <param name="lexicon">The frame lexicon.</param>
internal sealed class DoerFinder(FrameLexicon lexicon)
{
    /// <summary>The word for whoever is said to have done it; null where nobody is. Whether he is, the claim's status tells: what was not his attack is no attack of his.</summary>
    internal Token? Find(Token noun)
    {
        if (noun.Has(Deprel.Cop)) return lexicon.Doer("be", Clause.Preposition(noun)) is not null ? Arguments.Subject(noun) : null;
        if (noun.Head is not { } word) return null;
        // 'accused the rebels of the attack', where the tree ties the deed to the rebels
        if (noun.Relation == Deprel.Nmod && word is { Relation: Deprel.Obj or Deprel.NsubjPass, Head: { } verb } && Doer(verb, noun) == "obj") return word;
        return Doer(word, noun) switch
        {
            null => null,
            "subj" => Arguments.Subject(word),
            "obj" => new Clause(word).Patient,
            { } preposition => new Clause(word).Oblique(preposition) ?? new Clause(noun).Oblique(preposition),
        };
    }

    private string? Doer(Token word, Token noun) => lexicon.Doer(lexicon.Lemma(word), noun.Relation is Deprel.Obj or Deprel.NsubjPass ? "obj" : Clause.Preposition(noun));
}
