namespace Chancery.Linguistics.Parsing;

/// <summary>Some stretches of words laid side by side, the longest first: all first words, then all second words.</summary>
internal readonly ref struct BatchPlan
{
    /// <summary>Most stretches in a batch: enough to use each weight many times, few enough that lengths are alike.</summary>
    internal const int Widest = 16;

    internal BatchPlan(ReadOnlySpan<Stretch> stretches, Span<int> offsets)
    {
        Stretches = stretches;
        Steps = stretches[0].Length;
        var active = stretches.Length;
        for (var t = 0; t < Steps; t++)
        {
            while (stretches[active - 1].Length <= t) active--;
            offsets[t + 1] = offsets[t] + active;
        }
        Offsets = offsets[..(Steps + 1)];
    }

    internal ReadOnlySpan<Stretch> Stretches { get; }

    internal int Steps { get; }

    /// <summary>First row of every step, and the number of rows.</summary>
    internal ReadOnlySpan<int> Offsets { get; }

    internal int Rows => Offsets[Steps];
}

/// <summary>A sentence, or a part of one that is too long to be scored whole.</summary>
/// <param name="First">Its first word in the document.</param>
/// <param name="Length">Number of words.</param>
/// <param name="Begins">True where the sentence begins here.</param>
internal readonly record struct Stretch(int First, int Length, bool Begins);
