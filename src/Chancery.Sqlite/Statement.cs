using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Sqlite;

/// <summary>A prepared statement, used again and again. Filing a report runs several hundred; by way of a <see cref="SqliteCommand"/> each took twice as long.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int[]? _places;

    /// <summary>What <c>?1</c>, <c>?2</c>… have from the last run: rows of keys come in order, so that most of their values are those of the row before.</summary>
    private long[]? _numbers;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    /// <summary>True while rows are read from it.</summary>
    internal bool IsBusy { get; private set; }

    /// <summary>The row it stands on.</summary>
    internal Row Row => new(_statement);

    /// <summary>Gives the parameters their values; they come in the same order every time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Bind(ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (_places is null || _places.Length != values.Length)
        {
            _places = new int[values.Length];
            for (var i = 0; i < values.Length; i++) _places[i] = raw.sqlite3_bind_parameter_index(_statement, values[i].Name);
        }
        for (var i = 0; i < values.Length; i++) Check(Bind(_places[i], values[i].Value));
    }

    /// <summary>Gives the parameters <c>?1</c>, <c>?2</c>… their values.</summary>
    internal void Bind(ReadOnlySpan<long> values)
    {
        var isBound = _numbers is not null;
        _numbers ??= new long[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (isBound && _numbers[i] == values[i]) continue;
            Check(raw.sqlite3_bind_int64(_statement, i + 1, values[i]));
            _numbers[i] = values[i];
        }
    }

    /// <summary>Runs it to its end.</summary>
    internal void Run(ReadOnlySpan<long> values)
    {
        Bind(values);
        while (Step())
        {
        }
        Reset();
    }

    /// <summary>Goes to the next row; false where there is none.</summary>
    internal bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        IsBusy = result == raw.SQLITE_ROW;
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE) return IsBusy;
        var fault = Fault(result);
        Reset();
        throw fault;
    }

    /// <summary>Makes it ready for the next run.</summary>
    internal void Reset()
    {
        IsBusy = false;
        _ = raw.sqlite3_reset(_statement); // repeats the error of the last step, which was told
    }

    public void Dispose() => _statement.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        string text => Bind(place, text),
        Utf8Text text => raw.sqlite3_bind_text(_statement, place, text.Bytes),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"a {value.GetType().Name} cannot be kept", nameof(value)),
    };

    /// <summary>By its bytes and their number, so that a NUL does not end it.</summary>
    private int Bind(int place, string text)
    {
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, place, text);
        Span<byte> small = stackalloc byte[512];
        if (text.Length * 3 > small.Length) return raw.sqlite3_bind_text(_statement, place, Encoding.UTF8.GetBytes(text));
        return raw.sqlite3_bind_text(_statement, place, small[..Encoding.UTF8.GetBytes(text, small)]);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw Fault(result);
    }

    private SqliteException Fault(int result) => new(raw.sqlite3_errmsg(_database).utf8_to_string(), result & 0xFF, result);
}

/// <summary>Text that is UTF-8 already, such as JSON.</summary>
internal sealed record Utf8Text(byte[] Bytes);

/// <summary>The row a statement stands on; good until its next step.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    internal bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    internal int GetInt32(int column) => (int)GetInt64(column);

    internal long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    internal double GetDouble(int column) => raw.sqlite3_column_double(statement, column);

    internal string GetString(int column) => Encoding.UTF8.GetString(GetSpan(column));

    internal string? GetText(int column) => IsNull(column) ? null : GetString(column);

    internal byte[] GetBytes(int column) => GetSpan(column).ToArray();

    /// <summary>The bytes of a text or blob where they lie.</summary>
    internal ReadOnlySpan<byte> GetSpan(int column) => raw.sqlite3_column_blob(statement, column);

    internal object? GetValue(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBytes(column),
        _ => null,
    };
}
