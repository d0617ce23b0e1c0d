using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>The codes of units in the word table: TIMEX3's letters for dates, and for a day's parts H, MIN, S.</summary>
internal static class Units
{
    internal static Grain Grain(string code) => code switch
    {
        "S" => Calendar.Grain.Second,
        "MIN" => Calendar.Grain.Minute,
        "H" => Calendar.Grain.Hour,
        "D" or "N" => Calendar.Grain.Day,
        "W" or "FN" => Calendar.Grain.Week,
        "WE" => Calendar.Grain.Weekend,
        "M" => Calendar.Grain.Month,
        "Q" => Calendar.Grain.Quarter,
        "Y" => Calendar.Grain.Year,
        "DE" => Calendar.Grain.Decade,
        "CE" => Calendar.Grain.Century,
        _ => Calendar.Grain.None,
    };

    /// <summary>The class of a calendar unit in rules; null for hours and less.</summary>
    internal static string? Class(string code) => code switch
    {
        "D" => "day",
        "N" => "part",
        "W" or "FN" => "week",
        "WE" => "weekend",
        "M" => "month",
        "Q" => "quarter",
        "Y" => "year",
        "DE" => "decade",
        "CE" => "century",
        "H" or "MIN" or "S" => "clock",
        _ => null,
    };

    /// <summary>How TIMEX3 writes so many of a unit: three quarters are nine months, two decades twenty years.</summary>
    internal static (string Letter, bool IsClock, int Factor) Period(string code) => code switch
    {
        "S" => ("S", true, 1),
        "MIN" => ("M", true, 1),
        "H" => ("H", true, 1),
        "N" => ("D", false, 1),
        "WE" => ("D", false, 2),
        "FN" => ("W", false, 2),
        "Q" => ("M", false, 3),
        "DE" => ("Y", false, 10),
        "CE" => ("Y", false, 100),
        _ => (code, false, 1),
    };

    /// <summary>So many of a unit on from a day.</summary>
    internal static DateOnly Plus(DateOnly day, string code, int count) => code switch
    {
        "FN" => Spans.Plus(day, Calendar.Grain.Week, 2 * Math.Clamp(count, -50_000, 50_000)),
        _ => Spans.Plus(day, Grain(code), count),
    };
}
