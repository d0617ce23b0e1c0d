using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Keeps figures as series over time: what replaces what, what cannot hold beside what, what a rewrite changed.</summary>
internal sealed class FigureLedger(IFusionState state)
{
    /// <summary>Days within which different numbers of different sources gainsay each other rather than follow each other.</summary>
    private const int Contemporary = 30;

    /// <summary>Enters the figures of a reading and compares anew those they bear on.</summary>
    internal void Enter(IReadOnlyList<FigureRow> rows)
    {
        foreach (var row in rows) state.Keep(row);
        foreach (var row in rows.SelectMany(Affected).DistinctBy(r => r.Id, StringComparer.Ordinal).ToArray()) state.Keep(Related(row));
    }

    /// <summary>Compares anew what stood beside rows that are gone.</summary>
    internal void Relate(IEnumerable<FigureRow> gone)
    {
        foreach (var row in gone.SelectMany(Affected).DistinctBy(r => r.Id, StringComparer.Ordinal).ToArray()) state.Keep(Related(row));
    }

    private IEnumerable<FigureRow> Affected(FigureRow row) => state.Series(row.Series, row.Day, row.Day + Contemporary);

    private FigureRow Related(FigureRow row)
    {
        var earlier = state.Series(row.Series, row.Day - Contemporary, row.Day).Where(e => IsEarlier(e, row)).ToArray();
        var contradicts = earlier.Where(e => e.Source != row.Source && Gainsays(e, row)).Select(e => e.Id).ToImmutableArray();
        var before = earlier.LastOrDefault(e => e.Source == row.Source && Gainsays(e, row)) ?? state.Before(row.Series, row.Source, row.Day);
        return row with
        {
            Contradicts = contradicts,
            Supersedes = before is not null && Gainsays(before, row) ? before.Id : null,
            Drift = DriftOf(row),
        };
    }

    private static bool IsEarlier(FigureRow left, FigureRow right) =>
        left.Report != right.Report && (left.Day < right.Day || left.Day == right.Day && string.CompareOrdinal(left.Id, right.Id) < 0);

    private static bool Gainsays(FigureRow left, FigureRow right) => left.IsAddition == right.IsAddition && !Ranges.Meet(left.Quantity, right.Quantity);

    private Drift? DriftOf(FigureRow row)
    {
        if (state.Lineage(row.Report)?.DerivedFrom is not { } from) return null;
        FigureRow[] told = [.. state.Figures(from).Where(e => e.Series == row.Series && e.IsAddition == row.IsAddition)];
        if (told.Length == 0) return null;
        var same = Array.Find(told, e => (e.Quantity.Min, e.Quantity.Max) == (row.Quantity.Min, row.Quantity.Max));
        if (same is null) return new("number", told[0].Words, row.Words, from);
        return same.Source != row.Source ? new("source", same.Source, row.Source, from) : null;
    }
}
