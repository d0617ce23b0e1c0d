using System.Text.Json;
using Chancery.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Signing in with a key from a browser, and out again.</summary>
internal static class SignInApi
{
    private const int LongestBody = 1024;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/session", (HttpContext context, Doorkeeper door) =>
        {
            var caller = door.Identify(context.Request);
            return Results.Json(new { asksForKeys = door.AsksForKeys, name = caller?.Name, role = caller?.Role.ToString().ToLowerInvariant() });
        }).Describe("getSession", "Sign-in", "Who asks, and whether the server asks for keys.").Gives("Session");
        api.MapPost("/session", async (HttpContext context, Doorkeeper door, Sessions sessions) =>
        {
            if (context.Request.ContentLength is null or > LongestBody) throw new BadRequest("bad-body", "expected {\"key\": \"…\"}");
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var key = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("key", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
            if (door.Admit(key) is not { } caller) return Problems.Result(StatusCodes.Status401Unauthorized, "wrong-key", "No such key.");
            context.Response.Cookies.Append(Sessions.Cookie, sessions.Open(caller), new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = Sessions.Lifetime,
                Path = "/",
            });
            return Results.Json(new { asksForKeys = true, name = caller.Name, role = caller.Role.ToString().ToLowerInvariant() });
        }).Describe("signIn", "Sign-in", "Signs a browser in with a key, for 12 hours: {\"key\": \"…\"}.").Reads(null, "application/json").Gives("Session").Fails(401).RequireRateLimiting(RateLimits.SignIn);
        api.MapDelete("/session", (HttpContext context, Sessions sessions) =>
        {
            if (context.Request.Cookies[Sessions.Cookie] is { } session) sessions.Close(session);
            context.Response.Cookies.Delete(Sessions.Cookie);
            return Results.NoContent();
        }).Describe("signOut", "Sign-in", "Signs the browser out.").Fails(403);
    }
}
