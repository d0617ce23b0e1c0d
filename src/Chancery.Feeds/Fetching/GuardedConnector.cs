using System.Net;
using System.Net.Sockets;

namespace Chancery.Feeds.Fetching;

/// <summary>Opens connections, and looks at the address itself at that moment: neither a redirect nor a name that changes its address leads elsewhere.</summary>
/// <param name="admits">Which addresses may be connected to.</param>
/// <param name="resolve">Looks a host name up.</param>
internal sealed class GuardedConnector(Func<IPAddress, bool> admits, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancel);
        if (addresses.Length == 0) throw new RefusedException($"'{host}' has no address");
        var admitted = addresses.Where(admits).ToArray();
        if (admitted.Length == 0) throw new RefusedException($"'{host}' leads to {addresses[0]}, which is no public address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(admitted, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address is not one to connect to; the message says why.</summary>
internal sealed class RefusedException(string message) : IOException(message);
