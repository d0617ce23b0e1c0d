using System.Globalization;

namespace Chancery.Watching;

/// <summary>Tells a week with far more or far fewer events than those before it.</summary>
/// <remarks>
/// Counts vary with their own size: they are compared as twice the square root of the count and three eighths (Anscombe 1948), for which chance alone gives a
/// deviation of one. A series that varies by more than chance is held to its own deviation. Three deviations count as unusual, once in some 700 weeks of chance.
/// </remarks>
internal static class UnusualWeek
{
    /// <summary>Weeks looked back on, and weeks there must be at least.</summary>
    internal const int Past = 26, Fewest = 8;

    private const double Threshold = 3;

    /// <summary>How many deviations a count lies above what the weeks before lead to expect; below 0 where under.</summary>
    internal static double Deviation(int count, IReadOnlyList<int> past)
    {
        var mean = past.Average(Stable);
        var spread = Math.Sqrt(past.Sum(c => Math.Pow(Stable(c) - mean, 2)) / Math.Max(1, past.Count - 1));
        return (Stable(count) - mean) / Math.Max(1, spread);
    }

    /// <summary>What is unusual about a week; null where nothing is.</summary>
    /// <param name="week">Its first day, a Monday.</param>
    /// <param name="count">Events told of in it.</param>
    /// <param name="past">Events in each of the weeks before.</param>
    /// <param name="isOver">False while it goes on: few events then say nothing.</param>
    internal static string? Describe(DateOnly week, int count, IReadOnlyList<int> past, bool isOver)
    {
        if (past.Count < Fewest) return null;
        var deviation = Deviation(count, past);
        if (deviation < Threshold && !(isOver && deviation <= -Threshold)) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{count} events in the week of {week:yyyy-MM-dd}; the {past.Count} weeks before had {past.Average():0.#} on average, {past.Max()} at most, {past.Min()} at least");
    }

    private static double Stable(int count) => 2 * Math.Sqrt(count + 0.375);
}
