using System.CommandLine;
using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Workshop.Naming;

/// <summary><c>workshop names</c>: compiles the name lists, trains the name tagger, scores it.</summary>
internal static class NameCommand
{
    private const int Epochs = 4, Bits = 19;

    internal static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of training sets (ner, treebank).", DefaultValueFactory = _ => new("../shared/data") };
        var pack = new Option<DirectoryInfo>("--pack") { Description = "Folder of the language data.", DefaultValueFactory = _ => new("data") };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the training sets.", DefaultValueFactory = _ => Epochs };
        var bits = new Option<int>("--bits") { Description = "Size of the weight table, as a power of two.", DefaultValueFactory = _ => Bits };
        var errors = new Option<DirectoryInfo?>("--errors") { Description = "Folder to write the errors on the development sets to." };
        var command = new Command("names", "Trains the name tagger. Example: workshop names --data ../shared/data") { data, pack, epochs, bits, errors };
        command.SetAction(result => Run(result.GetValue(data)!, result.GetValue(pack)!, result.GetValue(epochs), result.GetValue(bits), result.GetValue(errors)));
        return command;
    }

    internal static int Run(DirectoryInfo data, DirectoryInfo pack, int epochs = Epochs, int bits = Bits, DirectoryInfo? errors = null)
    {
        const int Seed = 20261124, Runs = 3;
        var language = LanguagePack.FromFolder(pack.FullName);
        var tables = NameTables.Read(language);
        var tokenizer = new Tokenizer(language);
        var norps = tables.Where(e => e.Class == NameClass.Norp).Select(e => e.Phrase).ToHashSet(StringComparer.Ordinal);
        var titles = tables.Where(e => e.Class == NameClass.Title).Select(e => e.Phrase).ToHashSet(StringComparer.Ordinal);
        string Set(string name) => Path.Combine(data.FullName, name);

        var gum = GumNames.Read(Set("treebank/gum-train.conllu.gz"), norps, titles).ToList();
        var wikigold = NameCorpora.Read(Set("ner/wikigold.tsv.gz"), norps, tokenizer).ToList();
        var crossner = NameCorpora.Read(Set("ner/crossner-politics-train.tsv.gz"), norps, tokenizer).ToList();
        // news of politics is what will be read, and its set is small: it counts four times, and lends its sentences to names made up
        var lexicon = NameTables.Compile(tables, CommonWords(Set("treebank/gum-train.conllu.gz"), Set("treebank/ewt-train.conllu.gz")));
        var trainer = new NameTrainer(lexicon, bits);
        for (var run = 0; run < Runs; run++)
        {
            var maker = new NameMaker(LanguagePack.FromFolder(Path.Combine(AppContext.BaseDirectory, "Naming")), tables, new Random(Seed + run));
            List<NameSentence> training = [.. gum, .. wikigold, .. wikigold.Select(maker.Swap).OfType<NameSentence>()];
            for (var i = 0; i < 4; i++) training.AddRange(crossner);
            for (var i = 0; i < 6; i++) training.AddRange(crossner.Select(maker.Swap).OfType<NameSentence>());
            trainer.Train(training, epochs, Seed + run);
        }
        var (weights, moves) = trainer.Average();

        byte[] Model(string description) => NameModel.Write(description, moves, weights, lexicon);
        var tagger = new NameTagger(PackBytes.Of(Model("")));
        var scores = new List<string>();
        foreach (var name in new[] { "crossner-politics-dev", "uner-ewt-dev" })
        {
            if (!File.Exists(Set($"ner/{name}.tsv.gz"))) continue;
            using var writer = errors is null ? null : File.CreateText(Path.Combine(errors.FullName, name + ".txt"));
            var (p, r, f) = NameScorer.Score(tagger, NameCorpora.Read(Set($"ner/{name}.tsv.gz"), norps, tokenizer), writer);
            scores.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: person, organization, place, exact: P {p:F1} R {r:F1} F1 {f:F1}"));
        }
        var card = $"""
            names.bin: conditional random field over words, shapes and name lists; version 4, seed {Seed}, {epochs} epochs, mean of {Runs} runs
            trained on: GUM train (entity layer), WikiGold, CrossNER politics train (four times), the last two also with names made up (patterns.tsv)
            {string.Join('\n', scores)}
            """;
        Console.Error.WriteLine(card);
        var path = Path.Combine(pack.FullName, NameModel.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Model(card));
        File.WriteAllText(Path.ChangeExtension(path, ".score"), card + "\n");
        return 0;
    }

    /// <summary>Words seen in lower case at least twice.</summary>
    private static IEnumerable<string> CommonWords(params string[] treebanks) =>
        treebanks.SelectMany(NameCorpora.Lines)
            .Where(line => line.Length > 0 && char.IsDigit(line[0])).Select(line => line.Split('\t')[1])
            .Where(word => word.Length > 1 && char.IsLower(word[0])).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
