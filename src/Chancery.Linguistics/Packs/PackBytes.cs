namespace Chancery.Linguistics.Packs;

/// <summary>The bytes of a model. Those of an embedded file stay where the system mapped them; others are read once.</summary>
/// <remarks>Immutable and thread-safe; lives as long as the process, as the assembly does. Not aligned: read words with unaligned loads.</remarks>
public sealed unsafe class PackBytes
{
    private readonly byte[]? _copy;
    private readonly byte* _mapped;

    private PackBytes(byte[] copy) => (_copy, Length) = (copy, copy.Length);

    private PackBytes(byte* mapped, int length)
    {
        _mapped = mapped;
        Length = length;
    }

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _copy is null ? new ReadOnlySpan<byte>(_mapped, Length) : _copy;

    /// <summary>Bytes that are at hand already.</summary>
    public static PackBytes Of(byte[] bytes) => new PackBytes(bytes);

    internal static PackBytes Read(Stream stream)
    {
        // The stream of an embedded file is a window on the mapped assembly; it must not be disposed of, or the pointer is lost.
        if (stream is UnmanagedMemoryStream mapped) return new PackBytes(mapped.PositionPointer, checked((int)mapped.Length));
        using (stream)
        {
            var copy = new byte[stream.Length];
            stream.ReadExactly(copy);
            return new PackBytes(copy);
        }
    }
}
