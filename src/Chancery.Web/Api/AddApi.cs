using Chancery.Exports.Json;
using Chancery.Intake;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Takes reports in: text, a page or JSON Lines, told by the content type, and says what became of each.</summary>
internal static class AddApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/reports", async (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var cancel = context.RequestAborted;
        var (format, ending) = (context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant()) switch
        {
            "text/plain" => (InputFormat.Text, ".txt"),
            "text/html" => (InputFormat.Html, ".html"),
            "application/json" or "application/x-ndjson" or "application/jsonl" => (InputFormat.JsonLines, ".jsonl"),
            _ => throw new BadRequest("bad-type", "Content-Type: expected text/plain, text/html or application/x-ndjson"),
        };
        var faults = new List<IntakeFault>();
        var filed = new List<(Records.Filing Filing, FiledReading Reading)>();
        var intake = new ReportIntake(new() { Format = format }, faults.Add);
        var name = Query.Text(context.Request, "name") is { } given && Path.GetFileNameWithoutExtension(given) is { Length: > 0 } plain ? plain + ending : "stdin";
        await foreach (var reading in knowledge.Reader.ReadAllAsync(intake.ReadAsync(name, context.Request.Body, cancel), cancel))
        {
            var kept = FiledReading.Of(reading);
            filed.Add((await live.Store.FileAsync(kept, cancel), kept));
        }
        if (filed.Count == 0 && faults.Count > 0) throw new BadRequest("unreadable", string.Join("; ", faults.Take(5)));
        var record = await live.RenewAsync(cancel);
        var rows = new Rows(record, knowledge);
        return (IResult)new Reply(record, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("reports");
            foreach (var (filing, _) in filed)
            {
                json.WriteStartObject();
                json.WriteText("id", filing.Report);
                json.WriteBoolean("new", filing.IsNew);
                json.WriteStartArray("events");
                foreach (var happening in record.Reading(filing.Report)?.Claims.Select(c => record.EventOf(c.Id)).OfType<Event>().DistinctBy(e => e.Id) ?? []) rows.Event(json, happening);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("faults");
            foreach (var fault in faults) json.WriteTextValue(fault.ToString());
            json.WriteEndArray();
            json.WriteEndObject();
        });
    });
}
