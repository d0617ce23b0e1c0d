using System.Globalization;
using Chancery.Linguistics;

namespace Chancery.Mentions.Numbers;

/// <summary>Cuts a document into <see cref="Pieces"/> in one pass.</summary>
internal static class PieceCutter
{
    internal static Pieces Cut(Document document, Vocabulary vocabulary)
    {
        var text = document.Text;
        var room = document.Count + (document.Count >> 2) + 16;
        var (starts, ends, words, kinds, tokens) = (new int[room], new int[room], new int[room], new PieceKind[room], new int[room]);
        var (count, token) = (0, 0);
        var tokenEnds = document.Tagged.Words.Ends;
        for (var at = 0; at < text.Length && document.Count > 0;)
        {
            if (char.IsWhiteSpace(text[at]) || char.IsControl(text[at])) { at++; continue; }
            if (count == starts.Length)
            {
                room *= 2;
                Array.Resize(ref starts, room);
                Array.Resize(ref ends, room);
                Array.Resize(ref words, room);
                Array.Resize(ref kinds, room);
                Array.Resize(ref tokens, room);
            }
            while (token < document.Count - 1 && tokenEnds[token] <= at) token++;
            var (end, kind) = Next(text, at);
            (starts[count], ends[count], kinds[count], tokens[count]) = (at, end, kind, token);
            words[count] = kind switch
            {
                PieceKind.Letters => vocabulary.Find(text.AsSpan(at, end - at).TrimEnd('.')),
                PieceKind.Mark => vocabulary.Find(Plain(text[at])),
                _ => end - at == 1 ? vocabulary.Find(text[at]) : -1,
            };
            count++;
            at = end;
        }
        return new Pieces(document, starts, ends, words, kinds, tokens, count);
    }

    /// <summary>Cuts a phrase of a table as texts are cut.</summary>
    internal static List<string> Cut(string phrase)
    {
        var words = new List<string>();
        for (var at = 0; at < phrase.Length;)
        {
            if (char.IsWhiteSpace(phrase[at])) { at++; continue; }
            var (end, kind) = Next(phrase, at);
            words.Add(kind == PieceKind.Letters ? phrase[at..end].TrimEnd('.') : phrase[at..end]);
            at = end;
        }
        return words;
    }

    private static (int End, PieceKind Kind) Next(string text, int at)
    {
        var first = text[at];
        if (char.IsAsciiDigit(first))
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            return (end, PieceKind.Digits);
        }
        if (char.IsLetter(first)) return (Letters(text, at), PieceKind.Letters);
        // 's stays one piece, so that a grammar can name it.
        if (first is '\'' or '’' && at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetter(text[at + 2])))
            return (at + 2, PieceKind.Letters);
        return (at + 1, PieceKind.Mark);
    }

    private static int Letters(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)) end++;
        if (end == at + 1 && end + 5 < text.Length && text[at] is 'o' or 'O' && text[end] is '\'' or '’' && text.AsSpan(end + 1, 5).Equals("clock", StringComparison.OrdinalIgnoreCase)) return end + 6;
        return end == at + 1 ? Abbreviation(text, at) : end;
    }

    /// <summary>The end of 'p.m.', 'p.m' or 'U.S.': single letters, each with its full stop; else of the one letter.</summary>
    private static int Abbreviation(string text, int at)
    {
        var end = at;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.' && (end > at || end + 2 < text.Length && char.IsLetter(text[end + 2]))) end += 2;
        if (end > at && IsLetter(text, end) && !IsLetter(text, end + 1)) end++;
        return end - at >= 3 ? end : at + 1;
    }

    private static bool IsLetter(string text, int at) => at < text.Length && char.IsLetter(text[at]);

    /// <summary>Every dash as '-', every apostrophe as '\''.</summary>
    internal static char Plain(char mark) => mark switch
    {
        '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '\u2015' or '−' or '\u2043' or '\uFE63' or '\uFF0D' => '-',
        '’' or '‘' => '\'',
        _ => mark,
    };
}
