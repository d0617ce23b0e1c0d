namespace Chancery;

/// <summary>TIMEX3 type.</summary>
public enum TimexType
{
    /// <summary>A calendar time of a day or coarser.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>How often.</summary>
    Set,
}

/// <summary>A time as TIMEX3 (ISO-TimeML) writes it, with the days it allows.</summary>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value: <c>2024</c>, <c>2025-W12</c>, <c>P3D</c>, <c>PRESENT_REF</c>; <c>XXXX</c> for what the text leaves open.</param>
/// <param name="From">Earliest day it allows, inclusive; null where open.</param>
/// <param name="To">Latest day it allows, inclusive; null where open.</param>
public sealed record Timex(TimexType Type, string Value, DateOnly? From, DateOnly? To);
