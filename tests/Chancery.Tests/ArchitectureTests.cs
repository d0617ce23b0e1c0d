using System.Text.RegularExpressions;

namespace Chancery.Tests;

/// <summary>Holds the table of rooms in ARCHITECTURE.md against the folders and their using directives.</summary>
public partial class ArchitectureTests
{
    private static readonly Room[] Rooms = [.. ReadTable()];

    [Fact]
    public void Every_folder_with_code_is_a_room_and_every_room_has_code() =>
        Sources().Select(s => (s.Project, s.Room)).Distinct().Order().ShouldBe(Rooms.Select(r => (r.Project, r.Name)).Order());

    [Fact]
    public void Rooms_use_only_what_the_table_allows() => Sources().SelectMany(Trespasses).ShouldBeEmpty();

    [Fact]
    public void A_file_declares_the_namespace_of_its_folder() =>
        Sources().Where(s => s.Namespace is not null && s.Namespace != s.Folder && !(s.Project == "Chancery.Cli" && s.Namespace.StartsWith("Chancery.Cli", StringComparison.Ordinal)))
            .Select(s => $"{s.Path}: {s.Namespace}, in the folder of {s.Folder}").ShouldBeEmpty();

    private static IEnumerable<string> Trespasses(Source source)
    {
        var own = source.Room.Length == 0 ? source.Project : $"{source.Project}.{source.Room}";
        var allowed = Rooms.Single(r => r.Project == source.Project && r.Name == source.Room).MayUse;
        foreach (var used in source.Usings)
        {
            var room = RoomOf(used);
            if (room is null || room == own || allowed.Contains(room) || Rooms.Any(r => r.Name.Length == 0 && r.Project == room)) continue;
            yield return $"{source.Path} uses {room}, which the table does not allow for {own}";
        }
    }

    /// <summary>The room a namespace lies in: the longest that is listed.</summary>
    private static string? RoomOf(string space) =>
        Rooms.Select(r => r.Name.Length == 0 ? r.Project : $"{r.Project}.{r.Name}").Where(n => space == n || space.StartsWith(n + ".", StringComparison.Ordinal)).MaxBy(n => n.Length);

    private static IEnumerable<Room> ReadTable()
    {
        foreach (var line in File.ReadLines(Repository.File("ARCHITECTURE.md")))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != 6 || !cells[1].StartsWith("Chancery", StringComparison.Ordinal)) continue;
            var uses = cells[4].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var home = cells[1] == "Chancery.Linguistics" ? "Chancery.Linguistics." : "Chancery.";
            yield return new(cells[1], cells[2] == "(root)" ? "" : cells[2], [.. uses.Select(u => home + u)]);
        }
    }

    private static IEnumerable<Source> Sources()
    {
        foreach (var project in Directory.EnumerateDirectories(Repository.File("src")))
        {
            foreach (var file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            {
                var parts = Path.GetRelativePath(project, file).Replace('\\', '/').Split('/');
                if (parts[0] is "bin" or "obj") continue;
                var text = File.ReadAllText(file);
                var name = Path.GetFileName(project);
                // The command line is one room whatever its folders.
                var room = parts.Length > 1 && name != "Chancery.Cli" ? parts[0] : "";
                yield return new(
                    Path.GetRelativePath(Repository.Root, file), name, room, string.Join('.', [name, .. parts[..^1]]),
                    NamespaceLine().Match(text) is { Success: true } space ? space.Groups[1].Value : null,
                    [.. UsingLine().Matches(text).Select(m => m.Groups[1].Value)]);
            }
        }
    }

    private sealed record Room(string Project, string Name, string[] MayUse);

    private sealed record Source(string Path, string Project, string Room, string Folder, string? Namespace, string[] Usings);

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(Chancery[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
