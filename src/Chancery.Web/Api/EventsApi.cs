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
        api.MapGet("/events", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
            Page.Of(context.Request, record, Matching(context.Request, record, knowledge), e => e.Id, new Rows(record, knowledge).Event)));
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
        var party = Query.Party(Query.Text(request, "party"), knowledge.Registry);
        if (query == new Records.ClaimQuery() && standing is null && party is null) return record.Fused.Events;
        return
        [
            .. record.Fused.Events.Where(e => (standing is null || e.Standing == standing)
                && (party is null || e.Best.Claim.Actors.Any(party.Matches) || e.Best.Claim.Recipients.Any(party.Matches))
                && e.Claims.Any(query.Matches)),
        ];
    }
}
