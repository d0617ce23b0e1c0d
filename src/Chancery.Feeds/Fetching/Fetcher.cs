using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Chancery.Feeds.Fetching;

/// <summary>Fetches what is public on the web, politely and within bounds.</summary>
/// <remarks>
/// Thread-safe. Only http and https, only public addresses (looked at when the connection is made, so also after redirects and changes of a name), no cookies,
/// no credentials, no proxy of the environment; robots.txt is heeded, hosts are asked seldom, and what is fetched is bytes: nothing of it is run.
/// </remarks>
public sealed class Fetcher : IDisposable
{
    /// <summary>A host that asks for more than this is not waited for: the request is put off.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RobotsLast = TimeSpan.FromHours(24);

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly PlainClient _client;
    private readonly HostGates _gates;
    private readonly ConcurrentDictionary<string, (Robots Robots, DateTimeOffset Until)> _robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares a fetcher.</summary>
    public Fetcher(FetchOptions options, TimeProvider time)
        : this(options, time, options?.AllowPrivate == true ? _ => true : PublicAddresses.IsPublic, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>With addresses and names of the tests' own.</summary>
    internal Fetcher(FetchOptions options, TimeProvider time, Func<IPAddress, bool> admits, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_options, _time) = (options, time);
        _client = new(options, time, new GuardedConnector(admits, resolve));
        _gates = new(options.HostRequests, options.HostInterval, time);
    }

    /// <summary>Fetches one thing, over as many redirects as allowed.</summary>
    public async Task<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (at, seen, isPermanent) = (request.Address, new HashSet<Uri>(), true);
        while (true)
        {
            if (Refusal(at) is { } why) return Fault(at, why);
            if (!seen.Add(at)) return Fault(at, $"redirects in a circle, back to {at}");
            if (seen.Count > _options.MaxRedirects + 1) return Fault(at, $"more than {_options.MaxRedirects} redirects, the last to {at}");
            var robots = await RobotsOfAsync(at, cancel);
            if (!robots.Allows(at.PathAndQuery)) return Fault(at, $"robots.txt of {at.Host} asks not to fetch it") with { MayPass = robots == Robots.DisallowAll };
            var reply = await AskAsync(at == request.Address ? request : request with { Address = at, ETag = null, LastModified = null }, robots.Delay, cancel);
            if (reply.MovedTo is not { } next) return reply with { MovedTo = isPermanent && at != request.Address ? at : null };
            isPermanent &= reply.Status is 301 or 308;
            at = next;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Why an address is none to fetch; null where it is one.</summary>
    internal static string? Refusal(Uri address) =>
        !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) ? $"'{address}' is no http or https address"
        : address.UserInfo.Length > 0 ? $"the address at {address.Host} has a name or password in it, and none is sent"
        : null;

    /// <summary>One request, when the host's turn comes.</summary>
    private async Task<Fetched> AskAsync(FetchRequest request, TimeSpan? delay, CancellationToken cancel)
    {
        if (_gates.HeldUntil(request.Address) is { } until)
        {
            if (until - _time.GetUtcNow() > LongestWait) return Fault(request.Address, $"{request.Address.Host} asked to be left alone for now") with { MayPass = true, NotBefore = until };
            await Task.Delay(until - _time.GetUtcNow(), _time, cancel);
        }
        using var turn = await _gates.EnterAsync(request.Address, delay, cancel);
        var reply = await _client.GetAsync(request, cancel);
        if (reply.NotBefore is { } notBefore) _gates.Hold(request.Address, notBefore);
        return reply;
    }

    private async Task<Robots> RobotsOfAsync(Uri address, CancellationToken cancel)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(site, out var known) && known.Until > _time.GetUtcNow()) return known.Robots;
        if (_robots.Count >= 4096) _robots.Clear();
        var (robots, lasts) = await FetchRobotsAsync(new Uri(address, "/robots.txt"), cancel);
        _robots[site] = (robots, _time.GetUtcNow() + lasts);
        return robots;
    }

    /// <summary>A site without the file asks for nothing; one that cannot say is left alone, and asked again soon.</summary>
    private async Task<(Robots Robots, TimeSpan Lasts)> FetchRobotsAsync(Uri at, CancellationToken cancel)
    {
        for (var hop = 0; hop <= _options.MaxRedirects && Refusal(at) is null; hop++)
        {
            var reply = await AskAsync(new(at) { Accept = "text/plain" }, null, cancel);
            if (reply.MovedTo is { } next)
            {
                at = next;
                continue;
            }
            if (reply.Fault is null) return (Robots.Parse(Encoding.UTF8.GetString(reply.Body.AsSpan(0, Math.Min(reply.Body.Length, 512 * 1024))), _options.Agent.Split('/', ' ')[0]), RobotsLast);
            if (reply.Status is >= 400 and < 500 and not 429) return (Robots.AllowAll, RobotsLast);
            // where the host itself cannot be reached, the request that follows says why
            return reply.Status == 0 ? (Robots.AllowAll, TimeSpan.Zero) : (Robots.DisallowAll, TimeSpan.FromMinutes(10));
        }
        return (Robots.AllowAll, RobotsLast);
    }

    private static Fetched Fault(Uri address, string fault) => new() { Address = address, Fault = fault };
}
