using System.Runtime.InteropServices;
using Chancery.Records;

namespace Chancery.Sqlite;

/// <summary>What a server asks of a record file that is open for long.</summary>
public sealed partial class SqliteRecordStore
{
    private bool _isHeld;

    /// <summary>True where another file, or none, now has the name the record was opened by: what is asked here is answered from the old one.</summary>
    public bool HasMoved
    {
        get
        {
            lock (_lock)
            {
                var moved = 0;
                return sqlite3_file_control(_connection.Handle!.DangerousGetHandle(), 0, HasMovedCode, ref moved) == 0 && moved != 0;
            }
        }
    }

    /// <summary>Answers everything from the state of the record at this moment until what is returned is disposed of. For a record opened for reading; not nested.</summary>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public IDisposable Hold()
    {
        Guarded(() =>
        {
            Value("BEGIN");
            _isHeld = true;
            return Value("SELECT sequence FROM stamp");
        });
        return new Held(this);
    }

    /// <summary>Moves what was written ahead into the file itself, as far as nobody is in the way.</summary>
    /// <returns>True where nothing waits any more.</returns>
    public bool Settle() => Guarded(() => Rows("PRAGMA wal_checkpoint(PASSIVE)", row => row.GetInt64(0) == 0 && row.GetInt64(1) == row.GetInt64(2)) is [true]);

    private const int HasMovedCode = 20; // SQLITE_FCNTL_HAS_MOVED

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_file_control(nint connection, nint database, int code, ref int answer);

    private sealed class Held(SqliteRecordStore store) : IDisposable
    {
        public void Dispose() => store.Guarded(() =>
        {
            if (!store._isHeld) return null;
            store._isHeld = false;
            return store.Value("COMMIT");
        });
    }
}
