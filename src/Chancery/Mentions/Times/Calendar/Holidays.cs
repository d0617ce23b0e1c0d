using System.Globalization;

namespace Chancery.Mentions.Times.Calendar;

/// <summary>Reckons the day of a holiday from the rule in the word table.</summary>
/// <remarks>
/// Rules: <c>12-25</c> month and day; <c>11-4-THU</c> the fourth Thursday, <c>05-L-MON</c> the last Monday of a month; <c>easter-2</c> days from Western Easter;
/// <c>orthodox+0</c>; <c>hijri 10-01</c>, <c>hebrew 7-15</c>, <c>chinese 1-1</c> in those calendars (tabular: a sighting may be a day off).
/// </remarks>
internal static class Holidays
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    internal static DateOnly? In(int year, string rule)
    {
        if (year is < 1700 or > 2199) return null;
        if (rule.StartsWith("easter", StringComparison.Ordinal)) return Easter(year).AddDays(Offset(rule, 6));
        if (rule.StartsWith("orthodox", StringComparison.Ordinal)) return OrthodoxEaster(year).AddDays(Offset(rule, 8));
        var parts = rule.Split(' ', '-');
        try
        {
            return parts[0] switch
            {
                "hijri" => InOther(new UmAlQuraCalendar(), year, Number(parts[1]), Number(parts[2])),
                "hebrew" => InOther(new HebrewCalendar(), year, Number(parts[1]), Number(parts[2])),
                "chinese" => InOther(new ChineseLunisolarCalendar(), year, Number(parts[1]), Number(parts[2])),
                _ when parts.Length == 3 => Nth(year, Number(parts[0]), parts[1], Array.IndexOf(Days, parts[2])),
                _ => new DateOnly(year, Number(parts[0]), Number(parts[1])),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // the calendar does not reach that year
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Offset(string rule, int at) => rule.Length > at ? int.Parse(rule.AsSpan(at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;

    private static DateOnly Nth(int year, int month, string which, int weekday)
    {
        if (which == "L")
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7));
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (Number(which) - 1));
    }

    private static DateOnly? InOther(System.Globalization.Calendar calendar, int year, int month, int day)
    {
        for (var at = calendar.GetYear(new DateTime(year, 1, 1)); at <= calendar.GetYear(new DateTime(year, 12, 31)); at++)
        {
            var found = DateOnly.FromDateTime(calendar.ToDateTime(at, month, day, 0, 0, 0, 0));
            if (found.Year == year) return found;
        }
        return null;
    }

    /// <summary>Anonymous Gregorian computus.</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new(year, n / 31, n % 31 + 1);
    }

    /// <summary>Meeus's Julian computus, carried over to the Gregorian calendar.</summary>
    private static DateOnly OrthodoxEaster(int year)
    {
        int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7, n = d + e + 114;
        return new DateOnly(year, n / 31, n % 31 + 1).AddDays(year / 100 - year / 400 - 2);
    }
}
