using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Chancery.Web.Security;

/// <summary>Who is signed in with a browser: a random name in a cookie that scripts cannot read, so that the key itself is kept nowhere.</summary>
/// <remarks>Thread-safe. Forgotten when the server stops, and <see cref="Lifetime"/> after signing in.</remarks>
internal sealed class Sessions(TimeProvider clock)
{
    internal const string Cookie = "chancery-session";

    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>So many at most; the oldest goes first.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Ends)> _open = new(StringComparer.Ordinal);

    internal string Open(Caller caller)
    {
        if (_open.Count >= Most && _open.MinBy(s => s.Value.Ends) is { Key: { } oldest }) _open.TryRemove(oldest, out _);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _open[name] = (caller, clock.GetUtcNow() + Lifetime);
        return name;
    }

    /// <summary>Names are 256 random bits: nothing is learnt from how long looking one up takes.</summary>
    internal Caller? Find(string name)
    {
        if (!_open.TryGetValue(name, out var session)) return null;
        if (session.Ends > clock.GetUtcNow()) return session.Caller;
        _open.TryRemove(name, out _);
        return null;
    }

    internal void Close(string name) => _open.TryRemove(name, out _);
}
