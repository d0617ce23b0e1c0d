using Chancery.Linguistics.Parsing;

namespace Chancery.Workshop.Parsing;

/// <summary>Several trained nets that tell a new one how likely they hold each head and relation (Hinton et al. 2015).</summary>
/// <remarks>One net then learns what several know together; sentences without a gold tree get the teachers' best.</remarks>
internal sealed class Teachers(IReadOnlyList<ParserNet> nets)
{
    private readonly Worker[] _workers = [.. nets.Select(n => new Worker(n, new Dropout()))];
    private readonly int _labels = nets[0].Shape.Labels;

    /// <summary>The examples with the teachers' probabilities beside the gold ones.</summary>
    /// <param name="examples">Sentences; trees are taken from the teachers where <paramref name="goldShare"/> is 0.</param>
    /// <param name="goldShare">How much the gold tree counts.</param>
    internal Example[] Teach(IEnumerable<Example> examples, float goldShare) =>
        [.. examples.OrderBy(e => e.Length).Chunk(32).SelectMany(chunk => Teach(new Batch(chunk), goldShare))];

    private Example[] Teach(Batch batch, float goldShare)
    {
        var taught = batch.Sentences.Select(e => e with { HeadTargets = new float[e.Length * (e.Length + 1)], LabelTargets = new float[e.Length * _labels], Heads = [.. e.Heads], Labels = [.. e.Labels] }).ToArray();
        var treeless = goldShare == 0;
        foreach (var worker in _workers)
            worker.Score(batch, (s, scores, label) =>
            {
                AddHeads(taught[s], scores);
                if (!treeless) AddLabels(taught[s], label);
            });
        if (treeless)
        {
            foreach (var e in taught) ChooseHeads(e);
            foreach (var worker in _workers) worker.Score(batch, (s, _, label) => AddLabels(taught[s], label));
        }
        foreach (var e in taught) Mix(e, goldShare);
        return taught;
    }

    private unsafe void AddHeads(Example e, Matrix scores)
    {
        var n = e.Length + 1;
        for (var w = 0; w < e.Length; w++)
        {
            var row = new Span<float>(scores.Row(w), n);
            Heads.Softmax(row);
            for (var h = 0; h < n; h++) e.HeadTargets[w * n + h] += row[h] / nets.Count;
        }
    }

    private static void ChooseHeads(Example e) =>
        new TreeBuilder().Build([.. e.HeadTargets.Select(p => (int)(100_000 * MathF.Log(Math.Max(p, 1e-9f))))], e.Length + 1, e.Heads);

    private void AddLabels(Example e, Func<int, int, float[]> label)
    {
        for (var w = 0; w < e.Length; w++)
        {
            var scores = label(w, e.Heads[w]);
            Heads.Softmax(scores);
            for (var l = 0; l < _labels; l++) e.LabelTargets[w * _labels + l] += scores[l] / nets.Count;
        }
    }

    private void Mix(Example e, float goldShare)
    {
        foreach (ref var p in e.HeadTargets.AsSpan()) p *= 1 - goldShare;
        foreach (ref var p in e.LabelTargets.AsSpan()) p *= 1 - goldShare;
        for (var w = 0; w < e.Length; w++)
        {
            e.HeadTargets[w * (e.Length + 1) + e.Heads[w]] += goldShare;
            e.LabelTargets[w * _labels + e.Labels[w]] += goldShare;
        }
    }
}
