namespace Chancery;

/// <summary>What a number does to the number before it.</summary>
public enum QuantityChange
{
    /// <summary>All there are: 'a total of 11,000'.</summary>
    Total,

    /// <summary>More of them: 'another 1,500'.</summary>
    Additional,

    /// <summary>Less of them: '300 fewer'.</summary>
    Fewer,

    /// <summary>So many in a span of time: '40 a day'.</summary>
    Rate,
}

/// <summary>A number or a range with its unit, as the text bounds it.</summary>
/// <param name="Min">Lowest value; null where open ('up to 3,000').</param>
/// <param name="Max">Highest value; null where open ('at least 40').</param>
/// <param name="Unit">The noun counted, singular, as written; for money the sign or name; <c>percent</c>; null for a bare number.</param>
/// <param name="Currency">ISO 4217 for money, else null.</param>
/// <param name="Approximate">True for 'about', 'some', 'dozens'.</param>
/// <param name="Change">Total, additional, fewer, rate; null where the text says none of these.</param>
public sealed record Quantity(decimal? Min, decimal? Max, string? Unit, string? Currency = null, bool Approximate = false, QuantityChange? Change = null)
{
    /// <summary>By how many times two counts of one thing told beside each other may differ.</summary>
    private const int Fold = 20;

    /// <summary>The noun counted without what stands around it: 'shell' of 'artillery shell', 'barrel' of 'barrel per day'; null where there is none.</summary>
    internal string? Noun
    {
        get
        {
            if (Unit is not { Length: > 0 } unit) return null;
            if (unit.IndexOf(" per ", StringComparison.Ordinal) is > 0 and var rate) unit = unit[..rate];
            return unit[(unit.LastIndexOf(' ') + 1)..];
        }
    }

    /// <summary>True where two counts may be of one thing told beside each other: nine thousand marchers are no second count of twelve dead.</summary>
    internal bool IsOfOneOrder(Quantity other) => IsWithin(Fold, other);

    /// <summary>True where neither is more than so many times the other; what is less than one counts as one.</summary>
    internal bool IsWithin(int fold, Quantity other)
    {
        var (a, b) = (Math.Max(Min ?? Max ?? 0, 1), Math.Max(other.Min ?? other.Max ?? 0, 1));
        return Math.Max(a, b) <= fold * Math.Min(a, b);
    }
}
