using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Chancery.Linguistics.Packs;

/// <summary>The weights of a linear classifier over hashed features: for each feature a short list of (class, weight).</summary>
/// <remarks>
/// Read in place from three sections of a model: an open-addressed table; weights as (class, low byte, high byte); whole rows of weights,
/// one for every class, for features that have many. A slot is 6 bytes: 16 bits of check, 8 of count, 24 of the index of the first weight;
/// a count of 255 marks a whole row, a count of 0 an empty slot that ends the walk, as does the empty slot at the end of the table. One feature in some 30,000 that is not listed is taken for one that is: less than the
/// model's own noise. Integers only, so scores are the same on every machine.
/// </remarks>
internal sealed class SparseWeights
{
    private const int SlotBytes = 6, WeightBytes = 3, Whole = 255, Many = 32, Lanes = 16;
    private const double Load = 0.85;
    private readonly ModelFile _model;
    private readonly int _firstSection;
    private readonly uint _home;
    private readonly int _width;

    internal SparseWeights(ModelFile model, int firstSection, int classCount)
    {
        (_model, _firstSection) = (model, firstSection);
        _width = Width(classCount);
        _home = BitConverter.ToUInt32(model.Section(firstSection));
    }

    /// <summary>How many scores there must be room for: one for every class that a byte can name, so that no damaged model writes elsewhere.</summary>
    internal const int Room = 256;

    private static int Width(int classCount) => (classCount + Lanes - 1) / Lanes * Lanes;

    /// <summary>Adds the weights of all features to the scores of their classes; <see cref="Room"/> scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal unsafe void Add(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Room);
        fixed (int* sums = scores)
        fixed (byte* table = _model.Section(_firstSection), weights = _model.Section(_firstSection + 1), rows = _model.Section(_firstSection + 2))
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
                    var place = (nint)(entry >> 24 | (uint)Unsafe.ReadUnaligned<ushort>(slot + 4) << 8);
                    if (count == Whole)
                    {
                        AddRow((short*)(rows + (place * _width * sizeof(short))), sums);
                        break;
                    }
                    var weight = weights + (place * WeightBytes);
                    for (var end = weight + (count * WeightBytes); weight < end; weight += WeightBytes)
                        sums[*weight] += Unsafe.ReadUnaligned<short>(weight + 1);
                    break;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void AddRow(short* row, int* sums)
    {
        for (var c = 0; c < _width; c += Lanes)
        {
            var (low, high) = Vector256.Widen(Vector256.Load(row + c));
            (Vector256.Load(sums + c) + low).Store(sums + c);
            (Vector256.Load(sums + c + (Lanes / 2)) + high).Store(sums + c + (Lanes / 2));
        }
    }

    /// <summary>Makes the three sections; rows without weights are left out.</summary>
    internal static byte[][] Write(IReadOnlyCollection<(ulong Feature, (byte Class, short Weight)[] Weights)> rows, int classCount)
    {
        var width = Width(classCount);
        var whole = new List<short[]>();
        var home = (uint)(rows.Count / Load) + 16;
        var slots = new List<ulong>();
        var weights = new List<byte>();
        // In order of their home, features go to the first free slot from there: the table is one sorted run with gaps.
        foreach (var (feature, row) in rows.Where(r => r.Weights.Length > 0).OrderBy(r => (r.Feature >> 32) * home >> 32).ThenBy(r => r.Feature))
        {
            if (weights.Count / WeightBytes >= 1 << 24) throw new InvalidOperationException("Too many weights for the format.");
            while (slots.Count < (int)((feature >> 32) * home >> 32)) slots.Add(0);
            if (row.Length >= Many)
            {
                slots.Add((feature & 0xFFFF) | ((ulong)Whole << 16) | ((ulong)whole.Count << 24));
                whole.Add(new short[width]);
                foreach (var (c, w) in row) whole[^1][c] = w;
                continue;
            }
            slots.Add((feature & 0xFFFF) | ((ulong)row.Length << 16) | ((ulong)(weights.Count / WeightBytes) << 24));
            foreach (var (c, w) in row) weights.AddRange([c, (byte)w, (byte)(w >> 8)]);
        }
        while (slots.Count < home + 2) slots.Add(0);
        slots.Add(0);
        var table = new byte[sizeof(uint) + (slots.Count * SlotBytes) + 2];
        BitConverter.TryWriteBytes(table, home);
        for (var i = 0; i < slots.Count; i++)
            for (var b = 0; b < SlotBytes; b++) table[sizeof(uint) + (i * SlotBytes) + b] = (byte)(slots[i] >> (8 * b));
        return [table, [.. weights], MemoryMarshal.AsBytes<short>(whole.SelectMany(r => r).ToArray()).ToArray()];
    }
}
