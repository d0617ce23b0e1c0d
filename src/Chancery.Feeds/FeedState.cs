using System.Text.Json.Serialization;
using Chancery.Intake.Feeds;

namespace Chancery.Feeds;

/// <summary>How it stands with a feed that is followed.</summary>
public sealed record FeedState
{
    /// <summary>Its address as it was subscribed to; its name.</summary>
    public required string Feed { get; init; }

    /// <summary>Where it is now, which differs where it has moved for good.</summary>
    public required string Address { get; init; }

    /// <summary>What it is called, by whoever follows it or by itself.</summary>
    public string? Title { get; init; }

    /// <summary>When it was looked at last; null for never.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>HTTP status of that; 0 for no reply.</summary>
    public int Status { get; init; }

    /// <summary>When it is looked at next; null where it never is: the publisher has taken it away (410).</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>Looks in a row that found it wrong.</summary>
    public int Failures { get; init; }

    /// <summary>Items it had when it was last read.</summary>
    public int Items { get; init; }

    /// <summary>Reports that came of it, later versions included.</summary>
    public int New { get; init; }

    /// <summary>Items that led to nothing new.</summary>
    public int Known { get; init; }

    /// <summary>Items that were given up.</summary>
    public int Failed { get; init; }

    /// <summary><c>ETag</c> of what was read last.</summary>
    public string? ETag { get; init; }

    /// <summary><c>Last-Modified</c> of it.</summary>
    public string? LastModified { get; init; }

    /// <summary>Hash of it.</summary>
    public string? Digest { get; init; }
}

/// <summary>An item whose report is still to be had.</summary>
internal sealed record WaitingItem
{
    /// <summary>The feed it came in.</summary>
    public required string Feed { get; init; }

    /// <summary>The item.</summary>
    public required FeedItem Item { get; init; }

    /// <summary>When to try.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Tries so far that failed.</summary>
    public int Tries { get; init; }

    /// <summary>Why the last one did.</summary>
    public string? Fault { get; init; }

    /// <summary>Times the page was read already: above 0 this is another look at it.</summary>
    public int Visits { get; init; }

    /// <summary>What the page is remembered by: its address, else the feed and the item's name in it; null for an item that is nothing.</summary>
    internal static string? KeyOf(string feed, FeedItem item) =>
        item.Link is { } link ? link.Split('#')[0] : (item.Id ?? item.Title ?? item.Content) is { } name ? $"{feed}#{Uri.EscapeDataString(name.Length <= 200 ? name : item.Stamp)}" : null;
}

/// <summary>What is remembered of a page that was had.</summary>
internal sealed record PageState
{
    /// <summary>Report of its last version; null where the page was given up.</summary>
    public string? Report { get; init; }

    /// <summary>Hash of the last version's text.</summary>
    public string? Digest { get; init; }

    /// <summary><c>ETag</c> of it.</summary>
    public string? ETag { get; init; }

    /// <summary><c>Last-Modified</c> of it.</summary>
    public string? LastModified { get; init; }

    /// <summary>Stamps of the items that led to it, the latest last.</summary>
    public string[] Stamps { get; init; } = [];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(WaitingItem))]
[JsonSerializable(typeof(PageState))]
internal sealed partial class FeedJson : JsonSerializerContext;
