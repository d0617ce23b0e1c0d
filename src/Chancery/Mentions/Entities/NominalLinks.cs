using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Finds the chain that a description belongs to: by apposition or copula, else by its head word where it is definite.</summary>
internal sealed class NominalLinks(EntityNouns nouns, TitleWords titles)
{
    /// <summary>So many mentions of a chain a description is compared with.</summary>
    private const int Reach = 64;

    internal EntityChain? Find(EntityDraft nominal, EntityDraft?[] covered, ChainSet set)
    {
        if ((nominal.Bearer ?? ByTree(nominal, covered)) is { } tied) return tied.Chain;
        if (nominal.Members.Length > 0) return null;
        if (ByTitle(nominal, covered, set.Titled) is { } holder) return holder;
        var chains = set.Recent;
        for (var i = chains.Count - 1; i >= 0; i--)
            if (IsRepeated(nominal, chains[i])) return chains[i];
        if (!IsDefinite(nominal)) return null;
        for (var i = chains.Count - 1; i >= 0; i--)
            if (SharesHead(nominal, chains[i])) return chains[i];
        return nominal.Number == Numbers.Many ? null : ByKind(nominal, chains);
    }

    /// <summary>'the king' is the king named last, however long ago; 'the Jordanian king' one of that country.</summary>
    private EntityChain? ByTitle(EntityDraft nominal, EntityDraft?[] covered, List<EntityChain> titled)
    {
        if (nominal.Number == Numbers.Many || nominal.Type != EntityType.Person || !IsDefinite(nominal) || !titles.IsBare(nominal, covered)) return null;
        // 'the president of the bank'
        var document = nominal.Document;
        if (nominal.Country is null && (nominal.Owner is not null || nominal.Head + 1 < document.Count && document[nominal.Head + 1].Chars is "of" or "for")) return null;
        var taken = titles.TakenUpBy(nominal);
        EntityChain? found = null;
        foreach (var chain in titled)
            if ((nominal.Country is null || chain.Country == nominal.Country) && chain.Titles.Any(title => taken.Contains(title)) && (found is null || chain.Latest.First > found.Latest.First)) found = chain;
        return found;
    }

    /// <summary>The same words again, unless they are indefinite or a class of people: 'experts' are others each time.</summary>
    private static bool IsRepeated(EntityDraft nominal, EntityChain chain)
    {
        if (nominal.Document[nominal.First].Chars is "a" or "an" or "A" or "An" or "some" or "any" or "no" or "another") return false;
        if (!IsDefinite(nominal) && (nominal.Number == Numbers.Many || nominal.Document[nominal.First].Upos == Upos.Num)) return false;
        for (var i = chain.Mentions.Count - 1; i >= Math.Max(0, chain.Mentions.Count - Reach); i--)
        {
            var other = chain.Mentions[i];
            if (other.Kind == MentionKind.Nominal && other.Chars.Equals(nominal.Chars, StringComparison.OrdinalIgnoreCase)
                && (other.Country is null || nominal.Country is null || other.Country == nominal.Country)) return true;
        }
        return false;
    }

    /// <summary>'Lee, a lawmaker', 'Kim is the leader', 'the lawmaker Lee'.</summary>
    private static EntityDraft? ByTree(EntityDraft nominal, EntityDraft?[] covered)
    {
        var head = nominal.Document[nominal.Head];
        if (head.Relation == Deprel.Appos && head.Head is { } noun && covered[noun.Index] is { } before && before.First < nominal.First) return before;
        if (head.Has(Deprel.Cop) && head.Child(Deprel.Nsubj) is { } subject && covered[subject.Index] is { } named && !IsDoubtful(head)) return named;
        if (head.Relation is Deprel.Flat or Deprel.NmodDesc or Deprel.Compound && head.Head is { } title && covered[title.Index] is { Type: EntityType.Person, Kind: MentionKind.Name } person
            && person.First < nominal.First) return person;
        return null;
    }

    private static bool IsDoubtful(Token predicate)
    {
        foreach (var child in predicate.Children)
            if (child.Xpos == "MD" || child.Lemma is "not" or "never" or "no") return true;
        return false;
    }

