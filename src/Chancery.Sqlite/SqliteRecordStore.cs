using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Fusion;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

/// <summary>A record in one SQLite file, in WAL mode: others may read while one writes, and a process that is killed leaves whole reports behind.</summary>
/// <remarks>Safe for use from several threads, one at a time. Every failure of the file is a <see cref="RecordException"/>.</remarks>
public sealed partial class SqliteRecordStore : IRecordStore, IMemoStore
{
    /// <summary>Milliseconds one waits for another process to be done with what it writes.</summary>
    private const int Patience = 10_000;

    /// <summary>Begins a change.</summary>
    private const string Writing = "BEGIN IMMEDIATE";

    /// <summary>More than there are literals.</summary>
    private const int Literals = 500;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly Dictionary<string, Statement> _prepared = new(StringComparer.Ordinal);

    /// <summary>The same by the very string, which most often is a literal: to hash a long statement takes longer than to run it.</summary>
    private readonly Dictionary<string, Statement> _known = new(ReferenceEqualityComparer.Instance);

    private readonly Lock _lock = new();
    private readonly Lock _besideLock = new();
    private SqliteRecordStore? _beside;

    private readonly RecordWriter _writer = new();
    private readonly FusionState _state;
    private readonly RecordFuser _fuser;

    /// <summary>Number of the change that is being made.</summary>
    private long _sequence;

    /// <summary>Number of the last change made here.</summary>
    private long _seen;

    private long _dataVersion;

    /// <remarks>SQLite counts what memory it takes, behind a lock at every allocation, which nobody asks for: without that, filing takes a fifteenth less. Where it runs already, it stays as it is.</remarks>
    static SqliteRecordStore()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteRecordStore(SqliteConnection connection, string path)
    {
        (_connection, _path) = (connection, path);
        _state = new(this);
        _fuser = new(_state);
    }

    /// <inheritdoc/>
    public ReadWith Versions { get; init; } = new("0", "0");

    /// <summary>Opens a record for reading and writing; it is made where there is none.</summary>
    /// <exception cref="RecordException">The file cannot be opened, is no record or is one of a newer version.</exception>
    public static SqliteRecordStore Open(string path, ReadWith versions)
    {
        var store = new SqliteRecordStore(Connect(path, SqliteOpenMode.ReadWriteCreate), path) { Versions = versions };
        store.FuseStale();
        return store;
    }

