using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>On whose word something is told: the sources whose content holds it, the outermost first.</summary>
internal static class WordOf
{
    internal static ImmutableArray<string> Find(Attributions attributions, TextSpan span)
    {
        var covering = new List<(int Length, string Source)>();
        foreach (var relation in attributions.Relations)
            foreach (var content in relation.Content)
                if (content.Contains(span.Start) && relation.SourceName.Length > 0)
                {
                    covering.Add((relation.Content.Max(c => c.Length), relation.SourceName));
                    break;
                }
        return [.. covering.OrderByDescending(c => c.Length).Select(c => c.Source).Distinct(StringComparer.Ordinal)];
    }
}
