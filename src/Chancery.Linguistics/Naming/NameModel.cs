using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Naming;

/// <summary>The mapped model of the name tagger.</summary>
/// <remarks>
/// Layout, little-endian: the eight bytes <c>CHNAMES4</c>; length of the description and the description (UTF-8: training sets, seed, scores);
/// number of weights and of lexicon slots as 32-bit integers; transitions, 16 × 16 16-bit integers; weights, 8-bit integers; lexicon slots, 32-bit.
/// A feature's weights for the labels are a window of 16 that starts where its hash points; windows may overlap.
/// </remarks>
internal sealed class NameModel
{
    internal const string Path = "languages/en/models/names.bin";
    private static ReadOnlySpan<byte> Magic => "CHNAMES4"u8;

    private readonly PackBytes _bytes;
    private readonly int _transitions;
    private readonly int _weights;
    private readonly int _slots;
    private readonly int _weightCount;
    private readonly int _slotCount;

    internal NameModel(PackBytes bytes)
    {
        _bytes = bytes;
        var span = bytes.Span;
        if (span.Length < 20 || !span[..8].SequenceEqual(Magic)) throw new PackException([new PackFault(Path, 0, "not a name model of this version")]);
        var description = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        if (description < 0 || description > span.Length - 20) throw CutShort();
        var at = 12 + description;
        _weightCount = BinaryPrimitives.ReadInt32LittleEndian(span[at..]);
        _slotCount = BinaryPrimitives.ReadInt32LittleEndian(span[(at + 4)..]);
        if (_weightCount <= 0 || !int.IsPow2(_weightCount) || _weightCount > span.Length || _slotCount < 0 || _slotCount > span.Length) throw CutShort();
        _transitions = at + 8;
        _weights = _transitions + (NameLabels.Stride * NameLabels.Stride * sizeof(short));
        _slots = _weights + _weightCount + NameLabels.Stride;
        if (span.Length != _slots + (_slotCount * (long)sizeof(uint))) throw CutShort();
    }

    private static PackException CutShort() => new([new PackFault(Path, 0, "the name model is cut short")]);

    internal NameLexicon Lexicon => new(_bytes.Span.Slice(_slots, _slotCount * sizeof(uint)));

    internal ReadOnlySpan<short> Transitions => MemoryMarshal.Cast<byte, short>(_bytes.Span.Slice(_transitions, NameLabels.Stride * NameLabels.Stride * sizeof(short)));

    /// <summary>All weights, with a window's length of spare ones at the end.</summary>
    internal ReadOnlySpan<sbyte> Weights => MemoryMarshal.Cast<byte, sbyte>(_bytes.Span.Slice(_weights, _weightCount + NameLabels.Stride));

    internal uint Mask => (uint)_weightCount - 1;

    internal static byte[] Write(string description, short[] transitions, sbyte[] weights, byte[] slots)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var text = System.Text.Encoding.UTF8.GetBytes(description);
        writer.Write(Magic);
        writer.Write(text.Length);
        writer.Write(text);
        writer.Write(weights.Length - NameLabels.Stride);
        writer.Write(slots.Length / sizeof(uint));
        foreach (var w in transitions) writer.Write(w);
        foreach (var w in weights) writer.Write(w);
        writer.Write(slots);
        writer.Flush();
        return stream.ToArray();
    }
}
