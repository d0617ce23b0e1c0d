using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Tells who says something, in the form an English sentence asks for: 'the Pentagon', 'experts', 'a North Korean diplomat', 'recent intelligence'.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Voices
{
    private readonly Articles _articles;
    private readonly HashSet<string> _agents = new(StringComparer.OrdinalIgnoreCase);

    internal Voices(LanguagePack pack, Articles articles)
    {
        _articles = articles;
        foreach (var row in pack.Read("languages/en/agents.tsv", "use", "words").Rows)
            if (row["use"] == "noun") _agents.UnionWith(row.Parts("words"));
    }

    /// <summary>True for 'officials' and 'South Korean lawmakers': a word for those who act, in the plural.</summary>
    internal bool IsPlural(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last.EndsWith('s') && (_agents.Contains(last[..^1]) || last.EndsWith("ies", StringComparison.Ordinal) && _agents.Contains(last[..^3] + "y"));
    }

    /// <summary>The name within a sentence.</summary>
    internal string Within(string name)
    {
        var words = name.Split(' ');
        var last = words[^1];
        // A name proper: its last word is a capital one, or an owner opens it.
        if (_articles.Takes(name)) return _articles.With(name);
        if (char.IsUpper(last[0]) && !(words.Length == 1 && IsPlural(name)) || name.Contains("'s ", StringComparison.Ordinal) || name.Contains("’s ", StringComparison.Ordinal)) return name;
        var common = char.IsUpper(name[0]) && (words.Length == 1 || !_articles.IsOfPeople(words[0])) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
        if (IsPlural(name) || _articles.IsMass(last) || Determiners.Contains(words[0].ToLowerInvariant())) return common;
        return words.Length == 1 ? "the " + common : ("aeiouAEIOU".Contains(common[0], StringComparison.Ordinal) ? "an " : "a ") + common;
    }

    private static readonly HashSet<string> Determiners = new(["the", "a", "an", "its", "his", "her", "their", "some", "many", "several", "both", "all", "most", "no", "one", "two", "three"], StringComparer.Ordinal);
}
