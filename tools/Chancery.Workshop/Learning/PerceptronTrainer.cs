namespace Chancery.Workshop.Learning;

/// <summary>An averaged perceptron over hashed features with up to 256 classes; rows exist only for features an update touched.</summary>
internal sealed class PerceptronTrainer
{
    private ulong[] _keys = new ulong[1 << 20];
    private Row?[] _rows = new Row?[1 << 20];
    private int _count;
    private int _time;

    /// <summary>Adds the weights of all features to the scores.</summary>
    internal void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            if (Find(feature) is not { } row) continue;
            row.Uses++;
            for (var i = 0; i < row.Count; i++) scores[row.Classes[i]] += row.Weights[i];
        }
    }

    /// <summary>Forgets how often features were used; call it before the last epoch.</summary>
    internal void CountUsesAnew()
    {
        foreach (var row in _rows) if (row is not null) row.Uses = 0;
    }

    /// <summary>One decision was made: moves weights from the wrong class to the right one; equal classes only count time.</summary>
    internal void Update(ReadOnlySpan<ulong> features, int right, int wrong)
    {
        _time++;
        if (right == wrong) return;
        foreach (var feature in features)
        {
            var row = Find(feature) ?? Insert(feature);
            row.Add((byte)right, 1, _time);
            row.Add((byte)wrong, -1, _time);
        }
    }

    /// <summary>Averaged weights, 256 to a perceptron's step; those that matter little are dropped.</summary>
    /// <param name="threshold">Least product of a weight's size and the logarithm (base 2) of how often its feature was used in the last epoch.</param>
    internal static List<(ulong Feature, (byte Class, short Weight)[] Weights)> Average(IReadOnlyList<PerceptronTrainer> runs, double threshold)
    {
        const double Unit = 256;
        var rows = new List<(ulong, (byte, short)[])>();
        foreach (var feature in runs.SelectMany(r => r._rows.OfType<Row>()).GroupBy(r => r.Feature).OrderBy(g => g.Key))
        {
            var sums = new SortedDictionary<byte, double>();
            var uses = 0;
            foreach (var run in runs)
            {
                if (run.Find(feature.Key) is not { } row) continue;
                uses = Math.Max(uses, row.Uses);
                for (var i = 0; i < row.Count; i++)
                    sums[row.Classes[i]] = sums.GetValueOrDefault(row.Classes[i]) + (row.Totals[i] + ((double)row.Weights[i] * (run._time - row.Stamps[i]))) / Math.Max(1, run._time);
            }
            List<(byte, short)> kept = [];
            foreach (var (label, sum) in sums)
            {
                var mean = sum / runs.Count;
                if (Math.Abs(mean) * Math.Log2(1 + uses) >= threshold) kept.Add((label, (short)Math.Clamp(Math.Round(mean * Unit), short.MinValue, short.MaxValue)));
            }
            if (kept.Count > 0) rows.Add((feature.Key, [.. kept]));
        }
        return rows;
    }

    private Row? Find(ulong feature)
    {
        var mask = _keys.Length - 1;
        for (var slot = (int)feature & mask; ; slot = (slot + 1) & mask)
        {
            var row = _rows[slot];
            if (row is null || _keys[slot] == feature) return row;
        }
    }

    private Row Insert(ulong feature)
    {
        if (++_count > _keys.Length / 2)
        {
            var old = _rows;
            (_keys, _rows) = (new ulong[_keys.Length * 2], new Row?[_rows.Length * 2]);
            foreach (var row in old) if (row is not null) Place(row);
        }
        return Place(new Row(feature));
    }

    private Row Place(Row row)
    {
        var mask = _keys.Length - 1;
        var slot = (int)row.Feature & mask;
        while (_rows[slot] is not null) slot = (slot + 1) & mask;
        _keys[slot] = row.Feature;
        return _rows[slot] = row;
    }

    private sealed class Row(ulong feature)
    {
        internal readonly ulong Feature = feature;
        internal byte[] Classes = new byte[2];
        internal int[] Weights = new int[2];
        internal int[] Stamps = new int[2];
        internal double[] Totals = new double[2];
        internal int Count;
        internal int Uses;

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
