using System.Globalization;
using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>How long and how often: 'three days', 'the past two years', 'every week', and the vague 'now', 'recently', 'soon'.</summary>
internal static class DurationOperations
{
    internal static TimeValue PastReference { get; } = new(TimexType.Date, "PAST_REF");

    internal static TimeValue FutureReference { get; } = new(TimexType.Date, "FUTURE_REF");

    /// <summary>duration(count, unit): PXD where there is no count.</summary>
    internal static TimeValue? Duration(Resolver resolver, TimeArguments arguments) =>
        Text(arguments.Number(0), arguments.Code(1)) is { } text ? new(TimexType.Duration, text, Units.Grain(arguments.Code(1))) : null;

    /// <summary>half-duration(unit): 'half an hour' is thirty minutes, 'half a year' six months.</summary>
    internal static TimeValue? Half(Resolver resolver, TimeArguments arguments) => arguments.Code(0) switch
    {
        "H" => new(TimexType.Duration, "PT30M", Grain.Minute),
        "MIN" => new(TimexType.Duration, "PT30S", Grain.Second),
        "D" => new(TimexType.Duration, "PT12H", Grain.Hour),
        "Y" => new(TimexType.Duration, "P6M", Grain.Month),
        "DE" => new(TimexType.Duration, "P5Y", Grain.Year),
        "CE" => new(TimexType.Duration, "P50Y", Grain.Year),
        var code => Text(0.5m, code) is { } text ? new(TimexType.Duration, text) : null,
    };

    /// <summary>half-more(count, unit): 'two hours and a half'.</summary>
    internal static TimeValue? HalfMore(Resolver resolver, TimeArguments arguments) =>
        Text(arguments.Number(0) + 0.5m, arguments.Code(1)) is { } text ? new(TimexType.Duration, text, Units.Grain(arguments.Code(1))) : null;

    /// <summary>sum(count, unit, count, unit, …): 'two years and six months'.</summary>
    internal static TimeValue? Sum(Resolver resolver, TimeArguments arguments)
    {
        var (date, clock) = ("", "");
        var last = Grain.None;
        for (var i = 0; i + 1 < arguments.Items.Length; i += 2)
        {
            if (!arguments.Has(i)) continue;
            var unit = arguments.Code(i + 1);
            if (arguments.Number(i) is not { } number || Units.Grain(unit) is var grain && (grain == Grain.None || grain >= last)) return null;
            last = Units.Grain(unit);
            var (letter, isClock, factor) = Units.Period(unit);
            var part = Plain(number * factor) + letter;
            if (isClock) clock += part;
            else date += part;
        }
        return new(TimexType.Duration, "P" + date + (clock.Length > 0 ? "T" + clock : ""));
    }

    /// <summary>span(relation, count, unit): 'the past three months', 'the next 24 hours': a duration whose days are told from the report's.</summary>
    internal static TimeValue? Span(Resolver resolver, TimeArguments arguments)
    {
        var unit = arguments.Code(2);
        if (Text(arguments.Number(1), unit) is not { } text) return null;
        var value = new TimeValue(TimexType.Duration, text, Units.Grain(unit));
        if (resolver.Published is not { } published || arguments.Number(1) is not { } number || arguments.Whole(0) is not (1 or -1)) return value;
        // a part of a day may reach into the day before
        var count = Units.Grain(unit) < Grain.Day ? (int)Math.Min(1000, Math.Ceiling(number / (Units.Grain(unit) == Grain.Hour ? 24 : 1440))) : (int)Math.Min(100_000, Math.Ceiling(number));
        var far = Units.Plus(published, Units.Grain(unit) < Grain.Day ? "D" : unit, count * arguments.Whole(0)!.Value);
        return far < published ? value with { From = far, To = published } : value with { From = published, To = far };
    }

    /// <summary>set(count, unit): 'every two days'; set(weekday): 'Mondays'; set(-, month): 'every July'.</summary>
    internal static TimeValue? Set(Resolver resolver, TimeArguments arguments)
    {
        if (arguments.Items.Length == 1) return arguments.Whole(0) is { } day ? new(TimexType.Set, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{day}")) : null;
        if (arguments.Number(0) is null && arguments.Whole(1) is { } month and > 0) return new(TimexType.Set, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"));
        return Text(arguments.Number(0), arguments.Code(1)) is { } text ? new(TimexType.Set, text) : null;
    }

    /// <summary>ref(code)</summary>
    internal static TimeValue? Reference(Resolver resolver, TimeArguments arguments) => arguments.Code(0) switch
    {
        "PAST_REF" => PastReference,
        "FUTURE_REF" => FutureReference,
        var code => new(TimexType.Date, code, Grain.None, resolver.Published, resolver.Published),
    };

    private static string? Text(decimal? number, string code)
    {
        if (code.Length == 0) return null;
        var (letter, isClock, factor) = Units.Period(code);
        var count = number is { } n ? Plain(Math.Min(n, 1_000_000_000m) * factor) : "X";
        return (isClock ? "PT" : "P") + count + (number is null && code == "DE" ? "DE" : number is null && code == "CE" ? "CE" : letter);
    }

    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
