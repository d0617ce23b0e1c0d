using System.Collections.Immutable;
using Chancery.Formats.Tables;
using CsvHelper;

namespace Chancery.Formats.Csv;

/// <summary>CSV with a header: RFC 4180, UTF-8 without a mark, a line feed behind each row, days as ISO 8601, codes as text.</summary>
/// <remarks>
/// A text that a spreadsheet would run as a formula (one that begins with =, +, -, @, a tab or a carriage return) gets a ' in front: the texts come from the press.
/// JSON Lines and Parquet keep every text as it stands.
/// </remarks>
internal sealed class CsvFormat : ExportFormat
{
    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    public override string Name => "csv";

    public override string Ending => ".csv";

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override string Gloss => "CSV with a header (RFC 4180)";

    public override ImmutableArray<Table> Tables => RecordTables.All;

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        var table = TableOf(source);
        await using var writer = CsvWriter.Create(output, Options, leaveOpen: true);
        writer.WriteHeader([.. table.Columns.Select(c => c.Name)]);
        await foreach (var row in table.RowsAsync(source, cancel))
        {
            foreach (ref readonly var cell in row.AsSpan()) Write(writer, cell);
            await writer.EndRecordAsync(cancel);
        }
        await writer.FlushAsync(cancel);
        return writer.RecordCount - 1;
    }

    private static void Write(CsvWriter writer, in Cell cell)
    {
        if (cell.IsEmpty) writer.WriteField(default(ReadOnlySpan<char>));
        else if (cell.Type == ColumnType.Number) writer.WriteField(cell.Number!.Value);
        else if (cell.Type == ColumnType.Count) writer.WriteField(cell.Count!.Value);
        else if (cell.Type == ColumnType.Day) writer.WriteField(cell.Day!.Value);
        else if (cell.Type == ColumnType.Flag) writer.WriteField(cell.Flag!.Value);
        else writer.WriteField(cell.Text);
    }
}
