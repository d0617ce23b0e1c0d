using System.Diagnostics;
using Chancery.Fusion;
using Chancery.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chancery.Web.Live;

/// <summary>The record as it is served: looks whether it has grown, fuses what is new and hands out the state at the moment.</summary>
/// <remarks>
/// Thread-safe. Readers get the last whole state and never wait, except for the very first. The record may grow under another process, such as
/// <c>chancery read</c>; it is looked at once a second, and no oftener than making a state of it costs.
/// </remarks>
internal sealed class LiveRecord(IRecordStore store, ILogger<LiveRecord> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _making = new(1, 1);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private volatile RecordSnapshot? _now;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IRecordStore Store => store;

    /// <summary>The record could be read when it was last looked at.</summary>
    internal bool IsSound { get; private set; } = true;

    /// <summary>The state at the moment.</summary>
    internal async ValueTask<RecordSnapshot> NowAsync(CancellationToken cancel) => _now ?? await RenewAsync(cancel);

    /// <summary>Ends when the record has changed.</summary>
    internal Task ChangedAsync(CancellationToken cancel) => Volatile.Read(ref _changed).Task.WaitAsync(cancel);

    /// <summary>A state that holds everything filed before the call.</summary>
    internal async Task<RecordSnapshot> RenewAsync(CancellationToken cancel)
    {
        await _making.WaitAsync(cancel);
        try
        {
            var stamp = await store.StampAsync(cancel);
            if (_now is { } now && now.Sequence == stamp.Sequence && now.Readings.Count == stamp.Reports) return now;
            return await MakeAsync(stamp.Sequence, cancel);
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>Has the record looked at without waiting for the second to pass.</summary>
    internal void Nudge()
    {
        if (_wake.CurrentCount == 0) _wake.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                await RenewAsync(stoppingToken);
                IsSound = true;
            }
            catch (Exception problem) when (problem is RecordException or InvalidOperationException)
            {
                if (IsSound) log.LogError("The record cannot be read, the last state of it is served: {Problem}", problem.Message);
                IsSound = false;
            }
            var pause = watch.Elapsed > Pause / 4 ? 4 * watch.Elapsed : Pause;
            try
            {
                await _wake.WaitAsync(pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<RecordSnapshot> MakeAsync(long sequence, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var readings = new List<FiledReading>();
        await foreach (var reading in store.ReadingsAsync(cancel)) readings.Add(reading);
        var fused = await store.FusedAsync(cancel);
        if (fused is null || fused.Lineages.Length != readings.Count) fused = Fuser.Fuse(readings);
        var state = new RecordSnapshot(readings, fused, sequence);
        log.LogInformation("The record holds {Reports} reports and {Events} events; a state of it was made in {Elapsed} ms", readings.Count, fused.Events.Length, watch.ElapsedMilliseconds);
        _now = state;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return state;
    }
}
