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
        var query = EventsApi.Asked(context.Request, knowledge);
        return Answering.From(live, context, async (view, book, tag) =>
        {
            IGrouping<Place, Happening>[] places =
            [
                .. (await EventsApi.Matching(view, book, query)).Where(e => e.Place is not null).GroupBy(e => e.Place!)
                    .OrderByDescending(p => p.Count()).ThenBy(p => p.Key.Name, StringComparer.Ordinal).ThenBy(p => p.Key.GeoNameId),
            ];
            return Paging.Of(context.Request, view.Head.Mark).Reply(tag, places, p => $"{p.Key.GeoNameId} {p.Key.Name}", (json, place) =>
            {
                json.WriteStartObject();
                json.WriteText("name", place.Key.Name);
                json.WriteNumber("lat", place.Key.Latitude);
                json.WriteNumber("lon", place.Key.Longitude);
                json.WriteText("country", place.Key.Country);
                json.WriteNumber("geonameId", place.Key.GeoNameId);
                json.WriteNumber("events", place.Count());
                json.WriteStartArray("quadClasses");
                for (var quad = 1; quad <= 5; quad++) json.WriteNumberValue(place.Count(e => e.QuadClass == quad % 5));
                json.WriteEndArray();
                json.WriteText("last", place.Max(e => e.Day)?.ToString("O"));
                json.WriteEndObject();
            });
        });
    }).Describe("listPlaces", "Places", "Places of events that match, those of most events first, with their counts by quad class (the last for those without a code).").Takes([.. Asking.Events, .. Asking.Paging]).GivesPage("PlaceCount");
}
