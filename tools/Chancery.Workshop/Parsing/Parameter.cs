using System.Runtime.Intrinsics;

namespace Chancery.Workshop.Parsing;

/// <summary>Numbers that are learnt, with the two running means of Adam. Rows may be left alone in a step (embeddings), or all be moved.</summary>
internal sealed unsafe class Parameter
{
    private readonly Matrix _mean = new(), _square = new();

    /// <param name="index">Where the gradient of this parameter stands among a worker's gradients.</param>
    /// <param name="rows">Rows of the table; 1 for a dense parameter.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="sparse">True where only the rows that were looked up are moved.</param>
    internal Parameter(int index, int rows, int columns, bool sparse)
    {
        (Index, Sparse) = (index, sparse);
        Value.Shape(rows, columns).Clear();
        Rest();
    }

    internal int Index { get; }
    internal bool Sparse { get; }
    internal Matrix Value { get; } = new();

    internal void Uniform(Random random, float bound)
    {
        foreach (ref var x in Value.Span) x = (2 * random.NextSingle() - 1) * bound;
    }

    /// <summary>Forgets how it was moved so far.</summary>
    internal void Rest()
    {
        _mean.Shape(Value.Rows, Value.Columns).Clear();
        _square.Shape(Value.Rows, Value.Columns).Clear();
    }

    /// <summary>One step of Adam for one row.</summary>
    internal void Move(int row, float* gradient, in AdamStep step)
    {
        float* w = Value.Row(row), m = _mean.Row(row), v = _square.Row(row);
        var (b1, b2) = (Vector512.Create(AdamStep.Beta1), Vector512.Create(AdamStep.Beta2));
        var (r1, r2) = (Vector512.Create(1 - AdamStep.Beta1), Vector512.Create(1 - AdamStep.Beta2));
        for (var i = 0; i < Value.Columns; i += 16)
        {
            var g = Vector512.Load(gradient + i) * step.Scale;
            var mean = b1 * Vector512.Load(m + i) + r1 * g;
            var square = b2 * Vector512.Load(v + i) + r2 * g * g;
            mean.Store(m + i);
            square.Store(v + i);
            var move = mean * step.Rate / (Vector512.Sqrt(square * step.Correction2) + Vector512.Create(1e-8f));
            (Vector512.Load(w + i) * step.Keep - move).Store(w + i);
        }
    }
}

/// <summary>What all parameters share in one step of Adam.</summary>
/// <param name="Rate">Learning rate, corrected for the first mean's start at zero.</param>
/// <param name="Correction2">Correction for the second mean's start at zero.</param>
/// <param name="Scale">Factor on the gradient, so that its norm stays bounded.</param>
/// <param name="Keep">What is kept of a weight: 1 less the decay.</param>
internal readonly record struct AdamStep(float Rate, float Correction2, float Scale, float Keep)
{
    internal const float Beta1 = 0.9f, Beta2 = 0.98f;
}

/// <summary>A learnt K×N matrix, in panels of 32 columns, with its transpose for the way back.</summary>
internal sealed unsafe class Weights
{
    private readonly Matrix _transposed = new();

    internal Weights(int index, int k, int n, Random random, float bound)
    {
        (K, N) = (k, n);
        Parameter = new Parameter(index, 1, k * n, sparse: false);
        Parameter.Uniform(random, bound);
        _transposed.Shape(1, k * n);
        Transpose();
    }

    internal Parameter Parameter { get; }
    internal int K { get; }
    internal int N { get; }

    /// <summary>Row <paramref name="k"/>, column <paramref name="n"/>.</summary>
    internal ref float this[int k, int n] => ref Parameter.Value.Data[n / Gemm.Panel * K * Gemm.Panel + k * Gemm.Panel + n % Gemm.Panel];

    internal void Transpose()
    {
        float* from = Parameter.Value.Data, to = _transposed.Data;
        for (var p = 0; p < N; p += Gemm.Panel)
            for (var k = 0; k < K; k++)
            {
                var source = from + p * K + k * Gemm.Panel;
                var target = to + k / Gemm.Panel * N * Gemm.Panel + p * Gemm.Panel + k % Gemm.Panel;
                for (var j = 0; j < Gemm.Panel; j++) target[j * Gemm.Panel] = source[j];
            }
    }

    /// <summary>C (+)= A·W for m rows.</summary>
    internal void Apply(int m, float* a, nint rowA, float* c, nint rowC, bool add) =>
        Gemm.Multiply(m, N, K, a, rowA, 1, Parameter.Value.Data, Gemm.Panel, K * Gemm.Panel, c, rowC, Gemm.Panel, add);

    /// <summary>dA (+)= dC·Wᵀ for m rows.</summary>
    internal void ApplyTransposed(int m, float* dc, nint rowC, float* da, nint rowA, bool add) =>
        Gemm.Multiply(m, K, N, dc, rowC, 1, _transposed.Data, Gemm.Panel, N * Gemm.Panel, da, rowA, Gemm.Panel, add);

    /// <summary>dW += Aᵀ·dC over m rows.</summary>
    internal void Learn(Gradients gradients, int m, float* a, nint rowA, float* dc, nint rowC) =>
        Gemm.Multiply(K, N, m, a, 1, rowA, dc, rowC, Gemm.Panel, gradients[Parameter].Data, Gemm.Panel, K * Gemm.Panel, add: true);
}

/// <summary>The gradients one worker gathered over its part of a batch.</summary>
internal sealed class Gradients
{
    private readonly Matrix[] _byParameter;
    private readonly bool[][] _touched;

    internal Gradients(IReadOnlyList<Parameter> parameters)
    {
        _byParameter = [.. parameters.Select(p => new Matrix().Shape(p.Value.Rows, p.Value.Columns).Clear())];
        _touched = [.. parameters.Select(p => new bool[p.Sparse ? p.Value.Rows : 0])];
        Rows = [.. parameters.Select(_ => new List<int>())];
    }

    /// <summary>For every sparse parameter the rows that were looked up.</summary>
    internal List<int>[] Rows { get; }

    internal Matrix this[Parameter parameter] => _byParameter[parameter.Index];

    internal unsafe float* Touch(Parameter parameter, int row)
    {
        if (!_touched[parameter.Index][row])
        {
            _touched[parameter.Index][row] = true;
            Rows[parameter.Index].Add(row);
        }
        return _byParameter[parameter.Index].Row(row);
    }

    internal unsafe void Clear()
    {
        for (var p = 0; p < _byParameter.Length; p++)
        {
            if (_touched[p].Length == 0)
            {
                _byParameter[p].Clear();
                continue;
            }
            foreach (var row in Rows[p])
            {
                _touched[p][row] = false;
                new Span<float>(_byParameter[p].Row(row), _byParameter[p].Columns).Clear();
            }
            Rows[p].Clear();
        }
    }
}
