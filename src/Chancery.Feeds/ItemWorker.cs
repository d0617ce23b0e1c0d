using System.Collections.Concurrent;
using System.Collections.Immutable;
using Chancery.Feeds.Fetching;
using Chancery.Intake;
using Chancery.Records;

namespace Chancery.Feeds;

/// <summary>Takes one item of a feed to its report in the record.</summary>
internal sealed class ItemWorker(
    Fetcher fetcher, Func<Report, FiledReading> read, IRecordStore store, FeedBook book, FollowOptions options, TimeProvider time, Random chance, Action<IntakeFault> onFault)
{
    private const string Accept = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1";

    /// <summary>Letters and digits from which an item's own text counts as the whole report, where only missing pages are fetched.</summary>
    private const int WholeReport = 1200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromHours(6);

    /// <summary>Hosts that cannot be reached, with what was said of it: said once, not for each of their pages.</summary>
    private readonly ConcurrentDictionary<string, string> _unreachable = new(StringComparer.OrdinalIgnoreCase);

    internal async Task WorkAsync(string key, WaitingItem item, FeedCounts count, CancellationToken cancel)
    {
        var known = await book.PageAsync(key, cancel);
        if (item.Item.Link is not { } link || !WantsPage(item)) await FileAsync(key, item, known, OfItem(key, item, []), null, count, cancel);
        else
        {
            var reply = await fetcher.FetchAsync(new(new Uri(link)) { Accept = Accept, ETag = known?.ETag, LastModified = known?.LastModified }, cancel);
            if (reply.Status > 0) _unreachable.TryRemove(reply.Address.Authority, out _);
            var fault = reply.Fault;
            if (reply.IsUnchanged && known is not null)
            {
                count.AddKnown();
                await book.DoneAsync(key, item, known, [], Next(item), cancel);
            }
            else if (fault is null && PageReader.Read(Id(key), item.Item, reply, Today, out fault) is { } report) await FileAsync(key, item, known, report, reply, count, cancel);
            else if (reply.MayPass && item.Tries + 1 < options.Tries) await PutOffAsync(key, item, reply, cancel);
            else await GiveUpAsync(key, item, known, reply, fault!, count, cancel);
        }
    }

    private async Task FileAsync(string key, WaitingItem item, PageState? known, Report? report, Fetched? reply, FeedCounts count, CancellationToken cancel)
    {
        if (report is null)
        {
            Say(key, item, null, "the item has no text");
            count.AddFailed();
            await book.DoneAsync(key, item, known ?? new(), [], null, cancel);
            return;
        }
        var digest = ContentId.Of(report.Text);
        var former = known?.Digest is not null || report.Url == key ? known : await book.PageAsync(report.Url!, cancel);
        if (former?.Digest == digest)
        {
            count.AddKnown();
            await book.DoneAsync(key, item, former with { ETag = reply?.ETag, LastModified = reply?.LastModified }, [], Next(item), cancel);
            return;
        }
        if (former?.Digest is not null) report = report with { Revised = time.GetUtcNow() };
        var filing = await store.FindAsync(report, cancel) is { } there ? new Filing(there, false) : await store.FileAsync(read(report), cancel);
        if (filing.IsNew) count.AddNew();
        else count.AddKnown();
        var page = new PageState { Report = filing.Report, Digest = digest, ETag = reply?.ETag, LastModified = reply?.LastModified, Stamps = known?.Stamps ?? [] };
        await book.DoneAsync(key, item, page, [report.Url!], reply is null ? null : Next(item), cancel);
    }

    private async Task PutOffAsync(string key, WaitingItem item, Fetched reply, CancellationToken cancel)
    {
        // to be asked to wait is no failed try
        var tries = reply.NotBefore is null ? item.Tries + 1 : item.Tries;
        var pause = time.GetUtcNow() + BackOff.After(Math.Max(1, tries), FirstPause, LongestPause, chance);
        Say(key, item, reply, reply.Fault!);
        await book.WaitAsync([(key, item with { Tries = tries, Fault = reply.Fault, Due = reply.NotBefore > pause ? reply.NotBefore.Value : pause })], cancel);
    }

    /// <summary>The page is not to be had: what the feed says of it must do, unless an earlier version of it is there.</summary>
    private async Task GiveUpAsync(string key, WaitingItem item, PageState? known, Fetched reply, string fault, FeedCounts count, CancellationToken cancel)
    {
        Say(key, item, reply, fault);
        if (known?.Report is null && item.Item.Content is not null && OfItem(key, item, [IntakeNotices.PageMissing(fault)]) is { } report)
        {
            await FileAsync(key, item, known, report, null, count, cancel);
            return;
        }
        count.AddFailed();
        await book.DoneAsync(key, item, known ?? new(), [], null, cancel);
    }

    private Report? OfItem(string key, WaitingItem item, ImmutableArray<Notice> notices) => PageReader.Read(Id(key), item.Item, key, notices, Today);

    private bool WantsPage(WaitingItem item) => options.Pages switch
    {
        PagePolicy.Never => false,
        PagePolicy.Missing => PageReader.LengthOf(item.Item) < WholeReport,
        _ => true,
    };

    /// <summary>Another look at the page, where there is to be one.</summary>
    private WaitingItem? Next(WaitingItem item) => item.Visits < options.Revisits.Count
        ? item with { Visits = item.Visits + 1, Tries = 0, Fault = null, Due = time.GetUtcNow() + options.Revisits[item.Visits] } : null;

    private void Say(string key, WaitingItem item, Fetched? reply, string fault)
    {
        if (item.Fault == fault) return;
        if (reply is { Status: 0 })
        {
            if (_unreachable.TryGetValue(reply.Address.Authority, out var said) && said == fault) return;
            if (_unreachable.Count >= 10_000) _unreachable.Clear();
            _unreachable[reply.Address.Authority] = fault;
        }
        onFault(new(key, 0, fault));
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>A name that tells where a report came from: the host, and a hash of the address.</summary>
    private static string Id(string key) => (Uri.TryCreate(key, UriKind.Absolute, out var address) ? address.Host + "-" : "") + ContentId.Of(key);
}
