using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Predicates;

/// <summary>Reads the predicates of a document: which words they are, whether each is said to have happened, and how far its source commits to it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PredicateReader
{
    private readonly PredicateFinder _finder;
    private readonly MoodReader _moods;
    private readonly FactualityModel _model;

    internal PredicateReader(LanguagePack pack)
    {
        var lexicon = new FactualityLexicon(pack);
        (_finder, _moods, _model) = (new(lexicon), new(lexicon), new(pack));
    }

    internal ImmutableArray<Predicate> Read(TextLayout layout, ImmutableArray<Attribution> relations)
    {
        var moods = _moods.Read(layout);
        var vouched = Vouched(layout, relations);
        var predicates = ImmutableArray.CreateBuilder<Predicate>();
        foreach (var word in layout.Document.Tokens)
        {
            if (!_finder.IsPredicate(word)) continue;
            var judgement = _model.Judge(word, moods);
            var mood = FactualityModel.Settle(moods[word.Index], judgement);
            if (mood.Status == ClaimStatus.NotOccurred && vouched[word.Index]) mood = new(ClaimStatus.Denied);
            predicates.Add(new(word.Index, Span(word), word.Lemma, new(FactualityModel.Grade(mood, judgement, new Clause(word).IsNegated)), mood.Status));
        }
        return predicates.ToImmutable();
    }

    /// <summary>The word with the particle right behind it: 'step down'.</summary>
    private static TextSpan Span(Token word)
    {
        foreach (var child in word.Children)
            if (child.Relation == Deprel.CompoundPrt && child.Index == word.Index + 1) return word.Span.Union(child.Span);
        return word.Span;
    }

    /// <summary>The words that stand on the word of a named source: what is negated there, that source denies.</summary>
    private static bool[] Vouched(TextLayout layout, ImmutableArray<Attribution> relations)
    {
        var vouched = new bool[layout.Document.Count];
        foreach (var relation in relations)
        {
            if (!relation.Vouches) continue;
            foreach (var span in relation.Content)
            {
                var words = layout.Document.TokensIn(span);
                Array.Fill(vouched, true, words.First, words.Count);
            }
        }
        return vouched;
    }
}
