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

    internal PredicateReader(LanguagePack pack, FactualityLexicon lexicon) => (_finder, _moods, _model) = (new(lexicon), new(lexicon), new(pack));

    internal ImmutableArray<Predicate> Read(TextLayout layout, MentionSet mentions, ImmutableArray<Attribution> relations)
    {
        var named = NamedEvents(layout.Document, mentions);
        var moods = _moods.Read(layout);
        var vouched = Vouched(layout, relations);
        var denied = Denied(layout.Document, relations);
        var predicates = ImmutableArray.CreateBuilder<Predicate>();
        foreach (var word in layout.Document.Tokens)
        {
            var name = named.GetValueOrDefault(word.Index);
            if (name is null ? !_finder.IsPredicate(word) : name.Head != word.Index) continue;
            var judgement = _model.Judge(word, moods);
            var mood = FactualityModel.Settle(moods[word.Index], judgement);
            if (mood.Status == ClaimStatus.NotOccurred && vouched[word.Index] || mood == Mood.Plain && denied.Contains(word.Index)) mood = new(ClaimStatus.Denied);
            predicates.Add(new(word.Index, name?.Span ?? Span(word), word.Lemma, new(FactualityModel.Grade(mood, judgement, new Clause(word).IsNegated)), mood.Status));
        }
        return predicates.ToImmutable();
    }

    /// <summary>The words of names that are events of their own, 'the Winter Olympics': such a name is one predicate, whatever its words are.</summary>
    private static Dictionary<int, EntityMention> NamedEvents(Document document, MentionSet mentions)
    {
        var named = new Dictionary<int, EntityMention>();
        foreach (var mention in mentions.Entities)
        {
            if (mention is not { Kind: MentionKind.Name, Type: EntityType.Event }) continue;
            var words = document.TokensIn(mention.Span);
            for (var word = words.First; word < words.First + words.Count; word++) named.TryAdd(word, mention);
        }
        return named;
    }

    /// <summary>The word with what makes one verb with it right behind: 'step down', 'go back', 'take place'.</summary>
    private static TextSpan Span(Token word)
    {
        foreach (var child in word.Children)
            if (child.Index == word.Index + 1 && (child.Relation == Deprel.CompoundPrt || word.Upos is Upos.Verb or Upos.Noun && IsPart(word, child))) return word.Span.Union(child.Span);
        return word.Span;
    }

    private static bool IsPart(Token verb, Token behind) =>
        behind.Relation == Deprel.Advmod && behind.Lemma is "back" or "down" or "up" or "out" or "off" or "away" or "apart" or "together" or "forward"
        || behind.Relation == Deprel.Obj && verb.Lemma == "take" && behind.Lemma is "place" or "part" or "effect" or "shape";

    /// <summary>
    /// The verbs that head what a source denies: in 'denied on Friday that it had fired', 'denied a report that its men had fired' the tree may hang the clause on the day or the report, and nothing above it tells of the denial.
    /// </summary>
    private static HashSet<int> Denied(Document document, ImmutableArray<Attribution> relations)
    {
        var denied = new HashSet<int>();
        foreach (var relation in relations)
        {
            if (relation.Stance != Stance.Denies) continue;
            foreach (var span in relation.Content)
            {
                var words = document.TokensIn(span);
                if (words.Count == 0 || words[0].Lemma != "that") continue;
                foreach (var word in words)
                    if (word.Upos == Upos.Verb && (word.Head is not { } head || !span.Contains(head.Span) || word.Relation == Deprel.Conj && !word.Has(Deprel.Nsubj) && denied.Contains(head.Index))) denied.Add(word.Index);
            }
        }
        return denied;
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
