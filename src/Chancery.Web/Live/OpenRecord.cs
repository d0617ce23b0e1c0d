using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Chancery.English;
using Chancery.Records;
using Chancery.Sqlite;

namespace Chancery.Web.Live;

/// <summary>A record file that is open: one connection that writes, and a few that read whatever it does meanwhile.</summary>
/// <remarks>Thread-safe. A connection does one thing at a time, so readers are lent out, to one request each.</remarks>
internal sealed class OpenRecord : IAsyncDisposable
{
    /// <summary>Twice as many as processors: one that is asked for much must not keep those waiting that ask for little.</summary>
    internal static readonly int Readers = Math.Clamp(2 * Environment.ProcessorCount, 4, 16);

    private readonly string _path;
    private readonly ConcurrentBag<SqliteRecordStore> _idle = [];
    private readonly SemaphoreSlim _free = new(Readers, Readers);
    private readonly SqliteRecordStore _writer;

    /// <summary>Does nothing but look whether the file is still there: the one that writes may be at work for long.</summary>
    private readonly SqliteRecordStore _watch;

    /// <summary>Whoever counts asks for long, and keeps no request waiting by it.</summary>
    private SqliteRecordStore? _aside;
    private volatile bool _closed;

    /// <exception cref="RecordException">The file cannot be opened.</exception>
    internal OpenRecord(string path)
    {
        _path = path;
        _writer = SqliteRecordStore.Open(path, new(Version(typeof(ReportReader)), Version(typeof(EnglishPack))));
        _watch = SqliteRecordStore.OpenRead(path);
    }

    /// <summary>True where the file has been moved, replaced or removed since.</summary>
    internal bool HasMoved => _watch.HasMoved;

    /// <summary>The connection that writes.</summary>
    /// <exception cref="RecordException">The file is not where it was.</exception>
    internal SqliteRecordStore Writer => HasMoved ? throw new RecordException($"'{_path}' has been moved, replaced or removed") : _writer;

    /// <summary>Lends a connection that reads, with the record as it is now.</summary>
    /// <exception cref="RecordException">The file is not where it was, or cannot be read.</exception>
    internal async Task<View> ViewAsync(CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        await _free.WaitAsync(cancel);
        Measures.Waited.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        SqliteRecordStore? store = null;
        try
        {
            if (HasMoved) throw new RecordException($"'{_path}' has been moved, replaced or removed");
            if (!_idle.TryTake(out store)) store = SqliteRecordStore.OpenRead(_path);
            var held = store.Hold();
            return new(store, await store.HeadAsync(cancel), () =>
            {
                held.Dispose();
                Return(store);
            });
        }
        catch
        {
            if (store is not null) await store.DisposeAsync();
            _free.Release();
            throw;
        }
    }

    /// <summary>The record as it is now, for the one who looks after it; on a connection of its own, which no request waits for.</summary>
    /// <exception cref="RecordException">The file is not where it was, or cannot be read.</exception>
    internal async Task<View> AsideAsync(CancellationToken cancel)
    {
        if (HasMoved) throw new RecordException($"'{_path}' has been moved, replaced or removed");
        _aside ??= SqliteRecordStore.OpenRead(_path);
        var held = _aside.Hold();
        try
        {
            return new(_aside, await _aside.HeadAsync(cancel), held.Dispose);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private void Return(SqliteRecordStore store)
    {
        _idle.Add(store);
        _free.Release();
        if (_closed) CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var store)) store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Readers that are lent are closed when they come back.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        CloseIdle();
        if (_aside is not null) await _aside.DisposeAsync();
        await _watch.DisposeAsync();
        await _writer.DisposeAsync();
    }

    private static string Version(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}

/// <summary>The record at one moment, for one request: what is asked of it is answered from one state, whoever writes meanwhile.</summary>
internal sealed class View(SqliteRecordStore store, RecordHead head, Action giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    internal IRecordStore Store => store;

    internal RecordHead Head => head;

    /// <summary>Names this state of this record, and no other: for ETags.</summary>
    internal string Tag { get; } = $"{(head.Mark.Length > 0 ? head.Mark : "new")}-{head.Sequence}";

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
