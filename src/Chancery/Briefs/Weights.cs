using System.Globalization;
using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>How much an event matters to a reader: the kind of act, how many say so independently, who took part, how many it concerned, how lately.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Weights
{
    /// <summary>Days after which news has lost half of what being new adds.</summary>
    private const double Fresh = 30;

    /// <summary>What is lost where nobody is sure that it happened.</summary>
    private const double Doubt = 2;

    private readonly Dictionary<string, double> _acts = new(StringComparer.Ordinal);

    internal Weights(LanguagePack pack)
    {
        foreach (var row in pack.Read("frames/weights.tsv", "frame", "weight").Rows)
            _acts[row["frame"]] = double.Parse(row["weight"], CultureInfo.InvariantCulture);
    }

    internal double Of(Event e, DateOnly today) => Act(e.Best.Claim.Frame)
        + 2 * Math.Log2(1 + e.Independent)
        + (e.Standing == Standing.Contested ? 1 : 0)
        - (e.IsPast ? Doubt : 0)
        + (e.Best.Claim.Actors.Any(IsPerson) ? 1 : 0)
        + (e.Best.Claim.Recipients.Length > 0 || e.Best.Claim.Actors.Length > 1 ? 1 : 0)
        + Math.Min(2, e.Best.Claim.Figures.Length)
        + (Day(e) is var day && day == DateOnly.MaxValue ? 0 : 2 / (1 + Math.Max(0, today.DayNumber - day.DayNumber) / Fresh));

    /// <summary>False for a kind of act that nobody must act on: what is merely stated, criticized or denied.</summary>
    internal bool Matters(Event e) => Act(e.Best.Claim.Frame) > 0;

    /// <summary>The day an event is told under: its own, else that of the first report; the last of days where neither is known.</summary>
    internal static DateOnly Day(Event e) =>
        e.Time is { Basis: not TimeBasis.Document } time ? time.From ?? time.To ?? DateOnly.MaxValue : e.Claims.Min(c => c.Reading.Report.Published) ?? DateOnly.MaxValue;

    /// <summary>The weight of a kind of act: its own, else that of the kind it belongs to.</summary>
    private double Act(EventFrame frame) => _acts.TryGetValue(frame.Name, out var own) || frame.Parent is { } parent && _acts.TryGetValue(parent, out own) || _acts.TryGetValue(frame.Name.Split('.')[0], out own) ? own : 1;

    private static bool IsPerson(Participant p) => p.ActorId?.StartsWith("person/", StringComparison.Ordinal) == true;
}
