using System.Collections.Immutable;

namespace Chancery.Mentions.Entities;

/// <summary>Tells who is meant by 'the two nations', 'both sides', 'the three leaders': the entities of that kind named last.</summary>
internal sealed class GroupMembers(EntityNouns nouns)
{
    private const int Sentences = 3;

    internal ImmutableArray<EntityChain> Of(EntityDraft nominal, List<EntityChain> chains)
    {
        if (nominal.Number == Numbers.One || nouns.EndingAt(nominal.Document, nominal.Head) is not { Value.HasMembers: true } noun || CountOf(nominal) is not { } count) return [];
        var lemma = nominal.Document[nominal.Head].Lemma;
        var any = lemma is "side" or "party" or "camp";
        var found = new List<EntityChain>();
        foreach (var chain in chains.OrderByDescending(c => c.Last.First))
        {
            if (found.Count == count || nominal.Sentence - chain.Last.Sentence > Sentences) break;
            if (chain.Number == Numbers.Many || !chain.HasName || chain.Country is null && any) continue;
            var state = chain.Actor is { } actor && actor.Id.StartsWith("state/", StringComparison.Ordinal);
            var fits = any ? state || chain.Type == EntityType.Org : noun.Value.Type switch
            {
                EntityType.Place => state,
                EntityType.Person => chain.Type == EntityType.Person,
                var type => chain.Type == type,
            };
            if (fits && !found.Exists(f => any && f.Country == chain.Country)) found.Add(chain);
        }
        if (found.Count != count) return [];
        found.Reverse();
        return [.. found];
    }

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
