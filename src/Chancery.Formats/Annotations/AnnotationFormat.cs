using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Formats.Tables;
using Chancery.Linguistics;

namespace Chancery.Formats.Annotations;

/// <summary>W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation page, a claim an annotation of the words that name its action.</summary>
/// <remarks>
/// Each target has a TextQuoteSelector and a TextPositionSelector (code points, the end exclusive) and the SHA-256 of the text they were taken from.
/// </remarks>
internal sealed class AnnotationFormat : ExportFormat
{
    public override string Name => "annotations";

    public override string Ending => ".jsonld";

    public override string MediaType => "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"";

    public override string Gloss => "W3C Web Annotations with quote and position selectors";

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        _ = Asked(source);
        var page = Chunks.Of(output);
        await using var json = new Utf8JsonWriter(page, ReadingJson.Compact with { SkipValidation = false });
        json.WriteStartObject();
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        json.WriteStartObject();
        json.WriteString("sha256", "urn:chancery:sha256");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        var (count, report, digest) = (0L, "", "");
        await foreach (var row in ClaimTable.Rows(source, cancel))
        {
            if (count == 0 || row.Report.Id != report) (report, digest) = (row.Report.Id, Digest(row.Report.Text));
            Write(json, row, digest);
            count++;
            json.Flush();
            await page.Pass(cancel);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        page.Write("\n"u8);
        await page.FlushAsync(cancel);
        return count;
    }

    private static void Write(Utf8JsonWriter json, ClaimRow row, string digest)
    {
        var (claim, report) = (row.Claim, row.Report);
        json.WriteStartObject();
        json.WriteString("id", "urn:chancery:claim:" + Uri.EscapeDataString(claim.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "classifying");
        json.WriteStartArray("body");
        WriteBody(json, "describing", WellFormed.Of(claim.Statement ?? row.Filed.Sentence()));
        if (row.Plover is { } plover) WriteBody(json, "tagging", $"PLOVER:{plover.Type}{(plover.Mode is null ? "" : "/" + plover.Mode)}");
        if (row.Cameo is { } cameo) WriteBody(json, "tagging", $"CAMEO:{cameo.Type}");
        WriteBody(json, "tagging", $"status:{claim.Status.Name()}");
        WriteBody(json, "tagging", string.Create(CultureInfo.InvariantCulture, $"confidence:{claim.Confidence:0.##}"));
        foreach (var actor in claim.Actors) WriteBody(json, "identifying", WellFormed.Of($"actor:{actor.Name}"));
        foreach (var recipient in claim.Recipients) WriteBody(json, "identifying", WellFormed.Of($"recipient:{recipient.Name}"));
        json.WriteEndArray();
        json.WriteStartObject("target");
        json.WriteString("source", report.Url is { } url && Uri.IsWellFormedUriString(url, UriKind.Absolute) ? url : "urn:chancery:report:" + Uri.EscapeDataString(report.Id));
        json.WriteString("sha256", digest);
        json.WriteStartArray("selector");
        var anchor = TextAnchor.Of(report.Text, claim.Trigger);
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", WellFormed.Of(anchor.Exact));
        json.WriteString("prefix", WellFormed.Of(anchor.Prefix));
        json.WriteString("suffix", WellFormed.Of(anchor.Suffix));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", row.At(claim.Trigger.Start));
        json.WriteNumber("end", row.At(claim.Trigger.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string purpose, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
