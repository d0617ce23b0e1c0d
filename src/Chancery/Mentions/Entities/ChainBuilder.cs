namespace Chancery.Mentions.Entities;

/// <summary>Joins mentions of one entity, from left to right.</summary>
internal sealed class ChainBuilder(NominalLinks nominals, PronounLinks pronouns, GroupMembers groups)
{
    /// <summary>The chains in order of their first mention; every mention is in one.</summary>
    internal List<EntityChain> Build(List<EntityDraft> drafts, EntityDraft?[] covered)
    {
        var chains = new List<EntityChain>();
        foreach (var draft in drafts)
        {
            var own = new EntityChain(draft);
            if (draft.Kind == MentionKind.Nominal) draft.Members = groups.Of(draft, chains);
            var found = draft.Kind switch
            {
                MentionKind.Name => NameLinks.Find(draft, chains),
                MentionKind.Nominal => nominals.Find(draft, covered, chains),
                _ => pronouns.Find(draft, chains),
            };
            if (found is null || ReferenceEquals(found, own)) chains.Add(own);
            else found.Join(own);
        }
        return chains;
    }
}
