using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Chancery;

/// <summary>What a report turns on, as numbers: made once for all that it tells, where it is made for each sentence with a copy of it filing takes longer.</summary>
/// <remarks>Immutable; each part is made when it is first asked for.</remarks>
internal sealed class ThemeMarks(ImmutableArray<string> theme)
{
    private static long _last;

    /// <summary>By number, so that none is kept alive by another it was compared with.</summary>
    private readonly long _number = Interlocked.Increment(ref _last);

    private Overlap? _overlap;

    /// <summary>Names that are paired; of more those with the lowest marks, which are the lowest in a like report too.</summary>
    private const int Turning = 10;

    private const int Some = 20;

    internal ImmutableArray<string> Theme => theme;

    /// <inheritdoc cref="GistMarks"/>
    internal long[] Marks => field ??= GistMarks.Of(theme);

    /// <summary>How many marks two have in common: others than states, states, and names.</summary>
    /// <remarks>What a report tells is compared with all that another tells before it is with a third: the last answer is kept, in whichever of the two is not compared with others in between.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal (int Own, int States, int Named) Shared(ThemeMarks other)
    {
        if (_overlap is { } mine && mine.With == other._number) return mine.Shared;
        if (other._overlap is { } its && its.With == _number) return its.Shared;
        var shared = GistMarks.Shared(Marks, other.Marks);
        (_overlap, other._overlap) = (new(other._number, shared), new(_number, shared));
        return shared;
    }

    /// <summary>True where the report turns on a name.</summary>
    internal bool HasName { get; } = theme.Any(Gist.IsNamed);

    /// <summary>How many states the report turns on.</summary>
    internal int States { get; } = theme.Count(Gist.IsState);

    /// <summary>Keys of the pairs of names that the report turns on, but those of two states: two reports that share one may tell of one affair.</summary>
    internal long[] Pairs => field ??= PairsOf(areStates: false);

    /// <summary>Some of these pairs, where there are many: those with the lowest keys, which are the lowest in a like report too.</summary>
    internal long[] SomePairs => field ??= Lowest(Pairs);

    /// <summary>Keys of the pairs of states.</summary>
    internal long[] StatePairs => field ??= PairsOf(areStates: true);

    private static long[] Lowest(long[] pairs)
    {
        long[] ascending = [.. pairs];
        Array.Sort(ascending);
        return ascending.Length <= Some ? ascending : ascending[..Some];
    }

    private long[] PairsOf(bool areStates)
    {
        // states first: two reports of one affair turn on the same ones
        long[] names = [.. Array.FindAll(Marks, IsState), .. Array.FindAll(Marks, mark => (mark & (GistMarks.Named | GistMarks.State)) == GistMarks.Named)];
        var count = Math.Min(names.Length, Turning);
        var pairs = new List<long>(count * (count - 1) / 2);
        for (var i = 0; i < count; i++)
            for (var j = 0; j < i; j++)
                if ((IsState(names[i]) && IsState(names[j])) == areStates) pairs.Add(Pair(names[i] >> GistMarks.Sorts, names[j] >> GistMarks.Sorts));
        return [.. pairs];

        static bool IsState(long mark) => (mark & GistMarks.State) != 0;
        static long Pair(long one, long other) => Math.Min(one, other) * 1099511628211 ^ Math.Max(one, other); // both are hashes already
    }

    /// <summary>What it has in common with the one of a number.</summary>
    private sealed record Overlap(long With, (int Own, int States, int Named) Shared);
}
