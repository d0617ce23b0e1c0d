using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Fusion;

/// <summary>Keeps figures as series over time: what replaces what, what cannot hold beside what, what a rewrite changed.</summary>
internal static class FigureLedger
{
    /// <summary>Days within which different numbers of different sources gainsay each other rather than follow each other.</summary>
    private const int Contemporary = 30;

    internal static ImmutableArray<FigureEntry> Keep(IReadOnlyList<FiledReading> readings, ImmutableArray<Lineage> lineages)
    {
        var entries = new List<FigureEntry>();
        foreach (var reading in readings)
        {
            var claims = reading.Claims.DistinctBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id, StringComparer.Ordinal);
            foreach (var figure in reading.Figures)
            {
                var claim = figure.ClaimId is { } id ? claims.GetValueOrDefault(id) : null;
                entries.Add(new FigureEntry
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{reading.Report.Id}#{figure.Mention.Span.Start}"),
                    Series = Series(figure, claim),
                    Reading = reading,
                    Figure = figure,
                    AsOf = claim?.Time is { Basis: TimeBasis.Explicit, To: { } day } ? day : reading.Report.Published,
                });
            }
        }
        var derived = lineages.Where(l => l.DerivedFrom is not null).DistinctBy(l => l.Report, StringComparer.Ordinal).ToDictionary(l => l.Report, l => l.DerivedFrom!, StringComparer.Ordinal);
        return
        [
            .. entries.GroupBy(e => e.Series, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => Relate([.. g.OrderBy(e => e.AsOf).ThenBy(e => e.Reading.Report.Published)], derived)),
        ];
    }

    /// <summary>What is counted, of whom and in what act: figures of one series can be compared.</summary>
    private static string Series(Figure figure, EventClaim? claim)
    {
        var unit = CountedUnit.Of(figure.Mention.Quantity);
        if (claim is null) return figure.Of.Length > 0 ? figure.Of : unit;
        var parties = Parties.Key(claim.Actors) + (claim.Recipients.IsEmpty ? "" : " → " + Parties.Key(claim.Recipients));
        return $"{unit}: {claim.Frame.Name}, {parties}";
    }

    private static IEnumerable<FigureEntry> Relate(FigureEntry[] series, Dictionary<string, string> derived)
    {
        for (var i = 0; i < series.Length; i++)
        {
            var entry = series[i];
            string? supersedes = null;
            var contradicts = ImmutableArray.CreateBuilder<string>();
            for (var j = 0; j < i; j++)
            {
                var earlier = series[j];
                if (ReferenceEquals(earlier.Reading, entry.Reading) || Change(earlier) != Change(entry) || Ranges.Meet(Quantity(earlier), Quantity(entry))) continue;
                if (Source(earlier) == Source(entry)) supersedes = earlier.Id;
                else if (entry.AsOf is { } a && earlier.AsOf is { } b && a.DayNumber - b.DayNumber <= Contemporary) contradicts.Add(earlier.Id);
            }
            yield return entry with { Supersedes = supersedes, Contradicts = contradicts.ToImmutable(), Drift = DriftOf(entry, series, derived) };
        }
    }

    private static Drift? DriftOf(FigureEntry entry, FigureEntry[] series, Dictionary<string, string> derived)
    {
        if (!derived.TryGetValue(entry.Reading.Report.Id, out var from)) return null;
        var told = Array.FindAll(series, e => e.Reading.Report.Id == from && Change(e) == Change(entry));
        if (told.Length == 0) return null;
        var same = Array.Find(told, e => (Quantity(e).Min, Quantity(e).Max) == (Quantity(entry).Min, Quantity(entry).Max));
        if (same is null) return new("number", Text(told[0]), Text(entry), from);
        return Source(same) != Source(entry) ? new("source", Source(same), Source(entry), from) : null;
    }

    private static Quantity Quantity(FigureEntry entry) => entry.Figure.Mention.Quantity;

    private static bool Change(FigureEntry entry) => Quantity(entry).Change == QuantityChange.Additional;

    private static string Source(FigureEntry entry) => entry.Figure.Attribution is [.., var last] ? last : entry.Reading.Report.Publisher ?? entry.Reading.Report.Id;

    private static string Text(FigureEntry entry) => entry.Figure.Mention.Span.In(entry.Reading.Report.Text);
}
