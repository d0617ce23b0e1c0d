using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Chancery.Cli.Commands;

/// <summary>Options for lengths of time: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class SpanArgument
{
    internal static Option<Span> Of(string name, string description, TimeSpan standard) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => new(standard),
        HelpName = "TIME",
        CustomParser = argument => Parse(argument, name),
    };

    private static Span Parse(ArgumentResult argument, string name)
    {
        var text = argument.Tokens[0].Value;
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            var span = text[^1] switch { 's' => TimeSpan.FromSeconds(count), 'm' => TimeSpan.FromMinutes(count), 'h' => TimeSpan.FromHours(count), 'd' => TimeSpan.FromDays(count), _ => TimeSpan.Zero };
            if (span > TimeSpan.Zero && span < TimeSpan.FromDays(366)) return new(span);
        }
        argument.AddError($"{name} '{text}': expected a length of time such as 90s, 15m, 2h or 1d");
        return default;
    }

    /// <summary>A length of time that help shows as it is given.</summary>
    internal readonly record struct Span(TimeSpan Length)
    {
        public override string ToString() => Length switch
        {
            { Seconds: not 0 } => Told(Length.TotalSeconds, 's'),
            { Minutes: not 0 } => Told(Length.TotalMinutes, 'm'),
            { Hours: not 0 } => Told(Length.TotalHours, 'h'),
            _ => Told(Length.TotalDays, 'd'),
        };

        public static implicit operator TimeSpan(Span span) => span.Length;

        private static string Told(double count, char unit) => string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }
}
