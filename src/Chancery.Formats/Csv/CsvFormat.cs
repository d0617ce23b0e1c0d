using System.Buffers;
using System.Collections.Immutable;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Csv;

/// <summary>CSV with a header: RFC 4180, UTF-8 without a mark, a line feed behind each row, days as ISO 8601, codes as text.</summary>
/// <remarks>
/// A text that a spreadsheet would run as a formula (one that begins with =, +, -, @, a tab or a carriage return) gets a ' in front: the texts come from the press.
/// JSON Lines and Parquet keep every text as it stands.
/// </remarks>
internal sealed class CsvFormat : ExportFormat
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public override string Name => "csv";

    public override string Ending => ".csv";

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override string Gloss => "CSV with a header (RFC 4180)";

    public override ImmutableArray<Table> Tables => RecordTables.All;

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        var (table, count, csv) = (TableOf(source), 0L, Chunks.Of(output));
        Write(csv, [.. table.Columns.Select(c => (Cell)c.Name)]);
        await foreach (var row in table.RowsAsync(source, cancel))
        {
            Write(csv, row);
            count++;
            await csv.Pass(cancel);
        }
        await csv.FlushAsync(cancel);
        return count;
    }

    private static void Write(IBufferWriter<byte> csv, Cell[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) csv.Write(","u8);
            if (row[i] is { Type: ColumnType.Text, Text: { } text }) Write(csv, text);
            else csv.Write(row[i]);
        }
        csv.Write("\n"u8);
    }

    private static void Write(IBufferWriter<byte> csv, string text)
    {
        var isFormula = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        if (!isFormula && text[0] != ' ' && text[^1] != ' ' && text.AsSpan().IndexOfAny(Quoted) < 0)
        {
            csv.Write(text);
            return;
        }
        csv.Write(isFormula ? "\"'"u8 : "\""u8);
        csv.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        csv.Write("\""u8);
    }
}
