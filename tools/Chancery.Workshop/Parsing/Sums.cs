using System.Runtime.Intrinsics;

namespace Chancery.Workshop.Parsing;

/// <summary>Small loops over rows of floats.</summary>
internal static unsafe class Sums
{
    /// <summary>Adds every row of a matrix to one row.</summary>
    internal static void AddRows(Matrix from, float* to)
    {
        for (var r = 0; r < from.Rows; r++) Add(from.Row(r), to, from.Columns);
    }

    internal static void Add(float* from, float* to, int n)
    {
        for (var i = 0; i < n; i += 16) (Vector512.Load(to + i) + Vector512.Load(from + i)).Store(to + i);
    }

    internal static void Multiply(float* by, float* x, int n)
    {
        for (var i = 0; i < n; i += 16) (Vector512.Load(x + i) * Vector512.Load(by + i)).Store(x + i);
    }

    internal static double SquareNorm(ReadOnlySpan<float> x)
    {
        Vector512<float> sum = default;
        var i = 0;
        for (; i + 16 <= x.Length; i += 16)
        {
            var v = Vector512.Create(x.Slice(i, 16));
            sum += v * v;
        }
        double total = Vector512.Sum(sum);
        for (; i < x.Length; i++) total += x[i] * (double)x[i];
        return total;
    }
}
