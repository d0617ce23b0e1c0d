namespace Chancery.Linguistics.Tokenizing;

/// <summary>Tells paragraphs whose lines were broken at a fixed width from lines that mean something, such as headlines and lists.</summary>
/// <remarks>
/// A line broken for want of room is one whose next word would not have fitted. A paragraph (lines without a blank one between)
/// is wrapped where that holds for nearly all its lines, at a width of 40 to 120 units.
/// </remarks>
internal static class LineWrap
{
    private const int Narrowest = 40, Widest = 120;

    /// <summary>Reads the paragraph that starts at a place; where it ends, and whether its line breaks are but blanks.</summary>
    internal static (int End, bool IsWrapped) Paragraph(ReadOnlySpan<char> text, int start)
    {
        int lines = 0, width = 0, at = start;
        while (at < text.Length)
        {
            var end = LineEnd(text, at);
            var length = text[at..end].Trim().Length;
            if (length == 0 && lines > 0) break;
            if (length > 0) lines++;
            width = Math.Max(width, length);
            at = Behind(text, end);
        }
        return (at, lines > 1 && width is >= Narrowest and <= Widest && AreFull(text[start..at], width, lines));
    }

    private static bool AreFull(ReadOnlySpan<char> paragraph, int width, int lines)
    {
        int full = 0, breaks = 0, lower = 0;
        for (int at = 0, previous = -1; at < paragraph.Length;)
        {
            var end = LineEnd(paragraph, at);
            var line = paragraph[at..end].Trim();
            if (previous >= 0 && line.Length > 0)
            {
                breaks++;
                var blank = line.IndexOf(' ');
                if (previous + 1 + (blank < 0 ? line.Length : blank) > width) full++;
                if (char.IsLower(line[0])) lower++;
            }
            if (line.Length > 0) previous = line.Length;
            at = Behind(paragraph, end);
        }
        return full >= breaks * 0.8 && lower >= (lines > 3 ? breaks * 0.3 : breaks);
    }

    private static int LineEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !Characters.IsNewLine(text[at])) at++;
        return at;
    }

    private static int Behind(ReadOnlySpan<char> text, int lineEnd) =>
        lineEnd >= text.Length ? text.Length : text[lineEnd] == '\r' && text.At(lineEnd + 1) == '\n' ? lineEnd + 2 : lineEnd + 1;
}
