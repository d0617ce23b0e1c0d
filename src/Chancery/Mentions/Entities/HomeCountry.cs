namespace Chancery.Mentions.Entities;

/// <summary>The one country a report is about, where it is about one: the police, the government, the president it speaks of are that country's.</summary>
internal static class HomeCountry
{
    /// <summary>So great a share of the countries named must be the one.</summary>
    private const double Share = 0.8;

    /// <summary>Sectors of those who belong to a state, or act against one.</summary>
    private static readonly string[] OfStates = ["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "OPP", "PTY", "PRM"];

    internal static void Give(List<EntityDraft> drafts)
    {
        if (Of(drafts) is not { } country) return;
        foreach (var draft in drafts)
        {
            if (draft.Country is not null || draft.Kind == MentionKind.Pronoun || draft.Sectors.IsEmpty || !OfStates.Contains(draft.Sectors[0])) continue;
            if (draft.Kind == MentionKind.Name && draft.Type is not (EntityType.Person or EntityType.Org)) continue;
            // 'the two leaders', 'foreign ministers': several are of several countries
            if (draft is { Kind: MentionKind.Nominal, Number: Numbers.Many } && draft.Document[draft.Head].Lemma is "government" or "country" or "nation" or "state" or "leader" or "minister" or "president" or "side") continue;
            draft.Country = country;
        }
    }

    private static string? Of(List<EntityDraft> drafts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var draft in drafts)
        {
            if (draft is not { Kind: MentionKind.Name, Country: { Length: 3 } country } || country is "IGO" or "NGO") continue;
            counts[country] = counts.GetValueOrDefault(country) + 1;
            all++;
        }
        foreach (var (country, count) in counts) if (count >= Share * all) return country;
        return null;
    }
}
