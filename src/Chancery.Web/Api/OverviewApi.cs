using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>The record at a glance: how much there is, what is new, contested, expected and out of the ordinary.</summary>
internal static class OverviewApi
{
    private const int Shown = 8;

    /// <summary>Events looked at for those that are shown.</summary>
    private const int Looked = 10 * Shown;

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/overview", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async view =>
    {
        var since = Query.Day(context.Request, "since");
        // what needs no counting is told while it lasts
        var book = await live.BookAsync(CancellationToken.None);
        var stamp = book?.Stamp ?? await view.Store.StampAsync();
        var (news, contested, expected) = (
            await Latest(view, book, new(), h => since is null || h.Day >= since, e => true),
            await Latest(view, book, new() { Standing = Standing.Contested }, h => h.Standing == Standing.Contested, e => true),
            await Latest(view, book, new() { IsExpected = true }, h => Expectation.IsExpected(h.Status) && h.Standing != Standing.Superseded, e => Expectation.Of(e, ExpectationsApi.AsOf(view))?.Outcome == Outcome.Open));
        var drifts = book is null ? [] : await Drifts(view, book);
        var first = (await view.Store.ReportsAsync(new(), new(1))).Items.FirstOrDefault()?.Reading.Report.Published;
        var rows = new Rows(knowledge);
        return new Reply($"{view.Tag}-{book?.Head.Sequence ?? -1}", json =>
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", view.Head.Sequence);
            json.WriteNumber("reports", stamp.Reports);
            json.WriteNumber("dispatches", stamp.Dispatches);
            json.WriteNumber("claims", stamp.Claims);
            json.WriteNumber("events", stamp.Events);
            Number("figures", book?.Series.Sum(s => s.Count));
            Number("actors", book?.Actors.Count);
            json.WriteText("first", first?.ToString("O"));
            json.WriteText("last", view.Head.LastDay?.ToString("O"));
            Number("counted", book is null ? live.Progress.Done : null);
            Write(json, "latest", news, rows.Event);
            Write(json, "contested", contested, rows.Event);
            Write(json, "expected", expected, rows.Event);
            Write(json, "drifts", drifts, Rows.Figure);
            Write(json, "busiest", book?.Actors.All.Take(12) ?? [], Rows.Actor);
            json.WriteEndObject();

            void Number(string name, int? number)
            {
                if (number is { } known) json.WriteNumber(name, known);
                else json.WriteNull(name);
            }
        });
    })).Describe("getOverview", "Overview", "The record at a glance: how much it holds, and the latest events, disputes, expectations and drifting figures. While a large record is counted after a start, 'counted' says how many events have been, and what hangs on it is null or empty.").Takes([Asking.Since]).Gives("Overview");

    /// <summary>The latest events of a kind: by the counts, or while they are not made by the list, which begins with those without a day.</summary>
    private static async Task<List<Event>> Latest(View view, RecordBook? book, EventQuery query, Func<Happening, bool> isOfKind, Func<Event, bool> isWanted)
    {
        var events = new List<Event>(Shown);
        if (book is null)
        {
            var page = await view.Store.EventsAsync(query with { LatestFirst = true }, new(Looked));
            return [.. page.Items.Where(e => e.Time is not null && (e.Best.Claim.Within is null || e.Claims.Length > 1) && isWanted(e)).Take(Shown)];
        }
        foreach (var happening in Backwards(book.Events).Where(h => h.Day is not null && !h.IsInner && isOfKind(h)).Take(Looked))
        {
            if (events.Count == Shown) break;
            if (await view.Store.EventAsync(happening.Id) is { } some && isWanted(some)) events.Add(some);
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

    private static IEnumerable<Happening> Backwards(ImmutableArray<Happening> events)
    {
        for (var i = events.Length - 1; i >= 0; i--) yield return events[i];
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
