using Chancery.Linguistics;

namespace Chancery.Coding.Lexicons;

/// <summary>Classes of words that entries ask about: <c>@troops</c>, <c>@talks</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class WordClasses
{
    private readonly Dictionary<string, HashSet<string>> _classes = new(StringComparer.Ordinal);

    internal WordClasses(LanguagePack pack, string language)
    {
        foreach (var row in pack.Read($"languages/{language}/frames/words.tsv", "class", "words").Rows)
        {
            if (!_classes.TryGetValue(row["class"], out var words)) _classes.Add(row["class"], words = new(StringComparer.Ordinal));
            words.UnionWith(row.Parts("words"));
        }
    }

    internal HashSet<string>? Find(string name) => _classes.GetValueOrDefault(name);

    internal bool Has(string name, string lemma) => _classes.TryGetValue(name, out var words) && words.Contains(lemma);
}
