namespace Chancery.Intake.Feeds;

/// <summary>A feed as it was sent.</summary>
/// <param name="Title">What it calls itself; null where it does not.</param>
/// <param name="Items">Its items, in the order of the feed.</param>
/// <param name="Fault">What is wrong with it, in one line; the items before the wrong place are there. Null where nothing is.</param>
public sealed record Feed(string? Title, IReadOnlyList<FeedItem> Items, string? Fault);

/// <summary>One item of a feed.</summary>
public sealed record FeedItem
{
    /// <summary>Its name in the feed (<c>guid</c>, <c>id</c>); feeds are not to be trusted that it is the only one of that name.</summary>
    public string? Id { get; init; }

    /// <summary>Address of the report; null where the item is all there is.</summary>
    public string? Link { get; init; }

    /// <summary>Headline, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, as the feed says.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was changed last, as the feed says.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The report itself or a summary of it, as HTML; the fuller of the two where there are both.</summary>
    public string? Content { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>Where the feed says it was taken from: RSS and Atom <c>source</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Changes where anything of the item does; the same on every machine.</summary>
    public string Stamp => ContentId.Of(string.Join('\u001F', Id, Link, Title, Published?.UtcTicks, Updated?.UtcTicks, Content, Author));
}
