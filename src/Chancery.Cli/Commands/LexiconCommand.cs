using System.CommandLine;
using Chancery.Cli.Terminal;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Registry;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery lexicon</c>: looks actors up, and takes in dictionaries of other coders.</summary>
internal static class LexiconCommand
{
    internal static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names of actors to look up: all they may stand for, likeliest first.", Arity = ArgumentArity.OneOrMore };
        var command = new ExampleCommand("lexicon", "Looks up what the lexicon knows of an actor, and imports actor dictionaries of PETRARCH or TABARI.",
            "chancery lexicon \"Sergei Shoigu\" Pyongyang", "chancery lexicon import Phoenix.Countries.actors.txt --to my-actors") { names };
        var lexicon = new LexiconArgument().AddTo(command);
        command.SetAction(call => Find(call.GetValue(names)!, lexicon.Of(call)));
        command.Add(Import());
        return command;
    }

    private static ExampleCommand Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Actor dictionary in the format of PETRARCH or TABARI." };
        var folder = new Option<DirectoryInfo>("--to") { Description = "Folder to write the tables to; lay it over with --lexicon.", Required = true };
        var skip = new Option<bool>("--skip-faults") { Description = "Take in what is right and name the rest, instead of nothing." };
        var command = new ExampleCommand("import", "Turns an actor dictionary into tables.", "chancery lexicon import Phoenix.Countries.actors.txt --to my-actors --skip-faults") { file, folder, skip };
        command.SetAction(call => Import(call.GetValue(file)!, call.GetValue(folder)!, call.GetValue(skip)));
        return command;
    }

    private static int Find(string[] names, LanguagePack pack)
    {
        var found = 0;
        try
        {
            var registry = new ActorRegistry(pack);
            foreach (var name in names)
            {
                var actors = registry.Named(name);
                if (actors.Count == 0) Errors.Say($"no actor is named '{name}'");
                else found++;
                foreach (var actor in actors) Print(actor);
            }
        }
        catch (PackException broken)
        {
            return Fail(broken);
        }
        return ExitStatus.Of(found, names.Length - found);
    }

    private static void Print(Actor actor)
    {
        Console.Out.WriteLine($"{actor.Id}  {actor.Name}  {actor.Country ?? "-"}  {(actor.Sectors.IsEmpty ? "-" : string.Join(' ', actor.Sectors))}");
        if (!actor.Aliases.IsEmpty) Console.Out.WriteLine($"    also {string.Join(", ", actor.Aliases)}");
        foreach (var office in actor.Offices)
            Console.Out.WriteLine($"    {office.From?.ToString("yyyy-MM-dd", null) ?? "…"} – {office.To?.ToString("yyyy-MM-dd", null) ?? "…"}  {office.Title}, {office.Country ?? "-"} ({office.Sector}; {office.Source})");
    }

    private static int Import(FileInfo file, DirectoryInfo folder, bool skip)
    {
        try
        {
            List<PackFault> faults = [];
            var count = PetrarchActors.Import(file.FullName, File.ReadAllText(file.FullName), EnglishPack.Instance, folder.FullName, skip ? faults : null);
            foreach (var fault in faults) Errors.Say(fault.ToString());
            Errors.Say($"{count} actors written to {folder.FullName}");
            return ExitStatus.Of(count, faults.Count);
        }
        catch (PackException broken)
        {
            return Fail(broken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Errors.Fail($"{file.FullName}: {fault.Message}");
        }
    }

    private static int Fail(PackException broken)
    {
        foreach (var fault in broken.Faults) Errors.Say(fault.ToString());
        return ExitStatus.Failed;
    }
}
