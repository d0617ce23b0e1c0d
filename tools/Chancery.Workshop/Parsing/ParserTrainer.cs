using System.Diagnostics;
using Chancery.Linguistics;

namespace Chancery.Workshop.Parsing;

/// <summary>How the net is trained; the number of epochs is fixed beforehand, so that no dev set decides when to stop.</summary>
internal sealed record TrainingPlan(int Epochs = 15, int Seed = 1, int BatchWords = 600, float Rate = 0.003f, float Decay = 1e-5f, float Norm = 5f, int Threads = 2);

/// <summary>Trains the parser's net: Adam over batches of sentences of like length, in two parts whose gradients are summed in order.</summary>
internal sealed class ParserTrainer
{
    private const int Parts = 2;
    private readonly ParserNet _net;
    private readonly TrainingPlan _plan;
    private readonly Worker[] _workers;
    private int _step;
    private double _decay1 = 1, _decay2 = 1;

    internal ParserTrainer(ParserNet net, Dropout dropout, TrainingPlan plan)
    {
        (_net, _plan) = (net, plan);
        _workers = [.. Enumerable.Range(0, Parts).Select(_ => new Worker(net, dropout))];
        foreach (var p in net.Parameters) p.Rest();
    }

    internal void Train(Example[] examples, Action<int>? afterEpoch = null)
    {
        var random = new Random(_plan.Seed);
        var steps = Batches(examples, new Random(0)).Count * _plan.Epochs;
        for (var epoch = 0; epoch < _plan.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            var batches = Batches(examples, random);
            var loss = 0.0;
            foreach (var batch in batches) loss += Step(batch, Rate(_step, steps));
            var words = examples.Sum(e => e.Length);
            Console.Error.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: loss {loss / words:f4} a word, {words / watch.Elapsed.TotalSeconds:f0} words/s"));
            afterEpoch?.Invoke(epoch);
        }
    }

    private float Rate(int step, int steps) => _plan.Rate * Math.Min(1f, (step + 1) / 200f) * Math.Max(0.01f, 1f - (float)step / steps);

    /// <summary>Batches of about as many words each, of sentences of like length, in random order.</summary>
    private List<Example[]> Batches(Example[] examples, Random random)
    {
        var order = examples.Select(e => (e, key: e.Length + 4 * random.NextSingle() * (1 + e.Length / 16f))).OrderBy(x => x.key).Select(x => x.e);
        var batches = new List<Example[]>();
        var batch = new List<Example>();
        var words = 0;
        foreach (var e in order)
        {
            batch.Add(e);
            words += e.Length;
            if (words < _plan.BatchWords) continue;
            batches.Add([.. batch]);
            batch.Clear();
            words = 0;
        }
        if (batch.Count > 0) batches.Add([.. batch]);
        var shuffled = batches.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private double Step(Example[] examples, float rate)
    {
        var seed = _plan.Seed * 1_000_003 + _step * Parts;
        void Part(int p) => _workers[p].Learn(new Batch(examples.Where((_, i) => i % Parts == p)), seed + p);
        if (_plan.Threads > 1) Parallel.For(0, Parts, Part);
        else for (var p = 0; p < Parts; p++) Part(p);
        var words = examples.Sum(e => e.Length);
        Move(rate, 1f / words);
        _step++;
        return _workers.Sum(w => w.Loss);
    }

    private unsafe void Move(float rate, float scale)
    {
        var (first, second) = (_workers[0].Gradients, _workers[1].Gradients);
        var norm = 0.0;
        foreach (var p in _net.Parameters)
        {
            if (p.Sparse)
            {
                foreach (var row in second.Rows[p.Index]) Sums.Add(second[p].Row(row), first.Touch(p, row), p.Value.Columns);
                foreach (var row in first.Rows[p.Index]) norm += Sums.SquareNorm(new(first[p].Row(row), p.Value.Columns));
            }
            else
            {
                Sums.Add(second[p].Data, first[p].Data, p.Value.Columns);
                norm += Sums.SquareNorm(first[p].Span);
            }
        }
        norm = Math.Sqrt(norm) * scale;
        (_decay1, _decay2) = (_decay1 * AdamStep.Beta1, _decay2 * AdamStep.Beta2);
        var step = new AdamStep((float)(rate / (1 - _decay1)), (float)(1 / (1 - _decay2)), scale * (float)Math.Min(1, _plan.Norm / norm), 1 - rate * _plan.Decay);
        Parallel.For(0, _net.Parameters.Count, new ParallelOptions { MaxDegreeOfParallelism = _plan.Threads }, i =>
        {
            var p = _net.Parameters[i];
            if (!p.Sparse) p.Move(0, first[p].Data, step);
            else foreach (var row in first.Rows[i]) p.Move(row, first[p].Row(row), step);
        });
        foreach (var w in _net.AllWeights) w.Transpose();
    }

    /// <summary>Unlabeled and labeled attachment in per cent, each word taking its best head whether or not a tree comes of it.</summary>
    internal static (double Uas, double Las) Score(ParserNet net, IReadOnlyList<Example> examples)
    {
        var worker = new Worker(net, new Dropout());
        int words = 0, uas = 0, las = 0;
        foreach (var chunk in examples.OrderBy(e => e.Length).Chunk(32))
        {
            var batch = new Batch(chunk);
            worker.Score(batch, (s, scores, label) =>
            {
                var sentence = batch.Sentences[s];
                for (var w = 0; w < sentence.Length; w++)
                {
                    words++;
                    int head;
                    unsafe { head = Heads.IndexOfMax(new(scores.Row(w), sentence.Length + 1)); }
                    if (head != sentence.Heads[w]) continue;
                    uas++;
                    if (((Deprel)(head == 0 ? (int)Deprel.Root : Heads.IndexOfMax(label(w, head)))).Universal() == ((Deprel)sentence.Labels[w]).Universal()) las++;
                }
            });
        }
        return (100.0 * uas / words, 100.0 * las / words);
    }
}
