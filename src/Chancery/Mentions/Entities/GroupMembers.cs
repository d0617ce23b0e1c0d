using System.Collections.Immutable;

namespace Chancery.Mentions.Entities;

/// <summary>Tells who is meant by 'the two nations', 'both sides', 'the three leaders': the entities of that kind named last.</summary>
internal sealed class GroupMembers(EntityNouns nouns, TitleWords titles)
{
    private const int Sentences = 3;

    internal ImmutableArray<EntityChain> Of(EntityDraft nominal, ChainSet chains)
    {
        if (nominal.Number == Numbers.One || nouns.EndingAt(nominal.Document, nominal.Head) is not { Value.HasMembers: true } noun || CountOf(nominal) is not { } count) return [];
        if (noun.Value.Type == EntityType.Person && titles.TakenUpBy(nominal) is { IsEmpty: false } held) return Holders(held, count, chains);
        if (noun.Value.Type == EntityType.Place) return States(nominal, count, chains);
        var lemma = nominal.Document[nominal.Head].Lemma;
        var any = lemma is "side" or "party" or "camp";
        var found = new List<EntityChain>();
        foreach (var chain in chains.Recent.OrderByDescending(c => c.Latest.First).ThenByDescending(c => c.Index))
        {
            if (found.Count == count || nominal.Sentence - chain.Latest.Sentence > Sentences) break;
            if (chain.Number == Numbers.Many || !chain.HasName || chain.Country is null && any) continue;
            var fits = any ? chain.IsState || chain.Type == EntityType.Org : noun.Value.Type switch
            {
                EntityType.Person => chain.Type == EntityType.Person,
                var type => chain.Type == type,
            };
            if (fits && !found.Exists(f => any && f.Country == chain.Country)) found.Add(chain);
        }
        return found.Count == count ? InOrder(found) : [];
    }

    /// <summary>'the two presidents': of those who hold such an office the ones mentioned last, however long ago.</summary>
    private static ImmutableArray<EntityChain> Holders(ImmutableArray<string> held, int count, ChainSet chains)
    {
        var holders = chains.Titled.Where(chain => chain.Titles.Any(title => held.Contains(title))).OrderByDescending(chain => chain.Latest.First).ThenByDescending(chain => chain.Index).Take(count).ToList();
        return holders.Count == count ? InOrder(holders) : [];
    }

    /// <summary>'the two countries': the states spoken of last, by their own names or in those who are theirs.</summary>
    private static ImmutableArray<EntityChain> States(EntityDraft nominal, int count, ChainSet chains)
    {
        var found = new List<EntityChain>();
        foreach (var chain in chains.Recent.OrderByDescending(c => c.Latest.First).ThenByDescending(c => c.Index))
        {
            if (found.Count == count || nominal.Sentence - chain.Latest.Sentence > Sentences) break;
            if (chain.Country is { Length: 3 } country && chains.Names.State(country) is { } state && !found.Contains(state)) found.Add(state);
        }
        return found.Count == count ? InOrder(found) : [];
    }

    private static ImmutableArray<EntityChain> InOrder(IEnumerable<EntityChain> found) => [.. found.Reverse()];

    private static int? CountOf(EntityDraft nominal)
    {
        for (var i = nominal.First; i < nominal.Head; i++)
        {
            switch (nominal.Document[i].Lemma)
            {
                case "two" or "both": return 2;
                case "three": return 3;
                case "four": return 4;
            }
        }
        return nominal.Document[nominal.Head].Lemma == "side" && NominalLinks.IsDefinite(nominal) ? 2 : null;
    }
}
