namespace Chancery.Mentions.Quantities;

/// <summary>A value on the way to a quantity: what the phrases around a number have made of it so far.</summary>
internal struct Bounds
{
    internal decimal? Min;
    internal decimal? Max;
    internal bool Approximate;
    internal QuantityChange? Change;

    /// <summary>A value without the zeros that reckoning left behind its point.</summary>
    internal static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    internal void Apply(BoundEffect effect)
    {
        switch (effect)
        {
            case BoundEffect.Min:
                (Min, Max) = (Min ?? Max, null);
                break;
            case BoundEffect.Max:
                (Min, Max) = (null, Max ?? Min);
                break;
            case BoundEffect.About:
                Approximate = true;
                break;
            case BoundEffect.Additional:
                Change ??= QuantityChange.Additional;
                break;
            case BoundEffect.Fewer:
                Change ??= QuantityChange.Fewer;
                break;
            case BoundEffect.Total:
                Change ??= QuantityChange.Total;
                break;
        }
    }
}
