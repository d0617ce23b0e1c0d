using Chancery.Records;
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
        api.MapGet("/claims", (HttpContext context, LiveRecord live, Knowledge knowledge) =>
        {
            var query = Query.Claims(context.Request, knowledge) with { LatestFirst = Query.IsLatestFirst(context.Request) };
            var rows = new Rows(knowledge);
            if (Lines<FiledClaim>.Wanted(context.Request) && !query.LatestFirst) return Task.FromResult<IResult>(new Lines<FiledClaim>(live.Store.ClaimsAsync(query, context.RequestAborted), rows.Claim));
            return Answering.List(live, context, (view, page) => view.Store.ClaimsAsync(query, page), view => view.Store.CountAsync(query, Paging.Countable), rows.Claim);
        }).Describe("listClaims", "Claims", "Claims that match, by day of publication, report and place in it.").Takes([.. Asking.Claims, Asking.Order, .. Asking.Paging]).GivesPage("Claim");

        api.MapGet("/claims/{id}", (string id, HttpContext context, LiveRecord live, Knowledge knowledge) => Answering.From(live, context, async view =>
        {
            var wanted = RecordApi.Id(id);
            var found = await view.Store.ClaimsAsync(new() { Id = wanted }, new PageRequest(10));
            return found.Items.FirstOrDefault(c => c.Claim.Id == wanted) is { } claim
                ? new Reply(view.Tag, json => new Rows(knowledge).Claim(json, claim))
                : Problems.NotFound("claim", id);
        })).Describe("getClaim", "Claims", "One claim.").Gives("Claim").Fails(404);
    }
}
