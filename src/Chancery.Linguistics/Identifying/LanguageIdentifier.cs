using System.Collections.Frozen;

namespace Chancery.Linguistics.Identifying;

/// <summary>Tells the language of a text by its script and its function words: enough to keep a reader of one language from reading another.</summary>
/// <remarks>Immutable and thread-safe. Looks at the first 20,000 UTF-16 units. Short texts are taken for the reader's own language: too few words to tell.</remarks>
public sealed class LanguageIdentifier
{
    /// <summary>The code for a text whose language cannot be told.</summary>
    public const string Undetermined = "und";

    private const int Sample = 20_000;

    /// <summary>Words below which function words prove nothing: headlines often have none.</summary>
    private const int FewestWords = 12;

    /// <summary>Words from which a text of the language is certain to have one of its function words.</summary>
    private const int PlentyOfWords = 60;

    private readonly string _language;
    private readonly string[] _languages;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Reads <c>languages/function-words.tsv</c> of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="language">ISO 639-1 code of the reader's own language.</param>
    public LanguageIdentifier(LanguagePack pack, string language)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var rows = pack.Read("languages/function-words.tsv", "language", "words").Rows;
        _language = language;
        _languages = [.. rows.Select(r => r["language"])];
        var words = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows.Count; i++)
            foreach (var word in rows[i].Parts("words")) words[word] = words.GetValueOrDefault(word) | 1UL << i;
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>ISO 639-1 code of the language; <see cref="Undetermined"/> where it is surely not the reader's own, but which it is cannot be told.</summary>
    public string Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        if (IsOfAnotherScript(sample)) return Undetermined;
        Span<int> hits = stackalloc int[_languages.Length];
        hits.Clear();
        var count = Count(sample, hits);
        var own = hits[Array.IndexOf(_languages, _language)];
        var best = 0;
        for (var i = 1; i < hits.Length; i++) if (hits[i] > hits[best]) best = i;
        if (count < FewestWords) return _language;
        if (hits[best] > 2 * own && hits[best] >= 3) return _languages[best];
        return own == 0 && count >= PlentyOfWords ? Undetermined : _language;
    }

    /// <summary>Counts words and, for every language, those that are its function words.</summary>
    private int Count(ReadOnlySpan<char> text, Span<int> hits)
    {
        var (count, start) = (0, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetter(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            count++;
            if (_words.TryGetValue(text[start..i], out var languages))
                for (; languages != 0; languages &= languages - 1) hits[System.Numerics.BitOperations.TrailingZeroCount(languages)]++;
            start = -1;
        }
        return count;
    }

    /// <summary>Half of the letters or more are of no Latin alphabet.</summary>
    private static bool IsOfAnotherScript(ReadOnlySpan<char> text)
    {
        var (letters, others) = (0, 0);
        foreach (var unit in text)
        {
            if (!char.IsLetter(unit)) continue;
            letters++;
            if (unit > '\u024F' && unit is < '\u1E00' or > '\u1EFF') others++;
        }
        return letters >= 4 && others * 2 >= letters;
    }
}
