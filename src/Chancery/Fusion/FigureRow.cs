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

    /// <summary>Id of the figure that this one tells again: its report is a rewrite of that one's.</summary>
    public string? Retells { get; init; }

    /// <summary>The words of the number.</summary>
    public string Words { get; init; } = "";

    /// <summary>True where its report gives no other count of these things in this act, but for what it says others reckon.</summary>
    public bool IsOnly { get; init; }

    /// <summary>Day of publication of its report; null where none is told.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day it was told on: counts of one thing follow each other by it, whatever day they count for.</summary>
    internal int Day => (Published ?? AsOf ?? DateOnly.MinValue).DayNumber;

    /// <summary>The day it counts for, where the report's words name it.</summary>
    internal int? DayCounted => On is { } on ? on.DayNumber : AsOf is { } day && AsOf != Published ? day.DayNumber : null;

    /// <summary>The day of what befell those counted; a day that was still to come when it was told was read amiss or is a plan's.</summary>
    internal DateOnly? On => Figure.Counted is { On: { } day } && !(day > Published) ? day : null;

    internal Quantity Quantity { get; } = Figure.Mention.Quantity;

    /// <summary>The number without 'at least' and 'about'; null where both ends are open.</summary>
    internal decimal? Number => Quantity.Min ?? Quantity.Max;

    /// <summary>Lowest and highest; null where open.</summary>
    internal (decimal? Min, decimal? Max) Value => (Quantity.Min, Quantity.Max);

    /// <summary>What is counted; for a figure of a reader that did not say, its unit.</summary>
    internal Counted Counted { get; } = Figure.Counted ?? new(CountedUnit.Of(Figure.Mention.Quantity), null, null);

    /// <summary>Name of the series that it opens where it is the earliest of it.</summary>
    internal string SeriesAlone => Alone(Figure, Id);

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
                Alone(figure, string.Create(CultureInfo.InvariantCulture, $"{reading.Report.Id}#{figure.Mention.Span.Start}")),
                figure.Attribution is [.., var source] ? source : reading.Report.Publisher ?? reading.Report.Id,
                reading.Report.Id,
                i,
                claim?.Time is { Basis: TimeBasis.Explicit, To: { } day } ? day : reading.Report.Published,
                figure)
            {
                Published = reading.Report.Published,
                Words = figure.Mention.Span.In(reading.Report.Text),
                IsOnly = figure.Counted is { } counted && reading.Figures.Count(f => f.Counted?.Things == counted.Things && f.Counted.Whom == counted.Whom && f.Gist.Act == figure.Gist.Act && f.Mention.Quantity.Change == figure.Mention.Quantity.Change && !f.Counted.IsReckoned) <= 1,
            };
        }
    }

    private static string Alone(Figure figure, string id)
    {
        var counted = figure.Counted ?? new(CountedUnit.Of(figure.Mention.Quantity), null, null);
        var what = string.Join(' ', ((string?[])[counted.Whom, counted.Things, figure.Gist.Act]).Where(w => w is { Length: > 0 }));
        return $"{(what.Length > 0 ? what : "number")} {id}";
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
}
