namespace Chancery.Linguistics.Tokenizing;

/// <summary>Cuts a stretch without blanks into words as UD English does.</summary>
/// <remarks>Immutable and thread-safe; every unit is looked at a bounded number of times.</remarks>
internal sealed class WordCutter(TokenizerTables tables)
{
    private const int LongestAddress = 2048;

    /// <summary>Cuts <c>[start, end)</c> of the text, which holds no blank.</summary>
    internal void Cut(ReadOnlySpan<char> text, int start, int end, WordList words)
    {
        for (var at = start; at < end;)
        {
            var next = Address(text, at, end);
            if (next == at) next = Emoticon(text, at, start, end);
            if (next > at)
            {
                words.Add(at, next);
                at = next;
            }
            else if (Characters.WordLength(text, at) > 0 || StartsWord(text, at, end))
            {
                at = Word(text, at, end, words);
            }
            else
            {
                next = at + SymbolRun(text, at, end);
                words.Add(at, next);
                at = next;
            }
        }
    }

    /// <summary>A sign that belongs to the word behind it: '90s, 'em, .5, +7, #tag, @name.</summary>
    private static bool StartsWord(ReadOnlySpan<char> text, int at, int end)
    {
        if (at + 1 >= end) return false;
        var (c, next) = (text[at], text[at + 1]);
        if (Characters.IsApostrophe(c) && c != '`')
        {
            if (char.IsAsciiDigit(next)) return at + 3 < end && char.IsAsciiDigit(text[at + 2]) && text[at + 3] == 's' && (at == 0 || Characters.WordLength(text, at - 1) == 0);
            var rest = text[(at + 1)..Math.Min(end, at + 6)];
            return IsClipped(rest) && (at == 0 || Characters.WordLength(text, at - 1) == 0);
        }
        return c switch
        {
            '.' or '+' => char.IsAsciiDigit(next) && (at == 0 || Characters.WordLength(text, at - 1) == 0),
            '@' => char.IsAsciiLetter(next) && (at == 0 || Characters.WordLength(text, at - 1) == 0),
            '#' => char.IsAsciiLetter(next),
            _ => false,
        };
    }

