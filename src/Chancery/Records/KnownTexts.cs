using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Chancery.Records;

/// <summary>Texts and lists of texts that come again and again (names, codes, the stems of one sentence), each made once and found by its bytes; older ones give way.</summary>
/// <remarks>Thread-safe: two threads that meet at one place may each make the text, and one of them is kept.</remarks>
internal sealed class KnownTexts
{
    private const int Places = 1 << 13, Longest = 64, LongestList = 1024;

    private readonly string?[] _texts = new string?[Places];
    private readonly List?[] _lists = new List?[Places / 8];

    /// <summary>The text of these bytes; null where it is too long to be kept or not of ASCII alone.</summary>
    internal string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return null;
        ref var known = ref _texts[Place(bytes) % Places];
        var text = known;
        if (text is not null && Ascii.Equals(bytes, text)) return text;
        if (!Ascii.IsValid(bytes)) return null;
        return known = Encoding.ASCII.GetString(bytes);
    }

    /// <summary>The list that is written so; default where it is not known.</summary>
    internal ImmutableArray<string> ListOf(ReadOnlySpan<byte> json) => _lists[Place(json) % _lists.Length] is { } list && json.SequenceEqual(list.Json) ? list.Texts : default;

    internal void Keep(ReadOnlySpan<byte> json, ImmutableArray<string> texts)
    {
        if (json.Length <= LongestList) _lists[Place(json) % _lists.Length] = new(json.ToArray(), texts);
    }

    /// <summary>By length, the first eight bytes and the last eight.</summary>
    private static int Place(ReadOnlySpan<byte> bytes)
    {
        Span<byte> ends = stackalloc byte[16];
        ends.Clear();
        bytes[..Math.Min(8, bytes.Length)].CopyTo(ends);
        bytes[Math.Max(0, bytes.Length - 8)..].CopyTo(ends[8..]);
        var mixed = (BinaryPrimitives.ReadUInt64LittleEndian(ends) * 0x9E3779B97F4A7C15) ^ (BinaryPrimitives.ReadUInt64LittleEndian(ends[8..]) * 0xC2B2AE3D27D4EB4F) ^ (ulong)bytes.Length;
        mixed *= 0xFF51AFD7ED558CCD;
        return (int)(mixed >> 33);
    }

    private sealed record List(byte[] Json, ImmutableArray<string> Texts);
}
