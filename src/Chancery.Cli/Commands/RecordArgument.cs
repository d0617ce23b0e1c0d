using System.CommandLine;
using System.Reflection;
using Chancery.English;
using Chancery.Records;
using Chancery.Sqlite;

namespace Chancery.Cli.Commands;

/// <summary>Which record a command works on.</summary>
internal sealed class RecordArgument
{
    private readonly Option<string> _record = new("--record")
    {
        Description = "The record, an SQLite file.",
        DefaultValueFactory = _ => "chancery.db",
        HelpName = "FILE",
    };

    internal RecordArgument AddTo(Command command)
    {
        command.Add(_record);
        return this;
    }

    internal string Of(ParseResult call) => call.GetValue(_record)!;

    /// <summary>Opens the record for reading.</summary>
    internal static IRecordStore OpenRead(string path) => SqliteRecordStore.OpenRead(path);

    /// <summary>Opens the record for writing, making it where there is none.</summary>
    internal static IRecordStore Open(string path) => SqliteRecordStore.Open(path, new(Version(typeof(ReportReader)), Version(typeof(EnglishPack))));

    /// <summary>Copies the record into a file that is not there yet.</summary>
    internal static async Task Backup(string path, string file)
    {
        await using var store = SqliteRecordStore.OpenRead(path);
        store.Backup(file);
    }

    /// <summary>For commands that change what is there: a record that is misspelled is not made.</summary>
    internal static void MustBeThere(string path)
    {
        if (!Path.Exists(path)) throw new CommandException($"there is no record '{path}'; 'chancery read' makes one");
    }

    private static string Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
