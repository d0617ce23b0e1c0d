using System.Collections.Immutable;

namespace Chancery.Coding.Figures;

/// <summary>On whose word something is told: the sources of the relations whose content holds it, the outermost first.</summary>
internal static class WordOf
{
    internal static ImmutableArray<string> Find(IEnumerable<Attribution> covering)
    {
        List<(int Length, string Source)>? sources = null;
        foreach (var relation in covering)
            if (relation.SourceName.Length > 0) (sources ??= []).Add((relation.Content.Max(c => c.Length), relation.SourceName));
        return sources is null ? [] : [.. sources.OrderByDescending(c => c.Length).Select(c => c.Source).Distinct(StringComparer.Ordinal)];
    }
}
