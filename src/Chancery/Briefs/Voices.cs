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

    /// <summary>True for a name or a word for those who act: 'Kenya', 'a North Korean diplomat', 'officials'; false for 'two', 'attempt' and 'their ministers'.</summary>
    internal bool IsNamed(string name)
    {
        var words = name.Split(' ');
        if (words.Length == 0 || words[0].Length == 0 || Owners.Contains(words[0].ToLowerInvariant()) || words[0] is "least" or "most") return false;
        return words.Any(w => char.IsUpper(w[0])) && !(words.Length == 1 && _articles.IsMass(words[0])) || IsAgent(words[^1]);
    }

    /// <summary>True for one word that means nobody in particular away from its report: 'agency', 'foreign ministry'.</summary>
    internal bool IsBare(string name) => !name.Any(char.IsUpper) && !IsPlural(name) && !_articles.IsMass(name[(name.LastIndexOf(' ') + 1)..]) && name.Split(' ').Length <= 2;

    /// <summary>True for 'recent intelligence' and 'South Korean media', which things are according to rather than said by.</summary>
    internal bool IsMass(string name) => _articles.IsMass(name[(name.LastIndexOf(' ') + 1)..]);

    private bool IsAgent(string word) => _agents.Contains(word) || IsPlural(word);

    /// <summary>The name within a sentence.</summary>
    internal string Within(string name)
    {
        var words = name.Split(' ');
        var last = words[^1];
        // whom the report tells of by a pronoun alone: nobody is 'the he'
        if (Pronouns.Contains(name)) return name.ToLowerInvariant();
        // A name proper: its last word has a capital ('al-Jubeir'), or an owner opens it.
        if (name.Contains('.', StringComparison.Ordinal) && words.Length == 1) return name; // an address
        if (_articles.Takes(name)) return _articles.With(name);
        if (last.Any(char.IsUpper) && !(words.Length == 1 && IsPlural(name)) || name.Contains("'s ", StringComparison.Ordinal) || name.Contains("’s ", StringComparison.Ordinal)) return name;
        var common = char.IsUpper(name[0]) && (words.Length == 1 || !_articles.IsOfPeople(words[0])) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
        if (IsPlural(name) || _articles.IsMass(last) || Determiners.Contains(words[0].ToLowerInvariant())) return common;
        return words.Length == 1 ? "the " + common : ("aeiouAEIOU".Contains(common[0], StringComparison.Ordinal) ? "an " : "a ") + common;
    }

    private static readonly HashSet<string> Pronouns = new(["he", "she", "it", "they", "who"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Owners = new(["its", "his", "her", "their", "our", "my", "your", "both", "each", "other", "others"], StringComparer.Ordinal);

    private static readonly HashSet<string> Determiners = new(["the", "a", "an", "its", "his", "her", "their", "some", "many", "several", "both", "all", "most", "no", "one", "two", "three"], StringComparer.Ordinal);
}
