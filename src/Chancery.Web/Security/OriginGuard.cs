using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Security;

/// <summary>Refuses what would change something and was sent by a page of another origin (CSRF).</summary>
/// <remarks>
/// Browsers say where a request comes from: <c>Sec-Fetch-Site</c>, or <c>Origin</c> in older ones. A program sends neither and has no cookies to misuse,
/// but without keys it needs none: so a body of a kind that a form cannot send is asked for as well.
/// </remarks>
internal static class OriginGuard
{
    private static readonly string[] FormTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

    internal static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwn(request) && !IsForm(request)) return next(context);
        return Problems.Write(context, StatusCodes.Status403Forbidden, "foreign-origin", "A page of another origin may change nothing here.");
    }

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType is { } type && FormTypes.Any(form => type.StartsWith(form, StringComparison.OrdinalIgnoreCase))
        || (request.ContentLength > 0 && request.ContentType is null);
}
