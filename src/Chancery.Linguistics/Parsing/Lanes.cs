using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Chancery.Linguistics.Parsing;

/// <summary>Which vectors are used.</summary>
internal enum Lanes
{
    Plain,
    Avx2,
    Avx512,
}

/// <summary>Integer sums that run side by side: as many as a machine's vectors hold. All variants give the same sums, as integers have no order.</summary>
internal unsafe interface ILanes<TVector> where TVector : struct
{
    /// <summary>Number of sums.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(int* from);

    static abstract void Store(TVector sums, int* to);

    /// <summary>One number in every lane: four inputs of 8 bits.</summary>
    static abstract TVector All(int inputs);

    /// <summary>Adds to every lane the products of eight inputs (0…127) with its eight weights (-127…127).</summary>
    /// <remarks>Of the weights, those at 0, 1, 4, 5 and those at 2, 3, 6, 7 are no more than 258 together, so that 16 bits hold what is between.</remarks>
    static abstract TVector Add(TVector sums, TVector inputs, TVector weights, TVector nextInputs, TVector nextWeights);

    /// <summary>Sum of the products of two rows of 16-bit integers; their number is a multiple of 32.</summary>
    static abstract int Dot(short* a, short* b, int count);
}

/// <summary>Sixteen lanes: AVX-512.</summary>
internal readonly unsafe struct Lanes512 : ILanes<Vector512<int>>
{
    public static int Count => 16;

    public static Vector512<int> Load(int* from) => Vector512.Load(from);

    public static void Store(Vector512<int> sums, int* to) => sums.Store(to);

    public static Vector512<int> All(int inputs) => Vector512.Create(inputs);

    public static Vector512<int> Add(Vector512<int> sums, Vector512<int> inputs, Vector512<int> weights, Vector512<int> nextInputs, Vector512<int> nextWeights)
    {
        var both = Avx512BW.MultiplyAddAdjacent(inputs.AsByte(), weights.AsSByte()) + Avx512BW.MultiplyAddAdjacent(nextInputs.AsByte(), nextWeights.AsSByte());
        return sums + Avx512BW.MultiplyAddAdjacent(both, Vector512<short>.One);
    }

    public static int Dot(short* a, short* b, int count)
    {
        var sum = Vector512<int>.Zero;
        for (var i = 0; i < count; i += 32) sum += Avx512BW.MultiplyAddAdjacent(Vector512.Load(a + i), Vector512.Load(b + i));
        return Vector512.Sum(sum);
    }
}

/// <summary>Eight lanes: AVX2.</summary>
internal readonly unsafe struct Lanes256 : ILanes<Vector256<int>>
{
    public static int Count => 8;

    public static Vector256<int> Load(int* from) => Vector256.Load(from);

    public static void Store(Vector256<int> sums, int* to) => sums.Store(to);

    public static Vector256<int> All(int inputs) => Vector256.Create(inputs);

    public static Vector256<int> Add(Vector256<int> sums, Vector256<int> inputs, Vector256<int> weights, Vector256<int> nextInputs, Vector256<int> nextWeights)
    {
        var both = Avx2.MultiplyAddAdjacent(inputs.AsByte(), weights.AsSByte()) + Avx2.MultiplyAddAdjacent(nextInputs.AsByte(), nextWeights.AsSByte());
        return sums + Avx2.MultiplyAddAdjacent(both, Vector256<short>.One);
    }

    public static int Dot(short* a, short* b, int count)
    {
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < count; i += 16) sum += Avx2.MultiplyAddAdjacent(Vector256.Load(a + i), Vector256.Load(b + i));
        return Vector256.Sum(sum);
    }
}

/// <summary>Four lanes in plain C#: any machine.</summary>
internal readonly unsafe struct LanesPlain : ILanes<Vector128<int>>
{
    public static int Count => 4;

    public static Vector128<int> Load(int* from) => Vector128.Load(from);

    public static void Store(Vector128<int> sums, int* to) => sums.Store(to);

    public static Vector128<int> All(int inputs) => Vector128.Create(inputs);

    public static Vector128<int> Add(Vector128<int> sums, Vector128<int> inputs, Vector128<int> weights, Vector128<int> nextInputs, Vector128<int> nextWeights) =>
        sums + Four(inputs, weights) + Four(nextInputs, nextWeights);

    public static int Dot(short* a, short* b, int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++) sum += a[i] * b[i];
        return sum;
    }

    private static Vector128<int> Four(Vector128<int> inputs, Vector128<int> weights)
    {
        var low = Vector128.Create(255);
        return (inputs & low) * (weights << 24 >> 24) + (inputs >>> 8 & low) * (weights << 16 >> 24)
            + (inputs >>> 16 & low) * (weights << 8 >> 24) + (inputs >>> 24) * (weights >> 24);
    }
}
