using System.Buffers.Binary;

namespace Chancery.Linguistics.Naming;

/// <summary>Words and phrases with their <see cref="NameClass"/>, as a mapped hash table: a check of 14 bits and 18 class bits a slot.</summary>
/// <remarks>A word that is not in it passes for one that is about once in five thousand times; the model lives with that.</remarks>
internal readonly ref struct NameLexicon(ReadOnlySpan<byte> slots)
{
    internal const int ClassBits = 18;
    internal const uint ClassMask = (1u << ClassBits) - 1;

    private readonly ReadOnlySpan<byte> _slots = slots;

    internal NameClass Find(uint hash)
    {
        var size = _slots.Length / sizeof(uint);
        if (size == 0) return NameClass.None;
        var check = hash >> ClassBits;
        for (var at = Place(hash, size); ; at = at + 1 < size ? at + 1 : 0)
        {
            var slot = BinaryPrimitives.ReadUInt32LittleEndian(_slots[(at * sizeof(uint))..]);
            if (slot == 0) return NameClass.None;
            if (slot >> ClassBits == check) return (NameClass)(slot & ClassMask);
        }
    }

    /// <summary>Lays the table out; entries of one hash are joined.</summary>
    internal static byte[] Build(IEnumerable<(uint Hash, NameClass Class)> entries)
    {
        var joined = new SortedDictionary<uint, uint>();
        foreach (var (hash, kinds) in entries) joined[hash] = joined.GetValueOrDefault(hash) | (uint)kinds;
        var size = Math.Max(1, joined.Count * 4 / 3);
        var slots = new uint[size];
        foreach (var (hash, kinds) in joined)
        {
            var at = Place(hash, size);
            while (slots[at] != 0) at = at + 1 < size ? at + 1 : 0;
            slots[at] = (hash >> ClassBits << ClassBits) | kinds;
        }
        var bytes = new byte[size * sizeof(uint)];
        for (var i = 0; i < size; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), slots[i]);
        return bytes;
    }

    /// <summary>The low bits choose the place, the high ones are the check.</summary>
    private static int Place(uint hash, int size) => (int)(((ulong)(hash << (32 - ClassBits)) * (uint)size) >> 32);
}
