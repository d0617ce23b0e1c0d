using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>What a dictionary says of words: which parts of speech they may be, and what field of meaning nouns and verbs belong to.</summary>
/// <remarks>Read in place: 18 bits of hash and 14 of value a slot. A word not listed is looked up without a regular ending.</remarks>
internal sealed class Lexicon(ModelFile model)
{
    internal const string Kind = "lexicon";
    internal const int Noun = 1, Name = 2, Verb = 4, Adjective = 8, Adverb = 16;
    internal const int NounFieldShift = 5, VerbFieldShift = 10;
    private const int ValueBits = 14;

    /// <summary>
    /// Bits 0–4 the parts of speech, 5–9 the field of the first sense as a noun (WordNet's lexicographer files 3–28, less 2), 10–13 that
    /// as a verb (files 29–43, less 28), 14–16 which ending was taken off (0: none). 0 for an unknown word.
    /// </summary>
    internal int Find(ReadOnlySpan<char> word)
    {
        var table = MemoryMarshal.Cast<byte, uint>(model.Section(0));
        if (word.Length is < 2 or > 24) return 0;
        Span<char> folded = stackalloc char[26];
        for (var i = 0; i < word.Length; i++) folded[i] = Hash.Fold(word[i]);
        var n = word.Length;
        if (Look(table, folded[..n]) is var value and > 0) return value;
        if (n < 4) return 0;
        var last = folded[n - 1];
        if (last == 's')
        {
            if (Look(table, folded[..(n - 1)]) is var plain and > 0) return plain | (1 << ValueBits);
            if (n > 4 && folded[n - 2] == 'e')
            {
                if (Look(table, folded[..(n - 2)]) is var es and > 0) return es | (1 << ValueBits);
                if (folded[n - 3] == 'i')
                {
                    folded[n - 3] = 'y';
                    return Look(table, folded[..(n - 2)]) is var ies and > 0 ? ies | (1 << ValueBits) : 0;
                }
            }
        }
        else if (last == 'd' && folded[n - 2] == 'e')
        {
            return Stem(table, folded, n - 2, 2);
        }
        else if (last == 'g' && folded[n - 2] == 'n' && folded[n - 3] == 'i')
        {
            return Stem(table, folded, n - 3, 3);
        }
        else if (last == 'y' && folded[n - 2] == 'l')
        {
            return Look(table, folded[..(n - 2)]) is var ly and > 0 ? ly | (4 << ValueBits) : 0;
        }
        return 0;
    }

    /// <summary>True where the word itself, not one it is derived from, is listed as this part of speech.</summary>
    internal bool IsBase(ReadOnlySpan<char> word, int part) => Find(word) is var value && value >> ValueBits == 0 && (value & part) != 0;

    /// <summary>The word less -ed or -ing: as it stands, with -e, with a doubled consonant undone, with y for i.</summary>
    private static int Stem(ReadOnlySpan<uint> table, Span<char> folded, int n, int ending)
    {
        if (Look(table, folded[..n]) is var plain and > 0) return plain | (ending << ValueBits);
        if (n > 2 && folded[n - 1] == folded[n - 2] && Look(table, folded[..(n - 1)]) is var doubled and > 0) return doubled | (ending << ValueBits);
        if (folded[n - 1] == 'i')
        {
            folded[n - 1] = 'y';
            return Look(table, folded[..n]) is var y and > 0 ? y | (ending << ValueBits) : 0;
        }
        folded[n] = 'e';
        return Look(table, folded[..(n + 1)]) is var e and > 0 ? e | (ending << ValueBits) : 0;
    }

    private static int Look(ReadOnlySpan<uint> table, ReadOnlySpan<char> word)
    {
        var hash = Hash.OfFolded(word);
        var mask = table.Length - 1;
        var check = (uint)(hash >> 46) << ValueBits;
        ref var first = ref MemoryMarshal.GetReference(table);
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var entry = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref first, slot)));
            if (entry == 0) return 0;
            if (((entry ^ check) >> ValueBits) == 0) return (int)entry & ((1 << ValueBits) - 1);
        }
    }

    internal static byte[] Write(IReadOnlyCollection<(string Word, int Value)> entries)
    {
        var size = 16;
        while (size * 0.8 < entries.Count) size <<= 1;
        var table = new uint[size];
        foreach (var (word, value) in entries)
        {
            var hash = Hash.OfFolded(word);
            var slot = (int)hash & (size - 1);
            while (table[slot] != 0) slot = (slot + 1) & (size - 1);
            table[slot] = ((uint)(hash >> 46) << ValueBits) | (uint)value;
        }
        return MemoryMarshal.AsBytes<uint>(table).ToArray();
    }
}
