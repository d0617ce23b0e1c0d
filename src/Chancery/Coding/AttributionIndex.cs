using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>Attribution relations by the sentences their contents lie in, so that one word is not compared with all of them.</summary>
internal sealed class AttributionIndex
{
    /// <summary>A content that reaches farther is taken for a fault of quotation marks.</summary>
    private const int MostSentences = 200;

    /// <summary>More clauses are not joined by 'and'.</summary>
    private const int MostConjuncts = 20;

    private readonly Dictionary<int, List<Attribution>> _bySentence = [];

    private readonly List<TextSpan> _rejoinders;

    internal AttributionIndex(Document document, ImmutableArray<Attribution> relations)
    {
        _rejoinders = [.. relations.Select(relation => relation.Rejoinder).OfType<TextSpan>().OrderBy(words => words.Start)];
        foreach (var relation in relations.OrderBy(relation => Depth(relations, relation)))
            foreach (var content in relation.Content)
            {
                var words = document.TokensIn(content);
                if (words.Count == 0) continue;
                var (first, last) = (words[0].SentenceIndex, words[words.Count - 1].SentenceIndex);
                for (var sentence = first; sentence <= Math.Min(last, first + MostSentences); sentence++)
                {
                    if (!_bySentence.TryGetValue(sentence, out var list)) _bySentence.Add(sentence, list = []);
                    if (list.Count == 0 || list[^1] != relation) list.Add(relation);
                }
            }
    }

    /// <summary>Where the first answer begins behind a place of the text, such as ', which Chad denied'; past any text where there is none.</summary>
    internal int Rejoinder(int position)
    {
        var at = _rejoinders.FindIndex(words => words.Start > position);
        return at < 0 ? int.MaxValue : _rejoinders[at].Start;
    }

    /// <summary>How many relations stand around this one.</summary>
    private static int Depth(ImmutableArray<Attribution> relations, Attribution relation)
    {
        var depth = 0;
        for (var outer = relation.Within; outer is { } index && depth < relations.Length; outer = relations[index].Within) depth++;
        return depth;
    }

    /// <summary>True for a word that heads what somebody vouches for, told in other words than his own. In 'denied that they had fired and proposed talks' nobody can tell whether the second is denied.</summary>
    internal bool IsStated(Token word)
    {
        var head = word;
        for (var step = 0; head is { Relation: Deprel.Conj, Head: { } first } && step < MostConjuncts; step++) head = first;
        return head.Relation is Deprel.Root or Deprel.Ccomp or Deprel.Parataxis && Covering(word).Any(relation => relation.Vouches && !(relation.Stance == Stance.Denies && word.Relation == Deprel.Conj) && !relation.Quoted.Any(quote => quote.Contains(word.Span.Start)));
    }

    /// <summary>'By the army's count forty were killed': the army counted them and need not have done it.</summary>
    internal bool IsAccount(Token noun, Token told) => noun.Child(Deprel.Case) is { } preposition && Covering(told).Any(relation => relation.Cue is { } cue && cue.Contains(preposition.Span));

    /// <summary>The relations on whose word a word stands, the outer before the inner.</summary>
    internal IEnumerable<Attribution> Covering(Token word) => Covering(word.SentenceIndex, word.Span.Start);

    /// <summary>The relations in whose content a place of a sentence lies, the outer before the inner.</summary>
    internal IEnumerable<Attribution> Covering(int sentence, int position)
    {
        if (!_bySentence.TryGetValue(sentence, out var relations)) yield break;
        foreach (var relation in relations)
            foreach (var content in relation.Content)
                if (content.Contains(position)) { yield return relation; break; }
    }
}
