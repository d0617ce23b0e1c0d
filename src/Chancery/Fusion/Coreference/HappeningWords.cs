using System.Collections.Frozen;
using Chancery.Linguistics;

namespace Chancery.Fusion.Coreference;

/// <summary>Tells by its words what kind of happening a mention names: a group of words of the lexicon, else the stem of its head.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class HappeningWords
{
    /// <summary>Letters in which a verb and the nouns made from it agree: acqui-re, acqui-sition.</summary>
    private const int StemLength = 5;

    private readonly FrozenDictionary<string, string> _groups;

    internal HappeningWords(LanguagePack pack)
    {
        var groups = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in pack.Read("languages/en/fusion/happenings.tsv", "name", "words").Rows)
            foreach (var word in row.Parts("words")) groups.TryAdd(word, row["name"]);
        _groups = groups.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Name of the kind; null where the words name none, as pronouns do.</summary>
    internal string? Kind(Document document, TextSpan mention)
    {
        var words = document.TokensIn(mention);
        if (words.Count == 0) return null;
        if (words.Count > 1 && _groups.TryGetValue(string.Join(' ', words.Select(w => w.Lemma)), out var phrase)) return phrase;
        var head = Head(words);
        if (head.Upos is Upos.Pron or Upos.Det or Upos.Punct) return null;
        var lemma = head.Lemma.ToLowerInvariant();
        if (_groups.TryGetValue(lemma, out var group)) return group;
        foreach (var ending in (string[])["ing", "s", "ed"])
            if (lemma.Length > ending.Length + 2 && lemma.EndsWith(ending, StringComparison.Ordinal) && _groups.TryGetValue(lemma[..^ending.Length], out group)) return group;
        return lemma.Length <= StemLength ? lemma : lemma[..StemLength];
    }

    /// <summary>The word that the others of the mention hang on.</summary>
    private static Token Head(TokenRange words)
    {
        foreach (var word in words)
            if (word.IsRoot || word.HeadIndex < words.First || word.HeadIndex >= words.End) return word;
        return words.Document[words.First];
    }
}
