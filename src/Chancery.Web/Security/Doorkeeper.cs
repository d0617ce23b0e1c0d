using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Security;

/// <summary>Finds out who asks, and lets pass whoever may do what is asked for.</summary>
internal sealed class Doorkeeper(KeyRing? keys, Sessions sessions)
{
    private const string Scheme = "Bearer ";

    /// <summary>True where a key is asked for.</summary>
    internal bool AsksForKeys => keys is not null;

    /// <summary>Who asks; null where a key is needed and none that is known was given.</summary>
    internal Caller? Identify(HttpRequest request)
    {
        if (keys is null) return Caller.Local;
        var given = request.Headers.Authorization.ToString();
        if (given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return keys.Find(given[Scheme.Length..].Trim());
        return request.Cookies[Sessions.Cookie] is { } session ? sessions.Find(session) : null;
    }

    internal Caller? Admit(string key) => keys?.Find(key);

    /// <summary>The role an endpoint asks for; endpoints that name none are open to all, as the pages and health are.</summary>
    internal Task Check(HttpContext context, RequestDelegate next)
    {
        if (Identify(context.Request) is { } caller) context.Features.Set(caller);
        if (context.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { } needs) return next(context);
        if (context.Features.Get<Caller>() is not { } known)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Write(context, StatusCodes.Status401Unauthorized, "key-needed", "A key is needed: send 'Authorization: Bearer KEY', or sign in at /sign-in.");
        }
        return known.Role >= needs.Role
            ? next(context)
            : Problems.Write(context, StatusCodes.Status403Forbidden, "role-needed", $"The key '{known.Name}' is a {known.Role.ToString().ToLowerInvariant()}'s; this takes a key of role {needs.Role.ToString().ToLowerInvariant()}.");
    }
}

/// <summary>The role an endpoint asks for.</summary>
internal sealed record Needs(Role Role);
