using System.Globalization;

namespace Chancery.Mentions.Times.Calendar;

/// <summary>Calendar units as TIMEX3 values with their first and last day. Weeks are those of ISO 8601; a winter belongs to the year it begins in.</summary>
internal static class Spans
{
    private static readonly string[] SeasonCodes = ["WI", "SP", "SU", "FA"];

    internal static TimeValue Day(DateOnly day) => new(TimexType.Date, Text(day), Grain.Day, day, day);

    internal static TimeValue Week(DateOnly day)
    {
        var monday = Monday(day);
        return new(TimexType.Date, WeekText(monday), Grain.Week, monday, Plus(monday, 6));
    }

    internal static TimeValue Weekend(DateOnly day)
    {
        var monday = Monday(day);
        return new(TimexType.Date, WeekText(monday) + "-WE", Grain.Weekend, Plus(monday, 5), Plus(monday, 6));
    }

    internal static TimeValue Month(int year, int month) => Months(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"), Grain.Month, year, month, 1);

    internal static TimeValue Quarter(int year, int quarter) => Months(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{quarter}"), Grain.Quarter, year, 3 * quarter - 2, 3);

    internal static TimeValue Half(int year, int half) => Months(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-H{half}"), Grain.Half, year, 6 * half - 5, 6);

    internal static TimeValue Season(int year, string code)
    {
        var first = Array.IndexOf(SeasonCodes, code) * 3;
        return Months(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{code}"), Grain.Season, year, first == 0 ? 12 : first, 3);
    }

    internal static string SeasonOf(DateOnly day) => SeasonCodes[day.Month % 12 / 3];

    internal static TimeValue Year(int year) => Months(year.ToString("0000", CultureInfo.InvariantCulture), Grain.Year, year, 1, 12);

    /// <param name="decade">The year without its last digit: 199 for the nineties.</param>
    internal static TimeValue Decade(int decade) => Months(decade.ToString("000", CultureInfo.InvariantCulture), Grain.Decade, decade * 10, 1, 120);

    /// <param name="century">The year without its last two digits: 19 for the twentieth.</param>
    internal static TimeValue Century(int century) => Months(century.ToString("00", CultureInfo.InvariantCulture), Grain.Century, century * 100, 1, 1200);

    /// <summary>The unit of this grain that a day lies in.</summary>
    internal static TimeValue Around(DateOnly day, Grain grain) => grain switch
    {
        Grain.Week => Week(day),
        Grain.Weekend => Weekend(day),
        Grain.Month => Month(day.Year, day.Month),
        Grain.Quarter => Quarter(day.Year, (day.Month + 2) / 3),
        Grain.Half => Half(day.Year, (day.Month + 5) / 6),
        Grain.Season => Season(day.Month <= 2 ? day.Year - 1 : day.Year, SeasonOf(day)),
        Grain.Year => Year(day.Year),
        Grain.Decade => Decade(day.Year / 10),
        Grain.Century => Century(day.Year / 100),
        _ => Day(day),
    };

    /// <summary>A day so many units on; the calendar's ends hold.</summary>
    internal static DateOnly Plus(DateOnly day, Grain unit, int count)
    {
        // beyond this no calendar of ours reaches, and the products stay small
        count = Math.Clamp(count, -100_000, 100_000);
        return unit switch
        {
            Grain.Week or Grain.Weekend => Plus(day, 7 * count),
            Grain.Month => PlusMonths(day, count),
            Grain.Season or Grain.Quarter => PlusMonths(day, 3 * count),
            Grain.Half => PlusMonths(day, 6 * count),
            Grain.Year => PlusMonths(day, 12 * count),
            Grain.Decade => PlusMonths(day, 120 * count),
            Grain.Century => PlusMonths(day, 1200 * count),
            _ => Plus(day, count),
        };
    }

    internal static DateOnly Monday(DateOnly day) => Plus(day, -(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Monday of week 1–53 of an ISO year; null where the year has no such week.</summary>
    internal static DateOnly? WeekOfYear(int year, int week)
    {
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }

    private static TimeValue Months(string text, Grain grain, int year, int month, int count)
    {
        if (year is < 1 or > 9999) return new(TimexType.Date, text, grain);
        var first = new DateOnly(year, month, 1);
        return new(TimexType.Date, text, grain, first, Plus(PlusMonths(first, count), -1));
    }

    private static DateOnly Plus(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static DateOnly PlusMonths(DateOnly day, int months)
    {
        var at = day.Year * 12L + day.Month - 1 + months;
        return at < 12 ? DateOnly.MinValue : at >= 120_000 ? DateOnly.MaxValue : day.AddMonths(months);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string WeekText(DateOnly monday)
    {
        var date = monday.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
    }
}
