using System.Runtime.Intrinsics;

namespace Chancery.Linguistics.Parsing;

/// <summary>The net's two bent lines: x(1 - |x|/4) up to ±2 and flat behind it, and the same squeezed into 0…1.</summary>
/// <remarks>
/// Shaped like tanh and the sigmoid, but made of plain products and sums in one order, each rounded alone: the same bits on every machine.
/// </remarks>
internal static class Bend
{
    internal static Vector512<float> Line(Vector512<float> x)
    {
        var c = Vector512.Min(Vector512.Max(x, Vector512.Create(-2f)), Vector512.Create(2f));
        return c * (Vector512<float>.One - Vector512.Create(0.25f) * Vector512.Abs(c));
    }

    internal static Vector512<float> Gate(Vector512<float> x) => Vector512.Create(0.5f) + Vector512.Create(0.5f) * Line(Vector512.Create(0.5f) * x);

    /// <summary>To 16-bit integers, halves upwards; the values must lie within ±32767.</summary>
    internal static Vector256<short> Round(Vector512<float> x, float unit)
    {
        // A conversion cuts towards zero; from above zero that is downwards on every machine.
        var shifted = Vector512.ConvertToInt32(x * unit + Vector512.Create(32768.5f)) - Vector512.Create(32768);
        return Vector256.Narrow(shifted.GetLower(), shifted.GetUpper());
    }

    /// <summary>To the inputs of a matrix; the values must lie within ±1.</summary>
    internal static Vector128<byte> ToInputs(Vector512<float> x)
    {
        var inputs = Vector512.ConvertToInt32(x * IntegerMatrix.One + Vector512.Create(IntegerMatrix.Zero + 0.5f)).AsUInt32();
        var halves = Vector256.Narrow(inputs.GetLower(), inputs.GetUpper());
        return Vector128.Narrow(halves.GetLower(), halves.GetUpper());
    }
}
