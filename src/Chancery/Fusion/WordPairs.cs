using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>A sketch of a text: hashes of the pairs of longer words and numbers that stand in one sentence, some of them kept.</summary>
/// <remarks>
/// A rewrite that shortens, reorders and rewords keeps most of them, which runs of words do not survive; two newsrooms that tell of one thing
/// share few, since each chooses what to put in one sentence. Case, punctuation, order and endings of words do not matter. A pair with a name or a number in it
/// is marked by its lowest bits: 'shelled the town, killing soldiers' is told of any day, but with the town and the number of one alone.
/// </remarks>
internal static class WordPairs
{
    /// <summary>Words of a sentence that are paired at most.</summary>
    private const int Longest = 24;

    /// <summary>Kept are the hashes that this divides: the same ones in every text, so that counts stay comparable.</summary>
    private const uint Keep = 2;

    /// <summary>The sketch, ascending and without repeats.</summary>
    internal static uint[] Of(string text, ImmutableArray<TextSpan> sentences)
    {
        var found = new List<uint>(text.Length);
        Span<(uint Hash, uint Sort)> words = stackalloc (uint, uint)[Longest];
        foreach (var sentence in sentences.IsDefaultOrEmpty ? [new(0, text.Length)] : sentences)
        {
            var count = Words(text.AsSpan(sentence.Start, sentence.End - sentence.Start), words);
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var (one, other) = (words[i], words[j]);
                    if (one.Hash == other.Hash) continue;
                    var pair = Mix(Math.Min(one.Hash, other.Hash) * 0x9E3779B1u ^ Math.Max(one.Hash, other.Hash));
                    if (pair % Keep == 0 && pair > SketchWords.Sort) found.Add(pair & ~SketchWords.Sort | one.Sort | other.Sort);
                }
            }
        }
        found.Sort();
        var pairs = CollectionsMarshal.AsSpan(found);
        var kept = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            // once, and where it has a name or a number in some sentence, as that: the sorts of one pair stand side by side
            if (i + 1 < pairs.Length && (pairs[i] == pairs[i + 1] || !IsOwn(pairs[i]) && (pairs[i] | SketchWords.Sort) == (pairs[i + 1] | SketchWords.Sort))) continue;
            pairs[kept++] = pairs[i];
        }
        return pairs[..kept].ToArray();
    }

    /// <summary>True for a pair with a name or a number.</summary>
    internal static bool IsOwn(uint pair) => (pair & SketchWords.Own) != 0;

    /// <summary>True for a pair with a number.</summary>
    internal static bool IsNumbered(uint pair) => (pair & SketchWords.Number) != 0;

    /// <summary>Share of both sketches together that both hold, 0–1.</summary>
    internal static double Overlap(uint[] left, uint[] right)
    {
        var shared = Shared(left, right).All;
        return shared == 0 ? 0 : (double)shared / (left.Length + right.Length - shared);
    }

    /// <summary>How many pairs both hold, and how many of them have a number in both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (int All, int Numbered) Shared(uint[] left, uint[] right)
    {
        int i = 0, j = 0, all = 0, numbered = 0;
        while (i < left.Length && j < right.Length)
        {
            var (one, other) = (left[i] | SketchWords.Sort, right[j] | SketchWords.Sort);
            if (one == other)
            {
                all++;
                if (IsNumbered(left[i] & right[j])) numbered++;
            }
            if (one <= other) i++;
            if (other <= one) j++;
        }
        return (all, numbered);
    }

    private static int Words(ReadOnlySpan<char> text, Span<(uint Hash, uint Sort)> words)
    {
        var count = 0;
        var sentence = new SketchWords(text);
        while (count < words.Length && sentence.Next())
            if (sentence.IsFull) words[count++] = (sentence.Hash, sentence.Kind);
        return count;
    }

    private static uint Mix(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x7FEB352Du;
        hash = (hash ^ hash >> 15) * 0x846CA68Bu;
        return hash ^ hash >> 16;
    }
}
