using Chancery.Linguistics;
using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Makes up names after <c>patterns.tsv</c> and the name lists, and puts them into sentences in place of the marked ones.</summary>
/// <remarks>A few hundred marked sentences show how names stand in text; what names look like is told better by lists.</remarks>
internal sealed class NameMaker
{
    private readonly Dictionary<string, List<string[]>> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);
    private readonly Random _random;

    internal NameMaker(LanguagePack patterns, List<(string Phrase, NameClass Class)> tables, Random random)
    {
        _random = random;
        foreach (var row in patterns.Read("patterns.tsv", "kind", "pattern").Rows)
        {
            if (row["kind"].StartsWith("word ", StringComparison.Ordinal)) _words[row["kind"][5..]] = row.Parts("pattern");
            else if (_patterns.TryGetValue(row["kind"], out var known)) known.Add(row["pattern"].Split(' '));
            else _patterns[row["kind"]] = [row["pattern"].Split(' ')];
        }
        string[] Of(NameClass kinds, bool oneWord) => [.. tables.Where(e => (e.Class & kinds) != 0 && (!oneWord || !e.Phrase.Contains(' '))).Select(e => e.Phrase)];
        _words["given"] = Of(NameClass.GivenFemale | NameClass.GivenMale, true);
        _words["surname"] = Of(NameClass.Surname, true);
        _words["city"] = Of(NameClass.Place, true);
        _words["place"] = Of(NameClass.Place, false);
        _words["country"] = Of(NameClass.Country, false);
        _words["norp"] = [.. tables.Where(e => e.Class == NameClass.Norp && !e.Phrase.EndsWith('s')).Select(e => e.Phrase)];
    }

    /// <summary>The sentence with other names in it; null where it has none to change.</summary>
    internal NameSentence? Swap(NameSentence sentence)
    {
        var forms = new List<string>();
        var labels = new List<uint>();
        var changed = false;
        for (var i = 0; i < sentence.Allowed.Length;)
        {
            var type = TypeAt(sentence.Allowed[i]);
            var end = i + 1;
            if (type is { } t)
            {
                while (end < sentence.Allowed.Length && sentence.Allowed[end] == 1u << NameLabels.Inside(t)) end++;
                if (_random.Next(4) > 0)
                {
                    var name = Make(t, end - i);
                    for (var k = 0; k < name.Count; k++)
                    {
                        forms.Add(name[k]);
                        labels.Add(1u << (k == 0 ? NameLabels.Begin(t) : NameLabels.Inside(t)));
                    }
                    changed = true;
                    i = end;
                    continue;
                }
            }
            for (; i < end; i++)
            {
                forms.Add(sentence.Words[i].ToString());
                labels.Add(sentence.Allowed[i]);
            }
        }
        return changed ? NameSentence.Of(forms, [.. labels]) : null;
    }

    private static NameType? TypeAt(uint allowed)
    {
        foreach (var type in (ReadOnlySpan<NameType>)[NameType.Person, NameType.Org, NameType.Place])
            if (allowed == 1u << NameLabels.Begin(type)) return type;
        return null;
    }

    private List<string> Make(NameType type, int words)
    {
        var kind = type switch { NameType.Person => words == 1 ? "person1" : "person", NameType.Org => "org", _ => "place" };
        var made = new List<string>();
        foreach (var part in Pick(_patterns[kind]))
            made.AddRange(part[0] == '{' ? Fill(part[1..^1]).Split(' ') : [part]);
        return made;
    }

    private string Fill(string kind) => kind switch
    {
        "acronym" => new([.. Enumerable.Range(0, 2 + _random.Next(4)).Select(_ => "ABCDEFGHILMNOPRSTU"[_random.Next(18)])]),
        "mixedacronym" => new([.. Enumerable.Range(0, 3 + _random.Next(2)).Select(i => i == 1 ? "aeiodklv"[_random.Next(8)] : "ABCDEFGHILMNOPRSTUV"[_random.Next(19)])]),
        "coined" => Coin(),
        _ => Pick(_words[kind]),
    };

    private string Coin()
    {
        var syllables = string.Concat(Enumerable.Range(0, 2 + _random.Next(2)).Select(_ => $"{"bdfghklmnprstvz"[_random.Next(15)]}{"aeiou"[_random.Next(5)]}{(_random.Next(3) == 0 ? "nrlsk"[_random.Next(5)].ToString() : "")}"));
        return char.ToUpperInvariant(syllables[0]) + syllables[1..];
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
