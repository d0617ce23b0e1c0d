using System.Globalization;
using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>Dates told from the report's day or from another time: 'last month', 'on Monday', 'two weeks ago', 'three days after Easter', 'that year'.</summary>
internal static class RelativeOperations
{
    /// <summary>How far from the report's month 'Tuesday the 25th' is looked for.</summary>
    private const int MonthsAround = 2;

    /// <summary>relative(relation, unit): 'last year', 'this month', 'the coming week'.</summary>
    internal static TimeValue? Unit(Resolver resolver, TimeArguments arguments)
    {
        var unit = arguments.Code(1);
        if (unit == "FN" || Units.Grain(unit) is Grain.None or < Grain.Day) return null;
        var count = arguments.Whole(0) ?? 0;
        if (resolver.Published is not { } published) return resolver.Open(OpenText(unit), Units.Grain(unit));
        var value = Spans.Around(Units.Plus(published, unit, count), Units.Grain(unit));
        return unit == "N" ? Night(value) : value;
    }

    private static string OpenText(string unit) => Units.Grain(unit) switch
    {
        Grain.Day => "XXXX-XX-XX",
        Grain.Week => "XXXX-WXX",
        Grain.Weekend => "XXXX-WXX-WE",
        Grain.Month => "XXXX-XX",
        Grain.Quarter => "XXXX-QX",
        Grain.Decade => "XXX",
        Grain.Century => "XX",
        _ => "XXXX",
    };

    private static TimeValue Night(TimeValue day) => day with { Type = TimexType.Time, Value = day.Value + "TNI", Grain = Grain.Part };

