using System.Text.Json;
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

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/overview", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async (view, book, tag) =>
    {
        var caller = context.Features.Get<Caller>();
        var since = Query.Day(context.Request, "since");
        var latest = book.Events.Reverse().Where(e => e.Day is not null && !e.IsInner);
        var (news, contested, expected) = (
            await Tell(view, latest.Where(e => since is null || e.Day >= since)),
            await Tell(view, latest.Where(e => e.Standing == Standing.Contested)),
            await Tell(view, latest.Where(e => Expectation.IsExpected(e.Status) && e.Standing != Standing.Superseded), e => Expectation.Of(e, ExpectationsApi.AsOf(view))?.Outcome == Outcome.Open));
        var drifts = await Drifts(view, book);
        var first = (await view.Store.ReportsAsync(new(), new(1))).Items.FirstOrDefault()?.Reading.Report.Published;
        var rows = new Rows(knowledge);
        return new Reply($"{tag}-{caller?.Name}", json =>
        {
            json.WriteStartObject();
            json.WriteText("caller", caller?.Name);
            json.WriteText("role", caller?.Role.ToString().ToLowerInvariant());
            json.WriteNumber("sequence", view.Head.Sequence);
            json.WriteNumber("reports", book.Stamp.Reports);
            json.WriteNumber("dispatches", book.Stamp.Dispatches);
            json.WriteNumber("claims", book.Stamp.Claims);
            json.WriteNumber("events", book.Stamp.Events);
            json.WriteNumber("figures", book.Series.Sum(s => s.Count));
            json.WriteNumber("actors", book.Actors.All.Length);
            json.WriteText("first", first?.ToString("O"));
            json.WriteText("last", view.Head.LastDay?.ToString("O"));
            Write(json, "latest", news, rows.Event);
            Write(json, "contested", contested, rows.Event);
            Write(json, "expected", expected, rows.Event);
            Write(json, "drifts", drifts, Rows.Figure);
            Write(json, "busiest", book.Actors.All.Take(12), Rows.Actor);
            json.WriteEndObject();
        });
    })).Describe("getOverview", "Overview", "The record at a glance: how much it holds, and the latest events, disputes, expectations and drifting figures.").Takes([Asking.Since]).Gives("Overview");

    private static async Task<List<Event>> Tell(View view, IEnumerable<Happening> happenings, Func<Event, bool>? isWanted = null)
    {
        var events = new List<Event>(Shown);
        foreach (var happening in happenings.Take(10 * Shown))
        {
            if (events.Count == Shown) break;
            if (await view.Store.EventAsync(happening.Id) is { } some && (isWanted is null || isWanted(some))) events.Add(some);
        }
        return events;
    }

    /// <summary>Figures that a rewrite changed, of the series that changed last.</summary>
    private static async Task<List<FigureEntry>> Drifts(View view, RecordBook book)
    {
        var drifts = new List<FigureEntry>(Shown);
        foreach (var series in book.Series.Where(s => s.Drifts > 0).OrderByDescending(s => s.Last).Take(Shown))
            drifts.AddRange((await view.Store.FiguresAsync(new() { Series = series.Name }, new())).Items.Where(f => f.Drift is not null));
        return [.. drifts.OrderByDescending(f => f.AsOf).Take(Shown)];
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
