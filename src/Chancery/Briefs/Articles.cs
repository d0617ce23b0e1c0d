using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Tells which names are told with 'the'. The words are data: <c>languages/en/articles.tsv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Articles
{
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal Articles(LanguagePack pack)
    {
        foreach (var row in pack.Read("languages/en/articles.tsv", "kind", "word").Rows)
            (row["kind"] == "head" ? _heads : _names).Add(row["word"]);
    }

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
