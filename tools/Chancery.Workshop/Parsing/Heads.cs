using System.Runtime.Intrinsics;

namespace Chancery.Workshop.Parsing;

/// <summary>The top of the net: scores of heads and relations, their loss, and the way back. Rows are laid sentence after sentence here.</summary>
internal sealed unsafe class Heads(ParserNet net)
{
    private readonly Matrix _top = new(), _dTop = new();
    private readonly Matrix _dependentIn = new(), _headIn = new(), _dependent = new(), _head = new(), _query = new();
    private readonly Matrix _labelDependent = new(), _labelHead = new(), _pairIn = new(), _pair = new(), _logits = new();
    private readonly Matrix _dDependent = new(), _dHead = new(), _dQuery = new(), _dLabelHead = new(), _dPair = new();
    private readonly Matrix _keys = new(), _keysTransposed = new(), _scores = new(), _dKeys = new();

    internal double Learn(Batch batch, Matrix top, Matrix mask, Matrix slopes, Gradients gradients)
    {
        Gather(batch, top, mask);
        Project();
        var loss = LearnArcs(batch, gradients) + LearnLabels(batch, gradients);
        _dTop.Shape(_top.Rows, _top.Columns);
        Back(net.Dependent, net.DependentBias, _dDependent, gradients, add: false);
        Back(net.Head, net.HeadBias, _dHead, gradients, add: true);
        Back(net.LabelDependent, net.LabelBias, _dPair, gradients, add: true);
        Back(net.LabelHead, null, _dLabelHead, gradients, add: true);
        for (var s = 0; s < batch.Width; s++)
            for (var w = 0; w < batch.Sentences[s].Length; w++)
            {
                var to = slopes.Row(batch.Row(s, w));
                new ReadOnlySpan<float>(_dTop.Row(batch.Starts[s] + w), _top.Columns).CopyTo(new Span<float>(to, _top.Columns));
                Sums.Multiply(mask.Row(s), to, _top.Columns);
            }
        return loss;
    }

    internal void Score(Batch batch, Matrix top, Action<int, Matrix, Func<int, int, float[]>> use)
    {
        Gather(batch, top, null);
        Project();
        for (var s = 0; s < batch.Width; s++)
        {
            ArcScores(batch.Starts[s], batch.Sentences[s].Length);
            var start = batch.Starts[s];
            use(s, _scores, (word, head) => LabelScores(start, word, head));
        }
    }

    private void Gather(Batch batch, Matrix top, Matrix? mask)
    {
        _top.Shape(batch.Rows, top.Columns);
        for (var s = 0; s < batch.Width; s++)
            for (var w = 0; w < batch.Sentences[s].Length; w++)
            {
                var to = _top.Row(batch.Starts[s] + w);
                new ReadOnlySpan<float>(top.Row(batch.Row(s, w)), top.Columns).CopyTo(new Span<float>(to, top.Columns));
                if (mask is not null) Sums.Multiply(mask.Row(s), to, top.Columns);
            }
    }

    private void Project()
    {
        Linear(net.Dependent, net.DependentBias, _top, _dependentIn);
        Linear(net.Head, net.HeadBias, _top, _headIn);
        Bend(_dependentIn, _dependent);
        Bend(_headIn, _head);
        Linear(net.Bilinear, net.BilinearBias, _dependent, _query);
        Linear(net.LabelDependent, net.LabelBias, _top, _labelDependent);
        Linear(net.LabelHead, null, _top, _labelHead);
    }

