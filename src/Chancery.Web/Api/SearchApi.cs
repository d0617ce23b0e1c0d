using System.Text.Json;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Search over everything: claims by the words of their sentence, reports by theirs, actors by name, and what the claims fall into.</summary>
internal static class SearchApi
{
    /// <summary>The latest claims that facets are counted over.</summary>
    private const int Faceted = 200;

    private const int OthersShown = 8;

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/search", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
    {
        var words = Query.Text(context.Request, "q");
        var asked = Query.Claims(context.Request, knowledge);
        var query = asked with { Text = string.Join(' ', ((string?[])[words, asked.Text]).OfType<string>()) is { Length: > 0 } both ? both : null, LatestFirst = true };
        var limit = Query.Whole(context.Request, "limit", 1, Faceted) ?? Paging.Usual;
        return Answering.From(live, context, async view =>
        {
            var total = await view.Store.CountAsync(query, Paging.Countable);
            var found = await view.Store.ClaimsAsync(query, new PageRequest(Faceted));
            var reports = words is null ? [] : (await view.Store.ReportsAsync(new() { Text = words, LatestFirst = true }, new(OthersShown))).Items;
            ActorEntry[] actors = words is null ? [] : [.. (live.Book?.Actors.All ?? []).Where(a => a.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(OthersShown)];
            var rows = new Rows(knowledge);
            return new Reply(view.Tag, json =>
            {
                json.WriteStartObject();
                if (total is { } count) json.WriteNumber("total", count);
                json.WriteStartArray("items");
                foreach (var claim in found.Items.Take(limit)) rows.Claim(json, claim);
                json.WriteEndArray();
                json.WriteStartArray("reports");
                foreach (var report in reports) Rows.Report(json, report);
                json.WriteEndArray();
                json.WriteStartArray("actors");
                foreach (var actor in actors) Rows.Actor(json, actor);
                json.WriteEndArray();
                json.WriteStartObject("facets");
                Facet(json, "status", found.Items.Select(c => c.Claim.Status.Name()));
                Facet(json, "type", found.Items.Select(c => knowledge.Codes.Plover.Code(c.Claim)?.Type));
                Facet(json, "actor", found.Items.SelectMany(c => c.Claim.Actors.Select(a => a.Name)));
                Facet(json, "source", found.Items.SelectMany(c => c.Claim.Attribution));
                Facet(json, "report", found.Items.Select(c => c.Reading.Report.Id));
                json.WriteEndObject();
                json.WriteNumber("faceted", found.Items.Length);
                json.WriteEndObject();
            });
        });
    }).Describe("search", "Search", $"Claims whose sentence holds all the words, the latest first, with the reports and actors they name and the counts of what the latest {Faceted} claims fall into.")
        .Takes([Asking.Query, .. Asking.Claims, Asking.Limit]).Gives("SearchResult");

    private static void Facet(Utf8JsonWriter json, string name, IEnumerable<string?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.OfType<string>().CountBy(v => v, StringComparer.Ordinal).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Take(10))
        {
            json.WriteStartObject();
            json.WriteText("value", value.Key);
            json.WriteNumber("count", value.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
