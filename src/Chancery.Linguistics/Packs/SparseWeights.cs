using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Chancery.Linguistics.Packs;

/// <summary>The weights of a linear classifier over hashed features: for each feature a short list of (class, weight).</summary>
/// <remarks>
/// Read in place from two sections of a model: an open-addressed table, and the weights as (class, low byte, high byte). A slot is 6 bytes:
/// 16 bits of check, 8 of count, 24 of the index of the first weight; a count of 0 marks an empty slot and ends the walk, as
/// does the empty slot at the end of the table. One feature in some 30,000 that is not listed is taken for one that is: less than the
/// model's own noise. Integers only, so scores are the same on every machine.
/// </remarks>
internal sealed class SparseWeights
{
    private const int SlotBytes = 6, WeightBytes = 3;
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
    internal unsafe void Add(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        fixed (byte* table = _model.Section(_firstSection), weights = _model.Section(_firstSection + 1))
        {
            var slots = table + sizeof(uint);
            ulong home = _home;
            // The table is larger than the near caches and features lie anywhere in it: asking for all slots first hides most of the waiting.
            if (Sse.IsSupported)
                foreach (var feature in features) Sse.Prefetch0(slots + ((nint)((feature >> 32) * home >> 32) * SlotBytes));
            foreach (var feature in features)
            {
                var check = (uint)(feature & 0xFFFF);
                for (var slot = slots + ((nint)((feature >> 32) * home >> 32) * SlotBytes); ; slot += SlotBytes)
                {
                    var entry = Unsafe.ReadUnaligned<uint>(slot);
                    var count = (int)(entry >> 16 & 0xFF);
                    if (count == 0) break;
                    if ((entry & 0xFFFF) != check) continue;
                    var weight = weights + ((nint)(entry >> 24 | (uint)Unsafe.ReadUnaligned<ushort>(slot + 4) << 8) * WeightBytes);
                    for (var end = weight + (count * WeightBytes); weight < end; weight += WeightBytes)
                        scores[*weight] += Unsafe.ReadUnaligned<short>(weight + 1);
                    break;
                }
            }
        }
    }

    /// <summary>Makes the two sections; rows without weights are left out.</summary>
    internal static byte[][] Write(IReadOnlyCollection<(ulong Feature, (byte Class, short Weight)[] Weights)> rows)
    {
        var home = (uint)(rows.Count / Load) + 16;
        var slots = new List<ulong>();
        var weights = new List<byte>();
        // In order of their home, features go to the first free slot from there: the table is one sorted run with gaps.
        foreach (var (feature, row) in rows.Where(r => r.Weights.Length > 0).OrderBy(r => (r.Feature >> 32) * home >> 32).ThenBy(r => r.Feature))
        {
            if (row.Length > 255 || weights.Count / WeightBytes >= 1 << 24) throw new InvalidOperationException("Too many weights for the format.");
            while (slots.Count < (int)((feature >> 32) * home >> 32)) slots.Add(0);
            slots.Add((feature & 0xFFFF) | ((ulong)row.Length << 16) | ((ulong)(weights.Count / WeightBytes) << 24));
            foreach (var (c, w) in row) weights.AddRange([c, (byte)w, (byte)(w >> 8)]);
        }
        while (slots.Count < home + 2) slots.Add(0);
        slots.Add(0);
        var table = new byte[sizeof(uint) + (slots.Count * SlotBytes) + 2];
        BitConverter.TryWriteBytes(table, home);
        for (var i = 0; i < slots.Count; i++)
            for (var b = 0; b < SlotBytes; b++) table[sizeof(uint) + (i * SlotBytes) + b] = (byte)(slots[i] >> (8 * b));
        return [table, [.. weights]];
    }
}
