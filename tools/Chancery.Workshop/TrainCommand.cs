using System.CommandLine;
using System.Diagnostics;
using Chancery.Linguistics;
using Chancery.Linguistics.Tagging;
using Chancery.Workshop.Naming;
using Chancery.Workshop.Parsing;
using Chancery.Workshop.Tagging;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop;

/// <summary><c>train</c>: all models of the language engine from the treebanks, always the same bytes.</summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder that holds treebank/*.conllu.gz", DefaultValueFactory = _ => "../shared/data" };
        var output = new Option<string>("--out") { Description = "Folder of the data pack", DefaultValueFactory = _ => "data" };
        var only = new Option<string[]>("--only") { Description = "tagger, parser, names: train these alone; scores: only measure", AllowMultipleArgumentsPerToken = true };
        var command = new Command("train", "Trains the models of the language engine and writes a score card beside each.") { data, output, only };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(only) ?? []));
        return command;
    }

    private static void Run(string data, string output, string[] only)
    {
        var train = Treebank.Load(data, Treebank.TrainParts);
        var watch = Stopwatch.StartNew();
        var options = new TaggerTrainer.Options { Pack = LanguagePack.FromFolder(output) };
        var all = Enumerable.Range(0, train.SentenceCount).ToArray();
        if (only.Length == 0 || only.Contains("tagger", StringComparer.Ordinal))
        {
            var (tagger, morphology) = TaggerTrainer.TrainModels(train, all, options);
            Save(output, TaggerTrainer.TaggerPath, tagger);
            Save(output, TaggerTrainer.MorphologyPath, morphology);
            WriteTaggerScores(data, output, TaggerTrainer.Open(tagger, morphology, options.Pack));
            Console.Error.WriteLine($"tagger: {watch.Elapsed.TotalSeconds:f1} s, {tagger.Length / 1024} + {morphology.Length / 1024} kB");
        }
        if (only.Length == 0 || only.Contains("parser", StringComparer.Ordinal))
        {
            watch.Restart();
            var parser = ParserRecipe.Train(train, Jackknife.Tag(train, 5, options with { Runs = 1 }), new DocumentReader(LanguagePack.FromFolder(output)).Read(RawText.Load(data)).Tagged);
            Save(output, ParserRecipe.Path, parser);
            ParserRecipe.WriteScores(data, output);
            Console.Error.WriteLine($"parser: {watch.Elapsed.TotalSeconds:f1} s, {parser.Length / 1024} kB");
        }
        if (only.Length == 0 || only.Contains("names", StringComparer.Ordinal)) NameCommand.Run(new(data), new(output));
        var reader = new DocumentReader(LanguagePack.FromFolder(output));
        foreach (var part in Treebank.DevParts)
        {
            var dev = Treebank.Load(data, part);
            reader.Read(dev.Words);
            watch.Restart();
            var read = reader.Read(dev.Words);
            Console.Error.WriteLine($"{part}: {TreeScore.Of(dev.Gold, read)}; {watch.ElapsedMilliseconds} ms");
        }
    }

    /// <summary>The score card beside the tagger; gold words.</summary>
    private static void WriteTaggerScores(string data, string output, Tagger tagger)
    {
        var lines = new List<string> { $"tagger.bin, morphology.bin: averaged perceptron; trained on {string.Join(", ", Treebank.TrainParts)}; scores over gold words, per cent" };
        foreach (var part in Treebank.DevParts)
        {
            var dev = Treebank.Load(data, part);
            var score = TreeScore.Of(dev.Gold, new Document(tagger.Tag(dev.Words), [.. Enumerable.Repeat(-1, dev.Gold.Count)], new Deprel[dev.Gold.Count]));
            lines.Add(FormattableString.Invariant($"{part}: UPOS {score.Upos:f2}  XPOS {score.Xpos:f2}  feats {score.Feats:f2}  lemma {score.Lemma:f2}  ({score.Words} words)"));
        }
        File.WriteAllLines(Path.Combine(output, Path.ChangeExtension(TaggerTrainer.TaggerPath, ".score")), lines);
        lines.ForEach(Console.Error.WriteLine);
    }

    private static void Save(string output, string path, byte[] model)
    {
        var file = Path.Combine(output, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, model);
    }
}
