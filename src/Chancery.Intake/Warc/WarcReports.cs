using System.Runtime.CompilerServices;
using Chancery.Intake.Html;
using Chancery.Intake.Plain;

namespace Chancery.Intake.Warc;

/// <summary>Reads the pages of a web archive as reports.</summary>
internal static class WarcReports
{
    internal static async IAsyncEnumerable<Report> ReadAsync(string name, Stream stream, int maxReport, Action<IntakeFault> onFault, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var records = WarcReader.ReadAsync(stream, maxReport, cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            try
            {
                if (!await records.MoveNextAsync()) yield break;
            }
            catch (FormatException problem)
            {
                onFault(new(name, 0, $"{problem.Message}; the archive is read no further"));
                yield break;
            }
            if (records.Current is not { Type: "response" or "resource" } record) continue;
            var report = Of(record, out var fault);
            if (report is not null) yield return report;
            else if (fault is not null) onFault(new(name, 0, $"record {record.Number}, {record.Address}: {fault}"));
        }
    }

    /// <summary>The report of a record; null with a fault where it should be one, null without where it is none.</summary>
    private static Report? Of(WarcRecord record, out string? fault)
    {
        fault = null;
        if (record.Block is null)
        {
            fault = "larger than --max-report: not read";
            return null;
        }
        var reply = record.Type == "resource" ? new HttpReply(200, record.ContentType, record.Block) : HttpReply.Parse(record.Block, out fault);
        if (reply is null || reply.Status is < 200 or >= 300 || reply.MediaType is not ("text/html" or "application/xhtml+xml" or "text/plain") || reply.Body.Length == 0) return null;
        var text = TextDecoder.Decode(reply.Body, HtmlPage.DeclaredCharset(reply.Body) ?? reply.Charset, out var notices);
        if (string.IsNullOrWhiteSpace(text))
        {
            fault = text is null ? "not text: its bytes are those of a binary file" : "the page is empty";
            return null;
        }
        var address = Uri.TryCreate(record.Address, UriKind.Absolute, out var uri) ? uri : null;
        var id = (address is null ? "" : address.Host + "-") + ContentId.Of(record.Address ?? text);
        var report = reply.MediaType == "text/plain" ? PlainText.Parse(id, text, notices) : HtmlPage.Parse(id, text, notices, address);
        if (report is null) fault = "the page has no text";
        return report is null ? null : report with { Url = report.Url ?? record.Address };
    }
}