    /// <summary>weekday(weekday): the latest one up to the report's day, or the next one where the clause looks ahead.</summary>
    internal static TimeValue? Weekday(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } weekday) return null;
        if (resolver.Published is not { } published) return OpenWeekday(resolver, weekday);
        var back = (Number(published) - weekday + 7) % 7;
        return Spans.Day(Spans.Plus(published, Grain.Day, resolver.Direction == Direction.Future ? (7 - back) % 7 : -back));
    }

    /// <summary>weekday-relative(weekday, relation): 'last' and 'previous' of the week before, 'next' of the week after, 'past' and 'coming' the nearest.</summary>
    internal static TimeValue? WeekdayRelative(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } weekday) return null;
        if (resolver.Published is not { } published) return OpenWeekday(resolver, weekday);
        var today = Number(published);
        var inWeek = Spans.Plus(Spans.Monday(published), Grain.Day, weekday - 1);
        return Spans.Day(arguments.Code(1) switch
        {
            // said on a Friday, 'last Monday' is this week's to most writers of news, said on a Monday it is not
            "last" => Spans.Plus(inWeek, Grain.Day, weekday < today ? 0 : -7),
            "previous" => Spans.Plus(inWeek, Grain.Day, -7),
            "next" => Spans.Plus(inWeek, Grain.Day, 7),
            "past" => Spans.Plus(published, Grain.Day, -((today - weekday + 6) % 7 + 1)),
            "coming" => Spans.Plus(published, Grain.Day, (weekday - today + 6) % 7 + 1),
            _ => inWeek,
        });
    }

    private static int Number(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    private static TimeValue OpenWeekday(Resolver resolver, int weekday) => resolver.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"), Grain.Day);

    /// <summary>weekday-in(weekday, week or other anchor): 'Monday next week', 'Monday two weeks from now': the first such day from there on; in a week, its day.</summary>
    internal static TimeValue? WeekdayIn(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } weekday || arguments.Time(1) is not { } anchor) return null;
        if (anchor.From is not { } from) return OpenWeekday(resolver, weekday);
        return Spans.Day(anchor.Grain == Grain.Week ? Spans.Plus(from, Grain.Day, weekday - 1) : Spans.Plus(from, Grain.Day, (weekday - Number(from) + 7) % 7));
    }

    /// <summary>month-relative(month, relation): 'last April' is the latest that is over, 'next April' the first to begin, 'this April' the year's.</summary>
    internal static TimeValue? MonthRelative(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } month || arguments.Whole(1) is not { } relation) return null;
        if (resolver.Published is not { } published) return resolver.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), Grain.Month);
        return Spans.Month(published.Year + (relation < 0 && month >= published.Month ? -1 : relation > 0 && month <= published.Month ? 1 : 0), month);
    }

    /// <summary>season-relative(season, relation)</summary>
    internal static TimeValue? SeasonRelative(Resolver resolver, TimeArguments arguments)
    {
        var code = arguments.Code(0);
        if (code.Length != 2 || arguments.Whole(1) is not { } relation) return null;
        if (resolver.Published is not { } published) return resolver.Open($"XXXX-{code}", Grain.Season);
        for (var year = published.Year + 1; year >= published.Year - 2; year--)
        {
            var season = Spans.Season(year, code);
            if (relation < 0 ? season.To < published : relation == 0 ? season.From <= published || season.From?.Year == published.Year : false) return season;
        }
        for (var year = published.Year - 1; ; year++)
            if (Spans.Season(year, code) is var season && season.From > published) return season;
    }

    /// <summary>holiday-relative(holiday, relation)</summary>
    internal static TimeValue? HolidayRelative(Resolver resolver, TimeArguments arguments)
    {
        if (resolver.Published is not { } published) return resolver.Open("XXXX-XX-XX", Grain.Day);
        var (code, relation) = (arguments.Code(0), arguments.Whole(1) ?? 0);
        if (relation == 0) return Holidays.In(published.Year, code) is { } day ? Spans.Day(day) : null;
        for (var (year, steps) = (published.Year, 0); steps < 4; year += relation, steps++)
            if (Holidays.In(year, code) is { } found && (relation < 0 ? found < published : found > published)) return Spans.Day(found);
        return null;
    }

    /// <summary>from-report(count, unit, sign): 'two weeks ago', 'in three days'. As coarse as the unit; hours and minutes leave the day.</summary>
    internal static TimeValue? FromReport(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Code(1) == "Y" && arguments.Number(0) == 1 && arguments.Whole(2) < 0 && resolver.Quarter is { } quarter) return Aside(resolver, Shift(quarter, "Y", -1));
        return Away(resolver, arguments, resolver.Published);
    }

    /// <summary>from-context(count, unit, sign): 'two days later', 'a year earlier': told from the time mentioned last.</summary>
    internal static TimeValue? FromContext(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Code(1) == "Y" && arguments.Number(0) == 1 && resolver.Quarter is { } quarter && arguments.Whole(2) < 0) return Aside(resolver, Shift(quarter, "Y", -1));
        if (arguments.Code(1) == "Y" && arguments.Number(0) == 1 && resolver.Recent is { } recent) return Shift(recent, "Y", arguments.Whole(2) ?? 1);
        return Away(resolver, arguments, resolver.Recent?.From ?? resolver.Published);
    }

    /// <summary>from-now(count, unit): 'in two weeks': ahead of the report, but how long it took where the clause tells of the past.</summary>
    internal static TimeValue? FromNow(Resolver resolver, TimeArguments arguments)
    {
        if (resolver.Direction == Direction.Past) return DurationOperations.Duration(resolver, arguments);
        if (resolver.Published is not null || Units.Grain(arguments.Code(1)) < Grain.Day) return Away(resolver, arguments, resolver.Published);
        resolver.NeedsDate();
        return DurationOperations.Duration(resolver, arguments);
    }

    /// <summary>day-in-month(day, weekday): 'the 25th of this month'; 'Tuesday the 25th' of the nearest month where that is a Tuesday.</summary>
    internal static TimeValue? DayInMonth(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } day) return null;
        if (resolver.Published is not { } published) return resolver.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:00}"), Grain.Day);
        if (!arguments.Has(1)) return CalendarOperations.Build(resolver, published.Year, published.Month, day);
        DateOnly? best = null;
        for (var months = -MonthsAround; months <= MonthsAround; months++)
        {
            var month = Spans.Plus(new DateOnly(published.Year, published.Month, 1), Grain.Month, months);
            if (day > DateTime.DaysInMonth(month.Year, month.Month) || Number(new(month.Year, month.Month, day)) != arguments.Whole(1)) continue;
            var found = new DateOnly(month.Year, month.Month, day);
            if (best is not { } other || Math.Abs(found.DayNumber - published.DayNumber) < Math.Abs(other.DayNumber - published.DayNumber)) best = found;
        }
        if (best is { } nearest) return Spans.Day(nearest);
        resolver.WrongWeekday();
        return CalendarOperations.Build(resolver, published.Year, published.Month, day);
    }

    /// <summary>same-weekday(day, weekday, short weekday): 'Friday, April 25': the day holds, and it is said where it is no Friday.</summary>
    internal static TimeValue? SameWeekday(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Time(0) is not { } day) return null;
        var said = arguments.Item(2) is { } name ? (int)name.Number : arguments.Time(1)?.From is { } other ? Number(other) : 0;
        if (said > 0 && day is { Grain: Grain.Day, From: { } on } && Number(on) != said) resolver.WrongWeekday();
        return day;
    }

    /// <summary>edge-of-unit(edge, unit): 'the end of the month'.</summary>
    internal static TimeValue? EdgeOfUnit(Resolver resolver, TimeArguments arguments) =>
        The(resolver, arguments with { Items = [arguments.Item(1)], Rule = arguments.Rule with { Arguments = ["U"] } }) is { } whole ? Part(resolver, arguments.Code(0), whole) : null;

    private static TimeValue? Away(Resolver resolver, TimeArguments arguments, DateOnly? anchor)
    {
        var unit = arguments.Code(1);
        if (arguments.Number(0) is not { } number) return arguments.Whole(2) < 0 ? DurationOperations.PastReference : DurationOperations.FutureReference;
        if (unit is "DE" or "CE") (number, unit) = (number * (unit == "DE" ? 10 : 100), "Y");
        if (Units.Grain(unit) is var grain && grain == Grain.None) return null;
        if (anchor is not { } from) return resolver.Open(OpenText(unit), grain);
        if (grain < Grain.Day) return ClockOperations.Moment(from, Units.Grain(unit), number * (arguments.Whole(2) ?? 1));
        if (number != decimal.Truncate(number))
        {
            if (grain != Grain.Year) return null;
            (number, unit, grain) = (decimal.Truncate(number * 12), "M", Grain.Month);
        }
        var day = Units.Plus(from, unit, Clamp(number) * (arguments.Whole(2) ?? 1));
        // a week or two is said to the day, many weeks to the week
        return Spans.Around(day, grain is Grain.Week && number < 3 ? Grain.Day : grain);
    }

    /// <summary>from(count, unit, sign, anchor): 'three weeks from tomorrow', 'two days before Christmas': to the day.</summary>
    internal static TimeValue? From(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } count || arguments.Whole(2) is not { } sign || arguments.Time(3) is not { } anchor) return null;
        var unit = arguments.Code(1);
        if (Units.Grain(unit) is Grain.None or < Grain.Day) return null;
        if (anchor.From is not { } from) return anchor.IsOpen ? resolver.Open("XXXX-XX-XX", Grain.Day) : null;
        var day = Units.Plus(from, unit, Clamp(count) * sign);
        return anchor.Grain >= Grain.Month && Units.Grain(unit) >= Grain.Month && arguments.Code(4) != "day" ? Spans.Around(day, Units.Grain(unit)) : Spans.Day(day);
    }

    /// <summary>same(time)</summary>
    internal static TimeValue? Same(Resolver resolver, TimeArguments arguments) => arguments.Time(0);

    /// <summary>the(unit, shift): 'the week', 'that year', 'the following day': told from the time mentioned last, else from the report's day.</summary>
    internal static TimeValue? The(Resolver resolver, TimeArguments arguments)
    {
        var unit = arguments.Code(0);
        var grain = Units.Grain(unit);
        if (grain is Grain.None or < Grain.Day) return null;
        if (grain == Grain.Quarter) return TheQuarter(resolver, arguments.Whole(1) ?? 0);
        var recent = resolver.Recent;
        var anchor = recent is { Grain: >= Grain.Day } && recent.Grain <= grain || recent?.Grain > grain && arguments.Whole(1) != 0 ? recent?.From : resolver.Published;
        if (anchor is not { } from) return resolver.Open(OpenText(unit), grain);
        return Spans.Around(Units.Plus(from, unit, arguments.Whole(1) ?? 0), grain);
    }

    /// <summary>'the quarter': the one mentioned last; else the one that is over, since results are told of what is over.</summary>
    private static TimeValue TheQuarter(Resolver resolver, int shift)
    {
        if (resolver.Quarter is { } quarter) return Shift(quarter, "Q", shift);
        if (resolver.Published is not { } published) return resolver.Open("XXXX-QX", Grain.Quarter);
        return Spans.Around(Spans.Plus(published, Grain.Quarter, shift - (resolver.Direction == Direction.Future ? 0 : 1)), Grain.Quarter);
    }

    /// <summary>period-in(year): 'the 1988 quarter': the quarter mentioned last, in that year.</summary>
    internal static TimeValue? PeriodIn(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } year) return null;
        return Aside(resolver, resolver.Quarter?.From is { } from ? Spans.Quarter(year, (from.Month + 2) / 3) : Spans.Year(year));
    }

    private static TimeValue Aside(Resolver resolver, TimeValue value)
    {
        resolver.IsAside = true;
        return value;
    }

    /// <summary>year-before(number): 'the year-earlier quarter', 'the year-ago third quarter': the quarter or time mentioned last, one year back.</summary>
    internal static TimeValue? YearBefore(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is >= 1 and <= 4 and var number && resolver.Published is { } day) return Aside(resolver, Spans.Quarter(day.Year - 1, number));
        if ((resolver.Quarter ?? resolver.Recent) is { } recent) return Aside(resolver, Shift(recent, "Y", -1));
        return resolver.Published is { } published ? Spans.Year(published.Year - 1) : resolver.Open("XXXX", Grain.Year);
    }

    /// <summary>edge(edge, time): 'early 1990', 'the end of the month': the value is the whole, the days are those of its part.</summary>
    internal static TimeValue? Edge(Resolver resolver, TimeArguments arguments)
    {
        return arguments.Time(1) is { } time ? Part(resolver, arguments.Code(0), time) : null;
    }

    private static TimeValue Part(Resolver resolver, string edge, TimeValue time)
    {
        if (time.From is not { } from || time.To is not { } to || time.Grain <= Grain.Day) return time;
        var length = to.DayNumber - from.DayNumber + 1;
        // a third of it, as people speak of the early, the middle and the late part
        var third = Math.Max(1, length / 3);
        return edge switch
        {
            "START" => time with { To = from.AddDays(third - 1) },
            "END" => time with { From = to.AddDays(1 - third) },
            "MID" => time with { From = from.AddDays(third), To = to.AddDays(-third) },
            // 'earlier this month' lies before the report, 'later this year' behind it
            "BEFORE" when resolver.Published is { } day && day > from && day <= to => time with { To = day },
            "AFTER" when resolver.Published is { } day && day >= from && day < to => time with { From = day },
            _ => time,
        };
    }

    internal static TimeValue Shift(TimeValue time, string unit, int count) =>
        time.From is { } from ? Spans.Around(Units.Plus(from, unit, count), time.Grain is >= Grain.Day ? time.Grain : Grain.Day) : time;

    private static int Clamp(decimal number) => (int)Math.Clamp(number, -100_000, 100_000);
}
