using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>What a tagger can see of a word without its neighbors: hashes of the word, its ends and its shape, and what dictionaries say.</summary>
internal struct WordShape
{
    private const int Longest = 64;

    internal ulong Exact, Folded, Shape;
    internal ulong Suffix1, Suffix2, Suffix3, Suffix4, Suffix5;
    internal ulong Prefix1, Prefix2, Prefix3, Prefix4;

    /// <summary>Parts of speech and regular ending by the dictionary; field of meaning; which tags it had in training.</summary>
    internal ulong Parts, Field, Known;

    internal static readonly WordShape Outside = new() { Exact = 1, Folded = 1, Shape = 1, Parts = 1UL << 20, Field = 1UL << 20, Known = 1UL << 20 };

    internal static WordShape Of(ReadOnlySpan<char> word, Lexicon lexicon, EndingTable known)
    {
        if (word.Length > Longest) word = word[^Longest..];
        Span<char> folded = stackalloc char[Longest];
        ulong exact = 0;
        for (var i = 0; i < word.Length; i++)
        {
            exact = Step(exact, word[i]);
            folded[i] = Hash.Fold(word[i]);
        }
        folded = folded[..word.Length];
        var shape = new WordShape { Exact = exact, Folded = Hash.Of(folded), Shape = ShapeOf(word) };
        shape.SetEnds(folded);
        var listed = lexicon.Find(word);
        shape.Parts = (ulong)((listed & 31) | (listed >> 14 << 5));
        shape.Field = (ulong)(listed >> 5);
        shape.Known = (ulong)known.FindWhole(shape.Folded);
        return shape;
    }

    private void SetEnds(ReadOnlySpan<char> folded)
    {
        var n = folded.Length;
        Suffix1 = Step(0, folded[n - 1]);
        Suffix2 = n > 1 ? Step(Suffix1, folded[n - 2]) : Suffix1;
        Suffix3 = n > 2 ? Step(Suffix2, folded[n - 3]) : Suffix2;
        Suffix4 = n > 3 ? Step(Suffix3, folded[n - 4]) : Suffix3;
        Suffix5 = n > 4 ? Step(Suffix4, folded[n - 5]) : Suffix4;
        Prefix1 = Step(0, folded[0]);
        Prefix2 = n > 1 ? Step(Prefix1, folded[1]) : Prefix1;
        Prefix3 = n > 2 ? Step(Prefix2, folded[2]) : Prefix2;
        Prefix4 = n > 3 ? Step(Prefix3, folded[3]) : Prefix3;
    }

    private static ulong Step(ulong hash, char c) => (hash ^ c ^ 0x5A5A) * 0x9E3779B97F4A7C15 + (hash >> 29);

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
