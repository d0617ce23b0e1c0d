using System.CommandLine;
using Chancery.Cli.Terminal;
using Chancery.Web;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery serve</c>: the record in a browser.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen at, ; between them. Others than this machine's own ask for --keys.", DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "URL" };
        var keys = new Option<string>("--keys") { Description = "File of keys that admit readers, reviewers and admins.", HelpName = "FILE" };
        var newKey = new Option<string>("--new-key") { Description = "Make a key, print it with the line for the file of keys, and end.", HelpName = "ROLE:NAME" };
        var hosts = new Option<string[]>("--host") { Description = "A name the server goes by besides its addresses.", HelpName = "NAME" };
        var command = new ExampleCommand(
            "serve",
            "Serves the record: pages for a browser and an HTTP API, to this machine alone unless keys are given.",
            "chancery serve --record korea.db",
            "chancery serve --urls http://0.0.0.0:5080 --keys keys.txt") { urls, keys, newKey, hosts };
        var record = new RecordArgument().AddTo(command);
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction((call, cancel) => Run(
            new() { Record = record.Of(call), Pack = lexicon.Of(call), Urls = call.GetValue(urls)!, Keys = call.GetValue(keys), Hosts = call.GetValue(hosts) ?? [] },
            call.GetValue(newKey),
            cancel));
        return command;
    }

    private static async Task<int> Run(ServeOptions options, string? newKey, CancellationToken cancel)
    {
        try
        {
            if (newKey is not null)
            {
                var (key, line) = WebServer.CreateKey(newKey);
                Console.Out.WriteLine(key);
                Errors.Say($"keep the key; the line for the file of keys is\n{line}");
                return ExitStatus.Done;
            }
            await WebServer.RunAsync(options, Errors.Say, cancel);
            return ExitStatus.Done;
        }
        catch (ServeException problem)
        {
            return Errors.Fail(problem.Message);
        }
    }
}
