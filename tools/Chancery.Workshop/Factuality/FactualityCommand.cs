using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Attributing;
using Chancery.Attributing.Predicates;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Factuality;

/// <summary><c>factuality</c>: the weights that turn what the tables say of a predicate into how far its source commits to it.</summary>
/// <remarks>Trains on UDS-IH2 (train part) over the treebank's own trees; deterministic. Prints the correlation on the dev part.</remarks>
internal static class FactualityCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder that holds treebank/ and factuality/", DefaultValueFactory = _ => "../shared/data" };
        var output = new Option<string>("--out") { Description = "Folder of the data pack", DefaultValueFactory = _ => "data" };
        var command = new Command("factuality", "Trains the weights of factuality and writes them as a table.") { data, output };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    private static void Run(string data, string output)
    {
        var pack = LanguagePack.FromFolder(output);
        var lexicon = new FactualityLexicon(pack, new Untruths(pack));
        var train = Samples(data, "train", lexicon);
        var dev = Samples(data, "dev", lexicon);
        Console.Error.WriteLine($"train {train.Count}, dev {dev.Count}");
        var model = new RidgeTrainer(train, minimum: 4);
        model.Train(epochs: 20);
        Console.Error.WriteLine($"dev: r {Correlation(dev, s => s.Asked(model.Predict(s))):f3} (the bare model {Correlation(dev, model.Predict):f3}); train: r {Correlation(train, model.Predict):f3}");
        var news = News(data, output, lexicon);
        Console.Error.WriteLine($"MEANTIME train, read by the parser: mean error {news.Average(s => Math.Abs(s.Gold - s.Value(model.Predict(s)))):f3} (all certain {news.Average(s => 3 - s.Gold):f3})");
        var path = Path.Combine(output, "languages/en/factuality/weights.tsv");
        using var writer = new StreamWriter(path);
        writer.Write("""
            # Weights of what speaks for and against a predicate having happened; their sum is the mean judgement of readers, -3 … +3.
            # feature  template and value, as FactualityFeatures names them
            # weight   added where the feature is there
            # Origin: trained by `workshop factuality` on UDS-IH2 v2 (train part; CC BY-SA 4.0) over UD English EWT (CC BY-SA 4.0). Do not edit: train again.
            feature	weight

            """.Replace("            ", "", StringComparison.Ordinal));
        foreach (var (feature, weight) in model.Weights.Where(w => Math.Abs(w.Weight) >= 0.03).OrderBy(w => w.Feature, StringComparer.Ordinal))
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weight:0.00}\n"));
    }

    private static List<Sample> Samples(string data, string part, FactualityLexicon lexicon)
    {
        var bank = Treebank.Load(data, "ewt-" + part).Gold;
        var layout = new TextLayout(bank);
        var moods = new MoodReader(lexicon).Read(layout);
        var byText = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in bank.Sentences) byText.TryAdd(sentence.Text, sentence.Index);
        var samples = new List<Sample>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, "factuality", $"udsih2.{part}.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (!byText.TryGetValue(json.RootElement.GetProperty("text").GetString()!, out var index)) continue;
            var sentence = bank.Sentence(index);
            foreach (var e in json.RootElement.GetProperty("events").EnumerateArray())
            {
                var start = sentence.Span.Start + e.GetProperty("start").GetInt32();
                var words = bank.TokensIn(new(start, start + 1));
                if (words.Count == 0) continue;
                var sink = new Names();
                FactualityFeatures.Extract(words[0], moods, ref sink);
                samples.Add(new([.. sink.List], e.GetProperty("factuality").GetDouble(), moods[words[0].Index], words[0].Text, sentence.Text, new Clause(words[0]).IsNegated));
            }
        }
        return samples;
    }

    private static List<Sample> News(string data, string output, FactualityLexicon lexicon)
    {
        var reader = new DocumentReader(LanguagePack.FromFolder(output));
        var samples = new List<Sample>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, "factuality", "meantime.train.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var document = reader.Read(text);
            var moods = new MoodReader(lexicon).Read(new TextLayout(document));
            foreach (var e in json.RootElement.GetProperty("events").EnumerateArray())
            {
                var start = e.GetProperty("start").GetInt32();
                var words = document.TokensIn(new(start, start + 1));
                if (words.Count == 0) continue;
                var sink = new Names();
                FactualityFeatures.Extract(words[0], moods, ref sink);
                samples.Add(new([.. sink.List], e.GetProperty("factuality").GetDouble(), moods[words[0].Index], words[0].Text, text, new Clause(words[0]).IsNegated));
            }
        }
        return samples;
    }

    private static double Correlation(List<Sample> samples, Func<Sample, double> value)
    {
        var (x, y) = (samples.Select(value).ToArray(), samples.Select(s => s.Gold).ToArray());
        var (mx, my) = (x.Average(), y.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    private struct Names() : IFeatureSink
    {
        internal List<string> List { get; } = [];

        public readonly void Add(Template template, ReadOnlySpan<char> value, ReadOnlySpan<char> more = default) => List.Add(more.IsEmpty ? $"{template}={value}" : $"{template}={value}/{more}");
    }
}

/// <summary>One judged predicate.</summary>
internal sealed record Sample(string[] Features, double Gold, Mood Mood, string Word, string Sentence, bool IsNegated)
{
    /// <summary>The value the reader gives.</summary>
    internal double Value(double judgement) => FactualityModel.Grade(FactualityModel.Settle(Mood, judgement), judgement, IsNegated);

    /// <summary>The value where it was asked whether the thing has happened: what lies ahead has not.</summary>
    internal double Asked(double judgement) => FactualityModel.Settle(Mood, judgement).Status is ClaimStatus.Planned or ClaimStatus.Demanded ? -1.5 : Value(judgement);
}
