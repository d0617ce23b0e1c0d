using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Linguistics.Packs;

/// <summary>The weights of a linear classifier over hashed features: for each feature a short list of (class, weight).</summary>
/// <remarks>
/// Read in place from three sections of a model: an open-addressed table, the classes, the weights. A slot is 6 bytes: 16 bits of check,
/// 8 of count, 24 of the index of the first weight; a count of 0 marks an empty slot and ends the walk, as
/// does the empty slot at the end of the table. One feature in some 30,000 that is not listed is taken for one that is: less than the model's own noise.
/// Integers only, so scores are the same on every machine.
/// </remarks>
internal sealed class SparseWeights
{
    private const int SlotBytes = 6;
    private const double Load = 0.85;
    private readonly ModelFile _model;
    private readonly int _firstSection;
    private readonly uint _home;

    internal SparseWeights(ModelFile model, int firstSection)
    {
        (_model, _firstSection) = (model, firstSection);
        _home = BitConverter.ToUInt32(model.Section(firstSection));
    }

    /// <summary>Adds the weights of all features to the scores of their classes.</summary>
    internal void Add(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        ref var slots = ref Unsafe.Add(ref MemoryMarshal.GetReference(_model.Section(_firstSection)), sizeof(uint));
        ref var classes = ref MemoryMarshal.GetReference(_model.Section(_firstSection + 1));
        ref var weights = ref MemoryMarshal.GetReference(_model.Section(_firstSection + 2));
        ulong home = _home;
        foreach (var feature in features)
        {
            var check = (uint)(feature & 0xFFFF);
            for (var slot = (nint)((feature >> 32) * home >> 32) * SlotBytes; ; slot += SlotBytes)
            {
                var entry = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref slots, slot));
                var count = (int)(entry >> 16 & 0xFF);
                if (count == 0) break;
                if ((entry & 0xFFFF) != check) continue;
                var first = (nint)(entry >> 24 | (uint)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref slots, slot + 4)) << 8);
                for (var i = first; i < first + count; i++)
                    scores[Unsafe.Add(ref classes, i)] += Unsafe.ReadUnaligned<short>(ref Unsafe.Add(ref weights, i << 1));
                break;
            }
        }
    }

    /// <summary>Makes the three sections; rows without weights are left out.</summary>
    internal static byte[][] Write(IReadOnlyCollection<(ulong Feature, (byte Class, short Weight)[] Weights)> rows)
    {
        var home = (uint)(rows.Count / Load) + 16;
        var slots = new List<ulong>();
        List<byte> classes = [];
        List<short> weights = [];
        // In order of their home, features go to the first free slot from there: the table is one sorted run with gaps.
        foreach (var (feature, row) in rows.Where(r => r.Weights.Length > 0).OrderBy(r => (r.Feature >> 32) * home >> 32).ThenBy(r => r.Feature))
        {
            if (row.Length > 255 || classes.Count >= 1 << 24) throw new InvalidOperationException("Too many weights for the format.");
            while (slots.Count < (int)((feature >> 32) * home >> 32)) slots.Add(0);
            slots.Add((feature & 0xFFFF) | ((ulong)row.Length << 16) | ((ulong)classes.Count << 24));
            foreach (var (c, w) in row)
            {
                classes.Add(c);
                weights.Add(w);
            }
        }
        while (slots.Count < home + 2) slots.Add(0);
        slots.Add(0);
        var table = new byte[sizeof(uint) + (slots.Count * SlotBytes) + 2];
        BitConverter.TryWriteBytes(table, home);
        for (var i = 0; i < slots.Count; i++)
            for (var b = 0; b < SlotBytes; b++) table[sizeof(uint) + (i * SlotBytes) + b] = (byte)(slots[i] >> (8 * b));
        return [table, [.. classes], MemoryMarshal.AsBytes<short>(weights.ToArray()).ToArray()];
    }
}
