using Chancery.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Everything under <c>/api/v1</c>, one file an idea.</summary>
internal static class RecordApi
{
    internal const string Root = "/api/v1";

    internal static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root);
        var read = api.MapGroup("").WithMetadata(new Needs(Role.Reader));
        OverviewApi.Map(read);
        ReportsApi.Map(read);
        ClaimsApi.Map(read);
        EventsApi.Map(read);
        FiguresApi.Map(read);
        ExpectationsApi.Map(read);
        UnknownsApi.Map(read);
        ActorsApi.Map(read);
        TiesApi.Map(read);
        PlacesApi.Map(read);
        SearchApi.Map(read);
        BriefsApi.Map(read);
        ChangesApi.Map(read);
        DecisionsApi.MapReading(read);
        DecisionsApi.MapDeciding(api.MapGroup("").WithMetadata(new Needs(Role.Reviewer)));
        AddApi.Map(api.MapGroup("").WithMetadata(new Needs(Role.Admin)));
        SignInApi.Map(api);
        Description.Map(api);
        api.MapFallback("{**path}", (HttpContext context) => Problems.Result(StatusCodes.Status404NotFound, "unknown-path", $"There is nothing at this path; {Root}/openapi.json says what there is."))
            .ExcludeFromDescription();
    }

    /// <summary>An id as it stood in the path; routing leaves an escaped <c>/</c> as it is.</summary>
    internal static string Id(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
