using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Intake;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Chancery.Web.Api;

/// <summary>Takes reports in: text, a page or JSON Lines, told by the content type, and says what became of each.</summary>
/// <remarks>
/// Each report is filed whole or not at all. Where the server is told to stop while it reads many, it finishes the one it is at and says that the rest
/// was left: nobody is told that a report was filed that was not.
/// </remarks>
internal static class AddApi
{
    private const string Stopped = "the server stops: the reports that are not named here were left; send them again";

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/reports", (HttpContext context, LiveRecord live, Knowledge knowledge, IHostApplicationLifetime life) =>
    {
        var (format, ending) = Format(context.Request);
        var name = Query.Text(context.Request, "name") is { } given && Path.GetFileNameWithoutExtension(given) is { Length: > 0 } plain ? plain + ending : "stdin";
        var filing = File(new() { Format = format }, name, context, live, knowledge, life);
        var rows = new Rows(knowledge);
        return Lines<Step>.Wanted(context.Request) ? Task.FromResult<IResult>(new Lines<Step>(filing, (json, step) => Write(json, step, rows))) : AtOnce(filing, rows);
    }).Describe("addReports", "Reports", "Reads reports and files them. With 'Accept: application/x-ndjson' every report is answered for on a line of its own as soon as it is filed: that is the progress of a long upload.")
        .Takes([Asking.Name]).Reads(null, "text/plain", "text/html", "application/x-ndjson").Gives("Added").Fails(400, 413, 503);

    private static (InputFormat Format, string Ending) Format(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" => (InputFormat.Text, ".txt"),
        "text/html" => (InputFormat.Html, ".html"),
        "application/json" or "application/x-ndjson" or "application/jsonl" => (InputFormat.JsonLines, ".jsonl"),
        _ => throw new BadRequest("bad-type", "Content-Type: expected text/plain, text/html or application/x-ndjson"),
    };

    /// <summary>All of it in one answer.</summary>
    private static async Task<IResult> AtOnce(IAsyncEnumerable<Step> filing, Rows rows)
    {
        var steps = await filing.ToListAsync();
        var faults = steps.Where(s => s.Fault is not null).Select(s => s.Fault!).ToList();
        if (steps.All(s => s.Report is null))
        {
            if (steps.Any(s => s.Fault == Stopped)) return Problems.Result(StatusCodes.Status503ServiceUnavailable, "stopping", "The server stops; nothing was filed. Send it again.");
            if (faults.Count > 0) throw new BadRequest("unreadable", string.Join("; ", faults.Take(5)));
        }
        return new Reply("added", json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("reports");
            foreach (var step in steps.Where(s => s.Report is not null)) Write(json, step, rows);
            json.WriteEndArray();
            json.WriteStartArray("faults");
            foreach (var fault in faults) json.WriteTextValue(fault);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static async IAsyncEnumerable<Step> File(IntakeOptions options, string name, HttpContext context, LiveRecord live, Knowledge knowledge, IHostApplicationLifetime life)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var faults = new List<IntakeFault>();
        var intake = new ReportIntake(options, fault => faults.Add(fault));
        var readings = knowledge.Reader.ReadAllAsync(intake.ReadAsync(name, context.Request.Body, stop.Token), stop.Token).GetAsyncEnumerator(stop.Token);
        var isLeft = false;
        try
        {
            while (true)
            {
                Reading? next;
                try
                {
                    next = await readings.MoveNextAsync() ? readings.Current : null;
                }
                catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
                {
                    isLeft = true;
                    break;
                }
                if (next is null) break;
                var store = live.Store;
                var filing = await store.FileAsync(FiledReading.Of(next), CancellationToken.None);
                Measures.Filed.Add(1, new KeyValuePair<string, object?>("new", filing.IsNew));
                live.Nudge();
                yield return new(filing, await Events(store, filing.Report), null);
            }
        }
        finally
        {
            await readings.DisposeAsync();
        }
        foreach (var fault in faults) yield return new(null, [], fault.ToString());
        if (isLeft) yield return new(null, [], Stopped);
    }

    /// <summary>The events the claims of a report stand in.</summary>
    private static async Task<List<Event>> Events(IRecordStore store, string report)
    {
        var events = new List<Event>();
        if (await store.ReadingAsync(report) is not { } reading) return events;
        foreach (var id in (await store.EventsOfAsync([.. reading.Claims.Select(c => c.Id)])).Values.Distinct(StringComparer.Ordinal))
            if (await store.EventAsync(id) is { } some) events.Add(some);
        return events;
    }

    private static void Write(Utf8JsonWriter json, Step step, Rows rows)
    {
        json.WriteStartObject();
        if (step.Report is { } filing)
        {
            json.WriteText("id", filing.Report);
            json.WriteBoolean("new", filing.IsNew);
            json.WriteStartArray("events");
            foreach (var happening in step.Events) rows.Event(json, happening);
            json.WriteEndArray();
        }
        else json.WriteText("fault", step.Fault);
        json.WriteEndObject();
    }

    /// <summary>A report that was filed with the events it tells, or what could not be read.</summary>
    private sealed record Step(Filing? Report, List<Event> Events, string? Fault);
}
