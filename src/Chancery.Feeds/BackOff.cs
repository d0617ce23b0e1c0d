namespace Chancery.Feeds;

/// <summary>How long to wait after failures: twice as long after each, up to a bound, and by chance up to half less, so that those who failed together do not come back together.</summary>
internal static class BackOff
{
    internal static TimeSpan After(int failures, TimeSpan first, TimeSpan longest, Random chance)
    {
        var wait = first * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        return (wait < longest ? wait : longest) * (0.5 + chance.NextDouble() / 2);
    }
}
