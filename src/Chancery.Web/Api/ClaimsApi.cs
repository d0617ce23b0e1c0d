using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Claims: the list with all its filters, and one by its id.</summary>
internal static class ClaimsApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/claims", (HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
        {
            var query = Query.Claims(context.Request, knowledge);
            FiledClaim[] claims = [.. record.Readings.SelectMany(r => r.Claims.Select(c => new FiledClaim(r, c))).Where(query.Matches)];
            return Page.Of(context.Request, record, claims, c => $"{c.Reading.Report.Id}/{c.Claim.Id}", new Rows(record, knowledge).Claim);
        }));
        api.MapGet("/claims/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => RecordApi.From(live, context, record =>
            record.Claim(RecordApi.Id(id)) is { } filed
                ? new Reply(record, json => new Rows(record, knowledge).Claim(json, filed))
                : Problems.NotFound("claim", id)));
    }
}
