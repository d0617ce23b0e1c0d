using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;

namespace Chancery.Cli.Configuration;

/// <summary>A setting that has a value, and where it was set.</summary>
/// <param name="Name">Its name: that of the option without the dashes.</param>
/// <param name="Value">The value; a path is that of the file it was set in.</param>
/// <param name="Origin">The variable or file.</param>
internal sealed record Setting(string Name, string Value, string Origin);

/// <summary>Defaults of a user's own for options: from the environment, else from the project's file, else from the user's.</summary>
internal sealed class Settings
{
    /// <summary>What can be set; every command that has an option of the name takes it from here where it is not given.</summary>
    internal static readonly (string Name, string Gloss, bool IsPath)[] Known =
    [
        ("record", "the record that commands work on", true),
        ("lexicon", "folder of own tables, laid over the shipped ones", true),
        ("max-report", "largest report taken in", false),
        ("min-confidence", "least confidence of what is listed and exported", false),
        ("urls", "addresses that serve listens at", false),
    ];

    private const string ProjectFile = "chancery.json";
    private const string Prefix = "CHANCERY_";

    private readonly Dictionary<string, Setting> _set = new(StringComparer.Ordinal);

    private Settings()
    {
    }

    /// <summary>The file of this user: <c>~/.config/chancery/config.json</c>, on Windows under %APPDATA%, on macOS under Library/Application Support.</summary>
    internal static string UserFile => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "chancery", "config.json");

    /// <summary>Those that are set, by name.</summary>
    internal IReadOnlyDictionary<string, Setting> Set => _set;

    /// <summary>Reads the environment and both files.</summary>
    /// <exception cref="CommandException">A file is not JSON or sets what there is not.</exception>
    internal static Settings Load()
    {
        var settings = new Settings();
        settings.Read(UserFile);
        if (FindProjectFile() is { } project) settings.Read(project);
        foreach (var (name, _, _) in Known)
            if (Environment.GetEnvironmentVariable(Variable(name)) is { Length: > 0 } value) settings._set[name] = new(name, value, "environment variable " + Variable(name));
        return settings;
    }

    /// <summary>The environment variable of a setting: <c>CHANCERY_MAX_REPORT</c>.</summary>
    internal static string Variable(string name) => Prefix + name.ToUpperInvariant().Replace('-', '_');

    /// <summary>The nearest <c>chancery.json</c>, in the working folder or above it; null where there is none.</summary>
    internal static string? FindProjectFile()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, ProjectFile);
            if (File.Exists(file)) return file;
        }
        return null;
    }

    /// <summary>The arguments with those options added that the called command has and that were set but not given.</summary>
    internal (string[] Args, List<Setting> Added) Complete(RootCommand root, string[] args)
    {
        var added = new List<Setting>();
        var call = root.Parse(args);
        if (call.Errors.Count > 0 || _set.Count == 0) return (args, added);
        foreach (var option in call.CommandResult.Command.Options)
        {
            if (!_set.TryGetValue(option.Name.TrimStart('-'), out var setting)) continue;
            if (call.GetResult(option) is null or { Implicit: true }) added.Add(setting);
        }
        var depth = 0;
        for (var at = call.CommandResult; at.Parent is CommandResult parent; at = parent) depth++;
        return ([.. args[..depth], .. added.SelectMany(s => (string[])["--" + s.Name, s.Value]), .. args[depth..]], added);
    }

    private void Read(string file)
    {
        if (!File.Exists(file)) return;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new CommandException($"'{file}': expected an object such as {{ \"record\": \"korea.db\" }}");
            foreach (var field in json.RootElement.EnumerateObject()) _set[field.Name] = Of(field, file);
        }
        catch (JsonException problem)
        {
            throw new CommandException($"'{file}' is not JSON: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{file}' cannot be read: {problem.Message}");
        }
    }

    private static Setting Of(JsonProperty field, string file)
    {
        var known = Array.Find(Known, k => k.Name == field.Name);
        if (known.Name is null) throw new CommandException($"'{file}': there is no setting '{field.Name}'; there are {string.Join(", ", Known.Select(k => k.Name))}");
        var value = field.Value.ValueKind switch
        {
            JsonValueKind.String => field.Value.GetString()!,
            JsonValueKind.Number => field.Value.GetRawText(),
            _ => throw new CommandException($"'{file}': '{field.Name}' is {field.Value.GetRawText()}; expected a text or a number"),
        };
        return new(field.Name, known.IsPath ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, value) : value, file);
    }
}
