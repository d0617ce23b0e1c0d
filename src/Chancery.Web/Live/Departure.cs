namespace Chancery.Web.Live;

/// <summary>A dyad whose last weeks are unlike its own past, in how much happens or in how friendly it is.</summary>
/// <param name="Dyad">The two countries.</param>
/// <param name="Recent">Events of the last <see cref="Window"/> days.</param>
/// <param name="Usual">Events that so many days had on average before.</param>
/// <param name="Chance">How likely so many or more would be at the usual rate (Poisson), 0–1.</param>
/// <param name="Score">Mean conflict–cooperation score of the recent events; null where none has one.</param>
/// <param name="PastScore">The same of those before.</param>
internal sealed record Departure(Dyad Dyad, IReadOnlyList<Happening> Recent, double Usual, double Chance, double? Score, double? PastScore)
{
    internal const int Window = 30;

    /// <summary>Chance at or under which so many events count as unusual.</summary>
    private const double Rare = 0.05;

    /// <summary>Points of the conflict–cooperation scale, which runs from −10 to 10, by which the mean must move to count as unusual.</summary>
    private const double Turn = 3;

    internal bool IsMore => Chance <= Rare && Recent.Count > 1;

    internal bool IsTurn => Score is { } now && PastScore is { } past && Math.Abs(now - past) >= Turn;

    /// <summary>How the last days before <paramref name="last"/> compare with those before; null where nothing is unusual.</summary>
    /// <param name="dyad">The two countries.</param>
    /// <param name="last">The last day the record knows of.</param>
    internal static Departure? Of(Dyad dyad, DateOnly last)
    {
        var start = last.AddDays(1 - Window);
        Happening[] recent = [.. dyad.Events.Where(e => e.Day >= start && e.Day <= last)];
        Happening[] past = [.. dyad.Events.Where(e => e.Day < start)];
        if (recent.Length == 0 || past.Length == 0) return null;
        var days = start.DayNumber - past.Min(e => e.Day)!.Value.DayNumber;
        var usual = past.Length * (double)Window / Math.Max(days, Window);
        var departure = new Departure(dyad, recent, usual, AtLeast(recent.Length, usual), Mean(recent.Select(e => e.Score)), Mean(past.Select(e => e.Score)));
        return departure.IsMore || departure.IsTurn ? departure : null;
    }

    private static double? Mean(IEnumerable<double?> scores) => scores.Average();

    /// <summary>Chance of <paramref name="count"/> or more at a mean of <paramref name="mean"/>.</summary>
    private static double AtLeast(int count, double mean)
    {
        var (term, below) = (Math.Exp(-mean), 0.0);
        for (var i = 0; i < count; i++)
        {
            below += term;
            term *= mean / (i + 1);
        }
        return Math.Clamp(1 - below, 0, 1);
    }
}
