using System.Buffers;
using System.Collections.Immutable;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Tabbed;

/// <summary>Tab-separated files as event data sets are published: no quoting, so tabs and line breaks in a value become blanks.</summary>
internal sealed class TabbedFormat(string name, string ending, string gloss, bool hasHeader, string none, Table table) : ExportFormat
{
    public override string Name => name;

    public override string Ending => ending;

    public override string MediaType => "text/tab-separated-values; charset=utf-8";

    public override string Gloss => gloss;

    public override ImmutableArray<Table> Tables { get; } = [table];

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        var (rows, count, tabbed) = (TableOf(source), 0L, Chunks.Of(output));
        if (hasHeader) tabbed.Write(string.Join('\t', rows.Columns.Select(c => c.Name)) + '\n');
        await foreach (var row in rows.RowsAsync(source, cancel))
        {
            Write(tabbed, row);
            count++;
            await tabbed.Pass(cancel);
        }
        await tabbed.FlushAsync(cancel);
        return count;
    }

    private void Write(IBufferWriter<byte> tabbed, Cell[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) tabbed.Write("\t"u8);
            if (row[i].IsEmpty) tabbed.Write(none);
            else if (row[i].Text is { } text && text.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0) tabbed.Write(text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '));
            else tabbed.Write(row[i]);
        }
        tabbed.Write("\n"u8);
    }
}
