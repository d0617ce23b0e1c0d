using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Briefs;

/// <summary>Tells a record back as an analyst would file it. No sentence stands without a claim, a figure or an unknown behind it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class BriefWriter
{
    private readonly Telling _telling;
    private readonly ActorRegistry _registry;

    /// <summary>Reads the words acts are told with.</summary>
    /// <exception cref="Linguistics.Packs.PackException">The pack has faults; all of them are listed.</exception>
    public BriefWriter(LanguagePack pack, ActorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(registry);
        (_telling, _registry) = (new(pack), registry);
    }

    /// <summary>Writes the brief. Sections that would be empty are left out.</summary>
    public Brief Write(IReadOnlyCollection<FiledReading> readings, FusedRecord record, BriefRequest request)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(request);
        var scope = new BriefScope(request, _registry);
        Event[] events = [.. record.Events.Where(e => scope.Holds(e) && IsWorthTelling(e))];
        FiledReading[] told = [.. readings.Where(scope.Holds)];
        var sections = ImmutableArray.CreateBuilder<BriefSection>();
        Add("What happened", events.Where(e => IsFact(e)).Select(e => EventSentences.Happened(e, _telling)));
        Add("What is claimed", events.Where(e => IsClaimed(e)).Select(e => EventSentences.Claimed(e, _telling)));
        Add("What is disputed", events.Where(e => e.Standing == Standing.Contested).Select(e => EventSentences.Disputed(e, _telling)));
        Add("Figures", FigureSentences.Of(record.Figures.Where(f => scope.Holds(f.Reading))));
        Add("What is expected", events.Where(IsOpen).Select(e => EventSentences.Expected(e, _telling)));
        Add("What is unknown", UnknownSentences.Of(told));
        return new(Title(request, told), sections.ToImmutable());

        void Add(string heading, IEnumerable<BriefSentence?> sentences)
        {
            BriefSentence[] all = [.. sentences.OfType<BriefSentence>().DistinctBy(s => s.Text, StringComparer.OrdinalIgnoreCase)];
            // The best corroborated stay, in their own order.
            var kept = all.Index().OrderByDescending(s => s.Item.Sources.Length).Take(request.Limit).OrderBy(s => s.Index).Select(s => s.Item);
            if (all.Length > 0) sections.Add(new(heading, [.. kept], Math.Max(0, all.Length - request.Limit)));
        }
    }

    /// <summary>A claim that stands inside another is told with it, not beside it.</summary>
    private static bool IsWorthTelling(Event e) => e.Claims.Any(c => c.Claim.Within is null) || e.Claims.Length > 1;

    private static bool IsFact(Event e) =>
        e.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing && (e.Standing == Standing.Settled || e.Standing == Standing.SingleSource && e.Best.Claim.Attribution.IsEmpty);

    private static bool IsClaimed(Event e) =>
        e.Standing == Standing.SingleSource && (e.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred || e.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing && !e.Best.Claim.Attribution.IsEmpty);

    private static bool IsOpen(Event e) =>
        e.Standing is Standing.SingleSource or Standing.Settled && e.Status is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Demanded or ClaimStatus.Conditional;

    private static string Title(BriefRequest request, FiledReading[] told)
    {
        if (told is [{ Report.Title: { Length: > 0 } title }] && request.About.Count == 0) return title;
        var subject = request.About.Count == 0 ? "The record" : string.Join(", ", request.About);
        DateOnly[] days = [.. told.Select(r => r.Report.Published).OfType<DateOnly>().Order()];
        var count = told.Length == 1 ? "one report" : $"{told.Length} reports";
        return days.Length == 0 ? $"{subject}: {count}"
            : days[0] == days[^1] ? $"{subject}: {count} of {Telling.Day(days[0])}"
            : $"{subject}: {count}, {Telling.Day(days[0])} to {Telling.Day(days[^1])}";
    }
}
