using System.Runtime.InteropServices;

namespace Chancery.Linguistics.Parsing;

/// <summary>Weights of one matrix as 8-bit integers, with a scale for every column and what its sums start from.</summary>
/// <remarks>
/// Immutable and thread-safe. Columns lie in panels of 48, the last one filled up with zeros; within a panel four inputs at a time, and for these
/// the four weights of each column: what the instructions take. Sums are exact, so every machine gets the same.
/// </remarks>
internal sealed unsafe class IntegerMatrix
{
    /// <summary>Columns of a panel.</summary>
    internal const int Panel = 48;

    /// <summary>Inputs are 64 and up to <see cref="One"/> to either side, which stands for 1.</summary>
    internal const int Zero = 64, One = 63;

    private readonly sbyte[] _weights;
    private readonly Lanes _lanes;

    /// <param name="inputs">Number of inputs; a multiple of 8.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="weights">Panels of weights.</param>
    /// <param name="scales">What one unit of a sum is worth, for every column.</param>
    /// <param name="start">What every sum starts from: the bias, less what the inputs' zero adds.</param>
    /// <param name="lanes">Which vectors to use.</param>
    internal IntegerMatrix(int inputs, int columns, ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales, ReadOnlySpan<int> start, Lanes lanes)
    {
        (Inputs, Columns, Panels, _lanes) = (inputs, columns, (columns + Panel - 1) / Panel, lanes);
        _weights = Aligned<sbyte>(weights.Length);
        weights.CopyTo(new Span<sbyte>(Align<sbyte>(_weights), weights.Length));
        Scales = Pinned(scales);
        Start = Pinned(start);
    }

    internal int Inputs { get; }
    internal int Columns { get; }
    internal int Panels { get; }

    /// <summary>What one unit of a sum is worth, for every column of every panel.</summary>
    internal float[] Scales { get; }

    internal int[] Start { get; }

    /// <summary>Number of weights a matrix of this size has in its panels.</summary>
    internal static int Size(int inputs, int columns) => (columns + Panel - 1) / Panel * Panel * inputs;

    /// <summary>Where the weight of an input and a column stands.</summary>
    internal static int Place(int inputs, int input, int column) =>
        column / Panel * Panel * inputs + (input / 4 * Panel + column % Panel) * 4 + input % 4;

    /// <summary>Fills the sums of one panel, 48 a row: what they start from, and the products of all inputs.</summary>
    internal void Sum(int panel, int rows, in Inputs inputs, int* sums)
    {
        Begin(panel, rows, sums);
        Add(panel, 0, rows, inputs, sums);
    }

    /// <summary>Fills the sums of one panel with what they start from.</summary>
    internal void Begin(int panel, int rows, int* sums, int stride = Panel)
    {
        var start = Start.AsSpan(panel * Panel, Panel);
        for (var row = 0; row < rows; row++) start.CopyTo(new Span<int>(sums + (nint)row * stride, Panel));
    }

    /// <summary>Adds to the sums of one panel the products of as many inputs as are given, from one on; that one's number is a multiple of 8.</summary>
    internal void Add(int panel, int from, int rows, in Inputs inputs, int* sums, int stride = Panel) =>
        PanelSums.Add(_lanes, Align<sbyte>(_weights) + ((nint)panel * Inputs + from) * Panel, rows, inputs, sums, stride);

    internal static T[] Aligned<T>(int length) where T : unmanaged => GC.AllocateArray<T>(length + 64 / sizeof(T), pinned: true);

    internal static T* Align<T>(T[] pinned) where T : unmanaged =>
        (T*)(((nint)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) + 63) & ~63);

    private T[] Pinned<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var array = GC.AllocateArray<T>(Panels * Panel, pinned: true);
        values.CopyTo(array);
        return array;
    }
}
