namespace Chancery.Fusion;

/// <summary>Decides whether two figures count the same thing: what is counted, of whom, in what act, in which affair.</summary>
internal static class CountComparer
{
    /// <summary>Days that two counts of one thing may lie apart.</summary>
    internal const int Memory = 60;

    /// <summary>Odds, as their logarithm, at which two counts are of one thing: three in four pairs of figures that stand in one series by it are right in stories the weights were not learned from.</summary>
    internal const double Enough = 1.25;

    /// <summary>Acts of which a war has many a day: the two states do not tell one from the other.</summary>
    private static readonly HashSet<string> Violent = new(["killed", "wounded", "casualties", "missing", "held", "destroyed", "fired", "downed", "struck"], StringComparer.Ordinal);

    /// <summary>Keys under which counts of one thing meet: two words of the sentence, or of what the report turns on, with the act, the things or the number.</summary>
    internal static IReadOnlyCollection<long> Keys(FigureRow row)
    {
        var gist = row.Figure.Gist;
        var (act, things) = (gist.Act ?? "", row.Counted.Things);
        var head = act.Length > 0 && things != "percent" ? act : things;
        var keys = new HashSet<long>();
        foreach (var (one, other) in Gists.Pairs(gist)) keys.Add(KeyHash.Of(head, one, other));
        var number = row.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        foreach (var (one, other) in Gists.Turned(gist))
        {
            if (row.Number > 1) keys.Add(KeyHash.Of(number, "theme", one, other));
            if (Gist.IsState(one) && Gist.IsState(other)) continue;
            if (act.Length > 0) keys.Add(KeyHash.Of(act, "theme", one, other));
            if (things is not ("" or "people" or "part")) keys.Add(KeyHash.Of(things, "theme", one, other));
        }
        string[] states = [.. gist.Names.Where(Gist.IsState)];
        if (!Violent.Contains(act))
            foreach (var one in states)
                foreach (var other in states)
                    if (string.CompareOrdinal(one, other) < 0) keys.Add(KeyHash.Of(head, "states", one, other));
        if (row.Counted.Whom is { } whom) keys.Add(KeyHash.Of(head, "whom", things, whom));
        if (gist.Names.Length + gist.Words.Length == 0) keys.Add(KeyHash.Of(head, things));
        return keys;
    }

    /// <summary>True for two counts of one thing, whether they agree or not.</summary>
    internal static bool Same(FigureRow left, FigureRow right) => Closeness(left, right) > Enough;

    /// <summary>How surely two figures count one thing: of two counts in a report the nearer one is the other report's.</summary>
    internal static double Closeness(FigureRow left, FigureRow right) => left.Id != right.Id && AreOfOneSort(left, right) ? CountWeights.Learned.Odds(left, right) : double.NegativeInfinity;

    /// <summary>Totals are compared with totals, rates with rates, sums of one currency with each other, within weeks.</summary>
    internal static bool AreOfOneSort(FigureRow left, FigureRow right) =>
        left.IsAddition == right.IsAddition && Math.Abs(left.Day - right.Day) <= Memory
        && left.Quantity.Change == QuantityChange.Rate == (right.Quantity.Change == QuantityChange.Rate)
        && left.Quantity.Currency == right.Quantity.Currency && IsShare(left) == IsShare(right);

    private static bool IsShare(FigureRow row) => row.Counted.Things is "percent" or "percentage point";
}