    /// <summary>Scores of one sentence: a row a word; column 0 the root, column 1 + j word j.</summary>
    private void ArcScores(int start, int length)
    {
        var (width, padded) = (net.Shape.Arc, (length + 1 + Gemm.Panel - 1) / Gemm.Panel * Gemm.Panel);
        _keys.Shape(length + 1, width);
        new ReadOnlySpan<float>(net.Root.Value.Data, width).CopyTo(new Span<float>(_keys.Data, width));
        new ReadOnlySpan<float>(_head.Row(start), length * width).CopyTo(new Span<float>(_keys.Row(1), length * width));
        _keysTransposed.Shape(width, padded).Clear();
        for (var j = 0; j <= length; j++)
            for (var i = 0; i < width; i++) _keysTransposed.Row(i)[j] = _keys.Row(j)[i];
        _scores.Shape(length, padded);
        Gemm.Multiply(length, padded, width, _query.Row(start), width, 1, _keysTransposed.Data, padded, Gemm.Panel, _scores.Data, padded, Gemm.Panel, add: false);
    }

    private double LearnArcs(Batch batch, Gradients gradients)
    {
        var (width, loss) = (net.Shape.Arc, 0.0);
        _dQuery.Shape(_top.Rows, width);
        _dHead.Shape(_top.Rows, width);
        for (var s = 0; s < batch.Width; s++)
        {
            var (start, sentence) = (batch.Starts[s], batch.Sentences[s]);
            var n = sentence.Length;
            ArcScores(start, n);
            for (var w = 0; w < n; w++) loss += SoftmaxLoss(new Span<float>(_scores.Row(w), _scores.Columns), n + 1, sentence.Heads[w], sentence.HeadTargets, w);
            Gemm.Multiply(n, width, n + 1, _scores.Data, _scores.Columns, 1, _keys.Data, width, Gemm.Panel, _dQuery.Row(start), width, Gemm.Panel, add: false);
            _dKeys.Shape(n + 1, width);
            Gemm.Multiply(n + 1, width, n, _scores.Data, 1, _scores.Columns, _query.Row(start), width, Gemm.Panel, _dKeys.Data, width, Gemm.Panel, add: false);
            Sums.Add(_dKeys.Data, gradients[net.Root].Data, width);
            new ReadOnlySpan<float>(_dKeys.Row(1), n * width).CopyTo(new Span<float>(_dHead.Row(start), n * width));
        }
        net.Bilinear.Learn(gradients, _top.Rows, _dependent.Data, width, _dQuery.Data, width);
        Sums.AddRows(_dQuery, gradients[net.BilinearBias].Data);
        net.Bilinear.ApplyTransposed(_top.Rows, _dQuery.Data, width, _dDependent.Shape(_top.Rows, width).Data, width, add: false);
        BendBack(_dependentIn, _dDependent);
        BendBack(_headIn, _dHead);
        return loss;
    }

    private double LearnLabels(Batch batch, Gradients gradients)
    {
        var (width, loss) = (net.Shape.Label, 0.0);
        _pairIn.Shape(_top.Rows, width);
        for (var s = 0; s < batch.Width; s++)
            for (var w = 0; w < batch.Sentences[s].Length; w++) Pair(batch.Starts[s], w, batch.Sentences[s].Heads[w], _pairIn.Row(batch.Starts[s] + w));
        Bend(_pairIn, _pair);
        Linear(net.LabelOut, net.LabelOutBias, _pair, _logits);
        for (var s = 0; s < batch.Width; s++)
            for (var w = 0; w < batch.Sentences[s].Length; w++)
                loss += SoftmaxLoss(new Span<float>(_logits.Row(batch.Starts[s] + w), ParserNet.LabelColumns), net.Shape.Labels, batch.Sentences[s].Labels[w], batch.Sentences[s].LabelTargets, w);
        net.LabelOut.Learn(gradients, _top.Rows, _pair.Data, width, _logits.Data, ParserNet.LabelColumns);
        Sums.AddRows(_logits, gradients[net.LabelOutBias].Data);
        net.LabelOut.ApplyTransposed(_top.Rows, _logits.Data, ParserNet.LabelColumns, _dPair.Shape(_top.Rows, width).Data, width, add: false);
        BendBack(_pairIn, _dPair);
        _dLabelHead.Shape(_top.Rows, width).Clear();
        for (var s = 0; s < batch.Width; s++)
            for (var w = 0; w < batch.Sentences[s].Length; w++)
            {
                var head = batch.Sentences[s].Heads[w];
                Sums.Add(_dPair.Row(batch.Starts[s] + w), head == 0 ? gradients[net.LabelRoot].Data : _dLabelHead.Row(batch.Starts[s] + head - 1), width);
            }
        return loss;
    }

