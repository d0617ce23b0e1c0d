using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Where events lie, for a map.</summary>
internal static class PlacesApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/places", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var (query, area) = (EventsApi.Asked(context.Request, knowledge), Area.Of(context.Request));
        return Answering.From(live, context, async (view, book, tag) =>
        {
            (Place Key, IReadOnlyCollection<Happening> Events)[] places =
            [
                .. (EventsApi.IsAll(query)
                        ? book.Places.Where(p => area is null || area.Holds(p.Key)).Select(p => (p.Key, (IReadOnlyCollection<Happening>)p.Value))
                        : (await EventsApi.Matching(view, book, query, area)).Where(e => e.Place is not null).GroupBy(e => e.Place!).Select(p => (p.Key, (IReadOnlyCollection<Happening>)[.. p])))
                    .OrderByDescending(p => p.Item2.Count).ThenBy(p => p.Key.Name, StringComparer.Ordinal).ThenBy(p => p.Key.GeoNameId),
            ];
            return Paging.Of(context.Request, view.Head.Mark).Reply(tag, places, p => $"{p.Key.GeoNameId} {p.Key.Name}", (json, place) =>
            {
                json.WriteStartObject();
                json.WriteText("name", place.Key.Name);
                json.WriteNumber("lat", place.Key.Latitude);
                json.WriteNumber("lon", place.Key.Longitude);
                json.WriteText("country", place.Key.Country);
                json.WriteNumber("geonameId", place.Key.GeoNameId);
                json.WriteNumber("events", place.Events.Count);
                json.WriteStartArray("quadClasses");
                for (var quad = 1; quad <= 5; quad++) json.WriteNumberValue(place.Events.Count(e => e.QuadClass == quad % 5));
                json.WriteEndArray();
                json.WriteText("last", place.Events.Max(e => e.Day)?.ToString("O"));
                json.WriteEndObject();
            });
        });
    }).Describe("listPlaces", "Places", "Places of events that match, those of most events first, with their counts by quad class (the last for those without a code).").Takes([.. Asking.Events, .. Asking.Paging]).GivesPage("PlaceCount");
}
