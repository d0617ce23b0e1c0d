using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>Finds descriptions that can act: 'the delegation', 'two Russian soldiers', 'the foreign minister'.</summary>
internal sealed class NominalFinder(AgentWords agents, EntityNouns nouns)
{
    internal void Find(Document document, EntityDraft?[] covered, List<EntityDraft> found)
    {
        for (var i = 0; i < document.Count; i++)
        {
            var token = document[i];
            if (token.Upos is not (Upos.Noun or Upos.Propn or Upos.Adj) || covered[i] is not null) continue;
            var sectors = agents.Nouns.EndingAt(document, i);
            var noun = nouns.EndingAt(document, i);
            if (sectors is null && noun is null) continue;
            if (token.Upos == Upos.Adj && !HeadsAdjective(token)) continue;
            if (IsModifier(token, covered)) continue;
            found.Add(Describe(document, StartOf(document, i, covered), i + 1, i));
        }
    }

    /// <summary>What the head word says of a description; nothing certain where it is no agent.</summary>
    internal EntityDraft Describe(Document document, int first, int end, int head)
    {
        var token = document[head];
        var sectors = agents.Nouns.EndingAt(document, head);
        var known = nouns.EndingAt(document, head)?.Value
            ?? new EntityNoun(sectors is null ? EntityType.Org : EntityType.Person, sectors is null ? Genders.Thing : Genders.Anyone, false);
        var many = token.Xpos is "NNS" or "NNPS" || token.Feats.Contains("Number=Plur", StringComparison.Ordinal);
        return new(document, first, end, MentionKind.Nominal, known.Type)
        {
            Head = head,
            Sectors = sectors?.Value ?? [],
            Gender = known.Gender,
            // 'the police said they', 'the government said it'
            Number = many ? Numbers.Many : known.Type == EntityType.Org && sectors is not null ? Numbers.Unknown : Numbers.One,
        };
    }

    /// <summary>The first word of the noun phrase that ends with its head: determiners, owners, numbers and adjectives included.</summary>
    private static int StartOf(Document document, int head, EntityDraft?[] covered)
    {
        var first = head;
        var sentence = document[head].Sentence.First;
        while (first > sentence)
        {
            var before = document[first - 1];
            // 'during the night police', 'at least ten men': what has a preposition is a phrase of its own
            if ((before.Child(Deprel.Case) is { } preposition && preposition.Index < before.Index || before.Relation.Universal() == Deprel.Obl && !before.IsWithin(document[head])) && !document[head].IsWithin(before)) break;
            var joins = before.Upos is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.Det || before.Chars is "'s" or "’s" or "'" or "’" || before.Xpos is "PRP$" or "VBN" or "VBG"
                || covered[first - 1] is { Kind: MentionKind.Name, Type: EntityType.Norp } || before.Chars is "-";
            if (!joins) break;
            first--;
            if (before.Upos == Upos.Det || before.Xpos == "PRP$") break;
        }
        while (first < head && (document[first].Xpos is "VBG" or "VBN" || document[first].Upos == Upos.Punct)) first++;
        return first;
    }

    /// <summary>True for a noun before another ('police officers', 'Foreign Minister Lavrov'): the whole is the mention.</summary>
    private static bool IsModifier(Token token, EntityDraft?[] covered)
    {
        if (token.Index + 1 >= token.Sentence.End) return false;
        var next = token.Document[token.Index + 1];
        if (token.Relation is Deprel.Compound or Deprel.NmodDesc && token.HeadIndex > token.Index) return true;
        if (token.Relation is Deprel.Flat && covered[Math.Max(0, token.HeadIndex)] is not null) return true;
        return next.Upos == Upos.Noun && token.Relation is Deprel.Compound or Deprel.Amod or Deprel.Nmod && token.HeadIndex == next.Index;
    }

    /// <summary>'the military', 'the wounded': an adjective in a noun's place.</summary>
    private static bool HeadsAdjective(Token token) =>
        token.Relation.Universal() is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.Nmod or Deprel.Root or Deprel.Conj && token.Has(Deprel.Det);
}
