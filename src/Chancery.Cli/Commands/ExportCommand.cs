using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Cli.Terminal;
using Chancery.Formats;
using Chancery.Formats.JsonLines;
using Chancery.Ontologies;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery export</c>: the record, or a part of it, in another tool's format.</summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        var format = new Option<string>("--format") { Description = string.Join("; ", ExportFormats.All.Select(f => $"{f.Name}: {f.Gloss}")) + ".", Required = true, HelpName = "NAME" };
        format.OneOf([.. ExportFormats.All.Select(f => f.Name)]);
        string[] tables = [.. ExportFormats.All.SelectMany(f => f.TableNames).Distinct()];
        var table = new Option<string>("--table") { Description = $"What of the record, where the format has a choice: {string.Join(", ", tables)}; {tables[0]} unless told." };
        table.OneOf(tables);
        var output = new Option<string>("--output", "-o") { Description = "File to write, whole or not at all; standard output unless told.", HelpName = "FILE" };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON Schema of the lines of --format jsonl, and end." };
        var command = new ExampleCommand(
            "export",
            "Writes the record, or the part that passes the filters, in the format of another tool. Events, figures and reports are written where one of their claims passes.",
            "chancery export --format parquet --output claims.parquet",
            "chancery export --format csv --table events --since 2024-10-01 > events.csv",
            "chancery export --format gdelt-mentions --actor PRK --output prk.mentions.CSV") { format, table, output, schema };
        var record = new RecordArgument().AddTo(command);
        var filters = new FilterArguments().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            var target = ExportFormats.Find(call.GetValue(format)!)!;
            if (call.GetValue(schema)) return PrintSchema(target, call.GetValue(table) ?? tables[0]);
            using var interrupt = new Interrupt();
            await using var store = RecordArgument.OpenRead(record.Of(call));
            var pack = lexicon.Of(call);
            var query = filters.Of(call, FilterArguments.Registry(pack), Codebook.Read(pack));
            var source = new ExportSource(store, pack) { Query = query, Table = call.GetValue(table) };
            return await Write(target, source, call.GetValue(output), record.Of(call), interrupt.Token);
        });
        return command;
    }

    private static async Task<int> Write(ExportFormat format, ExportSource source, string? file, string record, CancellationToken cancel)
    {
        var count = 0L;
        try
        {
            if (file is null or "-")
            {
                if (format.IsBinary && !Console.IsOutputRedirected) throw new CommandException($"{format.Name} is no text for a terminal: name a file with --output");
                using var output = Output.Open();
                count = await format.WriteAsync(source, new OutputStream(output), cancel);
            }
            else
            {
                await OutputFile.Write(file, async stream => count = await format.WriteAsync(source, stream, cancel));
                Errors.Say(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} rows in '{file}'"));
            }
        }
        catch (ExportException problem)
        {
            throw new CommandException(problem.Message);
        }
        if (count == 0) Errors.Say($"nothing in '{record}' passes the filters");
        return ExitStatus.Done;
    }

    private static int PrintSchema(ExportFormat format, string table)
    {
        if (format.Name != "jsonl") return Errors.Fail($"--schema: only jsonl has a JSON Schema; the columns of {format.Name} are in docs/formats.md");
        using var output = Output.Open();
        output.Write(Encoding.UTF8.GetBytes(ExportSchemas.Of(table)!));
        return ExitStatus.Done;
    }
}
