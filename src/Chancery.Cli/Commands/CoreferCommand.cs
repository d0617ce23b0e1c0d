using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Terminal;
using Chancery.Exports.Json;
using Chancery.Fusion;
using Chancery.Intake;
using Chancery.Linguistics;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery corefer</c>: mentions of events that are given, put in chains across reports.</summary>
internal static class CoreferCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON Lines {\"id\",\"date\"?,\"text\",\"mentions\":[{\"start\",\"end\"}]}; - or none reads standard input.", Arity = ArgumentArity.ZeroOrMore };
        var command = new ExampleCommand(
            "corefer",
            "Says which of the event mentions given, in all reports together, tell of the same happening.",
            "chancery corefer mentions.jsonl > chains.jsonl") { files };
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction((call, _) => Run(call.GetValue(files) ?? [], lexicon.Of(call)));
        return command;
    }

    private static async Task<int> Run(string[] files, LanguagePack pack)
    {
        using var interrupt = new Interrupt();
        var failed = 0;
        var intake = new ReportIntake(new() { Format = InputFormat.JsonLines }, fault =>
        {
            Interlocked.Increment(ref failed);
            Errors.Say(fault.ToString());
        });
        var readings = await new ReportReader(pack).ReadAllAsync(intake.ReadAsync(files.Length == 0 ? ["-"] : files, interrupt.Token), interrupt.Token).ToListAsync(interrupt.Token);
        var chains = new EventCorefer(pack).Chain([.. readings.Select(r => r.Document)], [.. readings.Select(r => r.Report.Mentions ?? [])]);
        using var output = Output.Open();
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, ReadingJson.Compact);
        for (var i = 0; i < readings.Count; i++)
        {
            ChainJson.Write(json, readings[i].Report, chains[i]);
            await json.FlushAsync(interrupt.Token);
            buffer.Write("\n"u8);
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            json.Reset(buffer);
        }
        return ExitStatus.Of(readings.Count, failed);
    }
}
