using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

/// <summary>What SQLite's errors mean to a user; all of them in one place, each one line that names the file.</summary>
internal static class RecordFaults
{
    internal static RecordException Of(SqliteException problem, string path) => new(problem.SqliteErrorCode switch
    {
        5 or 6 => $"'{path}' is in use: another process is writing to it; try again when it is done",
        8 => $"'{path}' cannot be written: it, or its folder, is read-only",
        10 => $"'{path}' could not be read or written: the disk reports an error ({Detail(problem)}); what was filed before stands",
        11 => $"'{path}' is damaged ({Detail(problem)})",
        13 => $"'{path}' cannot grow: the disk is full; what was filed before stands",
        14 => $"'{path}' cannot be opened: {(Directory.Exists(path) ? "it is a folder" : Directory.Exists(Folder(path)) ? "no permission, or no room beside it" : $"there is no folder '{Folder(path)}'")}",
        26 => $"'{path}' is not a record: it is no SQLite database",
        _ => $"'{path}': {Detail(problem)}",
    }, problem);

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;

    // 'SQLite Error 26: 'file is not a database'.' -> 'file is not a database'
    private static string Detail(SqliteException problem) => problem.Message.Split(": ", 2)[^1].Trim('\'', '.');
}
