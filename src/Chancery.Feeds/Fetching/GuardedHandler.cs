using System.Net;

namespace Chancery.Feeds.Fetching;

/// <summary>What requests go through: no redirects, no cookies, no credentials, no proxy of the environment, and a look at every address that is connected to.</summary>
internal static class GuardedHandler
{
    internal static SocketsHttpHandler Create(GuardedConnector connector, int connections) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxResponseHeadersLength = 64,
        // a name that changes its address is looked up anew
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        MaxConnectionsPerServer = connections,
    };
}
