namespace Chancery.Coding.Lexicons;

/// <summary>The regular inflected forms of an English word, for words that a user adds without saying how they are inflected.</summary>
internal static class RegularForms
{
    internal static IEnumerable<string> Of(string word, EntryKind kind) => kind switch
    {
        EntryKind.Verb => [WithS(word), With(word, "ed"), With(word, "ing")],
        EntryKind.Noun => [WithS(word)],
        _ => [],
    };

    /// <summary>'veto' → 'vetoes', 'deny' → 'denies', 'strike' → 'strikes'.</summary>
    private static string WithS(string word)
    {
        if (EndsInConsonantAndY(word)) return word[..^1] + "ies";
        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith('o')
            || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es" : word + "s";
    }

    /// <summary>'raze' → 'razed', 'deny' → 'denied' but 'denying', 'bar' → 'barred'.</summary>
    private static string With(string word, string ending)
    {
        if (word.EndsWith('e') && !(ending == "ing" && word.EndsWith("ee", StringComparison.Ordinal))) return word[..^1] + ending;
        if (ending == "ed" && EndsInConsonantAndY(word)) return word[..^1] + "ied";
        return Doubles(word) ? word + word[^1] + ending : word + ending;
    }

    private static bool EndsInConsonantAndY(string word) => word.Length > 1 && word[^1] == 'y' && !IsVowel(word[^2]);

    /// <summary>One syllable of consonant, vowel, consonant: 'bar', 'grab', not 'loot', 'show' or 'box'.</summary>
    private static bool Doubles(string word) =>
        word.Length > 2 && word.Count(IsVowel) == 1 && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
