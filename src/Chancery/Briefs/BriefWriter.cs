using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Registry;

namespace Chancery.Briefs;

/// <summary>Tells a record back as an analyst would file it. No sentence stands without a claim, a figure or an unknown behind it, nor says more than that.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class BriefWriter
{
    /// <summary>Characters of a headline.</summary>
    private const int Headline = 125;

    /// <summary>Characters of a series that is told within a paragraph.</summary>
    private const int Longest = 240;

    /// <summary>Days before the last happening that count as the latest.</summary>
    private const int Latest = 30;

    /// <summary>Happenings told in the paragraph of the situation.</summary>
    private const int Foremost = 4;

    private readonly Telling _telling;
    private readonly Weights _weights;
    private readonly BriefChecker _checker;
    private readonly ActorRegistry _registry;

    /// <summary>Reads the words acts are told with.</summary>
    /// <exception cref="Linguistics.Packs.PackException">The pack has faults; all of them are listed.</exception>
    public BriefWriter(LanguagePack pack, ActorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(registry);
        (_telling, _weights, _checker, _registry) = (new(pack), new(pack), new(pack), registry);
    }

    /// <summary>Writes the brief. Sections that would be empty are left out.</summary>
    public Brief Write(IReadOnlyCollection<FiledReading> readings, FusedRecord record, BriefRequest request)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(request);
        var scope = new BriefScope(request, _registry);
        var byReport = readings.ToDictionary(r => r.Report.Id, StringComparer.Ordinal);
        var sentences = new EventSentences(_telling, new(request.MinConfidence), byReport.GetValueOrDefault);
        Event[] events = [.. record.Events.Where(e => scope.Holds(e) && IsWorthTelling(e) && sentences.Teller(e) is { } teller && scope.Holds(teller.Claim))];
        FiledReading[] told = [.. readings.Where(scope.Holds)];
        var figures = FigureSentences.Series(record.Figures.Where(f => scope.Holds(f.Reading))).ToArray();
        if (request.ChangedSince is { } since)
        {
            events = [.. events.Where(e => Changes.Touch(e, since))];
            figures = [.. figures.Where(s => s.Any(f => Changes.IsNew(f.Reading, since)))];
            told = [.. told.Where(r => Changes.IsNew(r, since))];
        }
        var today = request.Today ?? readings.Select(r => r.Report.Published).Max() ?? DateOnly.MaxValue;
        // What is between two of those asked for comes before what one of them has with others.
        double Weight(Event e) => _weights.Of(e, today) + 2 * Math.Max(0, scope.Matched(e.Best.Claim) - 1);
        // A denial is told with what it denies, and an act told by two words is told once.
        var disputed = events.Where(e => e.Standing == Standing.Contested).SelectMany(e => e.Claims).Select(c => (c.Reading.Report.Id, c.Claim.Sentence)).ToHashSet();
        events = [.. events.Where(e => e.Best.Claim.Frame.Name != "deny" || !disputed.Contains((e.Best.Reading.Report.Id, e.Best.Claim.Sentence)))];
        // What may have come about stands in the timeline as long as nobody tells that it did: then that stands there.
        Event[] done = [.. WithoutRepeats(sentences, events.Where(e => !e.IsExpected && !(e.IsPast && e.SettledBy is not null)), Weight).OrderBy(Weights.Day).ThenBy(e => e.Best.Reading.Report.Id, StringComparer.Ordinal).ThenBy(e => e.Best.Claim.Trigger.Start)];
        Expectation[] expected = [.. events.Select(e => Expectation.Of(e, today)).OfType<Expectation>()];
        var byId = record.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var sections = ImmutableArray.CreateBuilder<BriefSection>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var foremost = done.OrderByDescending(e => Weight(e)).Take(request.Limit).ToHashSet();
        Add("Timeline", sentences.Happened(done.Where(foremost.Contains), isProse: false), done.Length - foremost.Count);
        Add("Figures", figures.Select(s => FigureSentences.Of(s, record, _telling.Voices)));
        Add("Disputed", done.Where(e => e.Standing == Standing.Contested).OrderByDescending(e => Weight(e)).Select(sentences.Disputed));
        Add("Expected", expected.Where(e => e.Outcome is Outcome.Open or Outcome.Contradicted or Outcome.Lapsed && IsAwaited(e.Event.Best.Claim)).OrderByDescending(e => Weight(e.Event)).Select(sentences.Expected));
        Add("What became of expectations", expected.Where(e => e.Event.SettledBy is not null).Select(e => sentences.Became(e, byId[e.Event.SettledBy!.Event])));
        var counting = record.Events.SelectMany(e => e.Claims).Select(c => c.Claim.Id).ToHashSet(StringComparer.Ordinal);
        FiledReading[] byDay = [.. readings.OrderBy(r => r.Report.Published ?? DateOnly.MaxValue).ThenBy(r => r.Report.Id, StringComparer.Ordinal)];
        var (open, answered) = new UnknownSentences(_telling, (reading, unknown) => AskedWords.Of(reading, unknown)?.Answer(byDay, c => counting.Contains(c.Id))).Of(told);
        Add("Unknown", open);
        Add("Answered since", answered);
        Event[] leading = Leading(done, Weight);
        if (Situation(sections, sentences, leading) is { } situation) sections.Insert(0, situation);
        if (SourceSentences.Of(sections, record.Lineages, 2 * request.Limit) is { Sentences.Length: > 0 } sources) sections.Add(sources);
        return new(Title(leading, sentences, told.Any(r => r.Report.Published is not null)) ?? Scope(request, told), sections.ToImmutable())
        {
            Scope = Scope(request, told),
            Series = [.. figures.Where(s => s.Length > 1).Select(s => new BriefSeries(FigureSentences.Title(s), [.. s]))],
        };

        void Add(string heading, IEnumerable<BriefSentence?> all, int omitted = 0)
        {
            BriefSentence[] kept = [.. all.OfType<BriefSentence>().Where(s => seen.Add(s.Text) && _checker.Faults(s).IsEmpty)];
            if (kept.Length > 0) sections.Add(new(heading, [.. kept.Take(request.Limit)], omitted + Math.Max(0, kept.Length - request.Limit)));
        }
    }

    /// <summary>What matters most, by day: the weightiest of the latest days, then the weightiest of all, each kind of act between the same countries once, with what the same sentence goes on with.</summary>
    private Event[] Leading(Event[] done, Func<Event, double> weight)
    {
        var last = done.Select(Weights.Day).Where(d => d != DateOnly.MaxValue).DefaultIfEmpty(DateOnly.MaxValue).Max();
        var leading = new List<Event>();
        var latest = done.Where(e => Weights.Day(e) is var day && day != DateOnly.MaxValue && day >= last.AddDays(-Latest)).OrderByDescending(e => weight(e)).Take(1);
        foreach (var e in latest.Concat(done.OrderByDescending(e => weight(e))))
        {
            if (leading.Count == Foremost) break;
            if (!leading.Any(l => Affair(l) == Affair(e))) leading.Add(e);
        }
        var sentences = leading.Select(Place).ToHashSet();
        return [.. done.Where(e => sentences.Contains(Place(e)) && (leading.Contains(e) || _weights.Matters(e)))];
    }

    /// <summary>A paragraph of what matters most: what happened, what the numbers are, what is awaited and what nobody says.</summary>
    private BriefSection? Situation(IReadOnlyCollection<BriefSection> sections, EventSentences sentences, Event[] leading)
    {
        BriefSentence?[] told = [.. sentences.Happened(leading, isProse: true), First("Figures") is { Text.Length: <= Longest } figures ? figures with { Text = FigureSentences.Given + figures.Text } : null, First("Expected"), First("Unknown")];
        BriefSentence[] kept = [.. told.OfType<BriefSentence>().Where(s => _checker.Faults(s).IsEmpty)];
        return kept.Length < 3 ? null : new("The situation", [.. kept], 0) { IsParagraph = true };

        BriefSentence? First(string heading) => sections.FirstOrDefault(s => s.Heading == heading)?.Sentences[0];
    }

    /// <summary>The latest of what matters most, as a headline; null where it is too long for one.</summary>
    /// <param name="leading">What matters most.</param>
    /// <param name="sentences">Tells it.</param>
    /// <param name="isDated">True where reports have days: what has none is then no news.</param>
    private string? Title(Event[] leading, EventSentences sentences, bool isDated) => leading
        .Where(e => e.Standing != Standing.Contested)
        .GroupBy(Place)
        .OrderByDescending(g => Weights.Day(g.First()) is var day && day == DateOnly.MaxValue && isDated ? DateOnly.MinValue : day)
        .SelectMany(g => sentences.Happened(g, isProse: false))
        .Where(s => _checker.Faults(s).IsEmpty)
        .Select(s => FactChecks.WithoutCounts(s.Lead is { } lead ? s.Text[(lead.Length + 2)..] : s.Text).TrimEnd('.'))
        .FirstOrDefault(t => t.Length <= Headline);

    /// <summary>
    /// Without what says nothing more: of one sort of act between the same countries that one report tells of, and of which only the sort is known,
    /// one; and none of those in a sentence that is told in its own words.
    /// </summary>
    private IEnumerable<Event> WithoutRepeats(EventSentences sentences, IEnumerable<Event> events, Func<Event, double> weight)
    {
        var all = events.Select(e => (Event: e, Told: sentences.Teller(e)!)).ToArray();
        var told = all.Where(e => _telling.IsOwn(e.Told.Claim)).Select(e => (e.Told.Reading.Report.Id, e.Told.Claim.Sentence)).ToHashSet();
        return all
            .Where(e => e.Event.Claims.Length > 1 && e.Event.Independent > 1 || _telling.IsOwn(e.Told.Claim) || !told.Contains((e.Told.Reading.Report.Id, e.Told.Claim.Sentence)))
            .GroupBy(e => e.Event.Claims.Length == 1 && !_telling.IsOwn(e.Told.Claim) ? (e.Told.Reading.Report.Id, Affair(e.Event)) : (e.Event.Id, ""))
            .Select(g => g.MaxBy(e => weight(e.Event)).Event);
    }

    private static (string Report, int Sentence) Place(Event e) => (e.Best.Reading.Report.Id, e.Best.Claim.Sentence);

    /// <summary>The sort of act with the countries it is between.</summary>
    private static string Affair(Event e)
    {
        var claim = e.Best.Claim;
        return $"{claim.Frame.Parent ?? claim.Frame.Name}:{string.Join('+', claim.Actors.Select(a => a.Country ?? a.Name).Order(StringComparer.Ordinal))}>{string.Join('+', claim.Recipients.Select(a => a.Country ?? a.Name).Order(StringComparer.Ordinal))}";
    }

    /// <summary>A claim that stands inside another is told with it, not beside it.</summary>
    private static bool IsWorthTelling(Event e) => e.Claims.Any(c => c.Claim.Within is null) || e.Claims.Length > 1;

    /// <summary>Troops that are sent to fight are not awaited to fight: what an act is for is no plan that anyone announced.</summary>
    private static bool IsAwaited(EventClaim claim) => claim.IsAnnounced || claim.Status != ClaimStatus.Planned || claim.Frame.Reciprocal && claim.Frame.Parent != "attack" || !claim.Attribution.IsEmpty;

    private static string Scope(BriefRequest request, FiledReading[] told)
    {
        var subject = request.About.Count == 0 ? "The record" : string.Join(", ", request.About);
        if (request.ChangedSince is { } since) subject += $", what changed since {Days.Of(since)}";
        DateOnly[] days = [.. told.Select(r => r.Report.Published).OfType<DateOnly>().Order()];
        var count = told.Length == 1 ? "one report" : $"{StandingReason.Count(told.Length)} reports";
        return days.Length == 0 ? $"{subject}: {count}" : $"{subject}: {count}{(days[0] == days[^1] ? " of" : ",")} {Days.Of(days[0], days[^1])}";
    }
}
