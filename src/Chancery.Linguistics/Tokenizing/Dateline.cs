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
    /// <param name="text">The text.</param>
    /// <param name="starts">Where its words start.</param>
    /// <param name="ends">Where its words end.</param>
    /// <param name="first">The word; nothing of the text's line stands before it.</param>
    internal static int EndOf(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int first)
    {
        var capitals = IsTownInCapitals(text[starts[first]..ends[first]]);
        var bracketed = false;
        var limit = Math.Min(starts.Length, first + Reach);
        for (var i = first; i < limit; i++)
        {
            if (i > first && starts[i] > ends[i - 1] && text[ends[i - 1]..starts[i]].IndexOfAny('\n', '\r') >= 0) return first;
            var word = text[starts[i]..ends[i]];
            if (IsDash(word))
            {
                // The dash stands free, or right behind the agency's bracket; something goes before it, and a sentence follows.
                var isFree = i > first && i + 1 < starts.Length && starts[i + 1] > ends[i] && (starts[i] > ends[i - 1] || text[starts[i] - 1] == ')');
                return isFree && (bracketed || (capitals && i - first <= 6)) ? i + 1 : first;
            }
            if (word is ")") bracketed = true;
            else if (char.IsLetter(word[0]) && !char.IsUpper(word[0]) && word is not ("of" or "the" or "de" or "el" or "al" or "on" or "near" or "and")) return first;
            else if (!char.IsLetterOrDigit(word[0]) && word is not ("," or "." or "(" or "/" or "-")) return first;
        }
        return first;
    }

    private static bool IsDash(ReadOnlySpan<char> word) => word is "—" or "–" or "--" or "-" or "―" or "_";

    private static bool IsTownInCapitals(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return false;
        foreach (var c in word)
            if (!char.IsUpper(c) && c is not ('\'' or '’' or '.')) return false;
        return true;
    }
}
