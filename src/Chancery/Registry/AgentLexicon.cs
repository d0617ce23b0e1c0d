using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Registry;

/// <summary>Which PLOVER sectors a word for an actor gives: 'soldiers' MIL, 'spy agency' SPY, 'Gen.' MIL, 'opposition' supporters OPP.</summary>
/// <remarks>Immutable and thread-safe. Reads <c>languages/&lt;xx&gt;/agents.tsv</c>.</remarks>
public sealed class AgentLexicon
{
    private const int LongestPhrase = 4;

    private readonly Dictionary<string, ImmutableArray<string>> _nouns = new(2048, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImmutableArray<string>> _modifiers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImmutableArray<string>> _titles = new(StringComparer.Ordinal);

    /// <summary>Reads the table of a pack.</summary>
    /// <exception cref="Linguistics.Packs.PackException">The table has faults; all of them are listed.</exception>
    public AgentLexicon(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var faults = new List<Linguistics.Packs.PackFault>();
        foreach (var row in pack.Read("languages/en/agents.tsv", "use", "words", "sectors", "example").Rows)
        {
            var table = row["use"] switch { "noun" => _nouns, "modifier" => _modifiers, "title" => _titles, _ => null };
            if (table is null) faults.Add(row.Fault($"'{row["use"]}' is no use; expected noun, modifier or title"));
            ImmutableArray<string> sectors = [.. row.Parts("sectors")];
            foreach (var word in row.Parts("words"))
                if (table is not null && !table.TryAdd(word, sectors)) faults.Add(row.Fault($"{row["use"]} '{word}' is listed twice"));
        }
        if (faults.Count > 0) throw new Linguistics.Packs.PackException(faults);
    }

    /// <summary>
    /// Sectors of the description headed by a noun, the primary one first: the longest phrase that ends in it decides ('spy agency' before 'agency'),
    /// words before it add theirs ('opposition' lawmaker). Empty where the noun is no actor's.
    /// </summary>
    public ImmutableArray<string> SectorsOf(Token noun)
    {
        var document = noun.Document;
        var first = noun.Sentence.First;
        for (var length = Math.Min(LongestPhrase, noun.Index - first + 1); length >= 1; length--)
        {
            if (Noun(document, noun.Index - length + 1, noun.Index) is not { IsDefault: false } sectors) continue;
            return WithModifiers(document, Math.Max(first, noun.Index - length - 2), noun.Index - length + 1, sectors);
        }
        return [];
    }

    /// <summary>Sectors of a noun or phrase by itself, in the singular: 'soldier', 'police officer'; empty where unknown.</summary>
    public ImmutableArray<string> Noun(string phrase) => _nouns.GetValueOrDefault(phrase) is { IsDefault: false } found ? found : [];

    /// <summary>Sectors a word before an actor's noun or name adds: 'opposition' OPP, 'former' ELI; empty where it adds none.</summary>
    public ImmutableArray<string> Modifier(string word) => _modifiers.GetValueOrDefault(word) is { IsDefault: false } found ? found : [];

    /// <summary>Sectors of a title before a person's name; <paramref name="isTitle"/> tells a title without a sector ('Mr.') from no title.</summary>
    public ImmutableArray<string> Title(string words, out bool isTitle)
    {
        isTitle = _titles.TryGetValue(words, out var sectors);
        return isTitle ? sectors : [];
    }

    private ImmutableArray<string> Noun(Document document, int first, int last)
    {
        if (first == last) return _nouns.GetValueOrDefault(document[last].Lemma) is { IsDefault: false } one ? one : _nouns.GetValueOrDefault(document[last].Text);
        var phrase = document.Text[document[first].Span.Start..document[last].Span.Start] + document[last].Lemma;
        return _nouns.GetValueOrDefault(phrase) is { IsDefault: false } found
            ? found
            : _nouns.GetValueOrDefault(document.Text[document[first].Span.Start..document[last].Span.End]);
    }

    private ImmutableArray<string> WithModifiers(Document document, int from, int to, ImmutableArray<string> sectors)
    {
        for (var word = to - 1; word >= from; word--)
        {
            if (document[word].Upos is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Verb)) break;
            var added = Modifier(document[word].Text);
            if (added.IsEmpty) continue;
            // 'former minister' is no minister now, 'rebel commander' no soldier of the state: what stands before decides.
            sectors = [.. added, .. sectors.Where(s => !added.Contains(s))];
        }
        return sectors;
    }
}
