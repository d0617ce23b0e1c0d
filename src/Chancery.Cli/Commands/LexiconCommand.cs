using System.CommandLine;
using Chancery.Cli.Terminal;
using Chancery.English;
using Chancery.Linguistics.Packs;
using Chancery.Registry;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery lexicon</c>: looks actors up, and takes in dictionaries of other coders.</summary>
internal static class LexiconCommand
{
    internal static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names of actors (all they may stand for, likeliest first), words, frames, PLOVER types or CAMEO codes.", Arity = ArgumentArity.OneOrMore };
        var command = new ExampleCommand("lexicon", "Looks up what the lexicon knows of an actor, a word, a frame or a code, and imports dictionaries of PETRARCH or TABARI.",
            "chancery lexicon \"Sergei Shoigu\" Pyongyang seize sanction AID 057", "chancery lexicon \"Donald Trump\" --on 2023-05-01", "chancery lexicon import Phoenix.Countries.actors.txt --to my-actors") { names };
        var lexicon = new LexiconArgument().AddTo(command);
        var day = FilterArguments.Day("--on", "Show only the offices held on this day.");
        command.Add(day);
        command.SetAction(call => Find(call.GetValue(names)!, new(lexicon.Of(call), call.GetValue(day), Console.Out)));
        command.Add(Import());
        return command;
    }

    private static ExampleCommand Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Dictionary of actors or agents in the format of PETRARCH or TABARI; which of them is told from its codes." };
        var folder = new Option<DirectoryInfo>("--to") { Description = "Folder to write the tables to; lay it over with --lexicon.", Required = true };
        var skip = new Option<bool>("--skip-faults") { Description = "Take in what is right and name the rest, instead of nothing." };
        var command = new ExampleCommand("import", "Turns a dictionary of actors or agents into tables.", "chancery lexicon import Phoenix.Countries.actors.txt --to my-actors --skip-faults") { file, folder, skip };
        command.SetAction(call => Import(call.GetValue(file)!, call.GetValue(folder)!, call.GetValue(skip)));
        return command;
    }

    private static int Find(string[] names, LexiconView view)
    {
        var found = 0;
        foreach (var name in names)
        {
            if (view.Print(name)) found++;
            else Errors.Say($"no actor, word, frame or code is known as '{name}'");
        }
        return ExitStatus.Of(found, names.Length - found);
    }

    private static int Import(FileInfo file, DirectoryInfo folder, bool skip)
    {
        try
        {
            List<PackFault> faults = [];
            var text = File.ReadAllText(file.FullName);
            var isAgents = PetrarchAgents.Is(text);
            var count = isAgents
                ? PetrarchAgents.Import(file.FullName, text, EnglishPack.Instance, folder.FullName, skip ? faults : null)
                : PetrarchActors.Import(file.FullName, text, EnglishPack.Instance, folder.FullName, skip ? faults : null);
            foreach (var fault in faults) Errors.Say(fault.ToString());
            Errors.Say($"{count} {(isAgents ? "words for actors" : "actors")} written to {folder.FullName}");
            return ExitStatus.Of(count, faults.Count);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Errors.Fail($"{file.FullName}: {fault.Message}");
        }
    }
}
