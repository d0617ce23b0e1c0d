namespace Chancery.Mentions.Times.Calendar;

/// <summary>How coarse a time is.</summary>
internal enum Grain : byte
{
    Second, Minute, Hour, Part, Day, Weekend, Week, Month, Season, Quarter, Half, Year, Decade, Century, None,
}

/// <summary>A time as TIMEX3 writes it, with what is needed to reckon on.</summary>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Grain">How coarse it is.</param>
/// <param name="From">First day; null where not known or open.</param>
/// <param name="To">Last day; null where not known or open.</param>
internal sealed record TimeValue(TimexType Type, string Value, Grain Grain = Grain.None, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>True for a value that holds open places because the report's date is not known.</summary>
    internal bool IsOpen => Type is TimexType.Date or TimexType.Time && From is null && Value.StartsWith('X');

    /// <summary>A time of day that still wants its day: 'T08:00', 'TMO'.</summary>
    internal bool WantsDay => Value.StartsWith('T');

    internal Timex ToTimex() => new(Type, Value, From, To);
}
