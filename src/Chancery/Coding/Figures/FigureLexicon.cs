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
    private readonly Dictionary<string, SpanWord> _beside = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tolls;
    private readonly HashSet<string> _aged;

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
        _aged = Words(pack, folder + "aged.tsv", "words");
        foreach (var row in pack.Read(folder + "lasting.tsv", "lemma", "units", "name", "example").Rows)
            foreach (var lemma in row.Parts("lemma"))
                foreach (var unit in row.Parts("units"))
                {
                    _lengths.Add(unit);
                    _lasting[(lemma, unit)] = row["name"] is "-" ? null : row["name"];
                }
        foreach (var row in pack.Read(folder + "spans.tsv", "word", "tells", "example").Rows)
        {
            var tells = row["tells"] switch
            {
                "when" => SpanWord.When,
                "when-before" => SpanWord.WhenBefore,
                "lapse" => SpanWord.Lapse,
                "hour" => SpanWord.Hour,
                var other => throw new PackException([row.Fault($"'{other}' tells nothing of a span")]),
            };
            foreach (var word in row.Parts("word")) _beside[word] = tells;
        }
    }

    /// <summary>True where so few of this noun are not followed.</summary>
    internal bool IsPassedOver(string noun, decimal value) => _passed.TryGetValue(noun, out var most) && value <= most;

    /// <summary>True for words that make a span of time a figure: 'sentenced', 'prison'.</summary>
    internal bool IsTerm(Token word) => _terms.Contains(word.Lemma);

    /// <summary>What a word beside a span of time says of it.</summary>
    internal SpanWord Beside(string word) => _beside.GetValueOrDefault(word);

    /// <summary>True for units by which lengths are told: not 'year-old', which is no length.</summary>
    internal bool IsLength(string unit) => _lengths.Contains(unit);

    /// <summary>True for words that are told by how many of this unit they lasted: 'the talks lasted seven hours'.</summary>
    internal bool IsLasting(string word, string unit) => _lasting.ContainsKey((word, unit));

    /// <summary>True for units of which any word can be told where the phrase says that it lasted so long.</summary>
    internal bool IsOfAny(string unit) => IsLasting("*", unit);

    /// <summary>What lasted, by one name for all words that tell of it; null where the word names nothing.</summary>
    internal string? Lasted(string word, string unit) => _lasting.GetValueOrDefault((word, unit));

    /// <summary>True for a number that tells how old somebody is, whatever the tree hangs it on: 'a boy of nine'.</summary>
    internal bool IsAge(Token number) =>
        number.Upos == Upos.Num && number.Index > number.Sentence.First + 1 && number.Document[number.Index - 1].Lemma is "of" && number.Document[number.Index - 2] is { Xpos: "NN" } one && _aged.Contains(one.Lemma);

    /// <summary>True for verbs whose object or passive subject is a toll.</summary>
    internal bool IsToll(Token word) => _tolls.Contains(word.Lemma);

    /// <summary>True for what no number makes a figure: units of time, where nothing says that it lasted so long, storeys, ages.</summary>
    internal bool IsSpan(string unit) => _passed.TryGetValue(unit, out var most) && most == decimal.MaxValue;

    /// <summary>The words of a table that tells nothing else of them.</summary>
    internal static HashSet<string> Words(LanguagePack pack, string path, string column)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in pack.Read(path, column, "example").Rows) words.UnionWith(row.Parts(column));
        return words;
    }
}

/// <summary>What a word beside a span of time says of it (<c>figures/spans.tsv</c>).</summary>
internal enum SpanWord
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Behind it: 'two hours ago' is when something was.</summary>
    When,

    /// <summary>Before it: 'the past ten days' are when something was.</summary>
    WhenBefore,

    /// <summary>Behind it: 'two hours later' is how much later something came.</summary>
    Lapse,

    /// <summary>Behind a lapse: 'two minutes after midnight' is a time of day.</summary>
    Hour,
}
