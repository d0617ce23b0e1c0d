using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;
using Chancery.Workshop.Learning;
using Chancery.Workshop.Lexicons;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Tagging;

/// <summary>Trains tagger and morphology on some sentences of a treebank.</summary>
internal static class TaggerTrainer
{
    internal const string TaggerPath = "languages/en/models/tagger.bin";
    internal const string MorphologyPath = "languages/en/models/morphology.bin";

    /// <summary>How to train.</summary>
    /// <param name="Epochs">Passes over the sentences.</param>
    /// <param name="Seed">Decides their order.</param>
    /// <param name="Threshold">What weights must reach to be kept: <see cref="PerceptronTrainer.Average"/>.</param>
    /// <param name="Runs">How many times it is trained, each time in another order; the weights of all runs are averaged.</param>
    /// <param name="Thinning">Share of a word's features that are hidden while it is learnt, so that no few of them are relied on.</param>
    internal sealed record Options(int Epochs = 10, int Seed = 1, double Threshold = 3, int Runs = 4, float Thinning = 0.2f)
    {
        /// <summary>The pack that holds the dictionary.</summary>
        internal LanguagePack Pack { get; init; } = LanguagePack.FromFolder("data");
    }

    /// <summary>A tagger ready for use.</summary>
    internal static Tagger Train(Treebank treebank, IReadOnlyList<int> sentences, Options options)
    {
        var (tagger, morphology) = TrainModels(treebank, sentences, options);
        return Open(tagger, morphology, options.Pack);
    }

    /// <summary>A tagger of models just made.</summary>
    internal static Tagger Open(byte[] tagger, byte[] morphology, LanguagePack pack) =>
        Tagger.Open(pack.With(MemoryPack.Of((TaggerPath, tagger), (MorphologyPath, morphology))));

    /// <summary>The two models as files.</summary>
    internal static (byte[] Tagger, byte[] Morphology) TrainModels(Treebank treebank, IReadOnlyList<int> sentences, Options options)
    {
        var gold = treebank.Tags;
        var names = sentences.SelectMany(s => Enumerable.Range(treebank.Sentence(s).First, treebank.Sentence(s).End - treebank.Sentence(s).First))
            .Select(i => Name(gold, i)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (names.Length > 256) throw new InvalidOperationException($"{names.Length} joint tags; 256 are possible.");
        var idOf = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        var tags = new int[gold.Count];
        for (var i = 0; i < tags.Length; i++) tags[i] = idOf.GetValueOrDefault(Name(gold, i), -1);

        var known = KnownWords.Write(treebank, sentences, tags);
        var sight = new Sight(new Lexicon(ModelFile.Open(options.Pack, WordNetCommand.Path, Lexicon.Kind)), KnownWords.Open(known));
        var runs = new PerceptronTrainer[options.Runs];
        Parallel.For(0, runs.Length, run => runs[run] = Learn(treebank, sentences, tags, names.Length, sight, options with { Seed = options.Seed + run }));
        var weights = PerceptronTrainer.Average(runs, options.Threshold);
        (string, string)[] header =
        [
            ("trained on", treebank.Name), ("seed", options.Seed.ToString(CultureInfo.InvariantCulture)), ("epochs", options.Epochs.ToString(CultureInfo.InvariantCulture)), ("runs", options.Runs.ToString(CultureInfo.InvariantCulture)),
        ];
        var model = ModelFile.Write(Tagger.Kind, header, [ModelFile.WriteStrings(names), .. SparseWeights.Write(weights, names.Length), known, KnownWords.WriteSure(treebank, sentences, tags)]);
        return (model, MorphologyTrainer.Train(treebank, sentences, tags, header));
    }

    /// <summary>What the tagger looks words up in.</summary>
    private sealed record Sight(Lexicon Lexicon, EndingTable Known);

    private static string Name(TaggedText gold, int i) => $"{gold.Upos[i].Name()}|{gold.Xpos[i]}";

    private static PerceptronTrainer Learn(Treebank treebank, IReadOnlyList<int> sentences, int[] tags, int tagCount, Sight sight, Options options)
    {
        var trainer = new PerceptronTrainer();
        var random = new Random(options.Seed);
        var order = sentences.ToArray();
        var features = new ulong[TagFeatures.Max];
        var scores = new int[tagCount];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            if (epoch == options.Epochs - 1) trainer.CountUsesAnew();
            foreach (var s in order) Learn(trainer, treebank, s, tags, sight, features, scores, options.Thinning, random);
        }
        return trainer;
    }

    private static void Learn(PerceptronTrainer trainer, Treebank treebank, int sentence, int[] tags, Sight sight, ulong[] features, int[] scores, float thinning, Random random)
    {
        var (first, end) = treebank.Sentence(sentence);
        var shapes = new WordShape[end - first + (2 * TagFeatures.Window)];
        Tagger.Shapes(treebank.Words, first, end, sight.Lexicon, sight.Known, shapes);
        var style = CasingStyles.Of(treebank.Words, first, end);
        int tag1 = 0, tag2 = 0;
        for (var i = first; i < end; i++)
        {
            var used = TagFeatures.Fill(shapes, i - first + TagFeatures.Window, style, tag1, tag2, features);
            used = Thin(features, used, thinning, random);
            Array.Clear(scores);
            trainer.Score(features.AsSpan(0, used), scores);
            var best = Tagger.Best(scores);
            trainer.Update(features.AsSpan(0, used), tags[i], best);
            (tag2, tag1) = (tag1, best + 1);
        }
    }

    private static int Thin(ulong[] features, int count, float share, Random random)
    {
        var kept = 0;
        for (var i = 0; i < count; i++) if (random.NextSingle() >= share) features[kept++] = features[i];
        return kept;
    }
}
