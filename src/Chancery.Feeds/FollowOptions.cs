namespace Chancery.Feeds;

/// <summary>Which pages behind the items of feeds are fetched.</summary>
public enum PagePolicy
{
    /// <summary>All: what a feed says of a report is a summary at best, and nothing of who wrote it.</summary>
    Always,

    /// <summary>Those of items whose text in the feed is short.</summary>
    Missing,

    /// <summary>None: the text in the feed is the report.</summary>
    Never,
}

/// <summary>How feeds are followed; immutable.</summary>
public sealed record FollowOptions
{
    /// <summary>Time between two looks at a feed; 30 min by default, a tenth more or less so that feeds do not fall into step.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Which pages are fetched.</summary>
    public PagePolicy Pages { get; init; }

    /// <summary>When a page is looked at again after it was read, for what its publisher changes without a word; 6 h and 2 days by default.</summary>
    public IReadOnlyList<TimeSpan> Revisits { get; init; } = [TimeSpan.FromHours(6), TimeSpan.FromDays(2)];

    /// <summary>Tries before a page that cannot be had for now is given up; 5 by default, a minute after the first, then twice as long after each.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Hosts that are asked at a time; 8 by default.</summary>
    public int Lanes { get; init; } = 8;
}

/// <summary>What came of a round or a stay.</summary>
/// <param name="Feeds">Feeds that were looked at.</param>
/// <param name="FeedsFailed">Of those, feeds that could not be read.</param>
/// <param name="New">Reports that are new in the record, later versions included.</param>
/// <param name="Known">Items that led to nothing new.</param>
/// <param name="Failed">Items that were given up.</param>
/// <param name="Waiting">Items that will be tried again later, after a fault.</param>
public sealed record FollowTally(int Feeds, int FeedsFailed, int New, int Known, int Failed, int Waiting);
