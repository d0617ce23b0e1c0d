using System.Globalization;
using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>Dates by name and number: 'March 3, 2021', 'the third quarter', 'the 1990s', 'Easter 2018'.</summary>
internal static class CalendarOperations
{
    private const int MonthPenalty = 340;

    /// <summary>day(year, month, day)</summary>
    internal static TimeValue? Day(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(1) is not { } month || arguments.Whole(2) is not { } day) return null;
        return Build(resolver, FullYear(resolver, arguments.Item(0)), month, day);
    }

    /// <summary>ymd(20250321)</summary>
    internal static TimeValue? YearMonthDay(Resolver resolver, TimeArguments arguments) =>
        arguments.Number(0) is { } n ? Build(resolver, (int)n / 10000, (int)n / 100 % 100, (int)n % 100) : null;

    internal static TimeValue Build(Resolver resolver, int? year, int month, int day)
    {
        // 2024 is a leap year: no year has more days than that
        if (day > DateTime.DaysInMonth(year is { } y and >= 1 and <= 9999 ? y : 2024, month))
        {
            resolver.Impossible();
            return new(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"{(year is { } known ? known.ToString("0000", CultureInfo.InvariantCulture) : "XXXX")}-{month:00}-{day:00}"), Grain.Day);
        }
        if (year is { } given) return Spans.Day(new DateOnly(given, month, day));
        if (resolver.Published is not { } published)
        {
            resolver.NeedsDate();
            return new(TimexType.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"), Grain.Day);
        }
        return Spans.Day(Nearest(resolver, published, y => day <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, day) : null));
    }

    /// <summary>impossible(year): a day that its month cannot have; of it only the year is sure, where one stands.</summary>
    internal static TimeValue? Impossible(Resolver resolver, TimeArguments arguments)
    {
        resolver.NoSuchTime();
        return new(TimexType.Date, (FullYear(resolver, arguments.Item(0))?.ToString("0000", CultureInfo.InvariantCulture) ?? "XXXX") + "-XX-XX", Grain.Day);
    }

    /// <summary>no-date(): digits alone that are set as a date: no time at all, and that is said.</summary>
    internal static TimeValue? NoDate(Resolver resolver, TimeArguments arguments)
    {
        resolver.NoSuchTime();
        return null;
    }

    /// <summary>month-up-to(year, month, last month): 'from November to March 1999' begins the year before.</summary>
    internal static TimeValue? MonthUpTo(Resolver resolver, TimeArguments arguments)
    {
        if (FullYear(resolver, arguments.Item(0)) is not { } year || arguments.Whole(1) is not { } month) return null;
        return Spans.Month(month > arguments.Whole(2) ? year - 1 : year, month);
    }

    /// <summary>year-of-pair(year, short year): '1914-18'; the second may begin a century: '1999-00'.</summary>
    internal static TimeValue? YearOfPair(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } year || arguments.Whole(1) is not { } last) return null;
        if (last < year % 100 && last > year % 100 - 80) resolver.Backwards();
        return Spans.Year(year);
    }

    /// <summary>month(year, month)</summary>
    internal static TimeValue? Month(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(1) is not { } month) return null;
        if (FullYear(resolver, arguments.Item(0)) is { } year) return Spans.Month(year, month);
        if (resolver.Published is not { } published) return resolver.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), Grain.Month);
        // the month that runs is the month meant
        if (month == published.Month) return Spans.Month(published.Year, month);
        var first = Nearest(resolver, published, y => new DateOnly(y, month, 1), MonthPenalty);
        return Spans.Month(first.Year, month);
    }

    /// <summary>year(year)</summary>
    internal static TimeValue? Year(Resolver resolver, TimeArguments arguments) => FullYear(resolver, arguments.Item(0)) is { } year ? Spans.Year(year) : null;

    /// <summary>quarter(year, number): without a year the latest one that has begun, or the next where the clause looks ahead.</summary>
    internal static TimeValue? Quarter(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(1) is not { } quarter) return null;
        var written = FullYear(resolver, arguments.Item(0));
        if (quarter is < 1 or > 4) return written is { } of ? resolver.Without(Spans.Year(of), "-QX", Grain.Quarter) : null;
        if (written is { } year) return Spans.Quarter(year, quarter);
        if (resolver.Published is not { } published) return resolver.Open($"XXXX-Q{quarter}", Grain.Quarter);
        // a quarter is told of once it has begun; what lies ahead is told of as such, but results of the last one 'will be' reported too
        for (var y = published.Year; ; y--)
        {
            var told = Spans.Quarter(y, quarter);
            if (told.From <= published) return resolver.Direction == Direction.Future && told.To?.AddDays(100) < published ? Spans.Quarter(y + 1, quarter) : told;
        }
    }

    /// <summary>half(year, number)</summary>
    internal static TimeValue? Half(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(1) is not { } half) return null;
        var written = FullYear(resolver, arguments.Item(0));
        if (half is < 1 or > 2) return written is { } of ? resolver.Without(Spans.Year(of), "-HX", Grain.Half) : null;
        if (written is { } year) return Spans.Half(year, half);
        return resolver.Published is { } published ? Spans.Half(published.Year, half) : resolver.Open($"XXXX-H{half}", Grain.Half);
    }

    /// <summary>season(year, code): without a year the latest one that has begun, or the next where the clause looks ahead.</summary>
    internal static TimeValue? Season(Resolver resolver, TimeArguments arguments)
    {
        var code = arguments.Code(1);
        if (code.Length != 2) return null;
        if (FullYear(resolver, arguments.Item(0)) is { } year) return Spans.Season(year, code);
        if (resolver.Published is not { } published) return resolver.Open($"XXXX-{code}", Grain.Season);
        var first = Nearest(resolver, published, y => Spans.Season(y, code).From, MonthPenalty);
        return Spans.Season(first.Month == 12 ? first.Year : first.Year, code);
    }

    /// <summary>decade(1990) or decade(90): the first year of it.</summary>
    internal static TimeValue? Decade(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } year) return null;
        if (year < 100) year += year < 30 ? 2000 : 1900;
        return year % 10 == 0 ? Spans.Decade(year / 10) : null;
    }

    /// <summary>century(20)</summary>
    internal static TimeValue? Century(Resolver resolver, TimeArguments arguments) => arguments.Whole(0) is { } n and >= 1 and <= 30 ? Spans.Century(n - 1) : null;

    /// <summary>week(number, year): by number, -1 for the last; or week(-, day): the week that a day lies in.</summary>
    internal static TimeValue? WeekOf(Resolver resolver, TimeArguments arguments)
    {
        var time = arguments.Time(1);
        if (arguments.Whole(0) is not { } number) return time?.From is { } day ? Spans.Week(day) : null;
        if ((time?.From ?? resolver.Published) is not { } within) return null;
        if (number < 0) number = ISOWeek.GetWeeksInYear(within.Year);
        if (Spans.WeekOfYear(within.Year, number) is { } monday) return Spans.Week(monday);
        return time is { Grain: Grain.Year } year ? resolver.Without(year, "-WXX", Grain.Week) : null;
    }

    /// <summary>nth(number, unit, within): 'the third month of 2021', 'the 15th day of next month'.</summary>
    internal static TimeValue? Nth(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } number || number < 1 || arguments.Time(2) is not { From: { } from, To: { } to }) return null;
        if (arguments.Time(2) is not { } whole) return null;
        var grain = Units.Grain(arguments.Code(1));
        if (grain == Grain.Week && whole.Grain == Grain.Year) return Spans.WeekOfYear(from.Year, number) is { } monday ? Spans.Week(monday) : resolver.Without(whole, "-WXX", grain);
        var found = Spans.Around(Spans.Plus(from, grain, number - 1), grain);
        if (found.From <= to) return found;
        // 'the second year of 2021' is of something else
        return whole.Grain is Grain.Month or Grain.Year && grain < whole.Grain ? resolver.Without(whole, grain == Grain.Week ? "-WXX" : "-XX", grain) : null;
    }

    /// <summary>holiday(holiday, year)</summary>
    internal static TimeValue? Holiday(Resolver resolver, TimeArguments arguments)
    {
        var code = arguments.Code(0);
        var within = arguments.Item(1) is { Match: not null } ? arguments.Time(1)?.From?.Year : FullYear(resolver, arguments.Item(1));
        if (within is { } year) return Holidays.In(year, code) is { } day ? Spans.Day(day) : null;
        if (resolver.Published is not { } published) return resolver.Open("XXXX-XX-XX", Grain.Day);
        return Spans.Day(Nearest(resolver, published, y => Holidays.In(y, code)));
    }

    /// <summary>The day of a near year that lies on the side the clause looks to.</summary>
    /// <param name="resolver">Knows the clause.</param>
    /// <param name="published">The report's day.</param>
    /// <param name="inYear">The day in each year.</param>
    /// <param name="penalty">Days that the wrong side costs. A clause in the past may still name a day just ahead ('was put off to April 2'); a month less often.</param>
    private static DateOnly Nearest(Resolver resolver, DateOnly published, Func<int, DateOnly?> inYear, int penalty = 240)
    {
        var best = published;
        var least = int.MaxValue;
        for (var year = Math.Max(1, published.Year - 4); year <= Math.Min(9999, published.Year + 4); year++)
        {
            if (inYear(year) is not { } day) continue;
            var distance = day.DayNumber - published.DayNumber;
            var wrong = resolver.Direction == Direction.Past ? distance > 0 : resolver.Direction == Direction.Future && distance < 0;
            var cost = Math.Abs(distance) + (wrong ? penalty : 0);
            if (cost < least) (best, least) = (day, cost);
        }
        return best;
    }

    /// <summary>A year as written; two digits are this century's up to fifteen years ahead, else the last one's.</summary>
    private static int? FullYear(Resolver resolver, Item? item)
    {
        if (item is null) return null;
        if (item.Match is not null) return resolver.Resolve(item)?.From?.Year;
        if (item.Number is < 0 or > 9999) return null;
        var year = (int)item.Number;
        if (year >= 100) return year;
        return 2000 + year > (resolver.Published?.Year ?? 2025) + 15 ? 1900 + year : 2000 + year;
    }
}
