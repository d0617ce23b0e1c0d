using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>A value for every pair of tag and word: that of the whole word where it is listed, else that of its longest listed ending.</summary>
/// <remarks>
/// One open-addressed table of 48 bits of hash and 16 of value, read in place. Endings are listed without gaps (every listed ending's shorter
/// ones are listed too), so the walk stops at the first miss.
/// </remarks>
internal sealed class EndingTable(ModelFile model, int section)
{
    /// <summary>Longest ending that is looked up.</summary>
    internal const int Longest = 6;

    /// <summary>The value; 0 where nothing is listed.</summary>
    internal int Find(int tag, ReadOnlySpan<char> word)
    {
        var table = model.Section(section);
        var value = Look(table, WholeKey(tag, word));
        if (value >= 0) return value;
        value = 0;
        var key = EndingKey(tag);
        for (var k = 0; ; k++)
        {
            var found = Look(table, key);
            if (found < 0) return value;
            value = found;
            if (k == Longest || k == word.Length) return value;
            key = Longer(key, word[word.Length - 1 - k]);
        }
    }

    /// <summary>True where the whole word is listed under the tag.</summary>
    internal bool HasWhole(int tag, ReadOnlySpan<char> word) => Look(model.Section(section), WholeKey(tag, word)) >= 0;

    /// <summary>The value of a whole word, by the hash of its folded letters, without regard to a tag, plus one; 0 where it is not listed.</summary>
    internal int FindWhole(ulong foldedHash) => Look(model.Section(section), WholeKey(0, foldedHash)) + 1;

    internal static ulong WholeKey(int tag, ReadOnlySpan<char> word) => WholeKey(tag, Hash.OfFolded(word));

    internal static ulong WholeKey(int tag, ulong foldedHash) => Hash.Combine(foldedHash, (ulong)tag + 1000);

    internal static ulong EndingKey(int tag) => Hash.Combine(7, (ulong)tag);

    internal static ulong Longer(ulong key, char before) => Hash.Combine(key, Hash.Fold(before));

    /// <summary>Makes the section.</summary>
    internal static byte[] Write(IReadOnlyCollection<(ulong Key, ushort Value)> entries)
    {
        var size = 16;
        while (size * 0.75 < entries.Count) size <<= 1;
        var table = new ulong[size];
        foreach (var (key, value) in entries)
        {
            var slot = (int)key & (size - 1);
            while (table[slot] != 0) slot = (slot + 1) & (size - 1);
            table[slot] = (key & ~0xFFFFUL) | (ushort)(value + 1);
        }
        return MemoryMarshal.AsBytes<ulong>(table).ToArray();
    }

    private static int Look(ReadOnlySpan<byte> table, ulong key)
    {
        var mask = (table.Length >> 3) - 1;
        ref var slots = ref MemoryMarshal.GetReference(table);
        for (var slot = (int)key & mask; ; slot = (slot + 1) & mask)
        {
            var entry = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref slots, slot << 3));
            if (entry == 0) return -1;
            if ((entry ^ key) >> 16 == 0) return (int)(entry & 0xFFFF) - 1;
        }
    }
}
