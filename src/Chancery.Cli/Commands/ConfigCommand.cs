using System.CommandLine;
using Chancery.Cli.Configuration;
using Chancery.Cli.Terminal;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery config</c>: what is set where.</summary>
internal static class ConfigCommand
{
    internal static Command Create()
    {
        var origin = new Option<bool>("--origin") { Description = "Say where each value was set." };
        var show = new ExampleCommand("show", "Prints the settings in force.", "chancery config show --origin") { origin };
        show.SetAction(call => Show(call.GetValue(origin)));
        return new ExampleCommand(
            "config",
            $"Defaults of your own for options: an option given holds, else the environment (CHANCERY_RECORD, …), else the nearest chancery.json in this folder or above, else '{Settings.UserFile}'.",
            "chancery config show --origin",
            "echo '{ \"record\": \"korea.db\" }' > chancery.json") { show };
    }

    private static int Show(bool withOrigin)
    {
        var settings = Settings.Load();
        var rows = Settings.Known.Select(known => settings.Set.TryGetValue(known.Name, out var set)
            ? (string[])[known.Name, set.Value, set.Origin]
            : [known.Name, "", $"not set: {known.Gloss}"]).ToArray();
        (string, bool)[] header = [("setting", true), ("value", true), ("origin", true)];
        Console.Out.Write(withOrigin ? TextTable.Render(header, rows) : TextTable.Render(header[..2], [.. rows.Select(r => r[..2])]));
        return ExitStatus.Done;
    }
}
