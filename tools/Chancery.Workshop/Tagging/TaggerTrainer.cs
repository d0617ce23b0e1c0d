using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;
using Chancery.Workshop.Learning;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Tagging;

/// <summary>Trains tagger and morphology on some sentences of a treebank.</summary>
internal static class TaggerTrainer
{
    internal sealed record Options(int Epochs = 8, int Seed = 1, double Threshold = 0.2);

    /// <summary>A tagger ready for use.</summary>
    internal static Tagger Train(Treebank treebank, IReadOnlyList<int> sentences, Options options)
    {
        var (tagger, morphology) = TrainModels(treebank, sentences, options);
        var pack = MemoryPack.Of((TaggerPath, tagger), (MorphologyPath, morphology));
        return new Tagger(ModelFile.Open(pack, TaggerPath, Tagger.Kind), new Morphology(ModelFile.Open(pack, MorphologyPath, Morphology.Kind)));
    }

    internal const string TaggerPath = "languages/en/models/tagger.bin";
    internal const string MorphologyPath = "languages/en/models/morphology.bin";

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

        var trainer = new PerceptronTrainer();
        var random = new Random(options.Seed);
        var order = sentences.ToArray();
        var features = new ulong[TagFeatures.Max];
        var scores = new int[names.Length];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var s in order) Learn(trainer, treebank, s, tags, features, scores);
        }
        (string, string)[] header = [("trained on", treebank.Name), ("seed", $"{options.Seed}"), ("epochs", $"{options.Epochs}")];
        var model = ModelFile.Write(Tagger.Kind, header, [ModelFile.WriteStrings(names), .. SparseWeights.Write(trainer.Average(options.Threshold))]);
        return (model, MorphologyTrainer.Train(treebank, sentences, tags, header));
    }

    private static string Name(TaggedText gold, int i) => $"{gold.Upos[i].Name()}|{gold.Xpos[i]}";

    private static void Learn(PerceptronTrainer trainer, Treebank treebank, int sentence, int[] tags, ulong[] features, int[] scores)
    {
        var (first, end) = treebank.Sentence(sentence);
        var shapes = new WordShape[end - first + (2 * TagFeatures.Window)];
        Tagger.Shapes(treebank.Words, first, end, shapes);
        int tag1 = 0, tag2 = 0;
        for (var i = first; i < end; i++)
        {
            var used = TagFeatures.Fill(shapes, i - first + TagFeatures.Window, tag1, tag2, features);
            Array.Clear(scores);
            trainer.Score(features.AsSpan(0, used), scores);
            var best = 0;
            for (var c = 1; c < scores.Length; c++) if (scores[c] > scores[best]) best = c;
            trainer.Update(features.AsSpan(0, used), tags[i], best);
            (tag2, tag1) = (tag1, best + 1);
        }
    }
}
