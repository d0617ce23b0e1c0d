using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Briefs;
using Chancery.Linguistics;
using Chancery.Records;

namespace Chancery.Watching;

/// <summary>Looks at a record for changes of state since the last look, and keeps one alert a story.</summary>
/// <remarks>The first look tells of nothing: it is what later ones are compared with. What was told is kept before it is handed on.</remarks>
/// <param name="store">The record.</param>
/// <param name="memos">Where it remembers what it told.</param>
/// <param name="pack">The words events are told in.</param>
/// <param name="time">The clock.</param>
public sealed class Watcher(IRecordStore store, IMemoStore memos, LanguagePack pack, TimeProvider time)
{
    private const string StateTopic = "watch";

    private readonly EventHeadlines _headlines = new(pack);

    /// <summary>Alerts that have news since the last look, as they are now.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="query">Its question, resolved.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<Alert>> LookAsync(Watch watch, ClaimQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(query);
        var stamp = await store.StampAsync(cancel);
        var asked = Digest(watch.Question);
        var before = await memos.MemoAsync(StateTopic, watch.Name, cancel) is { } body ? JsonSerializer.Deserialize(body, WatchJson.Default.WatchState) : null;
        var isFirst = before?.Question != asked;
        var look = new Look(watch, query, isFirst ? null : before!.Sequence, time.GetUtcNow());
        if (isFirst) await ForgetAsync(watch.Name, cancel);
        if (isFirst || before!.Sequence != stamp.Sequence)
        {
            await LookAtEventsAsync(look, cancel);
            await LookAtFiguresAsync(look, cancel);
        }
        await LookAtWeekAsync(look, cancel);
        var alerts = isFirst ? [] : await AlertsAsync(look, cancel);
        await memos.KeepAsync(
            [.. look.Memos, .. alerts.Select(a => new Memo(AlertTopic(watch.Name), a.Story, JsonSerializer.Serialize(a, WatchJson.Default.Alert))), new(StateTopic, watch.Name, JsonSerializer.Serialize(new(stamp.Sequence, asked), WatchJson.Default.WatchState))],
            cancel);
        return alerts;
    }

    /// <summary>All alerts of a watch so far, the latest first.</summary>
    public async Task<IReadOnlyList<Alert>> AlertsAsync(string watch, CancellationToken cancel = default) =>
        [.. (await memos.AllAsync(AlertTopic(watch), cancel).Select(m => JsonSerializer.Deserialize(m.Body!, WatchJson.Default.Alert)!).ToListAsync(cancel)).OrderByDescending(a => a.Updated).ThenBy(a => a.Story, StringComparer.Ordinal)];

    private async Task LookAtEventsAsync(Look look, CancellationToken cancel)
    {
        await foreach (var item in Pages.All(page => store.EventsAsync(new() { Claims = look.Query, ChangedSince = look.Since }, page, cancel), cancel))
        {
            var before = await StateOfAsync(look, item, cancel);
            var story = before?.Story ?? (item.Settles is { } plan && await store.EventAsync(plan, cancel) is { } planned ? (await StateOfAsync(look, planned, cancel))?.Story ?? planned.Id : item.Id);
            var settling = item.SettledBy is { } end && before?.SettledBy is null ? await store.EventAsync(end.Event, cancel) : null;
            look.Add(story, _headlines.Of(item), item.Id, ChangeFinder.Find(before, item, settling, look.Now));
            look.Memos.Add(new(EventTopic(look.Watch.Name), item.Id, JsonSerializer.Serialize(EventState.Of(item, story), WatchJson.Default.EventState)));
            if (look.Since is not null || look.Memos.Count < 1000) continue;
            // a first look tells of nothing, so nothing is lost where it breaks off
            await memos.KeepAsync(look.Memos, cancel);
            look.Memos.Clear();
            look.Stories.Clear();
        }
    }

    /// <summary>What is remembered of an event; it may have been joined with another since, and goes by that one's name.</summary>
    private async Task<EventState?> StateOfAsync(Look look, Event item, CancellationToken cancel)
    {
        foreach (var id in item.Claims.Select(c => Event.Opened(c.Claim.Id)).Prepend(item.Id).Distinct(StringComparer.Ordinal))
            if (await memos.MemoAsync(EventTopic(look.Watch.Name), id, cancel) is { } body) return JsonSerializer.Deserialize(body, WatchJson.Default.EventState);
        return null;
    }

    private async Task LookAtFiguresAsync(Look look, CancellationToken cancel)
    {
        await foreach (var entry in Pages.All(page => store.FiguresAsync(new() { Claims = look.Query, ChangedSince = look.Since }, page, cancel), cancel))
        {
            if (entry.Supersedes is not { } former || await memos.MemoAsync(FigureTopic(look.Watch.Name), entry.Id, cancel) is not null) continue;
            look.Memos.Add(new(FigureTopic(look.Watch.Name), entry.Id, ""));
            if (look.Since is null) continue;
            var before = await Pages.All(page => store.FiguresAsync(new() { Series = entry.Series }, page, cancel), cancel).FirstOrDefaultAsync(f => f.Id == former, cancel);
            if (before is null || (before.Figure.Mention.Quantity.Min, before.Figure.Mention.Quantity.Max) == (entry.Figure.Mention.Quantity.Min, entry.Figure.Mention.Quantity.Max)) continue;
            var told = entry.Figure.ClaimId is { } claim ? await store.EventAsync(claim, cancel) : null;
            var story = told is null ? "figure/" + entry.Series : (await StateOfAsync(look, told, cancel))?.Story ?? told.Id;
            var source = entry.Figure.Attribution is [.., var last] ? last : entry.Reading.Report.Publisher ?? "a report";
            look.Add(story, told is null ? entry.Figure.Of : _headlines.Of(told), told?.Id, [new(
                ChangeKind.Revised, look.Now, $"{source}: {Words(before)} → {Words(entry)}", [.. new[] { before, entry }.Select(f => ChangeFinder.Of(f.Reading, SentenceOf(f)))])]);
        }
    }

    private async Task LookAtWeekAsync(Look look, CancellationToken cancel)
    {
        if (!look.Watch.Changes.Contains(ChangeKind.Unusual)) return;
        var today = DateOnly.FromDateTime(look.Now.UtcDateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var from = monday.AddDays(-7 * (UnusualWeek.Past + 1));
        var counts = new int[UnusualWeek.Past + 2];
        DateOnly? first = null;
        await foreach (var item in Pages.All(page => store.EventsAsync(new() { Claims = look.Query with { Since = look.Query.Since > from ? look.Query.Since : from } }, page, cancel), cancel))
        {
            if (item.Claims.Min(c => c.Reading.Report.Published) is not { } day || day < from || day > today) continue;
            counts[(day.DayNumber - from.DayNumber) / 7]++;
            first = first < day ? first : day;
        }
        if (first is null) return;
        var begun = (first.Value.DayNumber - from.DayNumber) / 7;
        foreach (var (week, isOver) in ((int, bool)[])[(UnusualWeek.Past, true), (UnusualWeek.Past + 1, false)])
        {
            var day = from.AddDays(7 * week);
            if (week <= begun || UnusualWeek.Describe(day, counts[week], counts[Math.Max(begun, week - UnusualWeek.Past)..week], isOver) is not { } text) continue;
            var story = FormattableString.Invariant($"week/{day:yyyy-MM-dd}");
            // told again only where a quarter more has come
            var told = await memos.MemoAsync(FigureTopic(look.Watch.Name), story, cancel) is { } known ? int.Parse(known, System.Globalization.CultureInfo.InvariantCulture) : -1;
            if (told >= 0 && counts[week] < told * 1.25) continue;
            look.Memos.Add(new(FigureTopic(look.Watch.Name), story, counts[week].ToString(System.Globalization.CultureInfo.InvariantCulture)));
            look.Add(story, $"An unusual week: {look.Watch.Name}", null, [new(ChangeKind.Unusual, look.Now, text, [])]);
        }
    }

    /// <summary>The stories that have news worth telling, joined to what was told of them before.</summary>
    private async Task<List<Alert>> AlertsAsync(Look look, CancellationToken cancel)
    {
        var alerts = new List<Alert>();
        foreach (var (story, (headline, id, changes)) in look.Stories)
        {
            var told = changes.Where(c => look.Watch.Changes.Contains(c.Kind)).ToImmutableArray();
            if (told.IsEmpty) continue;
            // what has come about, or is denied, need not be told as new beside
            if (told.Any(c => c.Kind != ChangeKind.New)) told = told.RemoveAll(c => c.Kind == ChangeKind.New);
            var former = await memos.MemoAsync(AlertTopic(look.Watch.Name), story, cancel) is { } body ? JsonSerializer.Deserialize(body, WatchJson.Default.Alert) : null;
            alerts.Add(former is null
                ? new() { Watch = look.Watch.Name, Story = story, Headline = headline, First = look.Now, Updated = look.Now, Event = id, Changes = told }
                : former with { Headline = headline, Updated = look.Now, Revision = former.Revision + 1, Event = id ?? former.Event, Changes = [.. told, .. former.Changes] });
        }
        return alerts;
    }

    private async Task ForgetAsync(string watch, CancellationToken cancel)
    {
        foreach (var topic in (string[])[EventTopic(watch), FigureTopic(watch)])
            await memos.KeepAsync(await memos.AllAsync(topic, cancel).Select(m => m with { Body = null }).ToListAsync(cancel), cancel);
    }

    private static string Words(FigureEntry entry) => entry.Figure.Mention.Span.In(entry.Reading.Report.Text);

    private static string SentenceOf(FigureEntry entry)
    {
        var sentence = entry.Reading.Sentences.FirstOrDefault(s => s.Contains(entry.Figure.Mention.Span.Start));
        return (sentence.IsEmpty ? entry.Figure.Mention.Span : sentence).In(entry.Reading.Report.Text);
    }

    private static string Digest(Question question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.ToString())).AsSpan(0, 8));

    private static string EventTopic(string watch) => "watch-event/" + watch;

    private static string FigureTopic(string watch) => "watch-told/" + watch;

    private static string AlertTopic(string watch) => "watch-alert/" + watch;

    /// <summary>One look: what is asked, and what was found.</summary>
    private sealed record Look(Watch Watch, ClaimQuery Query, long? Since, DateTimeOffset Now)
    {
        internal List<Memo> Memos { get; } = [];

        internal Dictionary<string, (string Headline, string? Event, List<Change> Changes)> Stories { get; } = new(StringComparer.Ordinal);

        internal void Add(string story, string headline, string? id, IEnumerable<Change> changes)
        {
            if (!Stories.TryGetValue(story, out var known)) Stories.Add(story, known = (headline, id, []));
            known.Changes.AddRange(changes);
        }
    }
}
