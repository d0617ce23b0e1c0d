using System.Text;

namespace Chancery.Linguistics.Tokenizing;

/// <summary>Kinds of characters as the tokenizer sees them.</summary>
internal static class Characters
{
    /// <summary>Blanks, controls and characters without width that part words.</summary>
    internal static bool IsSpace(char c) => c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200B' or '\u2060'));

    internal static bool IsNewLine(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or '\u02BC';

    internal static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}';

    internal static bool IsOpener(char c) => c is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '{' or '`';

    /// <summary>Length in units of the letter, digit or mark at a place; 0 for anything else.</summary>
    internal static int WordLength(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 128) return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        if (char.IsLetterOrDigit(c)) return 1;
        if (char.IsHighSurrogate(c) && Rune.DecodeFromUtf16(text[at..], out var rune, out _) == System.Buffers.OperationStatus.Done) return Rune.IsLetterOrDigit(rune) ? 2 : 0;
        return char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || c is '\u200C' or '\u00AD' ? 1 : 0;
    }

    /// <summary>Length of the symbol at a place: a code point with the selectors, joiners and tints that make an emoji of it.</summary>
    internal static int SymbolLength(ReadOnlySpan<char> text, int at)
    {
        var end = at + PointLength(text, at);
        while (end < text.Length)
        {
            if (text[end] is '\uFE0F' or '\u20E3') end++;
            else if (text[end] == '\u200D' && end + 1 < text.Length && !IsSpace(text[end + 1])) end += 1 + PointLength(text, end + 1);
            else if (text[end] == '\uD83C' && end + 1 < text.Length && text[end + 1] is >= '\uDFFB' and <= '\uDFFF') end += 2;
            else break;
        }
        return end - at;
    }

    private static int PointLength(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}

/// <summary>Small helpers over a stretch of text where a place may lie outside.</summary>
internal static class TextView
{
    internal static char At(this ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length ? text[at] : '\0';
}
