using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>A sketch of a text: hashes of the pairs of longer words and numbers that stand in one sentence, some of them kept.</summary>
/// <remarks>
/// A rewrite that shortens, reorders and rewords keeps most of them, which runs of words do not survive; two newsrooms that tell of one thing
/// share few, since each chooses what to put in one sentence. Case, punctuation, order and endings of words do not matter.
/// </remarks>
internal static class WordPairs
{
    /// <summary>Shorter words are those of grammar.</summary>
    private const int ShortestWord = 4;

    /// <summary>Letters that count: endings do not.</summary>
    private const int Stem = 6;

    /// <summary>Words of a sentence that are paired at most.</summary>
    private const int Longest = 24;

    /// <summary>Kept are the hashes that this divides: the same ones in every text, so that counts stay comparable.</summary>
    private const uint Keep = 2;

    /// <summary>The sketch, ascending and without repeats.</summary>
    internal static uint[] Of(string text, ImmutableArray<TextSpan> sentences)
    {
        var kept = new HashSet<uint>(text.Length);
        Span<uint> words = stackalloc uint[Longest];
        foreach (var sentence in sentences.IsDefaultOrEmpty ? [new(0, text.Length)] : sentences)
        {
            var count = Words(text.AsSpan(sentence.Start, sentence.End - sentence.Start), words);
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (words[i] == words[j]) continue;
                    var pair = Mix(Math.Min(words[i], words[j]) * 0x9E3779B1u ^ Math.Max(words[i], words[j]));
                    if (pair % Keep == 0) kept.Add(pair);
                }
            }
        }
        var sketch = kept.ToArray();
        Array.Sort(sketch);
        return sketch;
    }

    /// <summary>Share of the smaller sketch that the other one holds, 0–1.</summary>
    internal static double Containment(uint[] left, uint[] right)
    {
        var smaller = Math.Min(left.Length, right.Length);
        return smaller == 0 ? 0 : (double)Shared(left, right) / smaller;
    }

    /// <summary>Share of both sketches together that both hold, 0–1.</summary>
    internal static double Overlap(uint[] left, uint[] right)
    {
        var shared = Shared(left, right);
        return shared == 0 ? 0 : (double)shared / (left.Length + right.Length - shared);
    }

    private static int Shared(uint[] left, uint[] right)
    {
        int i = 0, j = 0, shared = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (left[i] < right[j]) i++;
            else j++;
        }
        return shared;
    }

    private static int Words(ReadOnlySpan<char> text, Span<uint> words)
    {
        var count = 0;
        for (var at = 0; at < text.Length && count < words.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var (hash, length, isNumber) = (2166136261u, 0, char.IsDigit(text[at]));
            // '12,000' is one number; a possessive ends its word.
            for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || isNumber && text[at] is ',' or '.' && at + 1 < text.Length && char.IsDigit(text[at + 1])); at++)
                if (length++ < Stem || isNumber) hash = (hash ^ char.ToLowerInvariant(text[at])) * 16777619u;
            if (isNumber || length >= ShortestWord) words[count++] = hash;
        }
        return count;
    }

    private static uint Mix(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x7FEB352Du;
        hash = (hash ^ hash >> 15) * 0x846CA68Bu;
        return hash ^ hash >> 16;
    }
}
