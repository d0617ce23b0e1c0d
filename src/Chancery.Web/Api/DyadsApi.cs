using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Pairs of countries: which there are, and which of them depart from their own past.</summary>
internal static class DyadsApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dyads", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
            Page.Of(context.Request, record, record.Dyads.All, d => $"{d.A}-{d.B}", (json, dyad) =>
            {
                json.WriteStartObject();
                Write(json, dyad, knowledge);
                json.WriteNumber("events", dyad.Events.Count);
                json.WriteText("last", dyad.Events.Max(Rows.Day)?.ToString("O"));
                json.WriteEndObject();
            })));
        api.MapGet("/unusual", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var rows = new Rows(record, knowledge);
            Departure[] unusual = record.LastDay is { } last
                ? [.. record.Dyads.All.Select(d => Departure.Of(d, last, e => knowledge.Codes.Cameo.Code(e.Best.Claim)?.Score, Rows.Day)).OfType<Departure>().OrderBy(d => d.Chance)]
                : [];
            return Page.Of(context.Request, record, unusual, d => $"{d.Dyad.A}-{d.Dyad.B}", (json, departure) =>
            {
                json.WriteStartObject();
                Write(json, departure.Dyad, knowledge);
                json.WriteNumber("days", Departure.Window);
                json.WriteNumber("recent", departure.Recent.Count);
                json.WriteNumber("usual", Math.Round(departure.Usual, 2));
                json.WriteNumber("chance", Math.Round(departure.Chance, 4));
                Score("goldstein", departure.Score);
                Score("pastGoldstein", departure.PastScore);
                json.WriteBoolean("more", departure.IsMore);
                json.WriteBoolean("turn", departure.IsTurn);
                json.WriteStartArray("events");
                foreach (var happening in departure.Recent.OrderByDescending(Rows.Day).Take(5)) rows.Event(json, happening);
                json.WriteEndArray();
                json.WriteEndObject();

                void Score(string name, double? score)
                {
                    if (score is { } value) json.WriteNumber(name, Math.Round(value, 2));
                    else json.WriteNull(name);
                }
            });
        }));
    }

    private static void Write(Utf8JsonWriter json, Dyad dyad, Knowledge knowledge)
    {
        json.WriteText("a", dyad.A);
        json.WriteText("b", dyad.B);
        json.WriteText("aName", Name(dyad.A));
        json.WriteText("bName", Name(dyad.B));

        string Name(string country) => knowledge.Registry.Find($"state/{country}")?.Name ?? country;
    }
}
