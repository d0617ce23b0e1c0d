using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>Copies the record as it is at one moment into a file of its own, whoever reads or writes meanwhile; the copy is looked through before it gets its name.</summary>
    /// <param name="file">A file that is not there yet.</param>
    /// <exception cref="RecordException">The file is there already, or cannot be written.</exception>
    public void Backup(string file)
    {
        if (Path.Exists(file)) throw new RecordException($"'{file}' is there already: a backup never overwrites");
        var draft = file + ".part";
        try
        {
            File.Delete(draft);
            using (var from = Connect(_path, SqliteOpenMode.ReadOnly))
            using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ToString()))
            {
                to.Open();
                from.BackupDatabase(to);
                using var check = to.CreateCommand();
                // a copy is one file: what was written ahead is in it
                check.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA quick_check(1)";
                using var result = check.ExecuteReader();
                do
                    while (result.Read())
                        if (result.GetString(0) is not ("ok" or "delete")) throw new RecordException($"the copy of '{_path}' is damaged: {result.GetString(0)}");
                while (result.NextResult());
            }
            File.Move(draft, file);
        }
        catch (SqliteException problem)
        {
            throw RecordFaults.Of(problem, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"'{file}' cannot be written: {problem.Message}", problem);
        }
        finally
        {
            try
            {
                foreach (var left in (string[])[draft, draft + "-journal", draft + "-wal", draft + "-shm"]) File.Delete(left);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // the fault that left it there has been told
            }
        }
    }
}
