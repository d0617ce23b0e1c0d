using System.Collections.Concurrent;
using System.Security.Cryptography;
using Chancery.Feeds.Fetching;
using Chancery.Intake;
using Chancery.Intake.Feeds;
using Chancery.Records;

namespace Chancery.Feeds;

/// <summary>Follows feeds: looks at those that are due, and files the reports their items lead to.</summary>
/// <remarks>
/// For one use at a time. Items are remembered before the feed is, and forgotten only when their report is filed: a process that is killed loses none, and
/// the record tells a report it has, so none is filed twice. Each fault is named once, not again at every look.
/// </remarks>
public sealed class FeedFollower
{
    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    /// <summary>Different items of one feed that make the page they all link to no report of theirs.</summary>
    private const int FewestAtHome = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly Fetcher _fetcher;
    private readonly FeedBook _book;
    private readonly ItemWorker _worker;
    private readonly FollowOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _chance;
    private readonly Action<IntakeFault> _onFault;

    /// <summary>Prepares a follower.</summary>
    /// <param name="fetcher">Fetches.</param>
    /// <param name="read">Reads a report; must be safe to call from several threads.</param>
    /// <param name="store">Where reports are filed.</param>
    /// <param name="memos">Where it is remembered what was had.</param>
    /// <param name="options">How feeds are followed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="chance">For pauses that do not fall into step.</param>
    /// <param name="onFault">Told of every fault, once.</param>
    public FeedFollower(
        Fetcher fetcher, Func<Report, FiledReading> read, IRecordStore store, IMemoStore memos, FollowOptions options, TimeProvider time, Random chance, Action<IntakeFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_fetcher, _options, _time, _chance, _onFault) = (fetcher, options, time, chance, onFault);
        _book = new(memos);
        _worker = new(fetcher, read, store, _book, options, time, chance, onFault);
    }

    /// <summary>Looks at every feed that is due and works off every item that is, once.</summary>
    /// <param name="now">Feeds to look at although they are not due; null for none. Those whose host asked to be left alone are still left.</param>
    /// <param name="cancel">Ends it; what was filed stands.</param>
    public async Task<FollowTally> RoundAsync(Func<FeedState, bool>? now = null, CancellationToken cancel = default)
    {
        var clock = _time.GetUtcNow();
        var due = (await _book.FeedsAsync(cancel)).Where(f => f.Due is { } at && (at <= clock || now?.Invoke(f) == true)).ToList();
        var (failed, counts) = (0, new ConcurrentDictionary<string, FeedCounts>(StringComparer.Ordinal));
        await Parallel.ForEachAsync(due, Lanes(cancel), async (feed, stop) =>
        {
            if ((await LookAsync(feed, counts.GetOrAdd(feed.Feed, _ => new()), stop)).Fault is not null) Interlocked.Increment(ref failed);
        });
        while (true)
        {
            var batch = await _book.DueAsync(_time.GetUtcNow(), cancel).Take(500).ToListAsync(cancel);
            if (batch.Count == 0) break;
            await Parallel.ForEachAsync(batch.GroupBy(i => HostOf(i.Item.Item)), Lanes(cancel), async (host, stop) =>
            {
                foreach (var (key, item) in host) await _worker.WorkAsync(key, item, counts.GetOrAdd(item.Feed, _ => new()), stop);
            });
        }
        foreach (var feed in await _book.FeedsAsync(cancel))
            if (counts.TryGetValue(feed.Feed, out var count) && count.HasAny) await _book.KeepAsync(count.AddTo(feed), cancel);
        return new(due.Count, failed, counts.Values.Sum(c => c.New), counts.Values.Sum(c => c.Known), counts.Values.Sum(c => c.Failed), (await _book.WaitingAsync(cancel)).Failing);
    }

    /// <summary>Looks at feeds as they fall due, until it is ended.</summary>
    /// <param name="onRound">Told what came of each round in which something did.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task StayAsync(Action<FollowTally> onRound, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(onRound);
        while (true)
        {
            var tally = await RoundAsync(cancel: cancel);
            if (tally.Feeds + tally.New + tally.Failed > 0) onRound(tally);
            var next = (await _book.FeedsAsync(cancel)).Select(f => f.Due).Append((await _book.WaitingAsync(cancel)).Next).Min();
            var pause = (next ?? DateTimeOffset.MaxValue) - _time.GetUtcNow();
            // feeds may be added by another process meanwhile
            await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(pause.TotalSeconds, 1, 60)), _time, cancel);
        }
    }

    /// <summary>Looks at one feed and remembers the items that are new or have changed.</summary>
    private async Task<FeedState> LookAsync(FeedState feed, FeedCounts count, CancellationToken cancel)
    {
        var reply = await _fetcher.FetchAsync(new(new Uri(feed.Address)) { Accept = Accept, ETag = feed.ETag, LastModified = feed.LastModified }, cancel);
        var now = _time.GetUtcNow();
        var after = feed with { Fetched = now, Status = reply.Status, Address = reply.Fault is null && reply.MovedTo is { } moved ? moved.AbsoluteUri : feed.Address };
        if (reply.Fault is { } fault) after = Failed(after, fault, reply, now);
        else if (reply.IsUnchanged) after = after with { Fault = feed.Fault, Failures = 0, Due = now + Pause() };
        else
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(reply.Body)[..16]);
            if (digest == feed.Digest) after = after with { Due = now + Pause(), Failures = 0 };
            else
            {
                var read = FeedReader.Read(reply.Body, reply.Charset, reply.Address);
                await RememberAsync(feed.Feed, read.Items, count, cancel);
                after = after with
                {
                    Title = feed.Title ?? read.Title,
                    Items = read.Items.Count,
                    Fault = read.Fault,
                    Failures = read.Fault is null ? 0 : feed.Failures + 1,
                    Due = now + Pause(),
                    ETag = reply.ETag,
                    LastModified = reply.LastModified,
                    Digest = digest,
                };
            }
        }
        if (after.Fault is { } wrong && wrong != feed.Fault) _onFault(new(feed.Feed, 0, wrong));
        await _book.KeepAsync(after, cancel);
        return after;
    }

    private FeedState Failed(FeedState feed, string fault, Fetched reply, DateTimeOffset now)
    {
        var failures = feed.Failures + 1;
        DateTimeOffset? due = reply.Status == 410 ? null : now + BackOff.After(failures, _options.Every, LongestPause, _chance);
        return feed with { Fault = fault, Failures = failures, Due = reply.NotBefore > due ? reply.NotBefore : due };
    }

    private async Task RememberAsync(string feed, IReadOnlyList<FeedItem> items, FeedCounts count, CancellationToken cancel)
    {
        var fresh = new Dictionary<(string, string), WaitingItem>();
        var homes = items.Where(i => i.Link is not null).GroupBy(i => i.Link!, StringComparer.Ordinal).Where(g => g.Select(i => i.Stamp).Distinct().Count() >= FewestAtHome).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var told in items)
        {
            // where many items link to one page, as to the outlet's front, the page is not their report
            var item = told.Link is { } link && told.Content is not null && homes.Contains(link) ? told with { Link = null } : told;
            if (WaitingItem.KeyOf(feed, item) is not { } key)
            {
                count.AddFailed();
                continue;
            }
            var stamp = item.Stamp;
            if (await _book.PageAsync(key, cancel) is { } page && page.Stamps.Contains(stamp)) count.AddKnown();
            else if (!await _book.IsWaitingAsync(key, stamp, cancel)) fresh.TryAdd((key, stamp), new() { Feed = feed, Item = item, Due = _time.GetUtcNow() });
        }
        foreach (var chunk in fresh.Select(f => (f.Key.Item1, f.Value)).Chunk(500)) await _book.WaitAsync(chunk, cancel);
    }

    private TimeSpan Pause() => _options.Every * (0.9 + _chance.NextDouble() / 5);

    private static string HostOf(FeedItem item) => item.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address) ? address.Authority : "";

    private ParallelOptions Lanes(CancellationToken cancel) => new() { MaxDegreeOfParallelism = _options.Lanes, CancellationToken = cancel };
}
