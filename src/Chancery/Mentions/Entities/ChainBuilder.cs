using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Mentions.Turns;

namespace Chancery.Mentions.Entities;

/// <summary>Joins mentions of one entity, from left to right.</summary>
internal sealed class ChainBuilder(NominalLinks nominals, PronounLinks pronouns, GroupMembers groups)
{
    /// <summary>The chains in order of their first mention; every mention is in one.</summary>
    internal List<EntityChain> Build(List<EntityDraft> drafts, EntityDraft?[] covered, ImmutableArray<Turn> turns)
    {
        var (chains, at) = (new ChainSet(), 0);
        foreach (var draft in drafts)
        {
            chains.MoveTo(draft);
            while (at < turns.Length && turns[at].SaidEnd <= draft.First) at++;
            var turn = at < turns.Length && turns[at].Says(draft.First) ? turns[at] : null;
            if (draft.Kind == MentionKind.Nominal)
            {
                TakeOwner(draft, covered);
                draft.Members = groups.Of(draft, chains);
            }
            var found = draft.Kind switch
            {
                MentionKind.Name => NameLinks.Find(draft, chains.Names) ?? Introduced(draft, covered),
                MentionKind.Nominal => (draft.Actor is null ? null : chains.Names.Same(draft)) ?? nominals.Find(draft, covered, chains),
                _ => pronouns.Find(draft, covered, chains.Recent, turn),
            };
            // 'the police' whom nothing ties to anybody are those of the place
            if (found is null && draft.Sectors is ["COP", ..] && NominalLinks.IsDefinite(draft)) draft.Country ??= draft.Ground;
            chains.Add(draft, found);
        }
        return chains.All;
    }

    /// <summary>'its spokesman, Ivo Maric', 'a spokesman for the army, Ivo Maric': whoever is told of by his office first and named beside it.</summary>
    private static EntityChain? Introduced(EntityDraft name, EntityDraft?[] covered)
    {
        if (name.Type != EntityType.Person || name.Document[name.Head] is not { Relation: Deprel.Appos, Head: { } noun } || noun.Index > name.First) return null;
        // nobody is an army: the tree hangs him on the last noun before the comma
        if (noun.Relation == Deprel.Nmod && covered[noun.Index] is { Type: EntityType.Org } && noun.Head is { } above && above.Index < noun.Index) noun = above;
        return covered[noun.Index] is { Kind: MentionKind.Nominal, Type: EntityType.Person, Chain: { HasName: false } chain } office && (office.Number & Numbers.One) != 0 ? chain : null;
    }

    /// <summary>'its troops' are of the country that 'it' is of: the pronoun, which stands first, has been joined already.</summary>
    private static void TakeOwner(EntityDraft nominal, EntityDraft?[] covered)
    {
        if (covered[nominal.First] is not { Kind: MentionKind.Pronoun, Chain: { } owner } pronoun || pronoun.Document[pronoun.Head].Relation != Deprel.NmodPoss) return;
        nominal.Owner = owner;
        if (!nominal.Sectors.IsEmpty) nominal.Country ??= owner.Country;
    }
}
