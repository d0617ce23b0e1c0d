using Chancery.Formats.Tables;
using Parquet;
using Parquet.Schema;

namespace Chancery.Formats.Parquet;

/// <summary>The values of one column of a row group, reused from group to group.</summary>
internal abstract class ColumnBuffer(DataField column)
{
    internal DataField Field { get; } = column;

    internal static ColumnBuffer Of(Column column, int rows) => column.Type switch
    {
        ColumnType.Number => new Values<double>(new(column.Name, typeof(double), isNullable: true), rows, cell => cell.Number),
        ColumnType.Count => new Values<long>(new(column.Name, typeof(long), isNullable: true), rows, cell => cell.Count),
        ColumnType.Day => new Values<DateOnly>(new(column.Name, typeof(DateOnly), isNullable: true), rows, cell => cell.Day),
        ColumnType.Flag => new Values<bool>(new(column.Name, typeof(bool), isNullable: true), rows, cell => cell.Flag),
        _ => new Texts(new(column.Name, typeof(string), isNullable: true), rows),
    };

    internal abstract void Set(int row, in Cell cell);

    internal abstract Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancel);

    private sealed class Texts(DataField column, int most) : ColumnBuffer(column)
    {
        private readonly string?[] _values = new string?[most];

        internal override void Set(int row, in Cell cell) => _values[row] = cell.Text;

        internal override Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancel) => group.WriteAsync(Field, new ArraySegment<string>(_values!, 0, rows), null);
    }

    private sealed class Values<T>(DataField column, int most, Func<Cell, T?> value) : ColumnBuffer(column) where T : struct
    {
        private readonly T?[] _values = new T?[most];

        internal override void Set(int row, in Cell cell) => _values[row] = value(cell);

        internal override Task WriteAsync(ParquetRowGroupWriter group, int rows, CancellationToken cancel) => group.WriteAsync<T>(Field, _values.AsMemory(0, rows), cancellationToken: cancel);
    }
}
