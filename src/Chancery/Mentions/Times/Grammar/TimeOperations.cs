using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>Gives a match its value; null where it has none, and then it is no time.</summary>
internal delegate TimeValue? TimeOperation(Resolver resolver, TimeArguments arguments);

/// <summary>What a rule's arguments stand for in one match.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Items">The matched items, null for plain words and what was left out.</param>
/// <param name="Resolver">Resolves those that other rules matched.</param>
internal readonly record struct TimeArguments(TimeRule Rule, Item?[] Items, Resolver Resolver)
{
    /// <summary>True where the pattern matched something for it.</summary>
    internal bool Has(int index) => index < Items.Length && Items[index] is not null;

    internal Item? Item(int index) => index < Items.Length ? Items[index] : null;

    /// <summary>The number matched, or written in the rule; null where there is neither.</summary>
    internal decimal? Number(int index)
    {
        if (index >= Items.Length) return null;
        if (Items[index] is { } item) return item.Number;
        return decimal.TryParse(Rule.Arguments[index], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    internal int? Whole(int index) => Number(index) is { } n && n == decimal.Truncate(n) && Math.Abs(n) < 1_000_000 ? (int)n : null;

    /// <summary>The code of the word matched, or the word written in the rule; empty where the class matched nothing.</summary>
    internal string Code(int index)
    {
        if (index >= Items.Length) return "";
        if (Items[index] is { } item) return item.Code;
        var written = Rule.Arguments[index];
        return written == "-" || TimeSymbols.Find(written.TrimEnd('1', '2')) >= 0 ? "" : written;
    }

    /// <summary>The time that another rule matched.</summary>
    internal TimeValue? Time(int index) => Item(index) is { } item ? Resolver.Resolve(item) : null;
}

/// <summary>The operations that rules may name.</summary>
internal static class TimeOperations
{
    private static readonly Dictionary<string, TimeOperation> ByName = new(StringComparer.Ordinal)
    {
        ["day"] = CalendarOperations.Day,
        ["ymd"] = CalendarOperations.YearMonthDay,
        ["month"] = CalendarOperations.Month,
        ["year"] = CalendarOperations.Year,
        ["quarter"] = CalendarOperations.Quarter,
        ["half"] = CalendarOperations.Half,
        ["season"] = CalendarOperations.Season,
        ["decade"] = CalendarOperations.Decade,
        ["century"] = CalendarOperations.Century,
        ["week"] = CalendarOperations.WeekOf,
        ["holiday"] = CalendarOperations.Holiday,
        ["nth"] = CalendarOperations.Nth,
        ["weekday"] = RelativeOperations.Weekday,
        ["relative"] = RelativeOperations.Unit,
        ["month-relative"] = RelativeOperations.MonthRelative,
        ["season-relative"] = RelativeOperations.SeasonRelative,
        ["weekday-relative"] = RelativeOperations.WeekdayRelative,
        ["holiday-relative"] = RelativeOperations.HolidayRelative,
        ["period-in"] = RelativeOperations.PeriodIn,
        ["from-now"] = RelativeOperations.FromNow,
        ["day-in-month"] = RelativeOperations.DayInMonth,
        ["same-weekday"] = RelativeOperations.SameWeekday,
        ["year-of-pair"] = CalendarOperations.YearOfPair,
        ["month-up-to"] = CalendarOperations.MonthUpTo,
        ["no-date"] = CalendarOperations.NoDate,
        ["impossible"] = CalendarOperations.Impossible,
        ["impossible-clock"] = ClockOperations.Impossible,
        ["edge-of-unit"] = RelativeOperations.EdgeOfUnit,
        ["half-duration"] = DurationOperations.Half,
        ["half-more"] = DurationOperations.HalfMore,
        ["at-hour"] = ClockOperations.AtHour,
        ["none"] = (_, _) => null,
        ["not-a-time"] = NotATime,
        ["from-report"] = RelativeOperations.FromReport,
        ["from-context"] = RelativeOperations.FromContext,
        ["from"] = RelativeOperations.From,
        ["same"] = RelativeOperations.Same,
        ["the"] = RelativeOperations.The,
        ["year-before"] = RelativeOperations.YearBefore,
        ["edge"] = RelativeOperations.Edge,
        ["weekday-in"] = RelativeOperations.WeekdayIn,
        ["duration"] = DurationOperations.Duration,
        ["sum"] = DurationOperations.Sum,
        ["span"] = DurationOperations.Span,
        ["set"] = DurationOperations.Set,
        ["ref"] = DurationOperations.Reference,
        ["clock"] = ClockOperations.Clock,
        ["hhmm"] = ClockOperations.HourMinute,
        ["past"] = ClockOperations.Past,
        ["at"] = ClockOperations.At,
        ["part"] = ClockOperations.Part,
        ["part-at"] = ClockOperations.PartAt,
    };

    /// <summary>What looks like a time and is none: the words are passed over.</summary>
    internal static TimeValue? NotATime(Resolver resolver, TimeArguments arguments) => null;

    internal static TimeOperation? Find(string name) => ByName.GetValueOrDefault(name);
}
