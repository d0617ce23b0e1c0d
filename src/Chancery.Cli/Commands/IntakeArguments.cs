using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Chancery.Intake;

namespace Chancery.Cli.Commands;

/// <summary>How a command that takes reports in is told their form and size.</summary>
internal sealed class IntakeArguments
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "Form of the reports; auto tells it from name and content.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<int> _maxReport = new("--max-report")
    {
        Description = "Largest report taken: bytes, or with k or M.",
        DefaultValueFactory = _ => new IntakeOptions().MaxReportBytes,
        CustomParser = Size,
        HelpName = "16M",
    };

    private readonly Option<ColumnMap?> _map = new("--map")
    {
        Description = "Which columns of CSV, or names in JSON Lines, hold what: text, title, date, publisher, url, byline, origin, id.",
        CustomParser = Columns,
        HelpName = "text=body,date=pubdate",
    };

    internal IntakeArguments AddTo(Command command)
    {
        _input.OneOf("auto", "text", "html", "jsonl", "conllu", "csv", "warc", "pdf");
        command.Add(_input);
        command.Add(_maxReport);
        command.Add(_map);
        return this;
    }

    internal IntakeOptions Of(ParseResult call) => new()
    {
        Format = call.GetValue(_input) switch
        {
            "text" => InputFormat.Text,
            "html" => InputFormat.Html,
            "jsonl" => InputFormat.JsonLines,
            "conllu" => InputFormat.Conllu,
            "csv" => InputFormat.Csv,
            "warc" => InputFormat.Warc,
            "pdf" => InputFormat.Pdf,
            _ => InputFormat.Auto,
        },
        Columns = call.GetValue(_map) ?? ColumnMap.None,
        MaxReportBytes = call.GetValue(_maxReport),
    };

    private static ColumnMap? Columns(ArgumentResult argument)
    {
        try
        {
            return ColumnMap.Parse(argument.Tokens[0].Value);
        }
        catch (FormatException problem)
        {
            argument.AddError($"--map {problem.Message}");
            return null;
        }
    }

    private static int Size(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value.TrimEnd('b', 'B', 'i');
        var unit = text is [.., 'k' or 'K'] ? 1024 : text is [.., 'm' or 'M'] ? 1024 * 1024 : 1;
        var number = unit == 1 ? text : text[..^1];
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count * unit <= 1 << 30) return (int)(count * unit);
        argument.AddError($"--max-report '{argument.Tokens[0].Value}': expected a size up to 1024M, such as 500k or 16M");
        return 0;
    }
}
