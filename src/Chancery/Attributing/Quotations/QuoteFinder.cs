using Chancery.Linguistics;

namespace Chancery.Attributing.Quotations;

/// <summary>Finds the outermost quotations of a text: from an opening mark to its closing mark, whatever marks are used.</summary>
/// <remarks>
/// Linear in the text. A mark that is never closed ends with its paragraph; where the next paragraph opens with a mark again, the quotation runs on
/// (the printers' rule for quotes of several paragraphs). Apostrophes are told from single marks by the letters around them.
/// </remarks>
internal static class QuoteFinder
{
    private const int NoMark = -1;

    /// <summary>How far the end of a quotation in single marks is looked for: an apostrophe that merely looks like one must not open what never ends.</summary>
    private const int SingleReach = 400;

    /// <summary>How far the end of a quotation set over several lines is looked for.</summary>
    private const int LineReach = 2000;

    /// <summary>The quotations, marks included, in text order; they do not overlap.</summary>
    internal static List<TextSpan> Find(string text)
    {
        var quotes = new List<TextSpan>();
        var (open, kind) = (NoMark, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && open != NoMark)
            {
                var next = i;
                while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
                if (next < text.Length && Mark(text, next, out var size) == kind && CanOpen(text, next, size))
                {
                    i = next + size - 1;
                    continue;
                }
                if (kind != '\'' && GoesOn(text, next, kind)) continue;
                quotes.Add(Trim(text, open, i));
                (open, i) = (NoMark, next - 1);
                continue;
            }
            var mark = Mark(text, i, out var length);
            if (mark == '\0') continue;
            if (open == NoMark)
            {
                if (CanOpen(text, i, length) && (mark != '\'' || ClosesSoon(text, i + 1))) (open, kind) = (i, mark);
            }
            else if (mark == kind && CanClose(text, i, length))
            {
                quotes.Add(new(open, i + length));
                open = NoMark;
            }
            i += length - 1;
        }
        if (open != NoMark) quotes.Add(Trim(text, open, text.Length));
        return quotes;
    }

    /// <summary>The family of the mark here: '"' for double marks, '«' for guillemets, '「' for corner brackets, '\'' for single ones; NUL for none.</summary>
    private static char Mark(string text, int i, out int length)
    {
        length = 1;
        switch (text[i])
        {
            case '"' or '“' or '”' or '„' or '‟' or '＂' or '〝' or '〞': return '"';
            case '«' or '»': return '«';
            case '「' or '」' or '『' or '』': return '「';
            case '\'' or '`' when i + 1 < text.Length && text[i + 1] == text[i]:
                length = 2;
                return '"';
            case '\'' or '`' or '‘' or '’': return '\'';
            default: return '\0';
        }
    }

    private static bool CanOpen(string text, int i, int length)
    {
        if (text[i] is '”' or '’' or '」' or '』' or '〞' || i > 0 && char.IsLetterOrDigit(text[i - 1])) return false;
        var next = i + length;
        if (next >= text.Length || char.IsWhiteSpace(text[next])) return false;
        // '90s and 'em have an apostrophe, no quotation mark
        return text[i] != '\'' || length == 2 || char.IsLetter(text[next]) && !text.AsSpan(next).StartsWith("em ", StringComparison.Ordinal);
    }

    private static bool CanClose(string text, int i, int length)
    {
        if (text[i] is '‘' or '„' or '「' or '『') return false;
        var next = i + length;
        if (next < text.Length && char.IsLetterOrDigit(text[next])) return false;
        return text[i] is not '“' || !char.IsWhiteSpace(text[i - 1]);
    }

    private static bool ClosesSoon(string text, int from)
    {
        var end = Math.Min(text.Length, from + SingleReach);
        for (var i = from; i < end && text[i] != '\n'; i++)
            if (text[i] is '\'' or '’' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1])) && text[i - 1] != 's') return true;
        return false;
    }

    /// <summary>Whether the next mark of this kind is one that closes: the quotation is set over several lines.</summary>
    private static bool GoesOn(string text, int from, char kind)
    {
        var end = Math.Min(text.Length, from + LineReach);
        for (var i = from; i < end; i++)
        {
            if (Mark(text, i, out var length) != kind) continue;
            if (CanOpen(text, i, length)) return false;
            if (CanClose(text, i, length)) return true;
            i += length - 1;
        }
        return false;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}
