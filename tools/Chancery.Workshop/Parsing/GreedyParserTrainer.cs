using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;
using Chancery.Workshop.Learning;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Parsing;

/// <summary>Trains the greedy parser with a dynamic oracle (Goldberg and Nivre 2013) on predicted tags.</summary>
internal static class GreedyParserTrainer
{
    internal const string Path = "languages/en/models/parser.bin";

    internal sealed record Options(int Epochs = 8, int Seed = 1, double Threshold = 0.05);

    internal static byte[] Train(Treebank treebank, TaggedText tags, Options options)
    {
        var trainer = new PerceptronTrainer();
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, treebank.SentenceCount).Where(s => IsProjective(treebank, s)).ToArray();
        var state = new ArcHybrid();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var s in order) Learn(trainer, treebank, tags, s, state, explore: epoch > 0, random);
        }
        return ModelFile.Write(GreedyParser.Kind, [("trained on", treebank.Name), ("seed", $"{options.Seed}"), ("epochs", $"{options.Epochs}")], SparseWeights.Write(trainer.Average(options.Threshold)));
    }

    /// <summary>Makes a model small: keeps the features met at least so often in the trees it gives the treebank, and weights of at least such a size.</summary>
    internal static byte[] Compact(ModelFile model, Treebank treebank, TaggedText tags, int atLeast, int threshold)
    {
        var weights = new SparseWeights(model, 0);
        var seen = new Dictionary<ulong, int>();
        var features = new ulong[ParseFeatures.Max];
        var scores = new int[ArcHybrid.ActionCount];
        var state = new ArcHybrid();
        for (var s = 0; s < treebank.SentenceCount; s++)
        {
            var (first, end) = treebank.Sentence(s);
            var (words, tagHashes) = (new ulong[end - first + 1], new ulong[end - first + 1]);
            GreedyParser.Read(tags, first, end - first, words, tagHashes);
            state.Start(end - first);
            while (!state.IsDone)
            {
                var used = ParseFeatures.Fill(state, words, tagHashes, features);
                Array.Clear(scores);
                weights.Add(features.AsSpan(0, used), scores);
                state.Apply(GreedyParser.Best(state, scores));
                foreach (var f in features.AsSpan(0, used)) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, f, out _)++;
            }
        }
        var rows = new List<(ulong, (byte, short)[])>();
        foreach (var (feature, count) in seen.OrderBy(f => f.Key))
            if (count >= atLeast && weights.Row(feature).Where(r => Math.Abs(r.Weight) >= threshold).ToArray() is { Length: > 0 } row) rows.Add((feature, row));
        return ModelFile.Write(GreedyParser.Kind, model.Header.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => (l.Split(": ")[0], l.Split(": ")[1])), SparseWeights.Write(rows));
    }

    private static void Learn(PerceptronTrainer trainer, Treebank treebank, TaggedText tagged, int sentence, ArcHybrid state, bool explore, Random random)
    {
        var (first, end) = treebank.Sentence(sentence);
        var count = end - first;
        var (words, tags) = (new ulong[count + 1], new ulong[count + 1]);
        GreedyParser.Read(tagged, first, count, words, tags);
        var heads = new int[count];
        for (var i = 0; i < count; i++) heads[i] = treebank.Gold[first + i].IsRoot ? count : treebank.Gold[first + i].HeadIndex - first;
        var features = new ulong[ParseFeatures.Max];
        var scores = new int[ArcHybrid.ActionCount];
        state.Start(count);
        while (!state.IsDone)
        {
            var used = ParseFeatures.Fill(state, words, tags, features);
            Array.Clear(scores);
            trainer.Score(features.AsSpan(0, used), scores);
            var predicted = GreedyParser.Best(state, scores);
            var right = BestRight(state, heads, w => treebank.Gold[first + w].Relation, scores, predicted);
            trainer.Update(features.AsSpan(0, used), right, predicted);
            state.Apply(explore && random.NextDouble() < 0.9 ? predicted : right);
        }
    }

    /// <summary>The best scored action among those that lose no gold arc that can still be had.</summary>
    private static int BestRight(ArcHybrid state, int[] heads, Func<int, Deprel> label, int[] scores, int predicted)
    {
        var costs = (Shift: ShiftCost(state, heads), Left: LeftCost(state, heads), Right: RightCost(state, heads));
        var least = Math.Min(costs.Shift, Math.Min(costs.Left, costs.Right));
        var s0 = state.Stack(0);
        var best = -1;
        for (var action = 0; action < scores.Length; action++)
        {
            if (!state.Allows(action)) continue;
            var cost = action == ArcHybrid.Shift ? costs.Shift : (action & 1) == 1 ? costs.Left : costs.Right;
            if (cost != least) continue;
            if (action != ArcHybrid.Shift)
            {
                var head = (action & 1) == 1 ? state.Next : state.Stack(1);
                if (heads[s0] == head && (Deprel)((action - 1) / 2) != label(s0)) continue;
            }
            if (action == predicted) return action;
            if (best < 0 || scores[action] > scores[best]) best = action;
        }
        return best < 0 ? predicted : best;
    }

    private static int ShiftCost(ArcHybrid s, int[] heads)
    {
        if (!s.CanShift) return int.MaxValue;
        var cost = 0;
        for (var k = 0; k < s.Depth; k++)
        {
            if (heads[s.Stack(k)] == s.Next) cost++;
            if (k > 0 && heads[s.Next] == s.Stack(k)) cost++;
        }
        return cost;
    }

    private static int LeftCost(ArcHybrid s, int[] heads)
    {
        if (!s.CanLeft) return int.MaxValue;
        var s0 = s.Stack(0);
        var cost = heads[s0] == s.Stack(1) || heads[s0] > s.Next ? 1 : 0;
        return cost + DependentsAhead(s, heads, s0);
    }

    private static int RightCost(ArcHybrid s, int[] heads)
    {
        if (!s.CanRight) return int.MaxValue;
        var s0 = s.Stack(0);
        return (heads[s0] >= s.Next ? 1 : 0) + DependentsAhead(s, heads, s0);
    }

    private static int DependentsAhead(ArcHybrid s, int[] heads, int word)
    {
        var count = 0;
        for (var i = s.Next; i < s.Count; i++) if (heads[i] == word) count++;
        return count;
    }

    private static bool IsProjective(Treebank treebank, int sentence)
    {
        var (first, end) = treebank.Sentence(sentence);
        for (var i = first; i < end; i++)
        {
            var head = treebank.Gold[i].HeadIndex;
            if (head < 0) continue;
            for (var k = Math.Min(i, head) + 1; k < Math.Max(i, head); k++) if (!Dominates(treebank, head, k)) return false;
        }
        return true;
    }

    private static bool Dominates(Treebank treebank, int head, int word)
    {
        for (; word >= 0; word = treebank.Gold[word].HeadIndex) if (word == head) return true;
        return false;
    }
}
