using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Keeps figures as series over time: what replaces what, what cannot hold beside what, what a rewrite changed.</summary>
/// <remarks>A series is all counts that are linked by pairs that count the same; its name is made from its earliest, so that the order of arrival does not matter.</remarks>
internal sealed class FigureLedger(IFusionState state)
{
    /// <summary>Days within which different numbers of different sources gainsay each other rather than follow each other.</summary>
    private const int Contemporary = 30;

    /// <summary>Acts whose counts only grow as the dead are found: a higher number of a later hour takes the place of a lower one.</summary>
    private static readonly ImmutableHashSet<string> Growing = ["killed", "wounded", "casualties", "missing", "displaced", "destroyed", "held"];

    /// <summary>Enters the figures of a reading and compares anew those they bear on.</summary>
    internal void Enter(IReadOnlyList<FigureRow> rows)
    {
        var touched = new Dictionary<string, FigureRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var keys = CountComparer.Keys(row);
            state.Keep(row);
            state.Index(row, keys);
            foreach (var moved in Join(row, keys)) touched[moved.Id] = moved;
        }
        foreach (var series in touched.Values.GroupBy(r => r.Series, StringComparer.Ordinal)) Relate(series.Key, series.Min(r => r.Day), series.Max(r => r.Day));
    }

    /// <summary>Puts together anew the series that rows which are gone stood in.</summary>
    internal void Relate(IEnumerable<FigureRow> gone)
    {
        foreach (var series in gone.Select(r => r.Series).Distinct(StringComparer.Ordinal).ToArray())
        {
            var rest = state.Series(series, int.MinValue, int.MaxValue);
            foreach (var row in rest) state.Keep(row with { Series = row.SeriesAlone });
            Enter([.. rest.Select(r => r with { Series = r.SeriesAlone })]);
        }
    }

    /// <summary>Compares a report's figures anew, after its lineage changed.</summary>
    internal void Compare(string report)
    {
        foreach (var row in state.Figures(report)) state.Keep(Related(row, state.Series(row.Series, row.Day - Contemporary, row.Day + Contemporary)));
    }

    /// <summary>Joins a row to the series of all rows that count the same; of several the one with the earliest row gives the name.</summary>
    private IEnumerable<FigureRow> Join(FigureRow row, IReadOnlyCollection<long> keys)
    {
        var series = state.Counting(keys, row.Day - CountComparer.Memory, row.Day + CountComparer.Memory)
            .Concat(state.Figures(row.Report))
            .Where(other => CountComparer.Same(row, other))
            .Select(other => other.Series).Append(row.Series).Distinct(StringComparer.Ordinal).ToArray();
        FigureRow[] all = [.. series.SelectMany(s => state.Series(s, int.MinValue, int.MaxValue))];
        var name = all.Order(Earliest).First().SeriesAlone;
        foreach (var member in all)
        {
            if (member.Series == name)
            {
                if (member.Id == row.Id) yield return member;
                continue;
            }
            var moved = member with { Series = name };
            state.Keep(moved);
            yield return moved;
        }
    }

    private void Relate(string series, int first, int last)
    {
        var rows = state.Series(series, first - 2 * Contemporary, last + 2 * Contemporary);
        // a row is compared with those before it: none that is earlier than what changed reads otherwise
        foreach (var row in rows.Where(r => r.Day >= first && r.Day <= last + Contemporary)) state.Keep(Related(row, rows));
    }

    private FigureRow Related(FigureRow row, IReadOnlyList<FigureRow> series)
    {
        FigureRow[] before = [.. series.Where(e => e.Id != row.Id && row.Day - e.Day <= Contemporary && Precedes(e, row)).Order(Earliest)];
        var own = before.LastOrDefault(e => SameWord(row, e) && Replaces(row, e) && CountComparer.Same(e, row));
        var replaced = own ?? before.LastOrDefault(e => Replaces(row, e) && CountComparer.Same(e, row)) ?? (state.Before(row.Series, row.Source, row.Day) is { } earlier && Gainsays(earlier, row) && CountComparer.Same(earlier, row) ? earlier : null);
        return row with
        {
            Contradicts = [.. before.Where(e => Gainsays(e, row) && CountComparer.Surely(e, row) && !SameWord(row, e) && (own is not null || !Replaces(row, e))).Select(e => e.Id)],
            Supersedes = replaced?.Id,
            Drift = new Retelling(state).Drift(row),
        };
    }

    /// <summary>By day; of one day's the one that says what was before comes after it, and a growing toll grows.</summary>
    private static bool Precedes(FigureRow left, FigureRow right)
    {
        if (left.Day != right.Day) return left.Day < right.Day;
        if (SameWord(left, right) && IsGrowing(left) && Size(left) != Size(right)) return Size(left) < Size(right);
        return string.CompareOrdinal(left.Id, right.Id) < 0;
    }

    /// <summary>A source's later number takes the place of its earlier one; a toll that nobody else keeps grows.</summary>
    private static bool Replaces(FigureRow later, FigureRow earlier)
    {
        if (later.Report == earlier.Report && later.Source != earlier.Source) return false;
        if (IsGrowing(later) && Size(later) > Size(earlier)) return SameWord(later, earlier) || (later.Day > earlier.Day || Gainsays(earlier, later)) && (IsUnknown(later) || IsUnknown(earlier));
        return SameWord(later, earlier) && Gainsays(earlier, later) && (later.Day > earlier.Day || later.Report == earlier.Report);
    }

    private static bool SameWord(FigureRow left, FigureRow right) =>
        left.Source == right.Source || left.Figure.Gist.Voice is { } a && right.Figure.Gist.Voice is { } b && Gist.IsSameVoice(a, b);

    /// <summary>True where the report speaks itself or names nobody who can be known: it passes on the count that all have.</summary>
    private static bool IsUnknown(FigureRow row) => row.Figure.Attribution is not [.., var source] || !source.Contains(' ', StringComparison.Ordinal) && row.Figure.Gist.Voice is ['|', ..];

    private static bool IsGrowing(FigureRow row) => row.Figure.Gist.Act is { } act && Growing.Contains(act);

    private static decimal Size(FigureRow row) => row.Quantity.Min ?? row.Quantity.Max ?? 0;

    private static bool Gainsays(FigureRow left, FigureRow right) => left.IsAddition == right.IsAddition && !Ranges.Meet(left.Quantity, right.Quantity);

    private static IComparer<FigureRow> Earliest { get; } = Comparer<FigureRow>.Create((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : string.CompareOrdinal(a.Id, b.Id));
}
