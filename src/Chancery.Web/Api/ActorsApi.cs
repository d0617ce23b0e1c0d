using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Actors and the ties between them.</summary>
internal static class ActorsApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/actors", (HttpContext context, LiveRecord live) => RecordApi.From(live, context, record =>
        {
            var text = Query.Text(context.Request, "text");
            IReadOnlyList<ActorEntry> actors = text is null ? record.Actors.All : [.. record.Actors.All.Where(a => a.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
            return Page.Of(context.Request, record, actors, a => a.Key, Rows.Actor);
        }));
        api.MapGet("/actors/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var key = RecordApi.Id(id);
            if (record.Actors.Find(key) is not { } actor) return Problems.NotFound("actor", key);
            return new Reply(record, json => Write(json, record, actor, knowledge));
        }));
        api.MapGet("/ties", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var of = Query.Text(context.Request, "of");
            IReadOnlyList<Tie> ties = of is null ? record.Actors.Ties : [.. record.Actors.Ties.Where(t => t.From == of || t.To == of)];
            return Page.Of(context.Request, record, ties, t => $"{t.From}\t{t.To}", (json, tie) => Write(json, record, tie, knowledge));
        }));
        api.MapGet("/pair", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var (a, b) = (Query.Text(context.Request, "a"), Query.Text(context.Request, "b"));
            if (a is null || b is null) throw new BadRequest("missing-value", "a and b: expected the keys of two actors, or the codes of two countries");
            var rows = new Rows(record, knowledge);
            IEnumerable<Event> between = record.Dyads.Find(a, b)?.Events ?? record.Actors.Ties.Where(t => t.From == a && t.To == b || t.From == b && t.To == a).SelectMany(t => t.Events).DistinctBy(e => e.Id);
            return Page.Of(context.Request, record, [.. between.OrderBy(Rows.Day)], e => e.Id, rows.Event);
        }));
    }

    private static void Write(Utf8JsonWriter json, RecordSnapshot record, ActorEntry actor, Knowledge knowledge)
    {
        var rows = new Rows(record, knowledge);
        json.WriteStartObject();
        Rows.ActorFields(json, actor);
        var known = actor.Id is null ? null : knowledge.Registry.Find(actor.Id);
        json.WriteStartArray("aliases");
        foreach (var alias in known?.Aliases ?? []) json.WriteTextValue(alias);
        json.WriteEndArray();
        json.WriteStartArray("offices");
        foreach (var office in known?.Offices ?? [])
        {
            json.WriteStartObject();
            json.WriteText("title", office.Title);
            json.WriteText("country", office.Country);
            json.WriteText("sector", office.Sector);
            json.WriteText("from", office.From?.ToString("O"));
            json.WriteText("to", office.To?.ToString("O"));
            json.WriteText("source", office.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Events("did", actor.Did);
        Events("received", actor.Received);
        json.WriteEndObject();

        void Events(string name, List<Event> events)
        {
            json.WriteStartArray(name);
            foreach (var happening in events.OrderByDescending(Rows.Day).Take(Page.Most)) rows.Event(json, happening);
            json.WriteEndArray();
        }
    }

    /// <summary>Sign is the mean of the codes' conflict–cooperation scores; weight the number of events.</summary>
    private static void Write(Utf8JsonWriter json, RecordSnapshot record, Tie tie, Knowledge knowledge)
    {
        double[] scores = [.. tie.Events.Select(e => knowledge.Codes.Cameo.Code(e.Best.Claim)?.Score).OfType<double>()];
        json.WriteStartObject();
        json.WriteText("from", tie.From);
        json.WriteText("to", tie.To);
        json.WriteText("fromName", record.Actors.Find(tie.From)?.Name);
        json.WriteText("toName", record.Actors.Find(tie.To)?.Name);
        json.WriteNumber("events", tie.Events.Count);
        if (scores.Length > 0) json.WriteNumber("goldstein", Math.Round(scores.Average(), 2));
        else json.WriteNull("goldstein");
        json.WriteBoolean("mutual", tie.Events.All(e => e.Best.Claim.Frame.Reciprocal));
        json.WriteEndObject();
    }
}