    /// <summary>Opens a record that is there, for reading only.</summary>
    /// <exception cref="RecordException">There is no such file, or it cannot be opened, is no record or is one of a newer version.</exception>
    public static SqliteRecordStore OpenRead(string path)
    {
        if (!File.Exists(path)) throw new RecordException(Directory.Exists(path) ? $"'{path}' is a folder, not a record" : $"there is no record '{path}'; 'chancery read' makes one");
        var store = new SqliteRecordStore(Connect(path, SqliteOpenMode.ReadOnly), path);
        if (store.Guarded(() => store.Value("SELECT stale FROM stamp") is 0L)) return store;
        store._connection.Dispose();
        throw new RecordException($"'{path}' comes from an older version: 'chancery record upgrade --record {path}' brings it up to date");
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancel = default) => Task.FromResult(Guarded(() => (int)(long)Value("SELECT count(*) FROM report")!));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _prepared.Values) statement.Dispose();
        _prepared.Clear();
        _known.Clear();
        _writer.Dispose();
        if (_beside is not null) await _beside.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>Lets the file grow no further, as a full disk does; for tests.</summary>
    internal void LimitPages() => Value("PRAGMA max_page_count = 1");

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        try
        {
            return Prepared(path, mode, path);
        }
        catch (SqliteException problem) when (mode == SqliteOpenMode.ReadOnly && problem.SqliteErrorCode is 14 or 8)
        {
            // on a read-only medium the files that WAL mode keeps beside the record cannot be made: nobody writes there, so they are not needed
            try
            {
                return Prepared(path, mode, $"file:{Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1");
            }
            catch (SqliteException)
            {
                throw RecordFaults.Of(problem, path);
            }
        }
        catch (SqliteException problem)
        {
            throw RecordFaults.Of(problem, path);
        }
    }

    private static SqliteConnection Prepared(string path, SqliteOpenMode mode, string dataSource)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = dataSource, Mode = mode, Pooling = false, DefaultTimeout = Patience / 1000 }.ToString());
        try
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle!, Patience);
            connection.CreateFunction("fold", (string? text) => text is null ? null : Words.Fold(text), isDeterministic: true);
            var canWrite = mode != SqliteOpenMode.ReadOnly;
            using var setup = connection.CreateCommand();
            setup.CommandText = canWrite ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 16000; PRAGMA cache_size = -65536;" : "PRAGMA query_only = ON; PRAGMA cache_size = -16384;";
            setup.ExecuteNonQuery();
            RecordSchema.Prepare(connection, path, canWrite);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>One thing at a time on the connection, and SQLite's errors in a user's words.</summary>
    private T Guarded<T>(Func<T> work, [CallerMemberName] string caller = "")
    {
        lock (_lock)
        {
            try
            {
                // what another connection has written since may be a decision
                if (Value("PRAGMA data_version") is long version && version != _dataVersion)
                {
                    _dataVersion = version;
                    _state.Forget();
                    LetGoOfChanged();
                }
                return work();
            }
            catch (SqliteException problem)
            {
                throw RecordFaults.Of(problem, _path);
            }
            catch (JsonException problem)
            {
                throw new RecordException($"'{_path}' is damaged: a row cannot be understood ({caller})", problem);
            }
        }
    }

    /// <summary>Waits its turn to write, asking often: one that files much leaves but a moment between two changes, and SQLite would miss it for seconds.</summary>
    private void BeginWriting()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SQLitePCL.raw.sqlite3_busy_timeout(_connection.Handle!, 0);
        try
        {
            while (true)
            {
                try
                {
                    Value(Writing);
                    return;
                }
                catch (SqliteException taken) when (taken.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY && watch.ElapsedMilliseconds < Patience)
                {
                    Thread.Sleep(2);
                }
            }
        }
        finally
        {
            SQLitePCL.raw.sqlite3_busy_timeout(_connection.Handle!, Patience);
        }
    }

    /// <summary>All of it or nothing.</summary>
    private T Whole<T>(string begin, Func<T> work)
    {
        if (_isHeld) return work();
        if (begin == Writing) BeginWriting();
        else Value(begin);
        try
        {
            var result = work();
            Value("COMMIT");
            return result;
        }
        catch
        {
            // SQLite itself may have rolled back already, as it does where the disk is full
            _state.Forget();
            _lately.Clear();
            if (!SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle!).Equals(1)) Value("ROLLBACK");
            throw;
        }
    }

    /// <summary>The first value of the first row, or null. Statements are kept: preparing one costs more than running it.</summary>
    private object? Value(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var statement = Prepared(sql);
        statement.Bind(values);
        var value = statement.Step() ? statement.Row.GetValue(0) : null;
        // a statement that changes something has changed all of it before its first row
        statement.Reset();
        return value;
    }

    /// <summary>All rows of a statement that is kept for the next time.</summary>
    private List<T> Rows<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values) => Read(Prepared(sql), read, values);

    /// <summary>The same, by the values of <c>?1</c>, <c>?2</c>…</summary>
    private List<T> Rows<T>(string sql, Func<Row, T> read, ReadOnlySpan<long> values)
    {
        var statement = Prepared(sql);
        statement.Bind(values);
        return Read(statement, read);
    }

    /// <summary>All rows of a statement that is run once.</summary>
    private List<T> Found<T>(string sql, ReadOnlySpan<(string, object?)> values, Func<Row, T> read)
    {
        using var statement = new Statement(_connection.Handle!, sql);
        return Read(statement, read, values);
    }

    private static List<T> Read<T>(Statement statement, Func<Row, T> read, ReadOnlySpan<(string Name, object? Value)> values)
    {
        statement.Bind(values);
        return Read(statement, read);
    }

    private static List<T> Read<T>(Statement statement, Func<Row, T> read)
    {
        var all = new List<T>();
        try
        {
            while (statement.Step()) all.Add(read(statement.Row));
        }
        finally
        {
            statement.Reset();
        }
        return all;
    }

    private Statement Prepared(string sql)
    {
        if (!_known.TryGetValue(sql, out var statement))
        {
            if (!_prepared.TryGetValue(sql, out statement)) _prepared.Add(sql, statement = new(_connection.Handle!, sql));
            if (_known.Count >= Literals) _known.Clear();
            _known.Add(sql, statement);
        }
        return statement.IsBusy ? throw new InvalidOperationException($"asked while its rows are read: {sql}") : statement;
    }

    private static Utf8Text Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));

    private Utf8Text Json(ReadingBody body) => new(_writer.Body(body));

    private Utf8Text Json(EventClaim claim) => new(_writer.Claim(claim));

    private Utf8Text Json(EventRow row) => new(_writer.Event(row));

    private Utf8Text Json(FigureRow row) => new(_writer.Figure(row));
}
