using System.Collections.Immutable;
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
            if (draft.Kind == MentionKind.Nominal) draft.Members = groups.Of(draft, chains.Recent);
            chains.Add(draft, draft.Kind switch
            {
                MentionKind.Name => NameLinks.Find(draft, chains.Names),
                MentionKind.Nominal => (draft.Actor is null ? null : chains.Names.Same(draft)) ?? nominals.Find(draft, covered, chains.Recent),
                _ => pronouns.Find(draft, covered, chains.Recent, turn),
            });
        }
        return chains.All;
    }
}
