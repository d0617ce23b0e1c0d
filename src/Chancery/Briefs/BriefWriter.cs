using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Briefs;

/// <summary>Tells a record back as an analyst would file it. No sentence stands without a claim, a figure or an unknown behind it, nor says more than that.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class BriefWriter
{
    private readonly Telling _telling;
    private readonly EventSentences _sentences;
    private readonly BriefChecker _checker;
    private readonly ActorRegistry _registry;

    /// <summary>Reads the words acts are told with.</summary>
    /// <exception cref="Linguistics.Packs.PackException">The pack has faults; all of them are listed.</exception>
    public BriefWriter(LanguagePack pack, ActorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(registry);
        _telling = new(pack);
        (_sentences, _checker, _registry) = (new(_telling), new(pack), registry);
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
        var figures = FigureSentences.Series(record.Figures.Where(f => scope.Holds(f.Reading))).ToArray();
        if (request.ChangedSince is { } since)
        {
            events = [.. events.Where(e => Changes.Touch(e, since))];
            figures = [.. figures.Where(s => s.Any(f => Changes.IsNew(f.Reading, since)))];
            told = [.. told.Where(r => Changes.IsNew(r, since))];
        }
        var today = request.Today ?? readings.Select(r => r.Report.Published).Max() ?? DateOnly.MaxValue;
        Expectation[] expected = [.. events.Select(e => Expectation.Of(e, today)).OfType<Expectation>()];
        var byId = record.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        // A denial is told with what it denies.
        var disputed = events.Where(e => e.Standing == Standing.Contested).SelectMany(e => e.Claims).Select(c => (c.Reading.Report.Id, c.Claim.Sentence)).ToHashSet();
        events = [.. events.Where(e => e.Best.Claim.Frame.Name != "deny" || !disputed.Contains((e.Best.Reading.Report.Id, e.Best.Claim.Sentence)))];
        Event[] facts = [.. events.Where(IsFact).OrderBy(Day)];
        var sections = ImmutableArray.CreateBuilder<BriefSection>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Add("What happened", _sentences.Happened(facts));
        Add("What is claimed", _sentences.Happened(events.Where(IsClaimed).OrderBy(Day)));
        Add("What is disputed", events.Where(e => e.Standing == Standing.Contested).Select(_sentences.Disputed));
        Add("Figures", figures.Select(s => FigureSentences.Of(s, record.Figures, _telling.Voices)));
        Add("What is expected", expected.Where(e => e.Outcome is Outcome.Open or Outcome.Lapsed && IsAwaited(e.Event.Best.Claim)).Select(_sentences.Expected));
        Add("What became of expectations", expected.Where(e => e.Event.SettledBy is not null).Select(e => _sentences.Became(e, byId[e.Event.SettledBy!.Event])));
        Add("What is unknown", UnknownSentences.Of(told, _telling.Voices));
        if (Situation(sections, [.. events.Where(e => IsFact(e) || IsClaimed(e)).OrderBy(Day)]) is { } situation) sections.Insert(0, situation);
        return new(Title(request, told), sections.ToImmutable()) { Series = [.. figures.Where(s => s.Length > 1).Select(s => new BriefSeries(FigureSentences.Title(s), [.. s]))] };

        void Add(string heading, IEnumerable<BriefSentence?> sentences)
        {
            BriefSentence[] all = [.. sentences.OfType<BriefSentence>().Where(s => seen.Add(s.Text) && _checker.Faults(s).IsEmpty)];
            // The best corroborated stay, in their own order.
            var kept = all.Index().OrderByDescending(s => s.Item.Sources.Length).Take(request.Limit).OrderBy(s => s.Index).Select(s => s.Item);
            if (all.Length > 0) sections.Add(new(heading, [.. kept], Math.Max(0, all.Length - request.Limit)));
        }
    }

    /// <summary>A paragraph of what matters most: what happened last, what most say, what is disputed, what is awaited.</summary>
    private BriefSection? Situation(IReadOnlyCollection<BriefSection> sections, Event[] facts)
    {
        var told = new List<BriefSentence>();
        if (facts.Length > 0)
        {
            var last = Day(facts[^1]);
            var latest = facts.Where(e => Day(e) == last).MaxBy(e => Weight(e) + With(e).Count())!;
            told.AddRange(_sentences.Happened(With(latest)));
            var most = facts.Where(e => e != latest).MaxBy(Weight);
            if (most is not null && Weight(most) > 2) told.AddRange(_sentences.Happened(With(most)));
        }
        foreach (var heading in (string[])["What is disputed", "Figures", "What is expected"])
            if (sections.FirstOrDefault(s => s.Heading == heading) is { Sentences: [var first, ..] }) told.Add(first);

        // What the same sentence of the report goes on with.
        IEnumerable<Event> With(Event e) => facts.Where(f => f.Best.Reading.Report.Id == e.Best.Reading.Report.Id && f.Best.Claim.Sentence == e.Best.Claim.Sentence);

        BriefSentence[] kept = [.. told.Where(s => _checker.Faults(s).IsEmpty)];
        return kept.Length < 3 ? null : new("The situation", [.. kept], 0) { IsParagraph = true };
    }

    /// <summary>How much an event matters: how many say so, who took part, how many it concerned.</summary>
    private static double Weight(Event e) => e.Independent + e.Claims.Length / 2.0 + e.Best.Claim.Figures.Length
        + (e.Best.Claim.Actors.Any(a => a.ActorId?.StartsWith("person/", StringComparison.Ordinal) == true) ? 1 : 0) + (e.Best.Claim.Recipients.IsEmpty ? 0 : 1) + (e.Best.Claim.Frame.Reciprocal ? 1 : 0);

    private static DateOnly Day(Event e) => e.Time is { Basis: not TimeBasis.Document } time ? time.From ?? time.To ?? DateOnly.MaxValue : e.Claims.Min(c => c.Reading.Report.Published) ?? DateOnly.MaxValue;

    /// <summary>A claim that stands inside another is told with it, not beside it.</summary>
    private static bool IsWorthTelling(Event e) => e.Claims.Any(c => c.Claim.Within is null) || e.Claims.Length > 1;

    private static bool IsFact(Event e) =>
        e.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing && !Telling.IsAhead(e.Best.Claim) && (e.Standing == Standing.Settled || e.Standing == Standing.SingleSource && e.Best.Claim.Attribution.IsEmpty);

    /// <summary>Troops that are sent to fight are not awaited to fight: what an act is for is no plan that anyone announced.</summary>
    private static bool IsAwaited(EventClaim claim) => claim.IsAnnounced || claim.Status != ClaimStatus.Planned || claim.Frame.Reciprocal && claim.Frame.Parent != "attack" || !claim.Attribution.IsEmpty;

    private static bool IsClaimed(Event e) =>
        e.Standing == Standing.SingleSource && (e.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred || e.Status is ClaimStatus.Occurred or ClaimStatus.Ongoing && !e.Best.Claim.Attribution.IsEmpty);

    private static string Title(BriefRequest request, FiledReading[] told)
    {
        if (told is [{ Report.Title: { Length: > 0 } title }] && request.About.Count == 0) return title;
        var subject = request.About.Count == 0 ? "The record" : string.Join(", ", request.About);
        if (request.ChangedSince is { } since) subject += $", what changed since {Telling.Day(since)}";
        DateOnly[] days = [.. told.Select(r => r.Report.Published).OfType<DateOnly>().Order()];
        var count = told.Length == 1 ? "one report" : $"{told.Length} reports";
        return days.Length == 0 ? $"{subject}: {count}"
            : days[0] == days[^1] ? $"{subject}: {count} of {Telling.Day(days[0])}"
            : $"{subject}: {count}, {Telling.Day(days[0])} to {Telling.Day(days[^1])}";
    }
}
