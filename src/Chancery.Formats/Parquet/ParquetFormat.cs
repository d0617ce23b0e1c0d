using System.Collections.Immutable;
using Chancery.Formats.Tables;
using Parquet;
using Parquet.Schema;

namespace Chancery.Formats.Parquet;

/// <summary>Apache Parquet: typed columns that may be null, in row groups of so many rows that memory stays small.</summary>
internal sealed class ParquetFormat(int rowsOfGroup = ParquetFormat.RowGroup) : ExportFormat
{
    /// <summary>Rows held at a time: about 15 MB of claims.</summary>
    private const int RowGroup = 10_000;

    public override string Name => "parquet";

    public override string Ending => ".parquet";

    public override string MediaType => "application/vnd.apache.parquet";

    public override string Gloss => "Apache Parquet, typed columns";

    public override bool IsBinary => true;

    public override ImmutableArray<Table> Tables => RecordTables.All;

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        var table = TableOf(source);
        ColumnBuffer[] columns = [.. table.Columns.Select(c => ColumnBuffer.Of(c, rowsOfGroup))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. columns.Select(c => c.Field)]), output, cancellationToken: cancel);
        writer.CustomMetadata = new Dictionary<string, string> { ["chancery.table"] = table.Name };
        var (count, rows) = (0L, 0);
        await foreach (var row in table.RowsAsync(source, cancel))
        {
            for (var i = 0; i < columns.Length; i++) columns[i].Set(rows, row[i]);
            count++;
            if (++rows < rowsOfGroup) continue;
            await Flush(writer, columns, rows, cancel);
            rows = 0;
        }
        if (rows > 0 || count == 0) await Flush(writer, columns, rows, cancel);
        return count;
    }

    private static async Task Flush(ParquetWriter writer, ColumnBuffer[] columns, int rows, CancellationToken cancel)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in columns) await column.WriteAsync(group, rows, cancel);
    }
}
