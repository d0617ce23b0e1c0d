using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Chancery.Feeds.Fetching;

/// <summary>One request, one reply: no redirects, no cookies, no credentials, no proxy, and bounds on time and size. Every failure is a fault of what was fetched.</summary>
internal sealed class PlainClient : IDisposable
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    internal PlainClient(FetchOptions options, TimeProvider time, GuardedConnector connector)
    {
        (_options, _time) = (options, time);
        _client = new(GuardedHandler.Create(connector, Math.Max(2, options.HostRequests))) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => _client.Dispose();

    internal async Task<Fetched> GetAsync(FetchRequest request, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var at = new Fetched { Address = request.Address };
        try
        {
            using var message = Message(request);
            using var reply = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            at = Head(request.Address, reply);
            return at.Fault is not null || at.IsUnchanged || at.MovedTo is not null ? at : at with { Body = await BodyReader.ReadAsync(reply.Content, _options, either.Token) };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return at with { Fault = string.Create(CultureInfo.InvariantCulture, $"not done within {_options.Timeout.TotalSeconds:0.#} s"), MayPass = true };
        }
        catch (InvalidDataException problem)
        {
            return at with { Fault = problem.Message.TrimEnd('.') };
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return at with { Fault = Words(problem), MayPass = Inmost<RefusedException>(problem) is null };
        }
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address);
        message.Headers.TryAddWithoutValidation("User-Agent", _options.Agent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        if (request.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } modified) message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return message;
    }

    private Fetched Head(Uri address, HttpResponseMessage reply)
    {
        var status = (int)reply.StatusCode;
        var head = new Fetched
        {
            Address = address,
            Status = status,
            MediaType = reply.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            Charset = reply.Content.Headers.ContentType?.CharSet?.Trim('"', ' '),
            ETag = Raw(reply.Headers, "ETag"),
            LastModified = Raw(reply.Content.Headers, "Last-Modified"),
        };
        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return Raw(reply.Headers, "Location") is { } location && Uri.TryCreate(address, location, out var next)
                ? head with { MovedTo = next } : head with { Fault = $"redirects ({status}) to nowhere" };
        }
        if (status is 304 or (>= 200 and < 300 and not 204)) return head;
        return head with
        {
            Fault = Told((HttpStatusCode)status),
            MayPass = status is 408 or 425 or 429 or >= 500,
            NotBefore = RetryAfter(reply.Headers.RetryAfter) is { } wait ? _time.GetUtcNow() + wait : status == 429 ? _time.GetUtcNow() + TimeSpan.FromMinutes(1) : null,
        };
    }

    /// <summary>A status in the standard's words, not in those the server sent.</summary>
    internal static string Told(HttpStatusCode status)
    {
        using var plain = new HttpResponseMessage(status);
        return $"{(int)status} {plain.ReasonPhrase}".TrimEnd();
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? asked)
    {
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wait is not { } span || span <= TimeSpan.Zero ? null : span < LongestRetryAfter ? span : LongestRetryAfter;
    }

    private static string? Raw(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static T? Inmost<T>(Exception? problem)
        where T : Exception
    {
        for (; problem is not null; problem = problem.InnerException)
            if (problem is T found) return found;
        return null;
    }

    /// <summary>What went wrong, without the names of the program's own types.</summary>
    internal static string Words(Exception problem) =>
        Inmost<RefusedException>(problem) is { } refused ? refused.Message
        : Inmost<SocketException>(problem) is { } socket ? socket.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no such host",
            SocketError.ConnectionRefused => "the host refuses connections",
            SocketError.ConnectionReset => "the host broke the connection off",
            _ => $"the host cannot be reached ({socket.SocketErrorCode})",
        }
        : Inmost<AuthenticationException>(problem) is not null ? "its certificate is not to be trusted"
        : (Inmost<HttpIOException>(problem)?.HttpRequestError ?? (problem as HttpRequestException)?.HttpRequestError) switch
        {
            HttpRequestError.ResponseEnded => "the reply broke off before its end",
            HttpRequestError.InvalidResponse => "the reply is no HTTP",
            HttpRequestError.ConfigurationLimitExceeded => "the head of the reply is too long",
            _ => problem is OperationCanceledException ? "no connection within 15 s" : "the reply could not be read",
        };
}
