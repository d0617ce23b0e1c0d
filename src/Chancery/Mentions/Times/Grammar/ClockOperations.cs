using System.Globalization;
using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>Times of day: '8:30 p.m.', '1511 GMT', 'noon', 'Monday morning', 'four in the afternoon'.</summary>
internal static class ClockOperations
{
    /// <summary>clock(hour, minute, second, half of the day, zone): 'T20:30', with the offset of the zone where it is named.</summary>
    internal static TimeValue? Clock(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not { } hour) return null;
        var (minute, second, half) = (arguments.Whole(1) ?? 0, arguments.Whole(2) ?? 0, arguments.Code(3));
        if (hour > 24 || minute > 59 || second > 59 || hour == 24 && minute > 0 || half == "am" && hour > 12 || half == "pm" && hour is 0 or 24)
            // digits around a colon alone may be a score or a verse
            return half.Length > 0 || arguments.Has(4) || arguments.Rule.Arguments.Length > 5 ? Impossible(resolver, arguments) : null;
        return Build(Hour(hour, half), minute, arguments.Has(2) ? second : null, arguments.Code(4));
    }

    /// <summary>impossible-clock(): what stands where a time of day should, and is none.</summary>
    internal static TimeValue? Impossible(Resolver resolver, TimeArguments arguments)
    {
        resolver.NoSuchTime();
        return new(TimexType.Time, "TXX:XX", Grain.Minute);
    }

    /// <summary>hhmm(1511, zone)</summary>
    internal static TimeValue? HourMinute(Resolver resolver, TimeArguments arguments) =>
        arguments.Whole(0) is { } number && number / 100 <= 24 && number % 100 <= 59 ? Build(number / 100, number % 100, null, arguments.Code(1)) : null;

    /// <summary>past(minutes, hour, sign): 'half past eight', 'ten to three'.</summary>
    internal static TimeValue? Past(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Number(0) is not { } minutes || arguments.Whole(1) is not (>= 1 and <= 24) || arguments.Whole(1) is not { } hour) return null;
        if (minutes < 1) minutes *= 60;
        if (minutes is < 1 or > 59) return null;
        return arguments.Whole(2) < 0 ? Build((hour + 23) % 24, 60 - (int)minutes, null, "") : Build(hour % 24, (int)minutes, null, "");
    }

    /// <summary>at(day, time of day)</summary>
    internal static TimeValue? At(Resolver resolver, TimeArguments arguments)
    {
        return arguments.Time(0) is { } day && arguments.Time(1) is { } clock ? Join(day, clock) : null;
    }

    private static TimeValue? Join(TimeValue day, TimeValue clock)
    {
        if (day.Grain is not (Grain.Day or Grain.Part)) return null;
        var cut = day.Value.IndexOf('T', StringComparison.Ordinal);
        var late = cut > 0 && day.Value[cut..] is "TNI" or "TEV" or "TAF";
        var time = clock.Value;
        // 'tonight at 8' is twenty hundred hours, 'tonight at 2' is not
        if (late && int.TryParse(time.AsSpan(1, 2), CultureInfo.InvariantCulture, out var hour) && hour is >= 4 and < 12) time = string.Create(CultureInfo.InvariantCulture, $"T{hour + 12:00}{time.AsSpan(3)}");
        return day with { Type = TimexType.Time, Value = (cut > 0 ? day.Value[..cut] : day.Value) + time, Grain = Grain.Minute };
    }

    /// <summary>at-hour(day, hour): 'last night at 8'.</summary>
    internal static TimeValue? AtHour(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Time(0) is not { } day || arguments.Whole(1) is not (>= 1 and <= 12) || arguments.Whole(1) is not { } hour) return null;
        return Join(day, Build(hour, 0, null, ""));
    }

    /// <summary>part(day, part): 'Monday morning', 'last night'.</summary>
    internal static TimeValue? Part(Resolver resolver, TimeArguments arguments)
    {
        var code = arguments.Code(1);
        if (code.Length == 0) return null;
        if (!arguments.Has(0) && arguments.Rule.Arguments[0] == "-") return new(TimexType.Time, "T" + code, Grain.Part);
        if (arguments.Has(0)) return arguments.Time(0) is { Grain: Grain.Day } day ? day with { Type = TimexType.Time, Value = day.Value + "T" + code, Grain = Grain.Part } : null;
        if (resolver.Published is not { } published) return resolver.Open("XXXX-XX-XXT" + code, Grain.Part) with { Type = TimexType.Time };
        var told = Spans.Day(Spans.Plus(published, Grain.Day, arguments.Whole(0) ?? 0));
        return told with { Type = TimexType.Time, Value = told.Value + "T" + code, Grain = Grain.Part };
    }

    /// <summary>part-at(hour, part): 'four in the afternoon'.</summary>
    internal static TimeValue? PartAt(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Whole(0) is not (>= 1 and <= 12) || arguments.Whole(0) is not { } hour) return null;
        return Build(Hour(hour, arguments.Code(1) is "MO" || arguments.Code(1) == "NI" && hour is 12 or < 5 ? "am" : "pm"), arguments.Whole(2) ?? 0, null, "");
    }

    /// <summary>A moment so many hours, minutes or seconds from the start of a day, which is all that is known of the report's own time.</summary>
    internal static TimeValue Moment(DateOnly day, Grain unit, decimal count)
    {
        var seconds = Math.Clamp(count, -1_000_000, 1_000_000) * (unit == Grain.Hour ? 3600 : unit == Grain.Minute ? 60 : 1);
        var days = (int)Math.Floor(seconds / 86400);
        var rest = TimeSpan.FromSeconds((double)(seconds - days * 86400m));
        var on = Spans.Day(Spans.Plus(day, Grain.Day, days));
        return on with { Type = TimexType.Time, Value = on.Value + "T" + rest.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture), Grain = Grain.Minute };
    }

    private static int Hour(int hour, string half) => half switch
    {
        "am" => hour == 12 ? 0 : hour,
        "pm" => hour < 12 ? hour + 12 : hour,
        _ => hour,
    };

    private static TimeValue Build(int hour, int minute, int? second, string zone) =>
        new(TimexType.Time, string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}") + (second is { } s ? string.Create(CultureInfo.InvariantCulture, $":{s:00}") : "") + zone, minute == 0 && second is null ? Grain.Hour : Grain.Minute);
}
