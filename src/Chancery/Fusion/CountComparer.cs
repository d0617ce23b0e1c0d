namespace Chancery.Fusion;

/// <summary>Decides whether two figures count the same thing: what is counted, of whom, in what act, in which affair.</summary>
internal static class CountComparer
{
    /// <summary>Days that two counts of one thing may lie apart.</summary>
    internal const int Memory = 60;

    /// <summary>Words of places and names count double; so much must be shared.</summary>
    private const double Enough = 3;

    /// <summary>Words that two reports of one affair turn on alike.</summary>
    private const int Affair = 4;

    /// <summary>Keys under which counts of one thing meet.</summary>
    internal static IReadOnlyCollection<long> Keys(FigureRow row)
    {
        var head = Act(row) is { Length: > 0 } act ? act : row.Counted.Things;
        var keys = new HashSet<long>();
        foreach (var (one, other) in Gists.Pairs(row.Figure.Gist)) keys.Add(KeyHash.Of(head, one, other));
        if (row.IsOnly)
            foreach (var (one, other) in Gists.Themes(row.Figure.Gist)) keys.Add(KeyHash.Of(head, "theme", one, other));
        if (row.Counted.Whom is { } whom) keys.Add(KeyHash.Of(head, "whom", row.Counted.Things, whom));
        if (row.Figure.Gist.Names.Length + row.Figure.Gist.Words.Length == 0) keys.Add(KeyHash.Of(head, row.Counted.Things));
        return keys;
    }

    /// <summary>True for two counts of one thing, whether they agree or not.</summary>
    internal static bool Same(FigureRow left, FigureRow right)
    {
        if (left.Id == right.Id || left.IsAddition != right.IsAddition || Math.Abs(left.Day - right.Day) > Memory) return false;
        if (left.Quantity.Change == QuantityChange.Rate != (right.Quantity.Change == QuantityChange.Rate)) return false;
        if (left.Report == right.Report) return SameWithin(left, right);
        if (Act(left) != Act(right) || !Things(left, right) || Differ(left.Counted.Whom, right.Counted.Whom) || Differ(left.Counted.Place, right.Counted.Place)) return false;
        if (Act(left).Length == 0 && left.Counted.Things.Length == 0) return false;
        if (!Comparable(left.Quantity, right.Quantity)) return false;
        var likeness = Gists.Compare(left.Figure.Gist, right.Figure.Gist);
        // The word of the act itself tells nothing more.
        var topic = 2 * likeness.Names + likeness.Words - (Act(left).Length > 0 ? 1 : 0) + (left.Counted.Place is not null && left.Counted.Place == right.Counted.Place ? 2 : 0)
            + (left.Quantity.Min == right.Quantity.Min && left.Quantity.Max == right.Quantity.Max ? left.Quantity.Min >= 10 ? 2 : 1 : 0);
        var whom = left.Counted.Whom is not null && left.Counted.Whom == right.Counted.Whom;
        return topic >= Enough && likeness.Share >= 0.3
            || topic >= 2 && likeness.Share >= 0.2 && likeness.Theme >= Affair
            || whom && left.Counted.Things == right.Counted.Things && Act(left).Length > 0 && topic >= 2
            // The one toll that each of two reports of one affair gives.
            || left.IsOnly && right.IsOnly && Act(left).Length > 0 && likeness.Theme >= Affair && Grows(left, right);
    }

    /// <summary>Counts of one thing differ, but not tenfold.</summary>
    private static bool Comparable(Quantity left, Quantity right)
    {
        var (a, b) = (Math.Max(left.Min ?? left.Max ?? 0, 1), Math.Max(right.Min ?? right.Max ?? 0, 1));
        return Math.Max(a, b) <= 8 * Math.Min(a, b);
    }

    /// <summary>A toll of a later day that is lower is that of another blow.</summary>
    private static bool Grows(FigureRow left, FigureRow right)
    {
        var (earlier, later) = left.Day <= right.Day ? (left.Quantity, right.Quantity) : (right.Quantity, left.Quantity);
        return Math.Abs(left.Day - right.Day) <= 1 || (later.Min ?? later.Max) >= (earlier.Min ?? earlier.Max);
    }

    /// <summary>One report gives a second count of a thing as somebody's: 'the ministry put the number at 81', 'it had spoken of 700'.</summary>
    private static bool SameWithin(FigureRow left, FigureRow right)
    {
        var (before, after) = left.Figure.Mention.Span.Start < right.Figure.Mention.Span.Start ? (left, right) : (right, left);
        if (after.Index != before.Index + 1 && !(after.Index == before.Index + 2 && Act(after).Length > 0)) return false;
        if (!after.Counted.IsReckoned && !before.Counted.IsReckoned || Act(after).Length > 0 && Act(before).Length > 0 && Act(after) != Act(before)) return false;
        if (Act(before).Length == 0 && before.Counted.Things.Length == 0) return false;
        return Things(left, right) || Act(before) == "protested";
    }

    private static string Act(FigureRow row) => row.Figure.Gist.Act ?? "";

    /// <summary>The same things, a bare number beside them, or people of a state told for its soldiers.</summary>
    private static bool Things(FigureRow left, FigureRow right) =>
        left.Counted.Things == right.Counted.Things || IsBare(left) || IsBare(right)
        || left.Counted.Whom is not null && left.Counted.Whom == right.Counted.Whom && (left.Counted.Things, right.Counted.Things) is ("people", "troop") or ("troop", "people");

    private static bool IsBare(FigureRow row) => row.Counted.Things.Length == 0;

    private static bool Differ(string? left, string? right) => left is not null && right is not null && !string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
