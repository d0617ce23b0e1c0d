using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Chancery.Intake;

/// <summary>Turns bytes into text without altering it: a byte order mark stays in the text, line ends stay as they are.</summary>
internal static class TextDecoder
{
    /// <summary>The text, or null where the bytes are no text.</summary>
    internal static string? Decode(ReadOnlySpan<byte> bytes, out ImmutableArray<Notice> notices)
    {
        notices = [];
        if (Utf8.IsValid(bytes)) return LooksBinary(bytes) ? null : Encoding.UTF8.GetString(bytes);
        if (LooksBinary(bytes)) return null;
        notices = [IntakeNotices.BrokenEncoding];
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>More than one byte in twenty of the first 8,000 is a control character that text has no use for.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 8000)];
        var controls = 0;
        foreach (var b in head)
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) controls++;
        return controls * 20 > head.Length;
    }
}
