using System.CommandLine;
using Chancery.Web;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery mcp</c>: the record for language models.</summary>
internal static class McpCommand
{
    internal static Command Create()
    {
        var command = new ExampleCommand(
            "mcp",
            "Answers language models about the record over standard input and output (Model Context Protocol); every answer carries its citations. 'chancery serve' answers the same over HTTP at /mcp.",
            "chancery mcp --record korea.db");
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(async (call, cancel) =>
        {
            await McpServer.RunAsync(new() { Record = record.Of(call), Pack = lexicon.Of(call) }, cancel);
            return ExitStatus.Done;
        });
        return command;
    }
}
