using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>Finds the base of an inflected word that training did not show: by the list of irregular verbs, else the regular one that is a word ('ruled': 'rule', not 'rul').</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class BaseForms
{
    private const string Path = "languages/en/tagging/irregular-verbs.tsv";
    private const int Longest = 24;

    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, string> _irregular = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringPool _pool = new();

    internal BaseForms(LanguagePack pack, Lexicon lexicon)
    {
        _lexicon = lexicon;
        if (!pack.Has(Path)) return;
        foreach (var row in pack.Read(Path, "lemma", "past", "participle").Rows)
        {
            if (row["past"] != row["lemma"]) _irregular[row["past"]] = row["lemma"];
            if (row["participle"] != row["lemma"]) _irregular[row["participle"]] = row["lemma"];
        }
    }

    /// <summary>Which part of speech a Penn tag inflects; 0 where its words are their own bases or no dictionary lists them.</summary>
    internal static int PartOf(string xpos) => xpos switch
    {
        "VBD" or "VBN" or "VBG" or "VBZ" => Lexicon.Verb,
        "NNS" => Lexicon.Noun,
        _ => 0,
    };

    /// <summary>The guess where it is a word or nothing better is known, else the base.</summary>
    internal string Find(ReadOnlySpan<char> word, string guess, int part)
    {
        if (part == Lexicon.Verb && Irregular(word) is { } irregular) return irregular;
        if (word.Length is < 4 or > Longest || _lexicon.IsBase(guess, part)) return guess;
        Span<char> lower = stackalloc char[Longest + 1];
        word.ToLowerInvariant(lower);
        var n = word.Length;
        return lower[n - 1] switch
        {
            's' => Plural(lower, n, part),
            'd' when lower[n - 2] == 'e' && part == Lexicon.Verb => Stem(lower, n - 2, part),
            'g' when lower[n - 2] == 'n' && lower[n - 3] == 'i' && part == Lexicon.Verb => Stem(lower, n - 3, part),
            _ => null,
        } ?? guess;
    }

    /// <summary>A lemma that training showed stands, unless it is no word and the verb a listed one: treebanks have slips.</summary>
    internal string Correct(ReadOnlySpan<char> word, string shown, int part) =>
        part == Lexicon.Verb && Irregular(word) is { } irregular && !_lexicon.IsBase(shown, part) ? irregular : shown;

    private string? Irregular(ReadOnlySpan<char> word) => _irregular.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var lemma) ? lemma : null;

    private string? Stem(Span<char> word, int n, int part)
    {
        if (n < 2) return null;
        if (Listed(word[..n], part) is { } plain) return plain;
        if (word[n - 1] == word[n - 2] && Listed(word[..(n - 1)], part) is { } single) return single;
        var last = word[n - 1];
        if (last == 'i') word[n - 1] = 'y';
        else word[n++] = 'e';
        return Listed(word[..n], part);
    }

    private string? Plural(Span<char> word, int n, int part)
    {
        if (Listed(word[..(n - 1)], part) is { } plain) return plain;
        if (word[n - 2] != 'e') return null;
        if (Listed(word[..(n - 2)], part) is { } es) return es;
        if (word[n - 3] is not ('i' or 'v')) return null;
        word[n - 3] = word[n - 3] == 'i' ? 'y' : 'f';
        return Listed(word[..(n - 2)], part);
    }

    private string? Listed(ReadOnlySpan<char> word, int part) => _lexicon.IsBase(word, part) ? _pool.Get(word) : null;
}
