namespace Chancery.Linguistics.Parsing;

/// <summary>What the parser sees of a word's letters: the hash of its form, and rows of a table of beginnings, endings and shapes.</summary>
/// <remarks>Letter case is folded and digits become 0, so that <c>1,500</c> and <c>2,000</c> are one form; the shape keeps what was lost.</remarks>
internal static class FormFeatures
{
    /// <summary>Rows of <see cref="Subwords"/> a word has: endings of two, three and four letters, a beginning of three, a shape.</summary>
    internal const int PerWord = 5;

    /// <summary>Letters looked at; a longer word is known by its last ones.</summary>
    private const int Longest = 64;

    private const int Shapes = 64;

    /// <summary>The form's hash, never 0.</summary>
    internal static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = (uint)(Packs.Hash.OfFolded(Clip(form)) >> 32);
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Writes the rows of one word, each in 0…<paramref name="rows"/>.</summary>
    internal static void Subwords(ReadOnlySpan<char> form, int rows, Span<int> into)
    {
        form = Clip(form);
        var buckets = (uint)(rows - Shapes);
        for (var n = 2; n <= 4; n++) into[n - 2] = Row((ulong)n, form[Math.Max(0, form.Length - n)..], buckets);
        into[3] = Row(1, form[..Math.Min(3, form.Length)], buckets);
        into[4] = Shape(form);
    }

    private static int Row(ulong kind, ReadOnlySpan<char> letters, uint buckets) =>
        Shapes + (int)((Packs.Hash.Combine(kind, Packs.Hash.OfFolded(letters)) >> 32) * buckets >> 32);

    private static ReadOnlySpan<char> Clip(ReadOnlySpan<char> form) => form.Length > Longest ? form[^Longest..] : form;

    private static int Shape(ReadOnlySpan<char> form)
    {
        bool upper = false, lower = false, digit = false, other = false;
        foreach (var c in form)
        {
            if (char.IsAsciiLetterLower(c)) lower = true;
            else if (char.IsAsciiDigit(c)) digit = true;
            else if (char.IsUpper(c)) upper = true;
            else if (char.IsLetter(c)) lower = true;
            else other = true;
        }
        var first = form.Length > 0 && char.IsUpper(form[0]);
        return (upper ? 1 : 0) | (lower ? 2 : 0) | (digit ? 4 : 0) | (other ? 8 : 0) | (first ? 16 : 0) | (form.Length == 1 ? 32 : 0);
    }
}
