using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Chancery.Cli.Configuration;
using Chancery.Cli.Terminal;
using Chancery.Linguistics.Packs;
using Chancery.Records;

namespace Chancery.Cli;

/// <summary>Runs one command and sees to what all commands share: help with examples, exit statuses, no stack traces.</summary>
internal static class Application
{
    internal static async Task<int> Run(string[] args, params IEnumerable<Command> commands)
    {
        var root = new RootCommand("Reads news reports about conflict and diplomacy and keeps the record of them.");
        foreach (var command in commands) root.Add(command);
        foreach (var option in root.Options)
        {
            if (option is not HelpOption { Action: HelpAction help }) continue;
            option.Action = new HelpWithExample(help);
            // -h is enough: the others only crowd what a shell completes
            foreach (var alias in (string[])["-?", "/?", "/h"]) option.Aliases.Remove(alias);
        }

        ParseResult? call = null;
        try
        {
            var (completed, added) = Settings.Load().Complete(root, args);
            call = root.Parse(completed);
            if (call.Errors.Count > 0) return Misused(call, added);
            return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ClosedPipeException)
        {
            return ExitStatus.Done; // whoever read the output has had enough of it
        }
        catch (Exception problem) when (problem is CommandException or RecordException)
        {
            return Errors.Fail(problem.Message);
        }
        catch (MisuseException problem)
        {
            Errors.Say(problem.Message);
            return SeeHelp(call!);
        }
        catch (PackException broken)
        {
            foreach (var fault in broken.Faults) Errors.Say(fault.ToString());
            return ExitStatus.Failed;
        }
        catch (OperationCanceledException)
        {
            Errors.Say("interrupted");
            return ExitStatus.Partly;
        }
        catch (Exception problem)
        {
            return Errors.Fail($"{problem.GetType().Name}: {problem.Message} (this should not happen: please report it)");
        }
    }

    private static int Misused(ParseResult call, List<Setting> added)
    {
        foreach (var fault in Misuse.Of(call)) Errors.Say(fault);
        foreach (var setting in added) Errors.Say($"--{setting.Name} '{setting.Value}' comes from {setting.Origin}");
        return SeeHelp(call);
    }

    private static int SeeHelp(ParseResult call)
    {
        var names = new List<string>();
        for (var at = call.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, at.Command is RootCommand ? "chancery" : at.Command.Name);
        Errors.Say($"see '{string.Join(' ', names)} --help'");
        return ExitStatus.Usage;
    }

    private sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var status = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is ExampleCommand { Examples: var examples })
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
                foreach (var example in examples) output.WriteLine($"  {example}");
                output.WriteLine();
            }
            return status;
        }
    }
}
