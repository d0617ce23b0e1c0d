using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Chancery.Web.Security;

/// <summary>So many requests a second for each caller, and few guesses at a key.</summary>
internal static class RateLimits
{
    internal const string SignIn = "sign-in";

    private const int GuessesAMinute = 10;

    internal static void Set(RateLimiterOptions options, int perSecond)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Name(context), _ => new()
        {
            TokenLimit = 2 * perSecond,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
        options.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(Address(context), _ => new() { PermitLimit = GuessesAMinute, Window = TimeSpan.FromMinutes(1) }));
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return new(Problems.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests; try again in a moment."));
        };
    }

    private static string Name(HttpContext context) => context.Features.Get<Caller>() is { } caller ? $"key {caller.Name}" : Address(context);

    private static string Address(HttpContext context) => $"address {context.Connection.RemoteIpAddress}";
}
