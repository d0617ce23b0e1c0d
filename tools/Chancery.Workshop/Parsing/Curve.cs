using System.Runtime.Intrinsics;

namespace Chancery.Workshop.Parsing;

/// <summary>The two bent lines of the net, and their slopes: x(1 - |x|/4) up to ±2 and flat behind it, and the same squeezed into 0…1.</summary>
/// <remarks>Shaped like tanh and the sigmoid, but made of one product each: trained with what is shipped, and exact on every machine.</remarks>
internal static class Curve
{
    internal static Vector512<float> Bend(Vector512<float> x)
    {
        var c = Vector512.Min(Vector512.Max(x, Vector512.Create(-2f)), Vector512.Create(2f));
        return c * (Vector512<float>.One - Vector512.Create(0.25f) * Vector512.Abs(c));
    }

    internal static Vector512<float> BendSlope(Vector512<float> x) =>
        Vector512.Max(Vector512<float>.Zero, Vector512<float>.One - Vector512.Create(0.5f) * Vector512.Abs(x));

    internal static Vector512<float> Gate(Vector512<float> x) => Vector512.Create(0.5f) + Vector512.Create(0.5f) * Bend(Vector512.Create(0.5f) * x);

    internal static Vector512<float> GateSlope(Vector512<float> x) => Vector512.Create(0.25f) * BendSlope(Vector512.Create(0.5f) * x);
}
