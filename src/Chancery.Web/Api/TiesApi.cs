using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Ties between actors and pairs of countries: what went each way, and what departs from a pair's own past.</summary>
internal static class TiesApi
{
    /// <summary>Events shown of an unusual week.</summary>
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
            Happening[] between = [.. book.Countries.Between(a, b)];
            if (between.Length == 0) between = [.. book.Actors.Between(a, b)];
            return Answering.Told(Paging.Of(context.Request, view.Head.Mark), tag, between, e => e.Id, e => view.Store.EventAsync(e.Id), new Rows(knowledge).Event);
        })).Describe("listPair", "Ties", "What happened between two actors, or two countries, whichever of them did it, by day.").Takes([Asking.A, Asking.B, .. Asking.Paging]).GivesPage("Event").Fails(400);

        api.MapGet("/dyads", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.FromBook(live, context, book =>
            Paging.Of(context.Request, book.Head.Mark).Reply(book.Tag, book.Countries.Dyads, d => $"{d.A}-{d.B}", (json, dyad) =>
            {
                json.WriteStartObject();
                Country(json, "a", dyad.A, knowledge);
                Country(json, "b", dyad.B, knowledge);
                json.WriteNumber("events", dyad.Events);
                json.WriteText("last", dyad.Last?.ToString("O"));
                json.WriteEndObject();
            }))).Describe("listDyads", "Ties", "Pairs of countries with what went between them either way, those of most events first. What was planned, possible or denied makes no tie.").Takes(Asking.Paging).GivesPage("Dyad");

        api.MapGet("/unusual", (HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, (view, book, tag) =>
        {
            (CountryTie Tie, TieWeek Week)[] unusual = view.Head.LastDay is { } last ? [.. book.Countries.Unusual(last)] : [];
            var rows = new Rows(knowledge);
            return Answering.Told(
                Paging.Of(context.Request, view.Head.Mark), tag, unusual, u => $"{u.Tie.From}-{u.Tie.To}", u => Tell(view, u.Tie, u.Week), (json, told) => Write(json, told, rows, knowledge));
        })).Describe("listUnusual", "Ties", $"What went from one country to another in a week of the last {CountryBook.Recent / 7} that was unlike the weeks before it, in how much happened or in how friendly it was.").Takes(Asking.Paging).GivesPage("Unusual");
    }

    private static async Task<UnusualTie?> Tell(View view, CountryTie tie, TieWeek week)
    {
        var events = new List<Event>();
        foreach (var id in week.Events.Reverse().Take(Shown))
            if (await view.Store.EventAsync(id) is { } some) events.Add(some);
        return new(tie, week, events);
    }

    private static void Write(Utf8JsonWriter json, RecordBook book, Tie tie)
    {
        json.WriteStartObject();
        json.WriteText("from", tie.From);
        json.WriteText("to", tie.To);
        json.WriteText("fromName", book.Actors.Find(tie.From)?.Name);
        json.WriteText("toName", book.Actors.Find(tie.To)?.Name);
        json.WriteNumber("events", tie.Events.Length);
        Score(json, "score", tie.Events.Average(e => e.Score));
        json.WriteBoolean("mutual", tie.Events.All(e => e.IsMutual));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnusualTie told, Rows rows, Knowledge knowledge)
    {
        var (tie, week, events) = told;
        json.WriteStartObject();
        Country(json, "from", tie.From, knowledge);
        Country(json, "to", tie.To, knowledge);
        json.WriteText("week", week.Monday.ToString("O"));
        json.WriteNumber("recent", week.Events.Length);
        json.WriteNumber("usual", Math.Round(week.Usual, 2));
        Score(json, "score", week.Score);
        Score(json, "usualScore", week.UsualScore);
        json.WriteBoolean("more", week.IsMore);
        json.WriteBoolean("turn", week.IsTurn);
        json.WriteStartArray("events");
        foreach (var happening in events) rows.Event(json, happening);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Country(Utf8JsonWriter json, string name, string code, Knowledge knowledge)
    {
        json.WriteText(name, code);
        json.WriteText($"{name}Name", knowledge.Registry.State(code)?.Name ?? code);
    }

    private static void Score(Utf8JsonWriter json, string name, double? score)
    {
        if (score is { } value) json.WriteNumber(name, Math.Round(value, 2));
        else json.WriteNull(name);
    }

    private sealed record UnusualTie(CountryTie Tie, TieWeek Week, List<Event> Events);
}
