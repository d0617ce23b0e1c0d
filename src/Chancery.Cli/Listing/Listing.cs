using System.Buffers;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Terminal;
using Chancery.Exports.Json;

namespace Chancery.Cli.Listing;

/// <summary>One column of a listing.</summary>
/// <param name="Name">Name in the CSV header and, for those that are shown, over the table.</param>
/// <param name="Value">The cell.</param>
/// <param name="InTable">False for what only files need, such as offsets.</param>
/// <param name="IsName">True for what is typed back, such as ids: a table never shortens it.</param>
internal sealed record Column<T>(string Name, Func<T, string> Value, bool InTable = true, bool IsName = false);

/// <summary>How rows of one kind are printed: a table for people, CSV and the contract's JSON for programs.</summary>
internal sealed record Listing<T>(Column<T>[] Columns, Action<Utf8JsonWriter, T> WriteJson)
{
    internal static readonly string[] Formats = ["table", "json", "jsonl", "csv"];

    /// <summary>Prints the rows; returns how many there were.</summary>
    internal async Task<int> Print(IAsyncEnumerable<T> rows, string format, Output output) => format switch
    {
        "csv" => await PrintCsv(rows, output),
        "json" => await PrintJson(rows, output, ReadingJson.Indented, "[\n"u8.ToArray(), ",\n"u8.ToArray(), "\n]\n"u8.ToArray()),
        "jsonl" => await PrintJson(rows, output, ReadingJson.Compact, [], "\n"u8.ToArray(), "\n"u8.ToArray()),
        _ => await PrintTable(rows, output),
    };

    private async Task<int> PrintJson(IAsyncEnumerable<T> rows, Output output, JsonWriterOptions options, byte[] open, byte[] between, byte[] close)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await using var json = new Utf8JsonWriter(buffer, options);
        var count = 0;
        await foreach (var row in rows)
        {
            buffer.Write(count++ == 0 ? open : between);
            json.Reset(buffer);
            WriteJson(json, row);
            await json.FlushAsync();
            if (buffer.WrittenCount < 64 * 1024) continue;
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        if (count > 0) buffer.Write(close);
        else if (open.Length > 0) buffer.Write("[]\n"u8);
        output.Write(buffer.WrittenSpan);
        return count;
    }

    private async Task<int> PrintCsv(IAsyncEnumerable<T> rows, Output output)
    {
        var text = new StringBuilder();
        AppendCsv(text, Columns.Select(c => c.Name));
        var count = 0;
        await foreach (var row in rows)
        {
            count++;
            AppendCsv(text, Columns.Select(c => c.Value(row)));
            if (text.Length > 64 * 1024) Flush();
        }
        Flush();
        return count;

        void Flush()
        {
            output.Write(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }
    }

    /// <summary>RFC 4180, with line feeds.</summary>
    private static void AppendCsv(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(',');
            first = false;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) text.Append(cell);
            else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        text.Append('\n');
    }

    private async Task<int> PrintTable(IAsyncEnumerable<T> rows, Output output)
    {
        var shown = Columns.Where(c => c.InTable).ToArray();
        var cells = new List<string[]>();
        await foreach (var row in rows) cells.Add([.. shown.Select(c => c.Value(row))]);
        if (cells.Count > 0) output.Write(Encoding.UTF8.GetBytes(TextTable.Render([.. shown.Select(c => (c.Name, c.IsName))], cells)));
        return cells.Count;
    }
}
