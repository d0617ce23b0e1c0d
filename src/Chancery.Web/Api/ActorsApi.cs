using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Actors: who takes part, under one name each, with offices and aliases and what they did and had done to them.</summary>
internal static class ActorsApi
{
    /// <summary>Latest events shown of each kind.</summary>
    private const int Shown = 50;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/actors", (HttpContext context, LiveRecord live) => Answering.FromBook(live, context, book =>
        {
            var (text, country) = (Query.Text(context.Request, "text"), Query.Text(context.Request, "country"));
            IReadOnlyList<ActorEntry> actors = text is null && country is null
                ? book.Actors.All
                : [.. book.Actors.All.Where(a => (text is null || a.Name.Contains(text, StringComparison.OrdinalIgnoreCase)) && (country is null || a.Country == country))];
            return Paging.Of(context.Request, book.Head.Mark).Reply(book.Tag, actors, a => a.Key, Rows.Actor);
        })).Describe("listActors", "Actors", "Everybody who takes part in an event, the busiest first.").Takes([Asking.PartOfName, Asking.Country, .. Asking.Paging]).GivesPage("Actor");

        api.MapGet("/actors/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async (view, book, tag) =>
        {
            var key = RecordApi.Id(id);
            if (book.Actors.Find(key) is not { } actor) return Problems.NotFound("actor", key);
            var (did, received) = (await Latest(view, actor.Did), await Latest(view, actor.Received));
            return new Reply(tag, json => Write(json, actor, did, received, knowledge));
        })).Describe("getActor", "Actors", "One actor, by its key: offices and aliases as the registry knows them, and the latest of what it did and had done to it.").Gives("ActorDetail").Fails(404);
    }

    private static async Task<List<EventLine>> Latest(View view, ImmutableArray<Happening> happenings)
    {
        var events = new List<EventLine>();
        foreach (var happening in happenings.Reverse().Take(Shown))
            if (await view.Store.EventLineAsync(happening.Id) is { } some) events.Add(some);
        return events;
    }

    private static void Write(Utf8JsonWriter json, ActorEntry actor, List<EventLine> did, List<EventLine> received, Knowledge knowledge)
    {
        var rows = new Rows(knowledge);
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
        Events("did", did);
        Events("received", received);
        json.WriteEndObject();

        void Events(string name, List<EventLine> events)
        {
            json.WriteStartArray(name);
            foreach (var happening in events) rows.Line(json, happening);
            json.WriteEndArray();
        }
    }
}
