using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Search over everything: claims by their words, parties and sources, with counts of what the answers fall into.</summary>
internal static class SearchApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/search", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
    {
        var words = Query.Text(context.Request, "q");
        var query = Query.Claims(context.Request, knowledge);
        var rows = new Rows(record, knowledge);
        var found = new List<FiledClaim>();
        string[] wanted = [.. Words.Of(words ?? "")];
        foreach (var reading in record.Readings)
            foreach (var claim in reading.Claims)
            {
                var filed = new FiledClaim(reading, claim);
                if (query.Matches(filed) && Holds(filed, wanted)) found.Add(filed);
            }
        found.Reverse(); // the latest first
        var limit = Query.Whole(context.Request, "limit", 1, Page.Most) ?? Page.Usual;
        return new Reply(record, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", found.Count);
            json.WriteStartArray("items");
            foreach (var filed in found.Take(limit)) rows.Claim(json, filed);
            json.WriteEndArray();
            json.WriteStartArray("actors");
            foreach (var actor in record.Actors.All.Where(a => wanted.Length > 0 && wanted.All(w => a.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).Take(8)) Rows.Actor(json, actor);
            json.WriteEndArray();
            json.WriteStartObject("facets");
            Facet("status", found.Select(c => c.Claim.Status.Name()));
            Facet("type", found.Select(c => knowledge.Codes.Plover.Code(c.Claim)?.Type));
            Facet("actor", found.SelectMany(c => c.Claim.Actors.Select(a => a.Name)));
            Facet("source", found.SelectMany(c => c.Claim.Attribution));
            Facet("report", found.Select(c => c.Reading.Report.Id));
            json.WriteEndObject();
            json.WriteEndObject();

            void Facet(string name, IEnumerable<string?> values)
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
        });
    }));

    /// <summary>Every word stands in the sentence, the title, or a party's or source's name.</summary>
    private static bool Holds(FiledClaim filed, string[] wanted)
    {
        if (wanted.Length == 0) return true;
        var (claim, report) = (filed.Claim, filed.Reading.Report);
        var sentence = filed.Sentence();
        return wanted.All(w => sentence.Contains(w, StringComparison.OrdinalIgnoreCase)
            || report.Title?.Contains(w, StringComparison.OrdinalIgnoreCase) == true
            || claim.Actors.Any(a => a.Name.Contains(w, StringComparison.OrdinalIgnoreCase))
            || claim.Recipients.Any(a => a.Name.Contains(w, StringComparison.OrdinalIgnoreCase))
            || claim.Attribution.Any(a => a.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }
}
