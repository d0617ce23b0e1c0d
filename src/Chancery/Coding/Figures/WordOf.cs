using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>On whose word something is told: the sources of the relations whose content holds it, the outermost first.</summary>
internal static class WordOf
{
    internal static ImmutableArray<string> Find(IEnumerable<Attribution> covering) => [.. Chain(covering).Select(relation => relation.SourceName)];

    /// <summary>What the report and each source in turn commit to; <paramref name="innermost"/> is what the one who says it himself commits to.</summary>
    /// <remarks>
    /// After FactBank: whoever passes on what another says or thinks leaves it open (0). What somebody knows or shows to be so, the one
    /// who tells of it takes to be so as well, and so what a statement takes for known: 'said it had answered the raid that killed six'.
    /// </remarks>
    internal static ImmutableArray<Commitment> Commitments(IEnumerable<Attribution> covering, Token word, Factuality innermost)
    {
        var chain = Chain(covering);
        var commitments = new Commitment[chain.Count + 1];
        var value = innermost;
        for (var i = chain.Count; i >= 0; i--)
        {
            commitments[i] = new(i == 0 ? null : chain[i - 1].SourceName, value);
            if (i > 0 && chain[i - 1].Kind is not AttributionKind.Know && !Background.IsOf(chain[i - 1], word)) value = new(0);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(commitments);
    }

    private static List<Attribution> Chain(IEnumerable<Attribution> covering)
    {
        var chain = new List<Attribution>();
        foreach (var relation in covering.Where(relation => relation.Vouches).OrderByDescending(relation => relation.Content.Max(content => content.Length)))
            if (!chain.Exists(outer => outer.SourceName == relation.SourceName)) chain.Add(relation);
        return chain;
    }
}
