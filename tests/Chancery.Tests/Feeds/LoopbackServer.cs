using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chancery.Tests.Feeds;

/// <summary>A request as it came in.</summary>
internal sealed record LoopbackRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A server on loopback that says exactly what it is told to, byte by byte, whether that is HTTP or not. One request a connection.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<LoopbackRequest, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    private LoopbackServer(Func<LoopbackRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start(512);
        Root = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));
        _loop = Task.Run(AcceptAsync);
    }

    internal Uri Root { get; }

    /// <summary>All that was asked for, in order.</summary>
    internal ConcurrentQueue<LoopbackRequest> Asked { get; } = new();

    /// <summary>A server that answers by path; what has no answer is not found.</summary>
    internal static LoopbackServer Of(Dictionary<string, byte[]> answers) => new(async (request, stream, cancel) =>
        await stream.WriteAsync(answers.TryGetValue(request.Path, out var answer) ? answer : Reply("404 Not Found", ""), cancel));

    internal static LoopbackServer Of(Func<LoopbackRequest, Stream, CancellationToken, Task> answer) => new(answer);

    internal Uri At(string path) => new(Root, path);

    /// <summary>A whole reply.</summary>
    internal static byte[] Reply(string status, string body, params string[] headers) => Reply(status, Encoding.UTF8.GetBytes(body), headers);

    internal static byte[] Reply(string status, byte[] body, params string[] headers)
    {
        var head = new StringBuilder().Append("HTTP/1.1 ").Append(status).Append("\r\nConnection: close\r\n");
        foreach (var header in headers) head.Append(header).Append("\r\n");
        if (!headers.Any(h => h.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase))) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // stopped, perhaps before it listened
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                if (await reader.ReadLineAsync(_stop.Token) is not { } line) return;
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header) headers[header.Split(':')[0]] = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                var body = new char[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
                if (body.Length > 0) await reader.ReadBlockAsync(body, _stop.Token);
                var request = new LoopbackRequest(line.Split(' ')[1], headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
                Asked.Enqueue(request);
                await _answer(request, stream, _stop.Token);
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the client has gone, or the server
        }
    }
}
