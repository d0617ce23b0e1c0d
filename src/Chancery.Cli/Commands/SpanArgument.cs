using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Chancery.Cli.Commands;

/// <summary>Options for lengths of time: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class SpanArgument
{
    internal static Option<TimeSpan> Of(string name, string description, TimeSpan standard, string example) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        HelpName = example,
        CustomParser = argument => Parse(argument, name),
    };

    private static TimeSpan Parse(ArgumentResult argument, string name)
    {
        var text = argument.Tokens[0].Value;
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            var span = text[^1] switch { 's' => TimeSpan.FromSeconds(count), 'm' => TimeSpan.FromMinutes(count), 'h' => TimeSpan.FromHours(count), 'd' => TimeSpan.FromDays(count), _ => TimeSpan.Zero };
            if (span > TimeSpan.Zero && span < TimeSpan.FromDays(366)) return span;
        }
        argument.AddError($"{name} '{text}': expected a length of time such as 90s, 15m, 2h or 1d");
        return TimeSpan.Zero;
    }
}
