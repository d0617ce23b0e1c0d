using System.CommandLine;
using System.Globalization;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;

namespace Chancery.Workshop.Lexicons;

/// <summary><c>lexicon</c>: compiles WordNet 3.0's single words into the dictionary that tagger and parser look into.</summary>
internal static class WordNetCommand
{
    internal const string Path = "languages/en/models/lexicon.bin";

    internal static Command Create()
    {
        var wordnet = new Option<string>("--wordnet") { Description = "Folder of WordNet's database files (Debian: wordnet-base)", DefaultValueFactory = _ => "/usr/share/wordnet" };
        var output = new Option<string>("--out") { Description = "Folder of the data pack", DefaultValueFactory = _ => "data" };
        var command = new Command("lexicon", "Compiles WordNet's single words.") { wordnet, output };
        command.SetAction(p => Run(p.GetValue(wordnet)!, p.GetValue(output)!));
        return command;
    }

    private static void Run(string folder, string output)
    {
        var values = new SortedDictionary<string, int>(StringComparer.Ordinal);
        AddNouns(folder, values);
        AddWords(folder, "verb", Lexicon.Verb, values, (file, value) => value | ((file - 28) << Lexicon.VerbFieldShift));
        AddWords(folder, "adj", Lexicon.Adjective, values, (_, value) => value);
        AddWords(folder, "adv", Lexicon.Adverb, values, (_, value) => value);
        AddIrregular(folder, values);
        var entries = values.Select(v => (v.Key, v.Value)).ToList();
        var model = ModelFile.Write(Lexicon.Kind, [("compiled from", "WordNet 3.0"), ("words", entries.Count.ToString(CultureInfo.InvariantCulture))], Lexicon.Write(entries));
        File.WriteAllBytes(System.IO.Path.Combine(output, Path), model);
        Console.Error.WriteLine($"{entries.Count} words, {model.Length / 1024} kB");
    }

    /// <summary>Nouns are names where every sense writes them with a capital.</summary>
    private static void AddNouns(string folder, SortedDictionary<string, int> values)
    {
        var synsets = ReadSynsets(folder, "noun");
        foreach (var (word, offsets) in ReadIndex(folder, "noun"))
        {
            var bits = 0;
            foreach (var offset in offsets) bits |= synsets[offset].Words.Any(w => w.Equals(word, StringComparison.Ordinal)) ? Lexicon.Noun : Lexicon.Name;
            Add(values, word, bits | ((synsets[offsets[0]].File - 2) << Lexicon.NounFieldShift));
        }
    }

    private static void AddWords(string folder, string part, int bit, SortedDictionary<string, int> values, Func<int, int, int> field)
    {
        var synsets = ReadSynsets(folder, part);
        foreach (var (word, offsets) in ReadIndex(folder, part)) Add(values, word, field(synsets[offsets[0]].File, bit));
    }

    private static void AddIrregular(string folder, SortedDictionary<string, int> values)
    {
        foreach (var (part, bits) in new[] { ("verb", Lexicon.Verb | (15 << Lexicon.VerbFieldShift)), ("noun", Lexicon.Noun | (31 << Lexicon.NounFieldShift)) })
            foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, part + ".exc")))
            {
                var words = line.Split(' ');
                if (!IsWord(words[0]) || !values.TryGetValue(words[1], out var value)) continue;
                values[words[0]] = values.GetValueOrDefault(words[0]) | (value & bits);
            }
    }

    private static void Add(SortedDictionary<string, int> values, string word, int value)
    {
        if (IsWord(word)) values[word] = values.GetValueOrDefault(word) | value;
    }

    private static bool IsWord(string word) => word.Length is > 1 and <= 24 && word.All(char.IsAsciiLetter);

    private static IEnumerable<(string Word, string[] Offsets)> ReadIndex(string folder, string part)
    {
        foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, "index." + part)))
        {
            if (line.StartsWith(' ')) continue;
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return (cells[0], cells[^int.Parse(cells[2], CultureInfo.InvariantCulture)..]);
        }
    }

    private static Dictionary<string, (int File, string[] Words)> ReadSynsets(string folder, string part)
    {
        var synsets = new Dictionary<string, (int, string[])>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, "data." + part)))
        {
            if (line.StartsWith(' ')) continue;
            var cells = line.Split(' ');
            var count = int.Parse(cells[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            synsets[cells[0]] = (int.Parse(cells[1], CultureInfo.InvariantCulture), [.. Enumerable.Range(0, count).Select(i => cells[4 + (2 * i)])]);
        }
        return synsets;
    }
}
