namespace Chancery.Workshop.Learning;

/// <summary>An averaged perceptron over hashed features with up to 256 classes; rows exist only for features an update touched.</summary>
internal sealed class PerceptronTrainer
{
    private readonly Dictionary<ulong, int> _rowOf = [];
    private readonly List<Row> _rows = [];
    private int _time;

    /// <summary>Adds the weights of all features to the scores.</summary>
    internal void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            if (!_rowOf.TryGetValue(feature, out var at)) continue;
            var row = _rows[at];
            for (var i = 0; i < row.Count; i++) scores[row.Classes[i]] += row.Weights[i];
        }
    }

    /// <summary>One decision was made: moves weights from the wrong class to the right one; equal classes only count time.</summary>
    internal void Update(ReadOnlySpan<ulong> features, int right, int wrong)
    {
        _time++;
        if (right == wrong) return;
        foreach (var feature in features)
        {
            if (!_rowOf.TryGetValue(feature, out var at))
            {
                at = _rows.Count;
                _rowOf.Add(feature, at);
                _rows.Add(new Row(feature));
            }
            _rows[at].Add((byte)right, 1, _time);
            _rows[at].Add((byte)wrong, -1, _time);
        }
    }

    /// <summary>Averaged weights in units of the largest that an int16 takes; those below the threshold (in perceptron units) are dropped.</summary>
    internal List<(ulong Feature, (byte Class, short Weight)[] Weights)> Average(double threshold)
    {
        const double Unit = 256;
        var rows = new List<(ulong, (byte, short)[])>();
        foreach (var row in _rows)
        {
            List<(byte, short)> kept = [];
            for (var i = 0; i < row.Count; i++)
            {
                var mean = (row.Totals[i] + ((double)row.Weights[i] * (_time - row.Stamps[i]))) / Math.Max(1, _time);
                if (Math.Abs(mean) >= threshold) kept.Add((row.Classes[i], (short)Math.Clamp(Math.Round(mean * Unit), short.MinValue, short.MaxValue)));
            }
            if (kept.Count > 0) rows.Add((row.Feature, [.. kept]));
        }
        return rows;
    }

    private sealed class Row(ulong feature)
    {
        internal readonly ulong Feature = feature;
        internal byte[] Classes = new byte[2];
        internal int[] Weights = new int[2];
        internal int[] Stamps = new int[2];
        internal double[] Totals = new double[2];
        internal int Count;

        internal void Add(byte c, int delta, int time)
        {
            var i = Array.IndexOf(Classes, c, 0, Count);
            if (i < 0)
            {
                if (Count == Classes.Length) Grow();
                i = Count++;
                Classes[i] = c;
                Stamps[i] = time;
            }
            Totals[i] += (double)Weights[i] * (time - Stamps[i]);
            Stamps[i] = time;
            Weights[i] += delta;
        }

        private void Grow()
        {
            var size = Count * 2;
            Array.Resize(ref Classes, size);
            Array.Resize(ref Weights, size);
            Array.Resize(ref Stamps, size);
            Array.Resize(ref Totals, size);
        }
    }
}
