using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Linguistics.Parsing;

/// <summary>The one hot loop of the parser: rows of 8-bit inputs times a panel of 48 columns.</summary>
/// <remarks>
/// Four rows by three vectors keep twelve sums in registers, so that each weight that is loaded is used four times and the core never waits
/// for a sum. Two products of bytes are added in 16 bits before they are widened: three multiplications for 128 weights.
/// </remarks>
internal static unsafe class PanelSums
{
    private const int Panel = IntegerMatrix.Panel, Rows = 4;

    /// <summary>Fills the sums of some rows: what they start from, and the products of two stretches of inputs with the weights.</summary>
    internal static void Fill(Lanes lanes, sbyte* weights, int* start, int rows, in Inputs first, in Inputs second, int* sums)
    {
        if (lanes == Lanes.Avx512) Fill<Lanes512, Vector512<int>>(weights, start, rows, first, second, sums);
        else if (lanes == Lanes.Avx2) Fill<Lanes256, Vector256<int>>(weights, start, rows, first, second, sums);
        else Fill<LanesPlain, Vector128<int>>(weights, start, rows, first, second, sums);
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill<TLanes, TVector>(sbyte* weights, int* start, int rows, in Inputs first, in Inputs second, int* sums)
        where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        // Buffers have rows to spare: what is computed for rows behind the last is thrown away.
        int* spare = stackalloc int[Rows * Panel];
        for (var row = 0; row < rows; row += Rows)
        {
            var left = rows - row;
            var to = left < Rows ? spare : sums + row * Panel;
            for (var column = 0; column < Panel; column += 3 * TLanes.Count)
                Four<TLanes, TVector>((int*)weights + column, start + column, first.From(row), second.From(row), to + column);
            if (left < Rows) new ReadOnlySpan<int>(spare, left * Panel).CopyTo(new Span<int>(sums + row * Panel, left * Panel));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four<TLanes, TVector>(int* weights, int* start, in Inputs first, in Inputs second, int* sums)
        where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        var n = TLanes.Count;
        TVector a0 = TLanes.Load(start), b0 = TLanes.Load(start + n), c0 = TLanes.Load(start + 2 * n);
        TVector a1 = a0, b1 = b0, c1 = c0, a2 = a0, b2 = b0, c2 = c0, a3 = a0, b3 = b0, c3 = c0;
        for (var part = 0; part < 2; part++)
        {
            var x = part == 0 ? first.Four : second.Four;
            var stride = part == 0 ? first.Stride : second.Stride;
            var end = x + (part == 0 ? first.Count : second.Count);
            for (; x < end; x += 2, weights += 2 * Panel)
            {
                TVector u = TLanes.Load(weights), v = TLanes.Load(weights + n), w = TLanes.Load(weights + 2 * n);
                TVector u2 = TLanes.Load(weights + Panel), v2 = TLanes.Load(weights + Panel + n), w2 = TLanes.Load(weights + Panel + 2 * n);
                var row = x;
                TVector p = TLanes.All(row[0]), q = TLanes.All(row[1]);
                (a0, b0, c0) = (TLanes.Add(a0, p, u, q, u2), TLanes.Add(b0, p, v, q, v2), TLanes.Add(c0, p, w, q, w2));
                row += stride;
                (p, q) = (TLanes.All(row[0]), TLanes.All(row[1]));
                (a1, b1, c1) = (TLanes.Add(a1, p, u, q, u2), TLanes.Add(b1, p, v, q, v2), TLanes.Add(c1, p, w, q, w2));
                row += stride;
                (p, q) = (TLanes.All(row[0]), TLanes.All(row[1]));
                (a2, b2, c2) = (TLanes.Add(a2, p, u, q, u2), TLanes.Add(b2, p, v, q, v2), TLanes.Add(c2, p, w, q, w2));
                row += stride;
                (p, q) = (TLanes.All(row[0]), TLanes.All(row[1]));
                (a3, b3, c3) = (TLanes.Add(a3, p, u, q, u2), TLanes.Add(b3, p, v, q, v2), TLanes.Add(c3, p, w, q, w2));
            }
        }
        Put<TLanes, TVector>(sums, a0, b0, c0);
        Put<TLanes, TVector>(sums + Panel, a1, b1, c1);
        Put<TLanes, TVector>(sums + 2 * Panel, a2, b2, c2);
        Put<TLanes, TVector>(sums + 3 * Panel, a3, b3, c3);
    }

    private static void Put<TLanes, TVector>(int* to, TVector a, TVector b, TVector c) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        TLanes.Store(a, to);
        TLanes.Store(b, to + TLanes.Count);
        TLanes.Store(c, to + 2 * TLanes.Count);
    }
}

/// <summary>Rows of 8-bit inputs, taken four at a time.</summary>
/// <param name="four">The first row.</param>
/// <param name="count">Fours in a row; even.</param>
/// <param name="stride">Fours from row to row.</param>
internal readonly unsafe struct Inputs(int* four, int count, int stride)
{
    internal readonly int* Four = four;
    internal readonly int Count = count, Stride = stride;

    /// <param name="first">The first input of the first row.</param>
    /// <param name="count">Inputs in a row; a multiple of 8.</param>
    /// <param name="stride">From row to row.</param>
    internal Inputs(byte* first, int count, int stride) : this((int*)first, count / 4, stride / 4)
    {
    }

    internal Inputs From(int row) => new(Four + (nint)row * Stride, Count, Stride);
}
