using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Intake.Feeds;
using Chancery.Records;

namespace Chancery.Feeds;

/// <summary>What is remembered of the feeds that are followed, kept beside the record.</summary>
public sealed class FeedBook(IMemoStore memos)
{
    private const string FeedTopic = "feed";
    private const string PageTopic = "feed-page";
    private const string WaitingTopic = "feed-waiting";

    /// <summary>Stamps that are remembered of one page.</summary>
    private const int MostStamps = 20;

    /// <summary>All feeds, by address.</summary>
    public async Task<IReadOnlyList<FeedState>> FeedsAsync(CancellationToken cancel = default) =>
        await All(FeedTopic, FeedJson.Default.FeedState, cancel).Select(f => f.Value).ToListAsync(cancel);

    /// <summary>Follows a feed from now on; one that is followed already keeps what is known of it.</summary>
    /// <returns>False where it was followed already.</returns>
    public async Task<bool> SubscribeAsync(Subscription feed, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var name = feed.Address.AbsoluteUri;
        var known = Read(await memos.MemoAsync(FeedTopic, name, cancel), FeedJson.Default.FeedState);
        if (known is null) await KeepAsync(new() { Feed = name, Address = name, Title = feed.Title, Due = now }, cancel);
        else if (feed.Title is not null && feed.Title != known.Title) await KeepAsync(known with { Title = feed.Title }, cancel);
        return known is null;
    }

    /// <summary>Follows a feed no longer; its reports stay. False where it was not followed.</summary>
    public async Task<bool> ForgetAsync(string feed, CancellationToken cancel = default)
    {
        if (await memos.MemoAsync(FeedTopic, feed, cancel) is null) return false;
        var gone = await All(WaitingTopic, FeedJson.Default.WaitingItem, cancel).Where(w => w.Value.Feed == feed).Select(w => new Memo(WaitingTopic, w.Name, null)).ToListAsync(cancel);
        await memos.KeepAsync([.. gone, new(FeedTopic, feed, null)], cancel);
        return true;
    }

    internal Task KeepAsync(FeedState feed, CancellationToken cancel) =>
        memos.KeepAsync([new(FeedTopic, feed.Feed, JsonSerializer.Serialize(feed, FeedJson.Default.FeedState))], cancel);

    internal async Task<PageState?> PageAsync(string key, CancellationToken cancel) => Read(await memos.MemoAsync(PageTopic, key, cancel), FeedJson.Default.PageState);

    internal async Task<bool> IsWaitingAsync(string key, string stamp, CancellationToken cancel) => await memos.MemoAsync(WaitingTopic, Name(key, stamp), cancel) is not null;

    /// <summary>Items whose report is to be had now.</summary>
    internal IAsyncEnumerable<(string Key, WaitingItem Item)> DueAsync(DateTimeOffset now, CancellationToken cancel) =>
        All(WaitingTopic, FeedJson.Default.WaitingItem, cancel).Where(w => w.Value.Due <= now).Select(w => (w.Name.Split('\n')[0], w.Value));

    /// <summary>When the next waiting item is due, and how many wait after a fault; null for none.</summary>
    internal async Task<(DateTimeOffset? Next, int Failing)> WaitingAsync(CancellationToken cancel)
    {
        var (next, failing) = ((DateTimeOffset?)null, 0);
        await foreach (var (_, item) in All(WaitingTopic, FeedJson.Default.WaitingItem, cancel))
        {
            if (next is null || item.Due < next) next = item.Due;
            if (item.Fault is not null) failing++;
        }
        return (next, failing);
    }

    internal Task WaitAsync(IEnumerable<(string Key, WaitingItem Item)> items, CancellationToken cancel) => memos.KeepAsync([.. items.Select(i => Waiting(i.Key, i.Item))], cancel);

    /// <summary>An item is done with: the page is remembered under its keys, and looked at again where there is a next visit.</summary>
    internal Task DoneAsync(string key, WaitingItem item, PageState page, IEnumerable<string> otherKeys, WaitingItem? next, CancellationToken cancel)
    {
        var remembered = page with { Stamps = [.. page.Stamps.Append(item.Item.Stamp).Distinct(StringComparer.Ordinal).TakeLast(MostStamps)] };
        var body = JsonSerializer.Serialize(remembered, FeedJson.Default.PageState);
        return memos.KeepAsync(
            [.. otherKeys.Prepend(key).Distinct(StringComparer.Ordinal).Select(k => new Memo(PageTopic, k, body)), next is null ? new(WaitingTopic, Name(key, item.Item.Stamp), null) : Waiting(key, next)],
            cancel);
    }

    private static Memo Waiting(string key, WaitingItem item) => new(WaitingTopic, Name(key, item.Item.Stamp), JsonSerializer.Serialize(item, FeedJson.Default.WaitingItem));

    private static string Name(string key, string stamp) => $"{key}\n{stamp}";

    private static T? Read<T>(string? body, JsonTypeInfo<T> type) => body is null ? default : JsonSerializer.Deserialize(body, type);

    private IAsyncEnumerable<(string Name, T Value)> All<T>(string topic, JsonTypeInfo<T> type, CancellationToken cancel) =>
        memos.AllAsync(topic, cancel).Select(memo => (memo.Name, Read(memo.Body, type)!));
}
