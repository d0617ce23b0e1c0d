using System.Collections.Concurrent;

namespace Chancery.Feeds.Fetching;

/// <summary>Keeps the requests to each host few and far enough between, and away from hosts that asked to be left alone for a while.</summary>
internal sealed class HostGates(int requests, TimeSpan interval, TimeProvider time)
{
    /// <summary>Hosts that are remembered; past that, those nobody waits for are forgotten.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When the host asked to be asked again; null where it may be now.</summary>
    internal DateTimeOffset? HeldUntil(Uri address) =>
        _gates.TryGetValue(address.Authority, out var gate) && gate.NotBefore > time.GetUtcNow() ? gate.NotBefore : null;

    /// <summary>Leaves a host alone until an instant.</summary>
    internal void Hold(Uri address, DateTimeOffset until) => Of(address).NotBefore = until;

    /// <summary>Waits for a turn at a host; it ends when what is returned is disposed.</summary>
    /// <param name="address">An address at the host.</param>
    /// <param name="delay">Time between two requests that the host asks for.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal async Task<IDisposable> EnterAsync(Uri address, TimeSpan? delay, CancellationToken cancel)
    {
        var gate = Of(address);
        await gate.Turns.WaitAsync(cancel);
        try
        {
            var wait = gate.Book(time.GetUtcNow(), delay is { } asked && asked > interval ? asked : interval);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancel);
            return new Turn(gate.Turns);
        }
        catch
        {
            gate.Turns.Release();
            throw;
        }
    }

    private Gate Of(Uri address)
    {
        if (_gates.Count >= Most)
        {
            foreach (var (host, idle) in _gates)
                if (idle.Turns.CurrentCount == requests && idle.IsPast(time.GetUtcNow())) _gates.TryRemove(host, out _);
        }
        return _gates.GetOrAdd(address.Authority, _ => new(new(requests, requests)));
    }

    private sealed class Gate(SemaphoreSlim turns)
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _next, _notBefore;

        internal SemaphoreSlim Turns => turns;

        internal DateTimeOffset NotBefore
        {
            get
            {
                lock (_lock) return _notBefore;
            }
            set
            {
                lock (_lock) _notBefore = value;
            }
        }

        /// <summary>Takes the next free moment; returns how far off it is.</summary>
        internal TimeSpan Book(DateTimeOffset now, TimeSpan apart)
        {
            lock (_lock)
            {
                var at = _next > now ? _next : now;
                _next = at + apart;
                return at - now;
            }
        }

        internal bool IsPast(DateTimeOffset now)
        {
            lock (_lock) return _next < now && _notBefore < now;
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0) turns.Release();
        }
    }
}
