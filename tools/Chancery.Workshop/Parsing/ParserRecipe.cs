using Chancery.Linguistics;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Parsing;

/// <summary>
/// How the shipped parser is made: two nets are trained on the treebank; the first is then trained further on what both hold likely, over the
/// treebank and over news without trees.
/// </summary>
internal static class ParserRecipe
{
    internal const string Path = "languages/en/models/parser.bin";
    private const int LongestRaw = 70;

    private static readonly TrainingPlan First = new(Epochs: 15, Seed: 1), Second = new(Epochs: 12, Seed: 2), Last = new(Epochs: 3, Seed: 7, Rate: 0.0012f);

    /// <param name="treebank">Gold trees.</param>
    /// <param name="tags">The treebank with tags predicted as those of unseen sentences would be.</param>
    /// <param name="raw">Tagged sentences without trees.</param>
    internal static byte[] Train(Treebank treebank, TaggedText tags, TaggedText raw)
    {
        var lessons = new ParserLessons(treebank.Words, treebank.Tags.Xpos);
        var shape = new NetShape(lessons.Forms.Length + 1, ParserLessons.SubwordRows, lessons.Xpos.Length, Enum.GetValues<Deprel>().Length);
        var examples = lessons.Examples(tags, treebank.Gold).ToArray();
        var (net, other) = (Train(shape, First, examples), Train(shape, Second, examples));
        var teachers = new Teachers([net, other]);
        var treeless = new Document(raw, [.. Enumerable.Repeat(-1, raw.Count)], new Deprel[raw.Count]);
        Example[] taught =
        [
            .. teachers.Teach(examples, goldShare: 0.5f),
            .. teachers.Teach(lessons.Examples(raw, treeless).Where(e => e.Length is > 2 and < LongestRaw), goldShare: 0),
        ];
        new ParserTrainer(net, new Dropout(Tag: 0.12f), Last).Train(taught);
        return NetQuantizer.Write(net, lessons, examples, Header(treebank, shape));
    }

    internal static (string, string)[] Header(Treebank treebank, NetShape shape) =>
    [
        ("trained on", $"{treebank.Name}; sentences of ECB+ train, MEANTIME train and WikiGold with the trees of two earlier nets"),
        ("seeds", $"{First.Seed}, {Second.Seed}, {Last.Seed}"),
        ("epochs", $"{First.Epochs}, {Second.Epochs}, {Last.Epochs}"),
        ("net", $"2 recurrent layers of 2 x {shape.Hidden}, arcs {shape.Arc}, relations {shape.Label}; 8 bits"),
    ];

    private static ParserNet Train(NetShape shape, TrainingPlan plan, Example[] examples)
    {
        var net = new ParserNet(shape, plan.Seed);
        new ParserTrainer(net, new Dropout(), plan).Train(examples);
        return net;
    }

    /// <summary>The score card beside the model: gold words, tags as the shipped tagger gives them.</summary>
    internal static void WriteScores(string data, string output)
    {
        var reader = new DocumentReader(LanguagePack.FromFolder(output));
        var model = Linguistics.Packs.ModelFile.Open(reader.Pack, Path, Linguistics.Parsing.ParserNet.Kind);
        List<string> lines = [.. model.Header.TrimEnd().Split('\n'), "scores over gold words with predicted tags, universal relations, per cent"];
        foreach (var part in Treebank.DevParts)
        {
            var dev = Treebank.Load(data, part);
            var score = TreeScore.Of(dev.Gold, reader.Read(dev.Words));
            lines.Add(FormattableString.Invariant($"{part}: UAS {score.Uas:f2}  LAS {score.Las:f2}  ({score.Words} words)"));
        }
        File.WriteAllLines(System.IO.Path.Combine(output, System.IO.Path.ChangeExtension(Path, ".score")), lines);
    }
}
