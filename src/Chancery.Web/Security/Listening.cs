using System.Net;

namespace Chancery.Web.Security;

/// <summary>The addresses to listen at, and whether they can be reached from outside the machine.</summary>
internal sealed class Listening
{
    private Listening(List<Uri> addresses) => Addresses = addresses;

    internal IReadOnlyList<Uri> Addresses { get; }

    /// <summary>True where only this machine can reach them.</summary>
    internal bool IsLoopback => Addresses.All(a => a.Host is "localhost" || IPAddress.TryParse(a.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <exception cref="ServeException">An address is none, or asks for more than scheme, host and port.</exception>
    internal static Listening At(string urls)
    {
        var addresses = new List<Uri>();
        foreach (var url in urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.AbsolutePath != "/")
                throw new ServeException($"'{url}' is no address to listen at; expected one such as http://127.0.0.1:5080");
            addresses.Add(address);
        }
        return addresses.Count > 0 ? new(addresses) : throw new ServeException("no address to listen at");
    }
}
