using System.Runtime.InteropServices;

namespace Chancery.Workshop.Parsing;

/// <summary>A row-major matrix of floats outside the managed heap, aligned for the widest vectors; reshaped rather than allocated anew.</summary>
internal sealed unsafe class Matrix
{
    private nuint _capacity;

    internal float* Data { get; private set; }
    internal int Rows { get; private set; }
    internal int Columns { get; private set; }

    internal float* Row(int row) => Data + (nint)row * Columns;

    internal Span<float> Span => new(Data, Rows * Columns);

    /// <summary>Gives the matrix a shape; what it held is lost.</summary>
    internal Matrix Shape(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        var needed = (nuint)rows * (nuint)columns;
        if (needed <= _capacity) return this;
        if (Data != null) NativeMemory.AlignedFree(Data);
        _capacity = needed + needed / 2;
        Data = (float*)NativeMemory.AlignedAlloc(_capacity * sizeof(float), 64);
        return this;
    }

    internal Matrix Clear()
    {
        Span.Clear();
        return this;
    }
}
