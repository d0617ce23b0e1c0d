using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Tells which figures can be compared, and under which keys they meet.</summary>
internal static class CountComparer
{
    /// <summary>Days that two counts of one thing may lie apart.</summary>
    internal const int Memory = 60;

    /// <summary>Days within which two reports that name nobody tell of one happening.</summary>
    private const int Fresh = 2;

    /// <summary>Odds, as their logarithm, at which two counts are of one thing: four in five pairs of figures in one series are then right in stories the weights were not learned from.</summary>
    internal const double Enough = 0.75;

    private static readonly FrozenSet<string> UnitsOfTime = FrozenSet.ToFrozenSet(["minute", "hour", "day", "week", "month", "year"], StringComparer.Ordinal);

    /// <summary>Acts of which a war has many a day: the two states do not tell one from the other.</summary>
    private static readonly FrozenSet<string> Daily = Traits.CountActs("daily");

    /// <summary>Keys under which counts of one thing meet: two words of the sentence with the act or the things; the act, the things or the number, where both reports turn on two names alike.</summary>
    internal static MeetingKeys Keys(FigureRow row)
    {
        var gist = row.Figure.Gist;
        var (act, things) = (gist.Act ?? "", row.Counted.Things);
        var head = act.Length > 0 && things != "percent" ? act : things;
        var keys = new HashSet<long>();
        foreach (var (one, other) in Gists.Pairs(gist)) keys.Add(KeyHash.Of(head, one, other));
        var kinds = new HashSet<long>();
        if (row.Number > 1)
        {
            var number = KeyHash.Of("number", row.Number?.ToString(CultureInfo.InvariantCulture));
            kinds.Add(number);
            foreach (var pair in gist.Turns.StatePairs) keys.Add(KeyHash.Of(number, pair));
        }
        if (act.Length > 0) kinds.Add(KeyHash.Of("count", act));
        if (things is not ("" or "people" or "part")) kinds.Add(KeyHash.Of("count", things));
        string[] states = [.. gist.Names.Where(Gist.IsState)];
        if (!Daily.Contains(act))
            foreach (var one in states)
                foreach (var other in states)
                    if (string.CompareOrdinal(one, other) < 0) keys.Add(KeyHash.Of(head, "states", one, other));
        if (row.Counted.Whom is { } whom) keys.Add(KeyHash.Of(head, "whom", things, whom));
        if (gist.Names.Length + gist.Words.Length == 0) keys.Add(KeyHash.Of(head, things));
        return new([.. keys], [.. kinds], gist.Turns.Pairs);
    }

    /// <summary>Totals are compared with totals, rates with rates, sums of one currency with each other, within weeks; a total since a day is none of one day.</summary>
    internal static bool AreOfOneSort(FigureRow left, FigureRow right) =>
        left.IsAddition == right.IsAddition && Math.Abs(left.Day - right.Day) <= Memory
        && left.Quantity.Change == QuantityChange.Rate == (right.Quantity.Change == QuantityChange.Rate)
        && left.Quantity.Currency == right.Quantity.Currency && IsShare(left) == IsShare(right)
        && (left.Counted.IsRunning == right.Counted.IsRunning || (left.Counted.IsRunning ? right : left).On is null);

    /// <summary>True for two counts of one thing, whether they agree or not.</summary>
    internal static bool AreOne(FigureRow a, FigureRow b, TraitWeights weights) => Closeness(a, b, weights) > Enough;

    /// <summary>How surely two figures count one thing, as the logarithm of the odds, where these can be enough: of two counts in a report the nearer one is the other report's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Closeness(FigureRow a, FigureRow b, TraitWeights weights)
    {
        if (a.Id == b.Id || !AreOfOneSort(a, b)) return double.NegativeInfinity;
        Span<int> traits = stackalloc int[CountTraits.Set.Count];
        var found = new TraitFinding(CountTraits.Set, traits);
        var isWithin = a.Report == b.Report;
        CountTraits.FindQuick(a, b, ref found);
        if (weights.AtMost(traits[..found.Count], isWithin) <= Enough) return double.NegativeInfinity;
        var words = Gists.Compare(a.Figure.Gist, b.Figure.Gist);
        // 'it lasted for two hours' is told of every shelling: without a name it is that of its day
        if (IsLength(a) && words.Names == 0 && Math.Abs(a.Day - b.Day) > Fresh) return double.NegativeInfinity;
        CountTraits.FindRest(a, b, words, ref found);
        return weights.Odds(traits, isWithin);
    }

    /// <summary>True for a number that says how long something was.</summary>
    internal static bool IsLength(FigureRow row) => UnitsOfTime.Contains(row.Counted.Things);

    private static bool IsShare(FigureRow row) => row.Counted.Things is "percent" or "percentage point";
}
