using System.Globalization;
using Chancery.Feeds;

namespace Chancery.Cli.Listing;

/// <summary>How feeds that are followed are listed.</summary>
internal static class FeedListing
{
    internal static Listing<FeedState> Feeds { get; } = new(
    [
        new("feed", f => f.Feed, IsName: true),
        new("title", f => f.Title ?? ""),
        new("fetched", f => Moment(f.Fetched)),
        new("status", f => f.Fetched is null ? "" : f.Status == 0 ? "no reply" : Number(f.Status)),
        new("items", f => Number(f.Items)),
        new("new", f => Number(f.New)),
        new("known", f => Number(f.Known)),
        new("failed", f => Number(f.Failed)),
        new("due", f => f.Due is null ? "never" : Moment(f.Due)),
        new("failures", f => Number(f.Failures), InTable: false),
        new("address", f => f.Address, InTable: false),
        new("fault", f => f.Fault ?? ""),
    ], (json, feed) =>
    {
        json.WriteStartObject();
        json.WriteString("feed", feed.Feed);
        json.WriteString("address", feed.Address);
        json.WriteString("title", feed.Title);
        json.WriteString("fetched", Instant(feed.Fetched));
        json.WriteNumber("status", feed.Status);
        json.WriteNumber("items", feed.Items);
        json.WriteNumber("new", feed.New);
        json.WriteNumber("known", feed.Known);
        json.WriteNumber("failed", feed.Failed);
        json.WriteString("due", Instant(feed.Due));
        json.WriteNumber("failures", feed.Failures);
        json.WriteString("fault", feed.Fault);
        json.WriteEndObject();
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
