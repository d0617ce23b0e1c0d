using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Chancery.Intake;

/// <summary>Turns bytes into text without altering it: a byte order mark stays in the text, line ends stay as they are.</summary>
/// <remarks>UTF-8 unless a byte order mark, the page itself or the bytes say otherwise.</remarks>
internal static class TextDecoder
{
    /// <summary>How much of the bytes is looked at to tell text from other things and one charset from another.</summary>
    private const int Sample = 64 * 1024;

    /// <summary>The text, or null where the bytes are no text.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="declared">Charset that the content names itself, as a web page does; null where it names none.</param>
    /// <param name="notices">What there is to say about it.</param>
    internal static string? Decode(byte[] bytes, string? declared, out ImmutableArray<Notice> notices)
    {
        notices = [];
        if (ByMark(bytes) is { } marked) return marked.GetString(bytes);
        if (LooksBinary(bytes)) return null;
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        if (!IsMostlyUtf8(bytes) && (Named(declared) ?? Detect(bytes)) is { } other)
        {
            notices = [IntakeNotices.OtherEncoding(other.WebName)];
            return other.GetString(bytes);
        }
        notices = [IntakeNotices.BrokenEncoding];
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The same for a stream that is too long to hold: its head tells how its bytes are to be read.</summary>
    internal static StreamReader Reader(Stream stream, byte[] head)
    {
        var whole = head.AsSpan(0, Math.Max(0, head.AsSpan().LastIndexOf((byte)'\n')));
        return new(stream, ByMark(head) ?? (Utf8.IsValid(whole) || IsMostlyUtf8(whole) ? null : Detect(head)) ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>More than one byte in twenty is a control character that text has no use for.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Sample)];
        var controls = 0;
        foreach (var b in head)
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) controls++;
        return controls * 20 > head.Length;
    }

    /// <summary>UTF-8 with some bytes broken: there are more whole characters of several bytes than broken ones.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            if (bytes[0] < 0x80)
            {
                var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (next < 0) break;
                bytes = bytes[next..];
            }
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == System.Buffers.OperationStatus.Done) whole++;
            else broken++;
            bytes = bytes[Math.Max(used, 1)..];
        }
        return whole > broken;
    }

    private static Encoding? Detect(byte[] bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes, 0, Math.Min(bytes.Length, Sample)).Detected;
        return found is { Confidence: > 0.4f } ? Named(found.EncodingName) : null;
    }

    private static Encoding? Named(string? name)
    {
        if (name is null) return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var encoding = Encoding.GetEncoding(name.Trim());
            return encoding is UTF8Encoding or ASCIIEncoding ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
