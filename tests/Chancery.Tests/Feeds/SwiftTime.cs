namespace Chancery.Tests.Feeds;

/// <summary>A clock that runs so many times as fast as the true one, and can be put forward.</summary>
internal sealed class SwiftTime(double speed, DateTimeOffset start) : TimeProvider
{
    private readonly long _begun = TimeProvider.System.GetTimestamp();
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => start + TimeProvider.System.GetElapsedTime(_begun) * speed + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        TimeProvider.System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    internal void PutForward(TimeSpan span) => Interlocked.Add(ref _ahead, span.Ticks);

    private TimeSpan Scaled(TimeSpan span) => span == Timeout.InfiniteTimeSpan || span == TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / speed));
}
