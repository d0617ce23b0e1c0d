using System.Runtime.Intrinsics;

namespace Chancery.Workshop.Parsing;

/// <summary>Matrix products for training: C (+)= A·B, where B and C are walked in panels of 32 columns.</summary>
/// <remarks>
/// A may be read in either direction (two strides), so that Aᵀ·B needs no copy. A row-major matrix has panels 32 floats apart; weights are stored
/// panel by panel. Eight rows by two vectors keep sixteen sums in registers, which is what a core needs to stay busy.
/// </remarks>
internal static unsafe class Gemm
{
    internal const int Panel = 32;
    private const int Depth = 256;

    internal static void Multiply(int m, int n, int k, float* a, nint rowA, nint columnA, float* b, nint rowB, nint panelB, float* c, nint rowC, nint panelC, bool add)
    {
        for (var k0 = 0; k0 < k; k0 += Depth)
        {
            var depth = Math.Min(Depth, k - k0);
            for (var p = 0; p < n / Panel; p++)
            {
                float* bp = b + p * panelB + k0 * rowB, cp = c + p * panelC, ap = a + k0 * columnA;
                var i = 0;
                for (; i + 8 <= m; i += 8) Eight(depth, ap + i * rowA, rowA, columnA, bp, rowB, cp + i * rowC, rowC, add || k0 > 0);
                for (; i + 4 <= m; i += 4) Four(depth, ap + i * rowA, rowA, columnA, bp, rowB, cp + i * rowC, rowC, add || k0 > 0);
                for (; i < m; i++) One(depth, ap + i * rowA, columnA, bp, rowB, cp + i * rowC, add || k0 > 0);
            }
        }
    }

    private static void Eight(int k, float* a, nint rowA, nint columnA, float* b, nint rowB, float* c, nint rowC, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        var a4 = a + 4 * rowA;
        for (; k > 0; k--, a += columnA, a4 += columnA, b += rowB)
        {
            var (b0, b1) = (Vector512.Load(b), Vector512.Load(b + 16));
            var x = Vector512.Create(a[0]);
            (c00, c01) = (Vector512.FusedMultiplyAdd(x, b0, c00), Vector512.FusedMultiplyAdd(x, b1, c01));
            x = Vector512.Create(a[rowA]);
            (c10, c11) = (Vector512.FusedMultiplyAdd(x, b0, c10), Vector512.FusedMultiplyAdd(x, b1, c11));
            x = Vector512.Create(a[2 * rowA]);
            (c20, c21) = (Vector512.FusedMultiplyAdd(x, b0, c20), Vector512.FusedMultiplyAdd(x, b1, c21));
            x = Vector512.Create(a[3 * rowA]);
            (c30, c31) = (Vector512.FusedMultiplyAdd(x, b0, c30), Vector512.FusedMultiplyAdd(x, b1, c31));
            x = Vector512.Create(a4[0]);
            (c40, c41) = (Vector512.FusedMultiplyAdd(x, b0, c40), Vector512.FusedMultiplyAdd(x, b1, c41));
            x = Vector512.Create(a4[rowA]);
            (c50, c51) = (Vector512.FusedMultiplyAdd(x, b0, c50), Vector512.FusedMultiplyAdd(x, b1, c51));
            x = Vector512.Create(a4[2 * rowA]);
            (c60, c61) = (Vector512.FusedMultiplyAdd(x, b0, c60), Vector512.FusedMultiplyAdd(x, b1, c61));
            x = Vector512.Create(a4[3 * rowA]);
            (c70, c71) = (Vector512.FusedMultiplyAdd(x, b0, c70), Vector512.FusedMultiplyAdd(x, b1, c71));
        }
        Put(c, c00, c01, add);
        Put(c + rowC, c10, c11, add);
        Put(c + 2 * rowC, c20, c21, add);
        Put(c + 3 * rowC, c30, c31, add);
        Put(c + 4 * rowC, c40, c41, add);
        Put(c + 5 * rowC, c50, c51, add);
        Put(c + 6 * rowC, c60, c61, add);
        Put(c + 7 * rowC, c70, c71, add);
    }

    private static void Four(int k, float* a, nint rowA, nint columnA, float* b, nint rowB, float* c, nint rowC, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (; k > 0; k--, a += columnA, b += rowB)
        {
            var (b0, b1) = (Vector512.Load(b), Vector512.Load(b + 16));
            var x = Vector512.Create(a[0]);
            (c00, c01) = (Vector512.FusedMultiplyAdd(x, b0, c00), Vector512.FusedMultiplyAdd(x, b1, c01));
            x = Vector512.Create(a[rowA]);
            (c10, c11) = (Vector512.FusedMultiplyAdd(x, b0, c10), Vector512.FusedMultiplyAdd(x, b1, c11));
            x = Vector512.Create(a[2 * rowA]);
            (c20, c21) = (Vector512.FusedMultiplyAdd(x, b0, c20), Vector512.FusedMultiplyAdd(x, b1, c21));
            x = Vector512.Create(a[3 * rowA]);
            (c30, c31) = (Vector512.FusedMultiplyAdd(x, b0, c30), Vector512.FusedMultiplyAdd(x, b1, c31));
        }
        Put(c, c00, c01, add);
        Put(c + rowC, c10, c11, add);
        Put(c + 2 * rowC, c20, c21, add);
        Put(c + 3 * rowC, c30, c31, add);
    }

    private static void One(int k, float* a, nint columnA, float* b, nint rowB, float* c, bool add)
    {
        Vector512<float> c0 = default, c1 = default, d0 = default, d1 = default;
        for (; k > 1; k -= 2, a += 2 * columnA, b += 2 * rowB)
        {
            var (x, y) = (Vector512.Create(a[0]), Vector512.Create(a[columnA]));
            (c0, c1) = (Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0), Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1));
            (d0, d1) = (Vector512.FusedMultiplyAdd(y, Vector512.Load(b + rowB), d0), Vector512.FusedMultiplyAdd(y, Vector512.Load(b + rowB + 16), d1));
        }
        if (k > 0)
        {
            var x = Vector512.Create(a[0]);
            (c0, c1) = (Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0), Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1));
        }
        Put(c, c0 + d0, c1 + d1, add);
    }

    private static void Put(float* c, Vector512<float> low, Vector512<float> high, bool add)
    {
        if (add)
        {
            low += Vector512.Load(c);
            high += Vector512.Load(c + 16);
        }
        low.Store(c);
        high.Store(c + 16);
    }
}
