namespace Chancery.Workshop.Factuality;

/// <summary>Linear regression by averaged stochastic gradient descent over named features; the same on every run.</summary>
internal sealed class RidgeTrainer
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<(int[] Features, double Gold)> _samples = [];
    private double[] _weights;

    internal RidgeTrainer(IReadOnlyList<Sample> samples, int minimum)
    {
        var counts = samples.SelectMany(s => s.Features).CountBy(f => f).ToDictionary(StringComparer.Ordinal);
        foreach (var feature in counts.Where(c => c.Value >= minimum).Select(c => c.Key).Order(StringComparer.Ordinal)) _index.Add(feature, _index.Count);
        foreach (var sample in samples) _samples.Add((Known(sample), sample.Gold));
        _weights = new double[_index.Count];
    }

    internal IEnumerable<(string Feature, double Weight)> Weights => _index.Select(f => (f.Key, _weights[f.Value]));

    internal void Train(int epochs, double rate = 0.02, double decay = 0.002)
    {
        var (w, sum, steps) = (new double[_weights.Length], new double[_weights.Length], 0);
        var order = Enumerable.Range(0, _samples.Count).ToArray();
        var random = new Random(11);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var step = rate / (1 + epoch * 0.3);
            foreach (var i in order)
            {
                var (features, gold) = _samples[i];
                var error = gold;
                foreach (var f in features) error -= w[f];
                foreach (var f in features) w[f] += step * (error - decay * features.Length * w[f]);
            }
            if (epoch < epochs / 2) continue;
            for (var f = 0; f < w.Length; f++) sum[f] += w[f];
            steps++;
        }
        _weights = [.. sum.Select(s => s / steps)];
    }

    internal double Predict(Sample sample) => Known(sample).Sum(f => _weights[f]);

    private int[] Known(Sample sample) => [.. sample.Features.Where(_index.ContainsKey).Select(f => _index[f])];
}
