using System.CommandLine;
using System.CommandLine.Parsing;
using Chancery.Cli.Terminal;
using Chancery.Exports;
using Chancery.Intake;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery annotate</c>: reports in, what was read from them out; keeps no state.</summary>
internal static class AnnotateCommand
{
    private static readonly string[] LayerNames = [.. Enum.GetValues<Layers>().Where(l => l is not (Layers.None or Layers.All)).Select(l => l.ToString().ToLowerInvariant())];

    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Reports to read; - or none reads standard input.", Arity = ArgumentArity.ZeroOrMore };
        var layers = new Option<Layers>("--layers")
        {
            Description = $"What to print: all, or names with commas between: {string.Join(", ", LayerNames)}.",
            DefaultValueFactory = _ => Layers.All,
            CustomParser = ParseLayers,
            HelpName = "all|NAME,NAME…",
        };
        var format = new Option<string>("--format") { Description = "jsonl: one object a line; json: one indented array; conllu: words and trees.", DefaultValueFactory = _ => "jsonl" };
        format.OneOf("jsonl", "json", "conllu");
        var command = new ExampleCommand(
            "annotate",
            "Reads reports and prints what it read from each, keeping no record.",
            "chancery annotate report.txt --layers claims,figures --format json",
            "cat reports.jsonl | chancery annotate --input jsonl > readings.jsonl") { files, layers, format };
        var intake = new IntakeArguments().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(call => Run(call.GetValue(files) ?? [], intake.Of(call), lexicon.Of(call), call.GetValue(layers), call.GetValue(format)!));
        return command;
    }

    private static async Task<int> Run(string[] files, IntakeOptions options, LanguagePack pack, Layers layers, string format)
    {
        using var interrupt = new Interrupt();
        var reader = new ReportReader(pack);
        using var output = Output.Open();
        using var writer = ReadingWriter.Create(output, format, layers, Codebook.Read(pack));
        var (done, failed) = (0, 0);
        var intake = new ReportIntake(options, fault =>
        {
            Interlocked.Increment(ref failed);
            Errors.Say(fault.ToString());
        });
        var reports = intake.ReadAsync(files.Length == 0 ? ["-"] : files, interrupt.Token);
        await foreach (var reading in reader.ReadAllAsync(reports, interrupt.Token))
        {
            writer.Write(reading);
            if (Fault(reading) is { } fault)
            {
                failed++;
                Errors.Say($"{reading.Report.Id}: {fault.Message}");
            }
            else
            {
                done++;
            }
        }
        writer.Finish();
        return ExitStatus.Of(done, failed);
    }

    private static Notice? Fault(Reading reading) => reading.Notices.FirstOrDefault(n => n.Code == "reader-fault");

    private static Layers ParseLayers(ArgumentResult argument)
    {
        var layers = Layers.None;
        foreach (var name in argument.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (name == "all") layers = Layers.All;
            else if (name == "sentences") layers |= Layers.Tokens;
            else if (LayerNames.Contains(name, StringComparer.Ordinal)) layers |= Enum.Parse<Layers>(name, ignoreCase: true);
            else argument.AddError($"--layers: there is no layer '{name}'; there are all, {string.Join(", ", LayerNames)}");
        }
        return layers;
    }
}
