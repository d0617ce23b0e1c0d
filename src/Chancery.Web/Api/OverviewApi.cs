using Chancery.Exports.Json;
using Chancery.Web.Live;
using Chancery.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>The record at a glance: how much there is, what is new, contested, expected and out of the ordinary.</summary>
internal static class OverviewApi
{
    private const int Shown = 8;

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/overview", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
    {
        var rows = new Rows(record, knowledge);
        var since = Query.Day(context.Request, "since");
        var events = record.Fused.Events;
        Event[] latest = [.. events.Where(e => e.Best.Claim.Within is null || e.Claims.Length > 1).OrderByDescending(e => e.Claims.Max(c => c.Reading.Report.Published)).ThenByDescending(e => e.Independent)];
        return new Reply(record, json =>
        {
            json.WriteStartObject();
            json.WriteText("caller", context.Features.Get<Caller>()?.Name);
            json.WriteText("role", context.Features.Get<Caller>()?.Role.ToString().ToLowerInvariant());
            json.WriteNumber("sequence", record.Sequence);
            json.WriteNumber("reports", record.Readings.Count);
            json.WriteNumber("claims", record.ClaimCount);
            json.WriteNumber("events", events.Length);
            json.WriteNumber("figures", record.Fused.Figures.Length);
            json.WriteNumber("actors", record.Actors.All.Length);
            json.WriteNumber("dispatches", record.Lineages.Values.Select(l => l.Dispatch).Distinct(StringComparer.Ordinal).Count());
            json.WriteText("first", record.Readings.Min(r => r.Report.Published)?.ToString("O"));
            json.WriteText("last", record.LastDay?.ToString("O"));
            Write("latest", latest.Where(e => since is null || e.Claims.Any(c => c.Reading.Report.Published >= since)));
            Write("contested", latest.Where(e => e.Standing == Standing.Contested));
            Write("expected", latest.Where(e => EventsApi.IsExpectation(e) && EventsApi.State(e, record) == "open"));
            json.WriteStartArray("drifts");
            foreach (var figure in record.Fused.Figures.Where(f => f.Drift is not null).OrderByDescending(f => f.AsOf).Take(Shown)) Rows.Figure(json, figure);
            json.WriteEndArray();
            json.WriteStartArray("busiest");
            foreach (var actor in record.Actors.All.Take(12)) Rows.Actor(json, actor);
            json.WriteEndArray();
            json.WriteStartArray("days");
            foreach (var day in events.GroupBy(Rows.Day).Where(d => d.Key is not null).OrderBy(d => d.Key))
            {
                json.WriteStartArray();
                json.WriteStringValue(day.Key!.Value.ToString("O"));
                json.WriteNumberValue(day.Count());
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();

            void Write(string name, IEnumerable<Event> some)
            {
                json.WriteStartArray(name);
                foreach (var happening in some.Take(Shown)) rows.Event(json, happening);
                json.WriteEndArray();
            }
        });
    }));
}
