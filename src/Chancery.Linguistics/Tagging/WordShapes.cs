using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>What a tagger can see of a word without its neighbors: hashes of the word, its ends and its shape.</summary>
internal struct WordShape
{
    internal ulong Exact, Folded, Shape;
    internal ulong Suffix1, Suffix2, Suffix3, Suffix4, Suffix5;
    internal ulong Prefix1, Prefix2, Prefix3, Prefix4;

    internal static readonly WordShape Outside = new() { Exact = 1, Folded = 1, Shape = 1 };

    internal static WordShape Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 64) word = word[^64..];
        var shape = new WordShape { Exact = Hash.Of(word), Folded = Hash.OfFolded(word), Shape = ShapeOf(word) };
        var n = word.Length;
        shape.Suffix1 = Hash.OfFolded(word[Math.Max(0, n - 1)..]);
        shape.Suffix2 = Hash.OfFolded(word[Math.Max(0, n - 2)..]);
        shape.Suffix3 = Hash.OfFolded(word[Math.Max(0, n - 3)..]);
        shape.Suffix4 = Hash.OfFolded(word[Math.Max(0, n - 4)..]);
        shape.Suffix5 = Hash.OfFolded(word[Math.Max(0, n - 5)..]);
        shape.Prefix1 = Hash.OfFolded(word[..Math.Min(n, 1)]);
        shape.Prefix2 = Hash.OfFolded(word[..Math.Min(n, 2)]);
        shape.Prefix3 = Hash.OfFolded(word[..Math.Min(n, 3)]);
        shape.Prefix4 = Hash.OfFolded(word[..Math.Min(n, 4)]);
        return shape;
    }

    /// <summary>Runs of upper case, lower case, digits and other characters, each written once: 'Covid-19' → Aa-0.</summary>
    private static ulong ShapeOf(ReadOnlySpan<char> word)
    {
        ulong shape = 0;
        ulong last = 0;
        var length = 0;
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 1UL : char.IsLetter(c) ? 2UL : char.IsDigit(c) ? 3UL : c == '’' ? '\'' : c;
            if (kind == last) continue;
            if (++length > 8) break;
            shape = Hash.Combine(shape, kind);
            last = kind;
        }
        return shape;
    }
}
