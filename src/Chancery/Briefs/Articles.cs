using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Tells which names are told with 'the'. The words are data: <c>languages/en/articles.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Articles
{
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mass = new(StringComparer.Ordinal);
    private readonly HashSet<string> _peoples = new(StringComparer.Ordinal);

    internal Articles(LanguagePack pack)
    {
        foreach (var row in pack.Read("languages/en/articles.tsv", "kind", "word").Rows)
            (row["kind"] switch { "head" => _heads, "mass" => _mass, _ => _names }).Add(row["word"]);
        foreach (var row in pack.Read("actors/states.tsv", "name", "adjectives").Rows)
            foreach (var adjective in row.Parts("adjectives")) _peoples.Add(adjective.Split(' ')[0]);
    }

    /// <summary>True for words that take no 'a': 'intelligence', 'media'.</summary>
    internal bool IsMass(string word) => _mass.Contains(word);

    /// <summary>True for 'Russian' and 'North': a word that opens the adjective of a state, and is written with a capital everywhere.</summary>
    internal bool IsOfPeople(string word) => _peoples.Contains(word) || word.Contains('.', StringComparison.Ordinal) || word.Contains('-', StringComparison.Ordinal);

    /// <summary>The name, with 'the' before it where English puts it.</summary>
    internal string With(string name) => Takes(name) ? "the " + name : name;

    /// <summary>True for 'United States' and 'Korean Central News Agency'; false for 'France' and 'Russia's foreign ministry'.</summary>
    internal bool Takes(string name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || name.Contains("'s ", StringComparison.Ordinal) || name.Contains("’s ", StringComparison.Ordinal)) return false;
        if (_names.Contains(name)) return true;
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        var head = of > 0 ? name[..of] : name;
        return _heads.Contains(head[(head.LastIndexOf(' ') + 1)..]);
    }
}
