using System.CommandLine;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Workshop.Actors;

/// <summary><c>workshop actors</c>: compiles the tables of <c>actors/</c> into <c>actors/actors.bin</c>; needed after every change of one.</summary>
internal static class ActorCommand
{
    internal static Command Create()
    {
        var pack = new Option<DirectoryInfo>("--pack") { Description = "Folder of the language data.", DefaultValueFactory = _ => new("data") };
        var command = new Command("actors", "Compiles the actors' tables. Example: workshop actors") { pack };
        command.SetAction(result => Run(result.GetValue(pack)!));
        return command;
    }

    private static int Run(DirectoryInfo pack)
    {
        var bytes = ActorRegistry.Compile(LanguagePack.FromFolder(pack.FullName));
        var path = Path.Combine(pack.FullName, ActorFile.Path);
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"{bytes.Length} bytes → {path}");
        return 0;
    }
}
