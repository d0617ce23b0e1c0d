namespace Chancery.Linguistics.Tokenizing;

/// <summary>Cuts a text into words and sentences after the conventions of UD English; the text is never altered.</summary>
/// <remarks>Immutable and thread-safe; time is linear in the length of the text, whatever it is.</remarks>
internal sealed class Tokenizer
{
    private readonly WordCutter _words;
    private readonly SentenceCutter _sentences;

    internal Tokenizer(LanguagePack pack)
    {
        var tables = new TokenizerTables(pack);
        _words = new WordCutter(tables);
        _sentences = new SentenceCutter(tables);
    }

    /// <summary>Words and sentences of any string.</summary>
    internal TokenizedText Tokenize(string text)
    {
        var words = new WordList();
        words.Clear();
        CutWords(text, words);
        var sentenceEnds = new List<int>();
        _sentences.Cut(text, words, sentenceEnds);
        return new TokenizedText(text, words.Starts[..words.Count], words.Ends[..words.Count], [.. sentenceEnds]);
    }

    private void CutWords(ReadOnlySpan<char> text, WordList words)
    {
        var (paragraphEnd, isWrapped) = LineWrap.Paragraph(text, 0);
        for (var at = 0; at < text.Length;)
        {
            if (Characters.IsSpace(text[at]))
            {
                var newLines = 0;
                for (; at < text.Length && Characters.IsSpace(text[at]); at++)
                {
                    if (Characters.IsNewLine(text[at]) && !(text[at] == '\n' && at > 0 && text[at - 1] == '\r')) newLines++;
                    if (at >= paragraphEnd) (paragraphEnd, isWrapped) = LineWrap.Paragraph(text, at);
                }
                if (words.Count > 0) words.NextGap = newLines == 0 || (newLines == 1 && at < paragraphEnd && (isWrapped || GoesOn(text, words.Ends[words.Count - 1], at))) ? Gap.Space : Gap.Break;
                if (at >= paragraphEnd && at < text.Length) (paragraphEnd, isWrapped) = LineWrap.Paragraph(text, at);
            }
            else
            {
                var end = at + 1;
                while (end < text.Length && !Characters.IsSpace(text[end])) end++;
                _words.Cut(text, at, end, words);
                at = end;
            }
        }
    }

    /// <summary>A line that ends in a letter or comma, with a lower-case word beginning the next: the sentence goes on.</summary>
    private static bool GoesOn(ReadOnlySpan<char> text, int lineEnd, int next) =>
        next < text.Length && char.IsLower(text[next]) && (char.IsLetterOrDigit(text[lineEnd - 1]) || text[lineEnd - 1] is ',' or ';' or '—' or '–');
}
