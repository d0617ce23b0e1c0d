using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Ties between actors and pairs of countries: what went each way, and which pairs depart from their own past.</summary>
internal static class TiesApi
{
    /// <summary>Events shown of a pair that departs.</summary>
    private const int Shown = 5;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ties", (HttpContext context, LiveRecord live) => Answering.FromBook(live, context, book =>
        {
            var of = Query.Text(context.Request, "of");
            IReadOnlyList<Tie> ties = of is null ? book.Actors.Ties : [.. book.Actors.Ties.Where(t => t.From == of || t.To == of)];
            return Paging.Of(context.Request, book.Head.Mark).Reply(book.Tag, ties, t => $"{t.From}\t{t.To}", (json, tie) => Write(json, book, tie));
        })).Describe("listTies", "Ties", "Who did something to whom: number of events, and their mean on the scale from conflict to cooperation; those that most events make first.").Takes([Asking.TieOf, .. Asking.Paging]).GivesPage("Tie");

        api.MapGet("/pair", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, (view, book, tag) =>
        {
            var (a, b) = (Query.Text(context.Request, "a"), Query.Text(context.Request, "b"));
            if (a is null || b is null) throw new BadRequest("missing-value", "a and b: expected the keys of two actors, or the codes of two countries");
            var between = book.Dyads.Find(a, b)?.Events ?? book.Actors.Ties.Where(t => t.From == a && t.To == b || t.From == b && t.To == a).SelectMany(t => t.Events).DistinctBy(e => e.Id);
            return Answering.Told(Paging.Of(context.Request, view.Head.Mark), tag, [.. between.OrderBy(e => e.Day)], e => e.Id, e => view.Store.EventAsync(e.Id), new Rows(knowledge).Event);
        })).Describe("listPair", "Ties", "What happened between two actors, whichever of them did it, by day.").Takes([Asking.A, Asking.B, .. Asking.Paging]).GivesPage("Event").Fails(400);

        api.MapGet("/dyads", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.FromBook(live, context, book =>
            Paging.Of(context.Request, book.Head.Mark).Reply(book.Tag, book.Dyads.All, d => $"{d.A}-{d.B}", (json, dyad) =>
            {
                json.WriteStartObject();
                Countries(json, dyad, knowledge);
                json.WriteNumber("events", dyad.Events.Count);
                json.WriteText("last", dyad.Events.Max(e => e.Day)?.ToString("O"));
                json.WriteEndObject();
            }))).Describe("listDyads", "Ties", "Pairs of countries, those that most events make first.").Takes(Asking.Paging).GivesPage("Dyad");

        api.MapGet("/unusual", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, (view, book, tag) =>
        {
            Departure[] unusual = view.Head.LastDay is { } last
                ? [.. book.Dyads.All.Select(d => Departure.Of(d, last)).OfType<Departure>().OrderBy(d => d.Chance)]
                : [];
            var rows = new Rows(knowledge);
            return Answering.Told(Paging.Of(context.Request, view.Head.Mark), tag, unusual, d => $"{d.Dyad.A}-{d.Dyad.B}", d => Told(view, d), (json, told) => Write(json, told.Departure, told.Events, rows, knowledge));
        })).Describe("listUnusual", "Ties", "Pairs of countries whose last 30 days are unlike their own past, in how much happens or in how friendly it is.").Takes(Asking.Paging).GivesPage("Unusual");
    }

    private static async Task<DepartureTold?> Told(View view, Departure departure)
    {
        var events = new List<Event>();
        foreach (var happening in departure.Recent.OrderByDescending(e => e.Day).Take(Shown))
            if (await view.Store.EventAsync(happening.Id) is { } some) events.Add(some);
        return new(departure, events);
    }

    private static void Write(Utf8JsonWriter json, RecordBook book, Tie tie)
    {
        json.WriteStartObject();
        json.WriteText("from", tie.From);
        json.WriteText("to", tie.To);
        json.WriteText("fromName", book.Actors.Find(tie.From)?.Name);
        json.WriteText("toName", book.Actors.Find(tie.To)?.Name);
        json.WriteNumber("events", tie.Events.Count);
        Score(json, "goldstein", tie.Events.Average(e => e.Score));
        json.WriteBoolean("mutual", tie.Events.All(e => e.IsMutual));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Departure departure, List<Event> events, Rows rows, Knowledge knowledge)
    {
        json.WriteStartObject();
        Countries(json, departure.Dyad, knowledge);
        json.WriteNumber("days", Departure.Window);
        json.WriteNumber("recent", departure.Recent.Count);
        json.WriteNumber("usual", Math.Round(departure.Usual, 2));
        json.WriteNumber("chance", Math.Round(departure.Chance, 4));
        Score(json, "goldstein", departure.Score);
        Score(json, "pastGoldstein", departure.PastScore);
        json.WriteBoolean("more", departure.IsMore);
        json.WriteBoolean("turn", departure.IsTurn);
        json.WriteStartArray("events");
        foreach (var happening in events) rows.Event(json, happening);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Countries(Utf8JsonWriter json, Dyad dyad, Knowledge knowledge)
    {
        json.WriteText("a", dyad.A);
        json.WriteText("aName", knowledge.Registry.State(dyad.A)?.Name ?? dyad.A);
        json.WriteText("b", dyad.B);
        json.WriteText("bName", knowledge.Registry.State(dyad.B)?.Name ?? dyad.B);
    }

    private static void Score(Utf8JsonWriter json, string name, double? score)
    {
        if (score is { } value) json.WriteNumber(name, Math.Round(value, 2));
        else json.WriteNull(name);
    }

    private sealed record DepartureTold(Departure Departure, List<Event> Events);
}
