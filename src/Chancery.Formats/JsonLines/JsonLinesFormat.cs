using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Formats.Tables;

namespace Chancery.Formats.JsonLines;

/// <summary>The record in its own words: one of the contract's JSON objects a line, each naming the schema it follows.</summary>
internal sealed class JsonLinesFormat : ExportFormat
{
    public override string Name => "jsonl";

    public override string Ending => ".jsonl";

    public override string MediaType => "application/jsonl; charset=utf-8";

    public override string Gloss => "JSON Lines with a JSON Schema; nothing is left out or flattened";

    public override ImmutableArray<string> TableNames => [.. RecordTables.All.Select(t => t.Name)];

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default) => Asked(source) switch
    {
        "events" => await Write(Walk.Events(source, cancel), (json, item) => ListingJson.WriteEvent(json, item, source.Codes, More("events")), output, cancel),
        "figures" => await Write(Walk.Figures(source, cancel), (json, figure) => ListingJson.WriteFigure(json, figure, More("figures")), output, cancel),
        "reports" => await Write(Walk.Reports(source, cancel), (json, report) => ListingJson.WriteReport(json, report.Reading, report.Lineage, report.Retraction, More("reports")), output, cancel),
        _ => await Write(Walk.Claims(source, cancel), (json, claim) => ListingJson.WriteClaim(json, claim, source.Codes, More(claim)), output, cancel),
    };

    private static Action<Utf8JsonWriter> More(string table) => json => json.WriteString("schema", ExportSchemas.NameOf(table));

    private static Action<Utf8JsonWriter> More(FiledClaim filed) => json =>
    {
        var report = filed.Reading.Report;
        json.WriteString("event", filed.Event);
        json.WriteString("publisher", Text(report.Publisher));
        json.WriteString("published", report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("url", Text(report.Url));
        json.WriteString("words", Text(filed.Claim.Trigger.In(report.Text)));
        json.WriteString("text", Text(filed.Sentence()));
        json.WriteString("schema", ExportSchemas.NameOf("claims"));
    };

    /// <summary>A lone surrogate, which UTF-8 has no bytes for, leaves as U+FFFD here; the offsets still lead to it.</summary>
    private static string? Text(string? text) => text is null || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : WellFormed.Of(text);

    private static async Task<long> Write<T>(IAsyncEnumerable<T> rows, Action<Utf8JsonWriter, T> write, Stream output, CancellationToken cancel)
    {
        var (count, lines) = (0L, Chunks.Of(output));
        await using var json = new Utf8JsonWriter(lines, ReadingJson.Compact);
        await foreach (var row in rows)
        {
            write(json, row);
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
            count++;
            await lines.Pass(cancel);
        }
        await lines.FlushAsync(cancel);
        return count;
    }
}
