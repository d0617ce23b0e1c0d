using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Events: the list, one with every claim that tells it, and those that were expected.</summary>
internal static class EventsApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/events", async (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var record = await live.NowAsync(context.RequestAborted);
            var events = Matching(context.Request, record, knowledge);
            if (Query.Number(context.Request, "changedSince") is { } seen)
            {
                var changed = await Changed(live.Store, seen, context.RequestAborted);
                events = [.. events.Where(e => changed.Contains(e.Id))];
            }
            if (Query.Text(context.Request, "order") == "latest") events = [.. events.OrderByDescending(Rows.Day)];
            return Page.Of(context.Request, record, events, e => e.Id, new Rows(record, knowledge).Event);
        });
        // how many events lie on each day, by the quarter they fall into: verbal and material cooperation, verbal and material conflict, and those without a code
        api.MapGet("/timeline", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var days = new SortedDictionary<DateOnly, int[]>();
            foreach (var happening in Matching(context.Request, record, knowledge))
            {
                if (Rows.Day(happening) is not { } day) continue;
                if (!days.TryGetValue(day, out var counts)) days.Add(day, counts = new int[5]);
                counts[knowledge.Codes.Plover.Code(happening.Best.Claim)?.QuadClass is { } quad and >= 1 and <= 4 ? quad - 1 : 4]++;
            }
            return new Reply(record, json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("days");
                foreach (var (day, counts) in days)
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
        }));
        api.MapGet("/events/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            if (record.Event(RecordApi.Id(id)) is not { } happening) return Problems.NotFound("event", id);
            var rows = new Rows(record, knowledge);
            return new Reply(record, json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("event");
                rows.Event(json, happening);
                json.WriteStartArray("claims");
                foreach (var filed in happening.Claims) rows.Claim(json, filed);
                json.WriteEndArray();
                json.WriteStartArray("settledBy");
                foreach (var later in record.Fused.Events)
                    if (later.Settles == happening.Id) rows.Event(json, later);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }));
        api.MapGet("/expectations", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var rows = new Rows(record, knowledge);
            var settlers = record.Fused.Events.Where(e => e.Settles is not null).DistinctBy(e => e.Settles).ToDictionary(e => e.Settles!, StringComparer.Ordinal);
            Event[] expected = [.. Matching(context.Request, record, knowledge).Where(e => IsExpectation(e))];
            return Page.Of(context.Request, record, expected, e => e.Id, (json, e) =>
            {
                json.WriteStartObject();
                json.WriteString("state", State(e, record));
                json.WriteText("settledBy", settlers.GetValueOrDefault(e.Id)?.Id);
                json.WritePropertyName("event");
                rows.Event(json, e);
                json.WriteEndObject();
            });
        }));
    }

    internal static bool IsExpectation(Event e) => e.Status is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Demanded or ClaimStatus.Conditional;

    /// <summary><c>settled</c>, <c>overdue</c> where its last day has passed by the latest report, else <c>open</c>.</summary>
    internal static string State(Event e, RecordSnapshot record) =>
        e.Standing == Standing.Superseded ? "settled" : e.Time?.To is { } last && last < record.LastDay ? "overdue" : "open";

    /// <summary>Events one of whose claims passes the filters, and that stand as asked.</summary>
    internal static IReadOnlyList<Event> Matching(HttpRequest request, RecordSnapshot record, Knowledge knowledge)
    {
        var query = Query.Claims(request, knowledge);
        var standing = Query.OneOf<Standing>(request, "standing", s => s.Name());
        // several, with commas between them, must all take part
        Records.PartyFilter[] parties = [.. (Query.Text(request, "party") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => Query.Party(p, knowledge.Registry)!)];
        if (query == new Records.ClaimQuery() && standing is null && parties.Length == 0) return record.Fused.Events;
        return
        [
            .. record.Fused.Events.Where(e => (standing is null || e.Standing == standing)
                && parties.All(p => e.Best.Claim.Actors.Any(p.Matches) || e.Best.Claim.Recipients.Any(p.Matches))
                && e.Claims.Any(query.Matches)),
        ];
    }

    private static async Task<HashSet<string>> Changed(Records.IRecordStore store, long seen, CancellationToken cancel)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        for (string? after = null; ;)
        {
            var page = await store.EventsAsync(new() { ChangedSince = seen }, new(Records.PageRequest.Most, after), cancel);
            changed.UnionWith(page.Items.Select(e => e.Id));
            if ((after = page.Next) is null) return changed;
        }
    }
}
