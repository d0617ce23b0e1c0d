using System.Globalization;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

/// <summary>The schema of a record file; its version is SQLite's <c>user_version</c>, and every step from one version to the next stays in Schema/.</summary>
internal static class RecordSchema
{
    /// <summary>The version this program writes.</summary>
    internal const int Version = 13;

    /// <summary>The version since which fusion makes what it makes now; what it made of an older record is made anew, once, however many versions lie between.</summary>
    private const int FusedSince = 12;

    /// <summary>'Chcy': marks the file as a record.</summary>
    private const int ApplicationId = 0x43686379;

    /// <summary>Makes the schema, or brings an older one up to date, all in one transaction.</summary>
    internal static void Prepare(SqliteConnection connection, string path, bool canWrite)
    {
        long version;
        // as it is at one moment: another process may be making it, and half of it before and half after that looks like no record
        using (connection.BeginTransaction(deferred: true)) version = Check(connection, path);
        if (version == Version) return;
        if (!canWrite) throw new RecordException(version == 0 ? $"'{path}' is empty: there is no record in it" : $"'{path}' is a record of version {version}: 'chancery record upgrade --record {path}' brings it to version {Version}");
        using var change = connection.BeginTransaction(deferred: false);
        version = Check(connection, path); // another process may have been here in the meantime
        for (var step = version + 1; step <= Version; step++) Run(connection, change, Script(string.Create(CultureInfo.InvariantCulture, $"{step:0000}")));
        if (version < FusedSince) Run(connection, change, Script("remake"));
        Run(connection, change, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
        change.Commit();
    }

    private static long Check(SqliteConnection connection, string path)
    {
        var (application, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        if (application != ApplicationId && (application != 0 || version != 0 || Number(connection, "SELECT count(*) FROM sqlite_schema") > 0))
            throw new RecordException($"'{path}' is a database of another program, not a record");
        if (version > Version) throw new RecordException($"'{path}' was written by a newer chancery (record version {version}; this one knows {Version}): it was left as it is");
        return version;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, SqliteTransaction change, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = change;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(RecordSchema).Assembly.GetManifestResourceStream(name + ".sql")!);
        return reader.ReadToEnd();
    }
}
