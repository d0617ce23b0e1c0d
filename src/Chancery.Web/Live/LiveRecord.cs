using System.Diagnostics;
using Chancery.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chancery.Web.Live;

/// <summary>The record as it is served: notices that it has changed, whoever changed it, and keeps count of its events in the background.</summary>
/// <remarks>
/// Thread-safe. Nothing of the record is held in memory but the counts of <see cref="RecordBook"/>; everything else is asked of the file. Where the file
/// is replaced, the new one is opened; while there is none, every request is told so and the service goes on.
/// </remarks>
internal sealed class LiveRecord(ServeOptions options, Knowledge knowledge, ILogger<LiveRecord> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Requests wait so long for the first count; it takes longer where there are very many events.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Counting takes at most this part of one processor while much comes in.</summary>
    private const int Share = 20;

    /// <summary>What has changed is counted once in so long, however long the last count took.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly BookKeeper _keeper = new(knowledge);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly TaskCompletionSource _firstBook = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile OpenRecord _open = new(options.Record);
    private volatile RecordBook? _book;
    private long _moment;
    private long _era;
    private bool _isChangedHere;
    private RecordHead _seen = new(-1, "", null);
    private long _nextCount;
    private bool _isSettled;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The record could be read when it was last looked at.</summary>
    internal bool IsSound { get; private set; } = true;

    /// <summary>One decision at a time, so that of two people who decide on one claim the second is told.</summary>
    internal SemaphoreSlim Deciding { get; } = new(1, 1);

    /// <summary>The store to write to.</summary>
    /// <exception cref="RecordException">The record's file is not where it was.</exception>
    internal IRecordStore Store => _open.Writer;

    /// <summary>The record as it is now, for one request.</summary>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    internal Task<View> ViewAsync(CancellationToken cancel) => _open.ViewAsync(cancel);

    /// <summary>Its events counted, as of a moment ago; null while they are still counted for the first time.</summary>
    /// <exception cref="RecordException">They have not been counted and cannot be.</exception>
    internal async Task<RecordBook?> BookAsync(CancellationToken cancel)
    {
        if (_book is null && IsSound) await Task.WhenAny(_firstBook.Task, Task.Delay(Patience, cancel)).WaitAsync(cancel);
        return _book ?? (IsSound ? null : throw new RecordException("the record could not be counted"));
    }

    /// <summary>The counts, where they have been made.</summary>
    internal RecordBook? Book => _book;

    /// <summary>How far the first count has come.</summary>
    internal CountingProgress Progress => _keeper.Progress ?? new(0, 0);

    /// <summary>Grows whenever the record was found changed: what was answered before may be asked for anew.</summary>
    internal long Moment => Interlocked.Read(ref _moment);

    /// <summary>Grows whenever the record has been changed here, is counted for the first time, or is another: what was answered before is to be asked for anew.</summary>
    internal long Era => Interlocked.Read(ref _era);

    /// <summary>False where another file, or none, has the record's name; that is found out at the next look.</summary>
    internal bool IsInPlace => !_open.HasMoved;

    /// <summary>Ends when the record has changed and what changed has been counted.</summary>
    internal Task ChangedAsync(CancellationToken cancel) => Volatile.Read(ref _changed).Task.WaitAsync(cancel);

    /// <summary>To be called when the record was changed here: whoever asks from now on sees it, and it is looked at without waiting for the second to pass.</summary>
    internal void Nudge()
    {
        Volatile.Write(ref _isChangedHere, true);
        Interlocked.Increment(ref _era);
        try
        {
            if (_wake.CurrentCount == 0) _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // somebody else was first
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _open.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _wake.Dispose();
        Deciding.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                if (!IsSound) log.LogInformation("The record can be read again");
                IsSound = true;
            }
            catch (Exception problem) when (problem is RecordException or InvalidOperationException or IOException)
            {
                if (IsSound) log.LogError("The record cannot be read: {Problem}", problem.Message);
                IsSound = false;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            try
            {
                if (await _wake.WaitAsync(Pause, stoppingToken)) _nextCount = 0;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Looks whether the record has changed since, and where it has, counts anew and tells those who wait.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        if (_open.HasMoved) await ReopenAsync();
        using (var view = await _open.AsideAsync(cancel))
        {
            if (view.Head != _seen) Interlocked.Increment(ref _moment);
            _seen = view.Head;
            if (_book is null || (view.Head != _book.Head && Stopwatch.GetTimestamp() >= _nextCount))
            {
                var isFirst = _book is null;
                var start = Stopwatch.GetTimestamp();
                await CountAsync(view, cancel);
                var took = Stopwatch.GetTimestamp() - start;
                _nextCount = isFirst ? 0 : start + Math.Min(Share * took, (long)(LongestPause.TotalSeconds * Stopwatch.Frequency));
                return;
            }
            if (view.Head != _book.Head) return;
        }
        // This look itself would stand in the way, as everybody does who holds a view.
        _isSettled = _isSettled || _open.Writer.Settle();
    }

    private async Task CountAsync(View view, CancellationToken cancel)
    {
        using var work = Measures.Work.StartActivity("count");
        var watch = Stopwatch.StartNew();
        var isAwaited = Interlocked.Exchange(ref _isChangedHere, false) || _book is null;
        var book = await _keeper.RenewAsync(view, cancel);
        (_book, _isSettled) = (book, false);
        Interlocked.Increment(ref isAwaited ? ref _era : ref _moment);
        _firstBook.TrySetResult();
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        Measures.Counted.Record(watch.Elapsed.TotalSeconds);
        log.LogInformation("The record holds {Events} events; what changed was counted in {Elapsed} ms", book.Events.Length, watch.ElapsedMilliseconds);
    }

    private async Task ReopenAsync()
    {
        if (!File.Exists(options.Record)) throw new RecordException($"'{options.Record}' has been moved or removed");
        var old = _open;
        _open = new(options.Record);
        Interlocked.Increment(ref _era);
        await old.DisposeAsync();
        log.LogWarning("The record's file was replaced; the new one is served");
    }
}
