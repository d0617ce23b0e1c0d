using System.Runtime.CompilerServices;

namespace Chancery.Records;

/// <summary>A record that lasts as long as the process; also the plainest account of what a store does.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MemoryRecordStore : IRecordStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FiledReading> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private FusedRecord? _fused;

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancel = default)
    {
        lock (_lock) return Task.FromResult(_readings.Count);
    }

    /// <inheritdoc/>
    public Task<Filing> FileAsync(FiledReading reading, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var identity = Convert.ToHexString(reading.Report.Identity());
        lock (_lock)
        {
            if (_names.TryGetValue(identity, out var known)) return Task.FromResult(new Filing(known, false));
            var name = FiledReadings.FreeName(reading.Report.Id, _readings.ContainsKey);
            _names.Add(identity, name);
            _readings.Add(name, name == reading.Report.Id ? reading : reading with { Report = reading.Report with { Id = name } });
            _fused = null;
            return Task.FromResult(new Filing(name, true));
        }
    }

    /// <inheritdoc/>
    public Task<string?> FindAsync(Report report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var identity = Convert.ToHexString(report.Identity());
        lock (_lock) return Task.FromResult(_names.GetValueOrDefault(identity));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FiledReading> ReadingsAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        FiledReading[] readings;
        lock (_lock)
        {
            readings = [.. _readings.Values
                .OrderBy(r => r.Report.Published ?? DateOnly.MaxValue)
                .ThenBy(r => r.Report.Id, StringComparer.Ordinal)];
        }
        foreach (var reading in readings) yield return reading;
        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<FiledReading?> ReadingAsync(string report, CancellationToken cancel = default)
    {
        lock (_lock) return Task.FromResult(_readings.GetValueOrDefault(report));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await foreach (var reading in ReadingsAsync(cancel))
        {
            foreach (var claim in reading.Claims)
            {
                var filed = new FiledClaim(reading, claim);
                if (query.Matches(filed)) yield return filed;
            }
        }
    }

    /// <inheritdoc/>
    public Task<FusedRecord?> FusedAsync(CancellationToken cancel = default)
    {
        lock (_lock) return Task.FromResult(_fused);
    }

    /// <inheritdoc/>
    public Task KeepAsync(FusedRecord fused, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fused);
        lock (_lock) _fused = fused;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
