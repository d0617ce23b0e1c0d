using System.Collections.Immutable;
using System.Text;
using Chancery.Formats.Tables;

namespace Chancery.Formats.Tabbed;

/// <summary>Tab-separated files as event data sets are published: no quoting, so tabs and line breaks in a value become blanks.</summary>
internal sealed class TabbedFormat(string name, string ending, string gloss, bool hasHeader, string none, Table table) : ExportFormat
{
    private const int Chunk = 64 * 1024;

    public override string Name => name;

    public override string Ending => ending;

    public override string MediaType => "text/tab-separated-values; charset=utf-8";

    public override string Gloss => gloss;

    public override ImmutableArray<Table> Tables { get; } = [table];

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        var text = new StringBuilder(2 * Chunk);
        if (hasHeader) text.AppendJoin('\t', TableOf(source).Columns.Select(c => c.Name)).Append('\n');
        var count = 0L;
        await foreach (var row in TableOf(source).RowsAsync(source, cancel))
        {
            Append(text, row);
            count++;
            if (text.Length >= Chunk) await Flush();
        }
        await Flush();
        await output.FlushAsync(cancel);
        return count;

        async Task Flush()
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
            text.Clear();
        }
    }

    private void Append(StringBuilder text, Cell[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) text.Append('\t');
            var value = row[i].IsEmpty ? none : row[i].ToString();
            if (value.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0) value = value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
            text.Append(value);
        }
        text.Append('\n');
    }
}
