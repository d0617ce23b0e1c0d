using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Linguistics.Parsing;

/// <summary>The one hot loop of the parser: rows of 8-bit inputs times a panel of 48 columns.</summary>
/// <remarks>
/// Four rows by three vectors keep twelve sums in registers, so that each weight that is loaded is used four times and the core never waits
/// for a sum. Two products of bytes are added in 16 bits before they are widened: three multiplications for 128 weights. Rows behind the last
/// four are computed one, two or three at a time: of a short report's rows every tenth would otherwise be for nothing.
/// </remarks>
internal static unsafe class PanelSums
{
    private const int Panel = IntegerMatrix.Panel, Most = 4;

    /// <summary>Adds to the sums of some rows the products of their inputs with the weights.</summary>
    /// <param name="lanes">Which vectors to use.</param>
    /// <param name="weights">Those of the panel for these inputs.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="sums">48 a row.</param>
    /// <param name="stride">From row to row of the sums.</param>
    internal static void Add(Lanes lanes, sbyte* weights, int rows, in Inputs inputs, int* sums, int stride)
    {
        if (lanes == Lanes.Avx512) Add<Lanes512, Vector512<int>>(weights, rows, inputs, sums, stride);
        else if (lanes == Lanes.Avx2) Add<Lanes256, Vector256<int>>(weights, rows, inputs, sums, stride);
        else Add<LanesPlain, Vector128<int>>(weights, rows, inputs, sums, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TLanes, TVector>(sbyte* weights, int rows, in Inputs inputs, int* sums, int stride)
        where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        for (var row = 0; row < rows; row += Most)
            for (var column = 0; column < Panel; column += 3 * TLanes.Count)
            {
                int* from = (int*)weights + column, to = sums + (nint)row * stride + column;
                switch (rows - row)
                {
                    case 1: Add<TLanes, TVector, One>(from, inputs.From(row), to, stride); break;
                    case 2: Add<TLanes, TVector, Two>(from, inputs.From(row), to, stride); break;
                    case 3: Add<TLanes, TVector, Three>(from, inputs.From(row), to, stride); break;
                    default: Add<TLanes, TVector, Four>(from, inputs.From(row), to, stride); break;
                }
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TLanes, TVector, TRows>(int* weights, in Inputs inputs, int* sums, int stride)
        where TLanes : struct, ILanes<TVector> where TVector : struct where TRows : struct, IRows
    {
        var n = TLanes.Count;
        int* sums1 = sums + stride, sums2 = sums1 + stride, sums3 = sums2 + stride;
        TVector a0 = TLanes.Load(sums), b0 = TLanes.Load(sums + n), c0 = TLanes.Load(sums + 2 * n);
        TVector a1 = a0, b1 = b0, c1 = c0, a2 = a0, b2 = b0, c2 = c0, a3 = a0, b3 = b0, c3 = c0;
        if (TRows.Count > 1) (a1, b1, c1) = (TLanes.Load(sums1), TLanes.Load(sums1 + n), TLanes.Load(sums1 + 2 * n));
        if (TRows.Count > 2) (a2, b2, c2) = (TLanes.Load(sums2), TLanes.Load(sums2 + n), TLanes.Load(sums2 + 2 * n));
        if (TRows.Count > 3) (a3, b3, c3) = (TLanes.Load(sums3), TLanes.Load(sums3 + n), TLanes.Load(sums3 + 2 * n));
        var next = inputs.Stride;
        var x = inputs.Four;
        for (var end = x + inputs.Count; x < end; x += 2, weights += 2 * Panel)
        {
            TVector u = TLanes.Load(weights), v = TLanes.Load(weights + n), w = TLanes.Load(weights + 2 * n);
            TVector u2 = TLanes.Load(weights + Panel), v2 = TLanes.Load(weights + Panel + n), w2 = TLanes.Load(weights + Panel + 2 * n);
            var row = x;
            TVector p = TLanes.All(row[0]), q = TLanes.All(row[1]);
            (a0, b0, c0) = (TLanes.Add(a0, p, u, q, u2), TLanes.Add(b0, p, v, q, v2), TLanes.Add(c0, p, w, q, w2));
            if (TRows.Count < 2) continue;
            row += next;
            (p, q) = (TLanes.All(row[0]), TLanes.All(row[1]));
            (a1, b1, c1) = (TLanes.Add(a1, p, u, q, u2), TLanes.Add(b1, p, v, q, v2), TLanes.Add(c1, p, w, q, w2));
            if (TRows.Count < 3) continue;
            row += next;
            (p, q) = (TLanes.All(row[0]), TLanes.All(row[1]));
            (a2, b2, c2) = (TLanes.Add(a2, p, u, q, u2), TLanes.Add(b2, p, v, q, v2), TLanes.Add(c2, p, w, q, w2));
            if (TRows.Count < 4) continue;
            row += next;
            (p, q) = (TLanes.All(row[0]), TLanes.All(row[1]));
            (a3, b3, c3) = (TLanes.Add(a3, p, u, q, u2), TLanes.Add(b3, p, v, q, v2), TLanes.Add(c3, p, w, q, w2));
        }
        Put<TLanes, TVector>(sums, a0, b0, c0);
        if (TRows.Count > 1) Put<TLanes, TVector>(sums1, a1, b1, c1);
        if (TRows.Count > 2) Put<TLanes, TVector>(sums2, a2, b2, c2);
        if (TRows.Count > 3) Put<TLanes, TVector>(sums3, a3, b3, c3);
    }

    private static void Put<TLanes, TVector>(int* to, TVector a, TVector b, TVector c) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        TLanes.Store(a, to);
        TLanes.Store(b, to + TLanes.Count);
        TLanes.Store(c, to + 2 * TLanes.Count);
    }

    /// <summary>How many rows are computed together; known to the compiler, which leaves out what is for others.</summary>
    private interface IRows
    {
        static abstract int Count { get; }
    }

    private readonly struct One : IRows
    {
        public static int Count => 1;
    }

    private readonly struct Two : IRows
    {
        public static int Count => 2;
    }

    private readonly struct Three : IRows
    {
        public static int Count => 3;
    }

    private readonly struct Four : IRows
    {
        public static int Count => Most;
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
