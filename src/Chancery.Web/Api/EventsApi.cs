using System.Text.Json;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Events: the list, one with every claim that tells it, and how many there are a day.</summary>
internal static class EventsApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/events", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var query = Asked(context.Request, knowledge);
            if (Area.Of(context.Request) is { } area) return There(area, query, live, context, (view, id) => view.Store.EventAsync(id), new Rows(knowledge).Event);
            return Answering.List(live, context, (view, page) => view.Store.EventsAsync(query, page), view => Count(live, view, query), new Rows(knowledge).Event);
        }).Describe("listEvents", "Events", "Events of which a claim matches, by day.").Takes([.. Asking.Events, Asking.Order, .. Asking.Paging]).GivesPage("Event");

        api.MapGet("/events/lines", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var query = Asked(context.Request, knowledge);
            if (Area.Of(context.Request) is { } area) return There(area, query, live, context, (view, id) => view.Store.EventLineAsync(id), new Rows(knowledge).Line);
            return Answering.List(live, context, (view, page) => view.Store.EventLinesAsync(query, page), view => Count(live, view, query), new Rows(knowledge).Line);
        }).Describe("listEventLines", "Events", "The same events as a list shows them: how each is told best and how the record stands on it, without its claims. Of an event that hundreds of claims tell, a hundredth of what /events gives.").Takes([.. Asking.Events, Asking.Order, .. Asking.Paging]).GivesPage("EventLine");

        api.MapGet("/events/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async view =>
        {
            if (await view.Store.EventAsync(RecordApi.Id(id)) is not { } happening) return Problems.NotFound("event", id);
            var later = happening.SettledBy is { } end ? await view.Store.EventAsync(end.Event) : null;
            var reports = new List<FiledReport>();
            foreach (var report in happening.Claims.Select(c => c.Reading.Report.Id).Distinct(StringComparer.Ordinal).Take(Paging.Usual))
                reports.AddRange((await view.Store.ReportsAsync(new() { Id = report }, new(1))).Items);
            var rows = new Rows(knowledge);
            return new Reply(view.Tag, json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("event");
                rows.Event(json, happening);
                json.WriteStartArray("claims");
                foreach (var filed in happening.Claims) rows.Claim(json, filed);
                json.WriteEndArray();
                json.WriteStartArray("settledBy");
                if (later is not null) rows.Event(json, later);
                json.WriteEndArray();
                json.WriteStartArray("reports");
                foreach (var report in reports) Rows.Report(json, report);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        })).Describe("getEvent", "Events", "One event: its claims, what they dispute, what settled it, and the reports that tell it with their lineage. For an event that was joined to another, or a claim's id, the event it is now.")
            .Gives("EventDetail").Fails(404);

        api.MapGet("/timeline", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var (query, area) = (Asked(context.Request, knowledge), Area.Of(context.Request));
            return Answering.From(live, context, async (view, book, tag) =>
            {
                var days = new Dictionary<DateOnly, int[]>();
                foreach (var happening in await Matching(view, book, query, area))
                {
                    if (happening.Day is not { } day) continue;
                    if (!days.TryGetValue(day, out var counts)) days.Add(day, counts = new int[5]);
                    counts[(happening.QuadClass + 4) % 5]++;
                }
                return new Reply(tag, json =>
                {
                    json.WriteStartObject();
                    json.WriteStartArray("days");
                    foreach (var (day, counts) in days.OrderBy(d => d.Key))
                    {
                        json.WriteStartObject();
                        json.WriteText("day", day.ToString("O"));
                        json.WriteStartArray("quadClasses");
                        foreach (var count in counts) json.WriteNumberValue(count);
                        json.WriteEndArray();
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                    json.WriteEndObject();
                });
            });
        }).Describe("countEvents", "Events", "How many events lie on each day, by quad class: verbal and material cooperation, verbal and material conflict, and those without a code.").Takes(Asking.Events).Gives("Timeline");
    }

    /// <summary>What a request asks of events.</summary>
    internal static EventQuery Asked(HttpRequest request, Knowledge knowledge)
    {
        var claims = Query.Claims(request, knowledge);
        return new()
        {
            Claims = claims == new ClaimQuery() ? null : claims,
            Standing = Query.OneOf<Standing>(request, "standing", s => s.Name()),
            MinIndependent = Query.Whole(request, "minIndependent", 1, 1000) ?? 0,
            ChangedSince = Query.Number(request, "changedSince"),
            LatestFirst = Query.IsLatestFirst(request),
        };
    }

    /// <summary>The events that match, in few words; all of them where everything is asked for.</summary>
    internal static async Task<IEnumerable<Happening>> Matching(View view, RecordBook book, EventQuery query, Area? area)
    {
        if (IsAll(query)) return area?.In(book) ?? book.Events;
        var matching = (await view.Store.EventIdsAsync(query)).Select(book.Find).OfType<Happening>();
        return area is null ? matching : matching.Where(h => h.Place is not null && area.Holds(h.Place));
    }

    /// <summary>A list of the events in an area: where they lie is known from the counts.</summary>
    private static Task<IResult> There<T>(Area area, EventQuery query, LiveRecord live, HttpContext context, Func<View, string, Task<T?>> told, Action<Utf8JsonWriter, T> write) where T : class => Answering.From(live, context, async (view, book, tag) =>
    {
        var events = (await Matching(view, book, query, area)).Order(Happening.Order);
        return await Answering.Told(
            Paging.Of(context.Request, view.Head.Mark), tag, [.. query.LatestFirst ? events.Reverse() : events], h => h.Id, h => told(view, h.Id), write);
    });

    /// <summary>True where nothing is asked of them.</summary>
    internal static bool IsAll(EventQuery query) => query with { LatestFirst = false } == new EventQuery();

    private static async Task<int?> Count(LiveRecord live, View view, EventQuery query) =>
        await view.Store.CountAsync(query, Paging.Countable) ?? (IsAll(query) ? live.Book?.Stamp.Events : null);
}
