namespace Chancery.Linguistics.Tokenizing;

/// <summary>Finds where sentences end: at breaks, and behind a mark of ending where what follows looks like a beginning.</summary>
/// <remarks>Immutable and thread-safe. No sentence is longer than <see cref="Longest"/> words; longer ones are cut where it hurts least.</remarks>
internal sealed class SentenceCutter(TokenizerTables tables)
{
    /// <summary>Most words of a sentence, so that whatever reads it stays linear in the text.</summary>
    internal const int Longest = 250;

    internal void Cut(ReadOnlySpan<char> text, WordList words, List<int> sentenceEnds)
    {
        var first = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i == first && (i == 0 || words.Gaps[i] == Gap.Break)
                && Math.Max(Dateline.EndOf(text, words.Starts.AsSpan(0, words.Count), words.Ends.AsSpan(0, words.Count), first), SpeakerLabel.EndOf(text, words, first)) is var end && end > first)
            {
                sentenceEnds.Add(end);
                (i, first) = (end - 1, end);
            }
            else if (i + 1 == words.Count || EndsAfter(text, words, first, i))
            {
                sentenceEnds.Add(i + 1);
                first = i + 1;
            }
            else if (i + 1 - first == Longest)
            {
                first = CutLong(text, words, first, i + 1);
                sentenceEnds.Add(first);
            }
        }
    }

    private bool EndsAfter(ReadOnlySpan<char> text, WordList words, int first, int i)
    {
        var gap = words.Gaps[i + 1];
        if (gap == Gap.Break) return true;
        if (IsNote(text, words, i + 1)) return false;
        var mark = SkipNotesBack(text, words, first, i);
        while (mark > first && IsClosing(text, words, mark)) mark--;
        var word = text[words.Starts[mark]..words.Ends[mark]];
        var kind = MarkOf(word);
        if (kind == Mark.None) return false;
        var start = words.Starts[i + 1];
        if (gap == Gap.None) return kind == Mark.Stop && mark == i && char.IsUpper(text[start]) && char.IsLower(text.At(start + 1)) && mark > first && words.Ends[mark - 1] - words.Starts[mark - 1] > 2;
        while (start < text.Length && Characters.IsOpener(text[start])) start++;
        var next = text.At(start);
        if (char.IsLower(next)) return kind == Mark.Stop && mark == i && IsFarFromAbbreviation(text, words, first, mark);
        return kind switch
        {
            Mark.Abbreviation => mark > first && AbbreviationEnds(word, text, start),
            Mark.Dots => char.IsUpper(next),
            Mark.Stop => !IsListNumber(text, words, first, mark),
            _ => true,
        };
    }

    /// <summary>'[3]' behind a full stop belongs to the sentence that ended there.</summary>
    private static bool IsNote(ReadOnlySpan<char> text, WordList words, int i) =>
        i + 2 < words.Count && text[words.Starts[i]] == '[' && words.Ends[i + 1] - words.Starts[i + 1] <= 3 && char.IsAsciiDigit(text[words.Starts[i + 1]]) && text[words.Starts[i + 2]] == ']'
        && words.Gaps[i + 1] == Gap.None && words.Gaps[i + 2] == Gap.None;

    private static int SkipNotesBack(ReadOnlySpan<char> text, WordList words, int first, int i)
    {
        while (i - 3 > first && text[words.Starts[i]] == ']' && IsNote(text, words, i - 2)) i -= 3;
        return i;
    }

    private enum Mark { None, Stop, Question, Dots, Abbreviation }

    private static Mark MarkOf(ReadOnlySpan<char> word) => word[0] switch
    {
        '.' => word.Length == 1 ? Mark.Stop : word[1] == '.' ? Mark.Dots : Mark.None,
        '…' => Mark.Dots,
        '!' or '?' or '。' or '？' or '！' or '؟' or '۔' => Mark.Question,
        _ => word.Length > 1 && word[^1] == '.' ? Mark.Abbreviation : Mark.None,
    };

    private static bool IsClosing(ReadOnlySpan<char> text, WordList words, int i) =>
        words.Gaps[i] == Gap.None && words.Ends[i] - words.Starts[i] <= 2 && Characters.IsCloser(text[words.Starts[i]]) && !char.IsLetter(text[words.Ends[i] - 1]);

    private bool AbbreviationEnds(ReadOnlySpan<char> word, ReadOnlySpan<char> text, int next)
    {
        var kind = tables.Abbreviation(word[..^1]);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Inner or AbbreviationKind.Number or AbbreviationKind.Month) return false;
        if (word.Length == 2) return false;
        return char.IsUpper(text.At(next)) && tables.IsOpener(WordCutter.FirstWord(text, next));
    }

    /// <summary>A full stop before a lower-case word ends a sentence only behind a word too long to be an abbreviation.</summary>
    private static bool IsFarFromAbbreviation(ReadOnlySpan<char> text, WordList words, int first, int mark) =>
        mark > first && words.Ends[mark - 1] - words.Starts[mark - 1] > 3 && char.IsLower(text[words.Ends[mark - 1] - 1]);

    /// <summary>'1.' at the beginning of a line numbers what follows.</summary>
    private static bool IsListNumber(ReadOnlySpan<char> text, WordList words, int first, int mark) =>
        mark == first + 1 && words.Gaps[mark] == Gap.None && words.Ends[first] - words.Starts[first] <= 2 && char.IsAsciiLetterOrDigit(text[words.Starts[first]]);

    /// <summary>The best place to part an overlong sentence: the last semicolon, colon or dash, else comma, of its second half.</summary>
    private static int CutLong(ReadOnlySpan<char> text, WordList words, int first, int end)
    {
        foreach (var marks in (ReadOnlySpan<string>)[";", ":—–", ",،、"])
            for (var i = end - 1; i > first + (Longest / 2); i--)
                if (words.Ends[i] - words.Starts[i] == 1 && marks.Contains(text[words.Starts[i]], StringComparison.Ordinal)) return i + 1;
        return end;
    }
}
