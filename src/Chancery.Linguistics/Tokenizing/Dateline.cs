namespace Chancery.Linguistics.Tokenizing;

/// <summary>
/// Finds the dateline that opens a dispatch: 'SEOUL, South Korea (AP) —', 'KYIV, March 3 (Reuters) -'. It is no part of the sentence that
/// follows: left in it, the town would become its subject.
/// </summary>
internal static class Dateline
{
    /// <summary>Most words before the dash.</summary>
    private const int Reach = 16;

    /// <summary>First word behind the dateline that begins at a word; that word itself where none does.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, WordList words, int first)
    {
        var capitals = IsTownInCapitals(text[words.Starts[first]..words.Ends[first]]);
        var bracketed = false;
        var limit = Math.Min(words.Count, first + Reach);
        for (var i = first; i < limit; i++)
        {
            if (i > first && words.Gaps[i] == Gap.Break) return first;
            var word = text[words.Starts[i]..words.Ends[i]];
            if (IsDash(word))
            {
                // The dash stands free, something goes before it, and a sentence follows.
                var isFree = i > first && words.Gaps[i] != Gap.None && i + 1 < words.Count && words.Gaps[i + 1] == Gap.Space;
                return isFree && (bracketed || (capitals && i - first <= 6)) ? i + 1 : first;
            }
            if (word is ")") bracketed = true;
            else if (char.IsLetter(word[0]) && !char.IsUpper(word[0]) && word is not ("of" or "the" or "de" or "el" or "al" or "on" or "near" or "and")) return first;
            else if (!char.IsLetterOrDigit(word[0]) && word is not ("," or "." or "(" or "/" or "-")) return first;
        }
        return first;
    }

    private static bool IsDash(ReadOnlySpan<char> word) => word is "—" or "–" or "--" or "-" or "―";

    private static bool IsTownInCapitals(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return false;
        foreach (var c in word)
            if (!char.IsUpper(c) && c is not ('\'' or '’' or '.')) return false;
        return true;
    }
}
