using System.Buffers.Binary;
using System.Text;

namespace Chancery.Linguistics.Packs;

/// <summary>A model as bytes: a readable header that says what it is and from what it was trained, then numbered sections read in place.</summary>
/// <remarks>
/// Layout, little-endian: <c>CHNM</c>, format (int32), length of the header (int32), header (UTF-8, lines <c>key: value</c>), number of
/// sections (int32), then for each its length (int32) and bytes. Immutable and thread-safe.
/// </remarks>
internal sealed class ModelFile
{
    internal const int Format = 1;
    private static ReadOnlySpan<byte> Magic => "CHNM"u8;
    private readonly PackBytes _bytes;
    private readonly (int Start, int Length)[] _sections;

    private ModelFile(PackBytes bytes, string header, (int, int)[] sections) => (_bytes, Header, _sections) = (bytes, header, sections);

    /// <summary>The header, lines of <c>key: value</c>.</summary>
    internal string Header { get; }

    /// <summary>Number of sections.</summary>
    internal int Count => _sections.Length;

    internal ReadOnlySpan<byte> Section(int index) => _bytes.Span.Slice(_sections[index].Start, _sections[index].Length);

    /// <summary>Opens a model without reading more than its header.</summary>
    /// <exception cref="PackException">The file is not a model of this kind and format, or is cut short.</exception>
    internal static ModelFile Open(LanguagePack pack, string path, string kind)
    {
        var bytes = pack.Map(path);
        if (bytes.Length < 16 || !bytes.Span[..4].SequenceEqual(Magic)) throw Bad(path, "is not a model");
        var at = 4;
        var format = Int32(bytes, path, ref at);
        if (format != Format) throw Bad(path, $"has format {format}; this version reads {Format}");
        var headerLength = Int32(bytes, path, ref at);
        if (headerLength < 0 || headerLength > bytes.Length - at) throw Bad(path, "is cut short");
        var header = Encoding.UTF8.GetString(bytes.Span.Slice(at, headerLength));
        at += headerLength;
        if (!header.StartsWith($"kind: {kind}\n", StringComparison.Ordinal)) throw Bad(path, $"is no {kind}: '{header.Split('\n')[0]}'");
        var sections = new (int, int)[Math.Clamp(Int32(bytes, path, ref at), 0, 1024)];
        for (var i = 0; i < sections.Length; i++)
        {
            var length = Int32(bytes, path, ref at);
            if (length < 0 || length > bytes.Length - at) throw Bad(path, "is cut short");
            sections[i] = (at, length);
            at += length;
        }
        return new(bytes, header, sections);
    }

    /// <summary>Puts a model together.</summary>
    internal static byte[] Write(string kind, IEnumerable<(string Key, string Value)> header, params IReadOnlyList<byte[]> sections)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var head = Encoding.UTF8.GetBytes($"kind: {kind}\n" + string.Concat(header.Select(h => $"{h.Key}: {h.Value}\n")));
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(head.Length);
        writer.Write(head);
        writer.Write(sections.Count);
        foreach (var section in sections)
        {
            writer.Write(section.Length);
            writer.Write(section);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>A list of strings as a section, and back.</summary>
    internal static byte[] WriteStrings(IEnumerable<string> strings) => Encoding.UTF8.GetBytes(string.Join('\n', strings));

    internal string[] ReadStrings(int section) => Encoding.UTF8.GetString(Section(section)).Split('\n');

    private static int Int32(PackBytes bytes, string path, ref int at)
    {
        if (bytes.Length - at < 4) throw Bad(path, "is cut short");
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[at..]);
        at += 4;
        return value;
    }

    private static PackException Bad(string path, string what) => new([new PackFault(path, 0, what)]);
}