    internal static bool IsDefinite(EntityDraft nominal) => nominal.Document[nominal.First].Chars is "the" or "The" or "this" or "This" or "that" or "That" or "its" or "Its" or "his" or "His" or "her" or "Her" or "their" or "Their";

    private static bool SharesHead(EntityDraft nominal, EntityChain chain)
    {
        var document = nominal.Document;
        var lemma = document[nominal.Head].Lemma;
        for (var i = chain.Mentions.Count - 1; i >= Math.Max(0, chain.Mentions.Count - Reach); i--)
        {
            var other = chain.Mentions[i];
            if (other.Kind == MentionKind.Pronoun || other.Type == EntityType.Norp) continue;
            // 'the police' in Istanbul are not the Serbian police mentioned before
            if (nominal is { Country: null, Ground: { } ground } && chain.Country is { } theirs && ground != theirs) continue;
            if ((other.Number & nominal.Number) == 0 || nominal.Country is { } country && chain.Country is { } known && country != known) continue;
            var isTitle = other.Kind == MentionKind.Name && other.Type == EntityType.Person;
            var at = isTitle ? other.First - 1 : other.Head;
            if (at >= 0 && (document[at].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase)) && !Differs(nominal, other)) return true;
        }
        return false;
    }

    /// <summary>'the Russian soldiers' and 'the Ukrainian soldiers', 'the first man' and 'the second man' are two.</summary>
    private static bool Differs(EntityDraft nominal, EntityDraft other)
    {
        var document = nominal.Document;
        for (var i = nominal.First; i < nominal.Head; i++)
        {
            var word = document[i];
            if (word.Upos is not (Upos.Adj or Upos.Num or Upos.Noun or Upos.Propn)) continue;
            var shared = false;
            for (var k = other.First; k < other.End && !shared; k++) shared = document[k].Chars.Equals(word.Chars, StringComparison.OrdinalIgnoreCase);
            if (!shared) return true;
        }
        return false;
    }

    /// <summary>'the country' for the state named last, 'the group' for the organization named last.</summary>
    private EntityChain? ByKind(EntityDraft nominal, List<EntityChain> chains)
    {
        if (nouns.EndingAt(nominal.Document, nominal.Head) is not { } noun || nominal.Head - nominal.First > 1) return null;
        EntityChain? found = null;
        foreach (var chain in chains)
        {
            if (!chain.HasName || nominal.Sentence - chain.Last.Sentence > 1 || (chain.Number & nominal.Number) == 0) continue;
            var state = chain.IsState;
            var fits = nominal.Document[nominal.Head].Lemma switch
            {
                "country" or "nation" or "state" or "republic" or "kingdom" => state,
                "city" or "town" or "village" or "capital" or "island" or "region" or "province" => chain.Type == EntityType.Place && !state,
                "group" or "organization" or "organisation" or "agency" or "company" or "party" or "movement" or "firm" or "newspaper" or "outlet" or "union" or "bank" or "alliance" or "bloc" or "university" or "body" =>
                    chain.Type == EntityType.Org && noun.Value.Type == EntityType.Org,
                _ => false,
            };
            if (fits && (found is null || chain.Last.First > found.Last.First)) found = chain;
        }
        return found;
    }

    /// <summary>True where a capital stands for the place itself: 'in Pyongyang', not 'Pyongyang said'.</summary>
    internal static bool IsLiteralCapital(EntityDraft name)
    {
        if (name.Use != NameUse.Capital) return false;
        foreach (var child in name.Document[name.Head].Children)
            if (child.Relation == Deprel.Case && child.Lemma is "in" or "at" or "to" or "from" or "near" or "around" or "outside" or "toward" or "towards" or "via" or "across" or "into" or "through" or "over" or "inside") return true;
        var before = name.First > 0 ? name.Document[name.First - 1].Chars : [];
        return before is "in" or "at" or "to" or "near" or "outside" or "toward" or "towards" or "via" or "into" or "from" or "inside" or "around";
    }
}
