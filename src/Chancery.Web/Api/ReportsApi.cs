using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Reports: the list, one with its lineage, and everything that is read from its words.</summary>
internal static class ReportsApi
{
    /// <summary>Tellings of one dispatch that are shown with one of them.</summary>
    private const int MostTellings = 200;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reports", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var query = Asked(context.Request, knowledge);
            return Answering.List(live, context, (view, page) => view.Store.ReportsAsync(query, page), view => view.Store.CountAsync(query, Paging.Countable), Rows.Report);
        }).Describe("listReports", "Reports", "Reports, by day of publication, each with its place among the tellings of its dispatch.")
            .Takes([.. Asking.Claims, Asking.Words, Asking.Publisher, Asking.Dispatch, Asking.ChangedSince, Asking.Order, .. Asking.Paging]).GivesPage("Report");

        api.MapGet("/reports/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async view =>
        {
            if ((await view.Store.ReportsAsync(new() { Id = RecordApi.Id(id) }, new(1))).Items is not [var report]) return Problems.NotFound("report", id);
            var tellings = await view.Store.ReportsAsync(new() { Dispatch = report.Lineage.Dispatch }, new(MostTellings));
            var events = await view.Store.EventsOfAsync([.. report.Reading.Claims.Select(c => c.Id)]);
            var rows = new Rows(knowledge);
            return new Reply(view.Tag, json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("report");
                Rows.Report(json, report);
                json.WriteText("text", report.Reading.Report.Text);
                json.WriteStartArray("lineage");
                foreach (var telling in tellings.Items) Rows.Report(json, telling);
                json.WriteEndArray();
                json.WriteStartArray("claims");
                foreach (var claim in report.Reading.Claims) rows.Claim(json, new(report.Reading, claim) { Event = events.GetValueOrDefault(claim.Id) });
                json.WriteEndArray();
                json.WriteEndObject();
            });
        })).Describe("getReport", "Reports", "One report: its text, the tellings of its dispatch, and its claims with their spans in code points.").Gives("ReportDetail").Fails(404);

        api.MapGet("/reports/{id}/annotations", (string id, HttpContext context, LiveRecord live, Annotations annotations) => Answering.From(live, context, async view =>
            await view.Store.ReadingAsync(RecordApi.Id(id)) is { } filed
                ? await annotations.Of(filed.Report, view.Tag, context.RequestAborted)
                : Problems.NotFound("report", id)))
            .Describe("annotateReport", "Reports", "Everything that is read from the words of a report: names, times, places, quantities, attributions, claims, figures and unknowns, as 'chancery annotate' prints them.")
            .Gives("Annotations").Fails(404);
    }

    private static ReportQuery Asked(HttpRequest request, Knowledge knowledge)
    {
        var claims = Query.Claims(request, knowledge);
        return new()
        {
            Claims = claims == new ClaimQuery() ? null : claims,
            Text = Query.Text(request, "words"),
            Publisher = Query.Text(request, "publisher"),
            Dispatch = Query.Text(request, "dispatch"),
            ChangedSince = Query.Number(request, "changedSince"),
            LatestFirst = Query.IsLatestFirst(request),
        };
    }
}
