namespace Chancery.Feeds;

/// <summary>What came of a feed's items in one round; counted from several threads.</summary>
internal sealed class FeedCounts
{
    private int _new, _known, _failed;

    internal int New => _new;

    internal int Known => _known;

    internal int Failed => _failed;

    internal bool HasAny => _new + _known + _failed > 0;

    internal void AddNew() => Interlocked.Increment(ref _new);

    internal void AddKnown() => Interlocked.Increment(ref _known);

    internal void AddFailed() => Interlocked.Increment(ref _failed);

    internal FeedState AddTo(FeedState feed) => feed with { New = feed.New + _new, Known = feed.Known + _known, Failed = feed.Failed + _failed };
}
