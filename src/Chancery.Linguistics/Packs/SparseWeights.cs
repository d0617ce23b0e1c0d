using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Linguistics.Packs;

/// <summary>The weights of a linear classifier over hashed features: for each feature a short list of (class, weight).</summary>
/// <remarks>
/// Read in place from three sections of a model: an open-addressed table of (check, place) pairs, the classes, the weights. A place is the
/// index of the first weight times 256 plus their number; 0 marks an empty slot. Integers only, so scores are the same on every machine.
/// </remarks>
internal sealed class SparseWeights(ModelFile model, int firstSection)
{
    /// <summary>Adds the weights of all features to the scores of their classes.</summary>
    internal void Add(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        var table = model.Section(firstSection);
        var classes = model.Section(firstSection + 1);
        var weights = model.Section(firstSection + 2);
        var mask = (table.Length >> 3) - 1;
        ref var slots = ref MemoryMarshal.GetReference(table);
        ref var firstWeight = ref MemoryMarshal.GetReference(weights);
        foreach (var feature in features)
        {
            var check = (uint)(feature >> 32);
            for (var slot = (int)(uint)feature & mask; ; slot = (slot + 1) & mask)
            {
                var entry = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref slots, slot << 3));
                if (entry == 0) break;
                if ((uint)entry != check) continue;
                var place = (uint)(entry >> 32);
                var first = (int)(place >> 8);
                var end = first + (int)(place & 255);
                for (var i = first; i < end; i++)
                    scores[classes[i]] += Unsafe.ReadUnaligned<short>(ref Unsafe.Add(ref firstWeight, i << 1));
                break;
            }
        }
    }

    /// <summary>The weights of one feature; for looking into a model.</summary>
    internal (byte Class, short Weight)[] Row(ulong feature)
    {
        var table = MemoryMarshal.Cast<byte, ulong>(model.Section(firstSection));
        var weights = MemoryMarshal.Cast<byte, short>(model.Section(firstSection + 2));
        for (var slot = (int)(uint)feature & (table.Length - 1); table[slot] != 0; slot = (slot + 1) & (table.Length - 1))
        {
            if ((uint)table[slot] != (uint)(feature >> 32)) continue;
            var (first, count) = ((int)(table[slot] >> 40), (int)(table[slot] >> 32) & 255);
            var row = new (byte, short)[count];
            for (var i = 0; i < count; i++) row[i] = (model.Section(firstSection + 1)[first + i], weights[first + i]);
            return row;
        }
        return [];
    }

    /// <summary>Makes the three sections; rows without weights are left out.</summary>
    internal static byte[][] Write(IReadOnlyCollection<(ulong Feature, (byte Class, short Weight)[] Weights)> rows)
    {
        var size = 16;
        while (size * 0.8 < rows.Count) size <<= 1;
        var table = new ulong[size];
        List<byte> classes = [];
        List<short> weights = [];
        foreach (var (feature, row) in rows)
        {
            if (row.Length == 0) continue;
            if (row.Length > 255) throw new InvalidOperationException("More than 255 classes for one feature.");
            var slot = (int)(uint)feature & (size - 1);
            while (table[slot] != 0) slot = (slot + 1) & (size - 1);
            table[slot] = (feature >> 32) | (ulong)(((uint)classes.Count << 8) | (uint)row.Length) << 32;
            foreach (var (c, w) in row)
            {
                classes.Add(c);
                weights.Add(w);
            }
        }
        return [MemoryMarshal.AsBytes<ulong>(table).ToArray(), [.. classes], MemoryMarshal.AsBytes<short>(weights.ToArray()).ToArray()];
    }
}
