namespace Chancery.Linguistics.Tokenizing;

/// <summary>
/// Finds the label that opens a speaker's turn: 'SECRETARY LEE:', 'Q:', 'Ann Lee (through an interpreter):'. It is no part of the sentence that
/// follows: left in it, it would become its root.
/// </summary>
internal static class SpeakerLabel
{
    /// <summary>Most words of the name, and of the brackets behind it.</summary>
    private const int Longest = 5;

    /// <summary>First word behind the colon of the label that begins at a word; that word itself where none does.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, WordList words, int first)
    {
        var (capitals, named) = (true, 0);
        // '"LEE: We will go': a transcript that is quoted
        var i = text[words.Starts[first]] is '"' or '“' ? first + 1 : first;
        for (var start = i; i < words.Count && i - start <= Longest && (i == first || words.Gaps[i] != Gap.Break); i++)
        {
            var word = text[words.Starts[i]..words.Ends[i]];
            if (word is ":" or "(" or "[") break;
            if (word is "." or "of") continue;
            if (!char.IsUpper(word[0])) return first;
            foreach (var c in word) capitals &= !char.IsLower(c);
            named++;
        }
        if (i < words.Count && i > first && text[words.Starts[i]] is '(' or '[')
        {
            var open = i;
            while (i < words.Count && i - open <= Longest && words.Gaps[i] != Gap.Break && text[words.Starts[i]] is not (')' or ']')) i++;
            i++;
        }
        // The colon stands right behind, and something is said behind it.
        var isLabel = i > first && i + 1 < words.Count && words.Gaps[i] == Gap.None && text[words.Starts[i]] == ':' && words.Ends[i] == words.Starts[i] + 1 && words.Gaps[i + 1] == Gap.Space;
        return isLabel && (capitals || named is 2 or 3) ? i + 1 : first;
    }
}
