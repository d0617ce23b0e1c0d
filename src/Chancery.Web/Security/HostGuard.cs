using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Security;

/// <summary>Refuses requests for a name the server does not go by: a foreign page whose name was made to point at this machine must not read the record.</summary>
internal sealed class HostGuard
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    internal HostGuard(Listening listening, IEnumerable<string> hosts)
    {
        foreach (var address in listening.Addresses) _names.Add(address.Host.Contains(':', StringComparison.Ordinal) && address.Host[0] != '[' ? $"[{address.Host}]" : address.Host);
        foreach (var host in hosts) _names.Add(host);
        // 'any address' is no name to ask for
        foreach (var any in (string[])["0.0.0.0", "[::]", "*", "+"]) _names.Remove(any);
    }

    internal Task Check(HttpContext context, RequestDelegate next) =>
        _names.Contains(context.Request.Host.Host)
            ? next(context)
            : Problems.Write(context, StatusCodes.Status421MisdirectedRequest, "unknown-host", "This server does not go by the name that was asked for; --host adds one.");
}
