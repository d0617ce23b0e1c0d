namespace Chancery.Fusion;

/// <summary>Compares quantities as ranges; a null side is open.</summary>
internal static class Ranges
{
    /// <summary>An approximate number reaches this share of itself to both sides.</summary>
    private const decimal Blur = 0.1m;

    /// <summary>True where some number satisfies both.</summary>
    internal static bool Meet(Quantity left, Quantity right) => Low(left) <= High(right) && Low(right) <= High(left);

    private static decimal Low(Quantity q) => q.Min is { } min ? q.Approximate ? min - Math.Abs(min) * Blur : min : decimal.MinValue;

    private static decimal High(Quantity q) => q.Max is { } max ? q.Approximate && max < decimal.MaxValue / 2 ? max + Math.Abs(max) * Blur : max : decimal.MaxValue;
}
