using Chancery.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Whether it lives, and whether it can answer; both are open to all and tell nothing else.</summary>
internal static class HealthApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive\n"));
        app.MapGet("/health/ready", (LiveRecord live) => live.IsSound ? Results.Text("ready\n") : Results.Text("the record cannot be read\n", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
