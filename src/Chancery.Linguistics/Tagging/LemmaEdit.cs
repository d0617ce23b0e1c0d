using System.Globalization;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>How a lemma is made from a word: put in lower case or not, cut units off the end, append.</summary>
internal readonly record struct LemmaEdit(bool Lower, int Cut, string Append)
{
    private const int Longest = 64;

    internal string Apply(ReadOnlySpan<char> word, StringPool pool)
    {
        if (word.Length > Longest || word.Length < Cut) return pool.Get(word);
        Span<char> lemma = stackalloc char[Longest + Append.Length];
        var kept = word.Length - Cut;
        if (Lower) word[..kept].ToLowerInvariant(lemma);
        else word[..kept].CopyTo(lemma);
        Append.CopyTo(lemma[kept..]);
        return pool.Get(lemma[..(kept + Append.Length)]);
    }

    /// <summary>The edit that makes this lemma of this word.</summary>
    internal static LemmaEdit Between(string word, string lemma)
    {
        var lower = word.ToLowerInvariant();
        var keeps = Common(word, lemma);
        var lowers = Common(lower, lemma);
        var (common, isLower) = lowers > keeps || (lowers == keeps && lower == word) ? (lowers, true) : (keeps, false);
        return new(isLower, word.Length - common, lemma[common..]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Lower ? 'l' : 'k')}{Cut}|{Append}");

    internal static LemmaEdit Parse(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return new(text[0] == 'l', int.Parse(text.AsSpan(1, bar - 1), NumberStyles.None, CultureInfo.InvariantCulture), text[(bar + 1)..]);
    }

    private static int Common(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n;
    }
}
