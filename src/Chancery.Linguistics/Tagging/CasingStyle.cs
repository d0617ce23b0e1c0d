namespace Chancery.Linguistics.Tagging;

/// <summary>How a sentence uses capitals: in a headline or in shouting they say little of names.</summary>
internal enum CasingStyle : byte
{
    /// <summary>As in running text.</summary>
    Running,

    /// <summary>Most words begin with a capital.</summary>
    Title,

    /// <summary>Most words are in capitals.</summary>
    Upper,

    /// <summary>No word has a capital.</summary>
    Lower,
}

internal static class CasingStyles
{
    private const int Fewest = 3;

    /// <summary>The style of the words <c>[first, end)</c>; words of one or two letters do not count.</summary>
    internal static CasingStyle Of(TokenizedText words, int first, int end)
    {
        int counted = 0, capital = 0, upper = 0, any = 0;
        for (var i = first; i < end; i++)
        {
            var word = words[i];
            if (!char.IsLetter(word[0])) continue;
            if (char.IsUpper(word[0])) any++;
            if (word.Length < 3) continue;
            counted++;
            if (!char.IsUpper(word[0])) continue;
            capital++;
            if (char.IsUpper(word[1])) upper++;
        }
        if (counted < Fewest) return CasingStyle.Running;
        if (upper * 10 >= counted * 7) return CasingStyle.Upper;
        if (capital * 10 >= counted * 7) return CasingStyle.Title;
        return any == 0 ? CasingStyle.Lower : CasingStyle.Running;
    }
}
