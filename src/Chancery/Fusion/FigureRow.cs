using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Fusion;

/// <summary>A followed figure as stores keep it, with what fusion asks of its report.</summary>
/// <param name="Id">Report and position.</param>
/// <param name="Series">What is counted, of whom and in what act: figures of one series can be compared.</param>
/// <param name="Source">On whose word, else the publisher.</param>
/// <param name="Report">Name of the report.</param>
/// <param name="Index">Place among its figures.</param>
/// <param name="AsOf">The day it holds for.</param>
/// <param name="Figure">The figure as read.</param>
internal sealed record FigureRow(string Id, string Series, string Source, string Report, int Index, DateOnly? AsOf, Figure Figure)
{
    public string? Supersedes { get; init; }

    public ImmutableArray<string> Contradicts { get; init; } = [];

    public Drift? Drift { get; init; }

    /// <summary>The words of the number.</summary>
    public string Words { get; init; } = "";

    internal int Day => (AsOf ?? DateOnly.MinValue).DayNumber;

    internal Quantity Quantity => Figure.Mention.Quantity;

    /// <summary>What is added to a number cannot be compared with the number.</summary>
    internal bool IsAddition => Quantity.Change is QuantityChange.Additional or QuantityChange.Fewer;

    /// <summary>The figures of a reading, not yet compared with any other.</summary>
    internal static IEnumerable<FigureRow> Of(FiledReading reading, Func<EventClaim, EventClaim> corrected)
    {
        for (var i = 0; i < reading.Figures.Length; i++)
        {
            var figure = reading.Figures[i];
            var claim = figure.ClaimId is { } id ? reading.Claims.FirstOrDefault(c => c.Id == id) : null;
            if (claim is not null) claim = corrected(claim);
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"{reading.Report.Id}#{figure.Mention.Span.Start}"),
                SeriesOf(figure, claim),
                figure.Attribution is [.., var source] ? source : reading.Report.Publisher ?? reading.Report.Id,
                reading.Report.Id,
                i,
                claim?.Time is { Basis: TimeBasis.Explicit, To: { } day } ? day : reading.Report.Published,
                figure)
            {
                Words = figure.Mention.Span.In(reading.Report.Text),
            };
        }
    }

    internal FigureEntry Told(Func<string, FiledReading> reading) => new()
    {
        Id = Id,
        Series = Series,
        Reading = reading(Report),
        Figure = Figure,
        AsOf = AsOf,
        Supersedes = Supersedes,
        Contradicts = Contradicts,
        Drift = Drift,
    };

    private static string SeriesOf(Figure figure, EventClaim? claim)
    {
        var unit = CountedUnit.Of(figure.Mention.Quantity);
        if (claim is null) return figure.Of.Length > 0 ? figure.Of : unit;
        var parties = Parties.Key(claim.Actors) + (claim.Recipients.IsEmpty ? "" : " → " + Parties.Key(claim.Recipients));
        return $"{unit}: {claim.Frame.Name}, {parties}";
    }
}
