using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Mentions.Entities;

/// <summary>Country and sectors that the head word of an organization's name gives: <c>languages/en/entities/org-heads.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class OrgHeads
{
    private const string Path = "languages/en/entities/org-heads.tsv";

    private readonly Dictionary<string, OrgHead> _heads = new(StringComparer.Ordinal);

    internal OrgHeads(LanguagePack pack)
    {
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "words", "country", "sectors").Rows)
            foreach (var word in row.Parts("words")) _heads[word] = new(row["country"], [.. row.Parts("sectors")]);
    }

    /// <summary>Given last, so that the country of a church spreads to nobody who is named beside it.</summary>
    internal void Give(List<EntityDraft> drafts)
    {
        foreach (var draft in drafts)
            if (draft is { Kind: MentionKind.Name, Type: EntityType.Org, Country: null } && Of(draft) is { } head)
                (draft.Country, draft.Sectors) = (head.Country, draft.Sectors.IsEmpty ? head.Sectors : draft.Sectors);
    }

    private OrgHead? Of(EntityDraft name) =>
        _heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.Document[HeadOf(name)].Chars, out var head) ? head : null;

    /// <summary>The word before 'of' or 'for', else the last.</summary>
    internal static int HeadOf(EntityDraft name)
    {
        var head = name.First;
        while (head + 1 < name.End && name.Document[head + 1].Chars is not ("of" or "for" or "on" or "in")) head++;
        return head;
    }
}

/// <summary>What a head word tells of an organization.</summary>
internal sealed record OrgHead(string Country, ImmutableArray<string> Sectors);