    private void Pair(int start, int word, int head, float* to)
    {
        new ReadOnlySpan<float>(_labelDependent.Row(start + word), net.Shape.Label).CopyTo(new Span<float>(to, net.Shape.Label));
        Sums.Add(head == 0 ? net.LabelRoot.Value.Data : _labelHead.Row(start + head - 1), to, net.Shape.Label);
    }

    private float[] LabelScores(int start, int word, int head)
    {
        Pair(start, word, head, _pairIn.Shape(1, net.Shape.Label).Data);
        Bend(_pairIn, _pair);
        Linear(net.LabelOut, net.LabelOutBias, _pair, _logits);
        return _logits.Span[..net.Shape.Labels].ToArray();
    }

    internal static int IndexOfMax(ReadOnlySpan<float> x)
    {
        var best = 0;
        for (var i = 1; i < x.Length; i++)
            if (x[i] > x[best]) best = i;
        return best;
    }

    private static void Linear(Weights weights, Parameter? bias, Matrix x, Matrix y)
    {
        y.Shape(x.Rows, weights.N);
        if (bias is not null)
            for (var r = 0; r < x.Rows; r++) bias.Value.Span.CopyTo(new Span<float>(y.Row(r), y.Columns));
        weights.Apply(x.Rows, x.Data, x.Columns, y.Data, y.Columns, add: bias is not null);
    }

    private void Back(Weights weights, Parameter? bias, Matrix slopes, Gradients gradients, bool add)
    {
        weights.Learn(gradients, _top.Rows, _top.Data, _top.Columns, slopes.Data, slopes.Columns);
        if (bias is not null) Sums.AddRows(slopes, gradients[bias].Data);
        weights.ApplyTransposed(_top.Rows, slopes.Data, slopes.Columns, _dTop.Data, _dTop.Columns, add);
    }

    private static void Bend(Matrix from, Matrix to)
    {
        to.Shape(from.Rows, from.Columns);
        for (var i = 0; i < from.Rows * from.Columns; i += 16) Curve.Bend(Vector512.Load(from.Data + i)).Store(to.Data + i);
    }

    private static void BendBack(Matrix from, Matrix slopes)
    {
        for (var i = 0; i < from.Rows * from.Columns; i += 16)
            (Vector512.Load(slopes.Data + i) * Curve.BendSlope(Vector512.Load(from.Data + i))).Store(slopes.Data + i);
    }

    /// <summary>Turns scores into their loss's slopes: softmax less the target.</summary>
    private static double SoftmaxLoss(Span<float> scores, int n, int gold, float[] targets, int row)
    {
        Softmax(scores[..n]);
        scores[n..].Clear();
        var loss = 0.0;
        if (targets.Length == 0)
        {
            loss = -Math.Log(Math.Max(scores[gold], 1e-12));
            scores[gold] -= 1;
            return loss;
        }
        var target = targets.AsSpan(row * n, n);
        for (var i = 0; i < n; i++)
        {
            if (target[i] > 0) loss -= target[i] * Math.Log(Math.Max(scores[i], 1e-12));
            scores[i] -= target[i];
        }
        return loss;
    }

    internal static void Softmax(Span<float> scores)
    {
        var best = float.NegativeInfinity;
        foreach (var x in scores) best = Math.Max(best, x);
        var sum = 0f;
        foreach (ref var x in scores) sum += x = MathF.Exp(x - best);
        foreach (ref var x in scores) x /= sum;
    }
}
