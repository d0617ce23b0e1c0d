using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Chancery.Formats.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, as the format's publisher writes it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Origin">Where its values come from, or why it stays empty; docs/formats.md says the same.</param>
public abstract record Column(string Name, ColumnType Type, string Origin)
{
    /// <summary>True where the record has no source for it.</summary>
    public bool StaysEmpty => Origin.StartsWith(Empty, StringComparison.Ordinal);

    /// <summary>How the origin of a column that stays empty begins.</summary>
    private protected const string Empty = "stays empty";
}

/// <summary>A column with how its value is got from a row.</summary>
internal sealed record Column<TRow>(string Name, ColumnType Type, string Origin, Func<TRow, Cell> Value) : Column(Name, Type, Origin)
{
    internal static Column<TRow> Text(string name, Func<TRow, string?> value, string origin) => new(name, ColumnType.Text, origin, row => value(row));

    internal static Column<TRow> Number(string name, Func<TRow, double?> value, string origin) => new(name, ColumnType.Number, origin, row => value(row));

    internal static Column<TRow> Count(string name, Func<TRow, long?> value, string origin) => new(name, ColumnType.Count, origin, row => value(row));

    internal static Column<TRow> Day(string name, Func<TRow, DateOnly?> value, string origin) => new(name, ColumnType.Day, origin, row => value(row));

    internal static Column<TRow> Flag(string name, Func<TRow, bool?> value, string origin) => new(name, ColumnType.Flag, origin, row => value(row));

    /// <summary>A column that the record has nothing for.</summary>
    internal static Column<TRow> None(string name, string why) => new(name, ColumnType.Text, $"{Empty}: {why}", _ => default(string));
}

/// <summary>Rows of one kind with their columns, whatever the file they are written to.</summary>
public abstract class Table
{
    private protected Table(string name, ImmutableArray<Column> columns) => (Name, Columns) = (name, columns);

    /// <summary>Name by which it is asked for: <c>claims</c>.</summary>
    public string Name { get; }

    /// <summary>Its columns in order.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The rows of a source. The array is filled anew for each: it is good until the next row is asked for.</summary>
    public abstract IAsyncEnumerable<Cell[]> RowsAsync(ExportSource source, CancellationToken cancel = default);
}

/// <summary>A table over rows of a type.</summary>
internal sealed class Table<TRow>(string name, Func<ExportSource, CancellationToken, IAsyncEnumerable<TRow>> rows, params Column<TRow>[] columns)
    : Table(name, [.. columns])
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<Cell[]> RowsAsync(ExportSource source, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var cells = new Cell[columns.Length];
        await foreach (var row in rows(source, cancel))
        {
            for (var i = 0; i < columns.Length; i++) cells[i] = columns[i].Value(row);
            yield return cells;
        }
    }
}
