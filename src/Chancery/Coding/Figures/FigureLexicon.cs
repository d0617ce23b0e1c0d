using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Coding.Figures;

/// <summary>The tables of <c>figures/</c>: what is counted but not followed, and what makes a number worth following.</summary>
internal sealed class FigureLexicon
{
    private readonly Dictionary<string, decimal> _passed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _terms;
    private readonly Dictionary<(string Word, string Unit), string?> _lasting = [];
    private readonly HashSet<string> _lengths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tolls;

    internal FigureLexicon(LanguagePack pack, string language)
    {
        var folder = $"languages/{language}/figures/";
        foreach (var row in pack.Read(folder + "passed.tsv", "lemma", "most", "example").Rows)
        {
            var most = row["most"] == "*" ? decimal.MaxValue : decimal.TryParse(row["most"], CultureInfo.InvariantCulture, out var number) ? number : throw new PackException([row.Fault($"'{row["most"]}' is no number")]);
            foreach (var lemma in row.Parts("lemma")) _passed[lemma] = most;
        }
        _terms = Words(pack, folder + "terms.tsv", "lemma");
        _tolls = Words(pack, folder + "casualties.tsv", "lemma");
        foreach (var row in pack.Read(folder + "lasting.tsv", "lemma", "units", "name", "example").Rows)
            foreach (var lemma in row.Parts("lemma"))
                foreach (var unit in row.Parts("units"))
                {
                    _lengths.Add(unit);
                    _lasting[(lemma, unit)] = row["name"] is "-" ? null : row["name"];
                }
    }

    /// <summary>True where so few of this noun are not followed.</summary>
    internal bool IsPassedOver(string noun, decimal value) => _passed.TryGetValue(noun, out var most) && value <= most;

    /// <summary>True for words that make a span of time a figure: 'sentenced', 'prison'.</summary>
    internal bool IsTerm(Token word) => _terms.Contains(word.Lemma);

    /// <summary>True for units by which lengths are told: not 'year-old', which is no length.</summary>
    internal bool IsLength(string unit) => _lengths.Contains(unit);

    /// <summary>True for words that are told by how many of this unit they lasted: 'the talks lasted seven hours'.</summary>
    internal bool IsLasting(string word, string unit) => _lasting.ContainsKey((word, unit));

    /// <summary>True for units of which any word can be told where the phrase says that it lasted so long.</summary>
    internal bool IsOfAny(string unit) => IsLasting("*", unit);

    /// <summary>What lasted, by one name for all words that tell of it; null where the word names nothing.</summary>
    internal string? Lasted(Token word, string unit) => _lasting.GetValueOrDefault((word.Lemma, unit));

    /// <summary>True for verbs whose object or passive subject is a toll.</summary>
    internal bool IsToll(Token word) => _tolls.Contains(word.Lemma);

    /// <summary>True for units of time.</summary>
    internal bool IsSpan(string unit) => _passed.TryGetValue(unit, out var most) && most == decimal.MaxValue;

    /// <summary>The words of a table that tells nothing else of them.</summary>
    internal static HashSet<string> Words(LanguagePack pack, string path, string column)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in pack.Read(path, column, "example").Rows) words.UnionWith(row.Parts(column));
        return words;
    }
}
