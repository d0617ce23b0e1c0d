using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Chancery;

/// <summary>A gist as numbers: its words are compared by the million while reports are filed, and letter by letter that took a tenth of the time of reading in.</summary>
/// <remarks>A mark is a hash of a word, whatever its case, and two bits that say of what sort it is. Ascending, so that two gists are gone through side by side. Immutable.</remarks>
internal sealed class GistMarks
{
    /// <summary>Bit of a name among what a report turns on.</summary>
    internal const long Named = 1;

    /// <summary>Bit of a state, a people or a body of many states or of none.</summary>
    internal const long State = 2;

    /// <summary>Bits that say of what sort a mark is.</summary>
    internal const int Sorts = 2;

    private readonly long[] _names;
    private readonly long[] _words;

    internal GistMarks(Gist gist)
    {
        (_names, _words, Turns) = (Of(gist.Names), Of(gist.Words), gist.Turns);
        IsNaming = gist.Names.Any(name => !Gist.IsState(name));
        NamesCountry = gist.Names.Any(Gist.IsCountry);
        Weight = gist.Names.Sum(name => Gist.IsState(name) ? 0.5 : 2) + gist.Words.Length;
    }

    /// <summary>Names of the sentence.</summary>
    internal ReadOnlySpan<long> Names => _names;

    /// <summary>Stems of the sentence.</summary>
    internal ReadOnlySpan<long> Words => _words;

    /// <summary>What the report turns on.</summary>
    internal ReadOnlySpan<long> Theme => Turns.Marks;

    /// <inheritdoc cref="Theme"/>
    internal ThemeMarks Turns { get; }

    /// <summary>True where the sentence names somebody or somewhere, states and bodies of many apart.</summary>
    internal bool IsNaming { get; }

    /// <summary>True where the sentence names a state or its people.</summary>
    internal bool NamesCountry { get; }

    /// <summary>True where the report turns on a name.</summary>
    internal bool TurnsOnName => Turns.HasName;

    /// <summary>How many states the report turns on.</summary>
    internal int States => Turns.States;

    /// <summary>How much the sentence tells: names count double, states by half.</summary>
    internal double Weight { get; }

    /// <summary>How many marks two have in common: others than states, states, and names among what reports turn on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (int Own, int States, int Named) Shared(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        int i = 0, j = 0, own = 0, states = 0, named = 0;
        while (i < left.Length && j < right.Length)
        {
            var (a, b) = (left[i], right[j]);
            if (a >> Sorts == b >> Sorts)
            {
                if ((a & State) != 0) states++;
                else own++;
                if ((a & b & Named) != 0) named++;
                (i, j) = (i + 1, j + 1);
                continue;
            }
            // not as branches, every other of which the processor would guess wrong
            var isBefore = a < b ? 1 : 0;
            i += isBefore;
            j += 1 - isBefore;
        }
        return (own, states, named);
    }

    /// <summary>The marks of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long[] Of(ImmutableArray<string> words)
    {
        var marks = new long[words.Length];
        for (var i = 0; i < marks.Length; i++) marks[i] = Hash(words[i]) << Sorts | (Gist.IsState(words[i]) ? State : 0) | (Gist.IsNamed(words[i]) ? Named : 0);
        Array.Sort(marks);
        return marks;
    }

    /// <summary>FNV-1a over the letters in lower case.</summary>
    private static long Hash(string word)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211ul;
        return (long)hash;
    }
}