    private static bool IsClipped(ReadOnlySpan<char> rest)
    {
        foreach (var word in (ReadOnlySpan<string>)["em", "til", "till", "cause", "bout", "round", "cuz"])
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !char.IsLetter(rest[word.Length]))) return true;
        return false;
    }

    private int Word(ReadOnlySpan<char> text, int start, int end, WordList words)
    {
        var at = start + Math.Max(1, Characters.WordLength(text, start));
        var hasStop = false;
        while (at < end)
        {
            var length = Characters.WordLength(text, at);
            if (length > 0)
            {
                at += length;
                continue;
            }
            if (!Joins(text, start, at, end)) break;
            hasStop |= text[at] == '.';
            at++;
        }
        if (text.At(at) == '$' && at < end && at - start <= 3 && IsUpper(text[start..at])) at++;
        else if (text.At(at) == '.' && at < end && text.At(at + 1) != '.' && KeepsStop(text, start, at, hasStop)) at++;
        Split(text, start, at, words);
        return at;
    }

    /// <summary>True where the sign at a place holds the letters and digits on its sides together.</summary>
    private bool Joins(ReadOnlySpan<char> text, int start, int at, int end)
    {
        if (at + 1 >= end || Characters.WordLength(text, at + 1) == 0) return false;
        var (before, c, after) = (text[at - 1], text[at], text[at + 1]);
        switch (c)
        {
            case '.':
                if (char.IsDigit(before) && char.IsDigit(after)) return true;
                return !(char.IsLower(before) && char.IsUpper(after) && at + 2 < end && char.IsLower(text[at + 2])) && !(char.IsDigit(before) && char.IsUpper(after));
            case ',' or ':':
                return char.IsDigit(before) && char.IsDigit(after);
            case '/':
                return char.IsDigit(before) && char.IsDigit(after) && char.IsDigit(text[start]);
            case '&':
                return char.IsUpper(before) && char.IsUpper(after);
            case '-' or '‑':
                if (char.IsDigit(before)) return char.IsDigit(after) && IsDashedNumber(text, start, at, end);
                return char.IsLetter(after) && at - start <= 8 && (at - start == 1 || !IsUpper(text[start..at])) && tables.IsPrefix(text[start..at]);
            default:
                return Characters.IsApostrophe(c) && (char.IsLetter(before) || after is 's' or 'S');
        }
    }

    /// <summary>Digits with at least two hyphens: a date or a telephone number, where 10-12 is a range.</summary>
    private static bool IsDashedNumber(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var dashes = 0;
        var last = Math.Min(end, start + 24);
        for (var i = start; i < last; i++)
        {
            if (text[i] == '-') dashes++;
            else if (!char.IsAsciiDigit(text[i])) break;
        }
        return dashes >= 2 && text[at] == '-';
    }

    private bool KeepsStop(ReadOnlySpan<char> text, int start, int stop, bool hasStop)
    {
        var word = text[start..stop];
        var next = stop + 1;
        while (next < text.Length && Characters.IsSpace(text[next]))
        {
            if (Characters.IsNewLine(text[next]) && Characters.IsNewLine(text.At(next + 1))) break;
            if (next++ > stop + 8) break;
        }
        var after = text.At(next);
        switch (tables.Abbreviation(word))
        {
            case AbbreviationKind.Title: return next > stop + 1 && (char.IsUpper(after) || Characters.IsOpener(after));
            case AbbreviationKind.Month: return char.IsUpper(word[0]) && (char.IsDigit(after) || after == ',');
            case AbbreviationKind.Number: return char.IsDigit(after);
            case AbbreviationKind.Any or AbbreviationKind.Inner: return true;
        }
        if (hasStop) return IsInitials(word);
        if (word.Length == 1 && char.IsUpper(word[0])) return char.IsUpper(after) && (word[0] != 'I' || next == stop + 1 || !tables.IsOpener(FirstWord(text, next)));
        return false;
    }

    internal static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end < at + 20 && char.IsLetter(text[end])) end++;
        return text[Math.Min(at, text.Length)..end];
    }

    /// <summary>One or two letters between full stops, as in U.S, a.m, Ph.D.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        var run = 0;
        foreach (var c in word)
        {
            if (c == '.') run = 0;
            else if (!char.IsLetter(c) || ++run > 2) return false;
        }
        return true;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (!char.IsAsciiLetterUpper(c)) return false;
        return true;
    }

    /// <summary>Splits what is written together: contractions, genitives, numbers with a unit.</summary>
    private void Split(ReadOnlySpan<char> text, int start, int end, WordList words)
    {
        var word = text[start..end];
        if (tables.Contraction(word) is { } parts)
        {
            foreach (var length in parts) words.Add(start, start += length);
            return;
        }
        if (char.IsAsciiDigit(word[0]))
        {
            var digits = 1;
            while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ',' or ':')) digits++;
            if (digits < word.Length && (tables.IsUnit(word[digits..]) || IsClockHalf(word[digits..])))
            {
                words.Add(start, start + digits);
                words.Add(start + digits, end);
                return;
            }
        }
        Span<int> cuts = stackalloc int[3];
        var count = 0;
        var rest = end;
        while (count < cuts.Length && Ending(text[start..rest]) is var length and > 0 && length < rest - start) cuts[count++] = rest -= length;
        for (var i = count - 1; i >= 0; i--) words.Add(start, start = cuts[i]);
        words.Add(start, end);
    }

    private static bool IsClockHalf(ReadOnlySpan<char> rest) => rest is "a.m." or "p.m." or "a.m" or "p.m";

    /// <summary>Length of n't, 's, 'm, 're, 've, 'll or 'd at the end of a word; 0 where there is none.</summary>
    private static int Ending(ReadOnlySpan<char> word)
    {
        var n = word.Length;
        if (n < 3) return 0;
        if (Characters.IsApostrophe(word[n - 2]))
        {
            var last = char.ToLowerInvariant(word[n - 1]);
            if (last == 't') return n > 3 && word[n - 3] is 'n' or 'N' ? 3 : 0;
            return last is 's' or 'm' or 'd' ? 2 : 0;
        }
        if (n < 4 || !Characters.IsApostrophe(word[n - 3])) return 0;
        return word[(n - 2)..] is "re" or "ve" or "ll" or "RE" or "VE" or "LL" ? 3 : 0;
    }

    /// <summary>A web or mail address, as far as it goes without the punctuation behind it.</summary>
    private static int Address(ReadOnlySpan<char> text, int at, int end)
    {
        var rest = text[at..Math.Min(end, at + LongestAddress)];
        var isWeb = rest.Length > 4 && (rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase))
            && (rest[0] is 'w' or 'W' || rest[..Math.Min(rest.Length, 12)].Contains("://", StringComparison.Ordinal));
        if (!isWeb && !IsMail(rest)) return at;
        var length = rest.IndexOfAny("<>\"“”");
        if (length < 0) length = rest.Length;
        while (length > 1 && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '\'' or '’') length--;
        return at + length;
    }

    private static bool IsMail(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !char.IsAsciiLetterOrDigit(rest[0])) return false;
        var sign = rest[..Math.Min(rest.Length, 64)].IndexOf('@');
        if (sign < 1) return false;
        foreach (var c in rest[..sign]) if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+')) return false;
        return sign + 1 < rest.Length && char.IsAsciiLetterOrDigit(rest[sign + 1]) && rest[sign..].Contains('.');
    }

    /// <summary>Two or three signs that are a face, such as <c>:-)</c>.</summary>
    private static int Emoticon(ReadOnlySpan<char> text, int at, int start, int end)
    {
        if (text[at] is not (':' or ';' or '=') || at + 1 >= end || (at > start && Characters.WordLength(text, at - 1) > 0 && end - at > 3)) return at;
        var next = text[at + 1] == '-' && at + 2 < end ? at + 2 : at + 1;
        return text[next] is ')' or '(' or 'D' or 'P' or '/' && (next + 1 == end || Characters.WordLength(text, next + 1) == 0) ? next + 1 : at;
    }

    /// <summary>Signs that stand together as one word: dots, dashes, marks of exclamation and question, doubled quotes.</summary>
    private static int SymbolRun(ReadOnlySpan<char> text, int at, int end)
    {
        var c = text[at];
        var n = at + 1;
        if (c is '!' or '?') while (n < end && text[n] is '!' or '?') n++;
        else if (c is '.' or '-' or '*' or '=' or '~' or '_' or '<' or '>' or '`' or '#' or '+' or '|' or '\\' or '^') while (n < end && text[n] == c) n++;
        else if (c is '\'' && n < end && text[n] == c) n++;
        else if (Characters.IsApostrophe(c) && Ending(text[Math.Max(0, at - 1)..Math.Min(end, at + 2)]) == 2 && at > 0 && Characters.IsCloser(text[at - 1]) && (at + 2 >= end || Characters.WordLength(text, at + 2) == 0)) n++;
        else return Characters.SymbolLength(text[..end], at);
        return n - at;
    }
}
