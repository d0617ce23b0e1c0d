using Chancery.English;
using Chancery.Records;
using Chancery.Tests.Records;
using Chancery.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Tests.Watching;

/// <summary>A record grows, and a watch looks at it now and then.</summary>
public sealed class WatcherTests : IAsyncDisposable
{
    private readonly MemoryRecordStore _store = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 3, 24, 9, 0, 0, TimeSpan.Zero));
    private Watch _watch = new("visits", new());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_first_look_tells_of_nothing_and_one_without_news_neither()
    {
        await FileAsync("a", "Shoigu visits Pyongyang, says the ministry.", "2025-03-21", "Harbor Gazette");
        (await LookAsync()).ShouldBeEmpty();
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_independent_source_is_told_and_a_third_updates_the_same_alert()
    {
        await FileAsync("a", "Shoigu visits Pyongyang, says the ministry.", "2025-03-21", "Harbor Gazette");
        await LookAsync();
        await FileAsync("b", "In the capital the envoy was seen: Shoigu visits the leader there.", "2025-03-21", "The Evening Column");
        var first = (await LookAsync()).ShouldHaveSingleItem();
        first.Revision.ShouldBe(1);
        var change = first.Changes.ShouldHaveSingleItem();
        (change.Kind, change.Text).ShouldBe((ChangeKind.Source, "1 → 2 independent sources: now also The Evening Column"));
        change.Because.ShouldHaveSingleItem().Publisher.ShouldBe("The Evening Column");

        _time.Advance(TimeSpan.FromHours(1));
        await FileAsync("c", "Reporters of a third house saw him land, and Shoigu visits until Friday.", "2025-03-21", "Meridian");
        var second = (await LookAsync()).ShouldHaveSingleItem();
        (second.Story, second.Revision, second.Changes.Length, second.First, second.Updated).ShouldBe((first.Story, 2, 2, first.First, _time.GetUtcNow()));
        second.Latest().ShouldHaveSingleItem().Text.ShouldBe("2 → 3 independent sources: now also Meridian");
        (await new Watcher(_store, _store, EnglishPack.Instance, _time).AlertsAsync("visits", Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_copy_of_the_same_dispatch_is_no_news()
    {
        const string text = "Shoigu visits Pyongyang, says the ministry, and will stay there until the talks with the leader have come to their end on Friday.";
        await FileAsync("a", text, "2025-03-21", "Harbor Gazette");
        await LookAsync();
        await FileAsync("b", text, "2025-03-21", "The Evening Column");
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_is_met_is_told_in_the_story_of_the_plan()
    {
        await FileAsync("plan", "Shoigu visits Pyongyang next week, the ministry announced.", "2025-03-14", "Harbor Gazette", c => c with { Status = ClaimStatus.Planned });
        await LookAsync();
        await FileAsync("deed", "He has come at last: Shoigu visits the North.", "2025-03-21", "Meridian");
        var alert = (await LookAsync()).ShouldHaveSingleItem();
        alert.Story.ShouldBe("eplan-1");
        var change = alert.Changes.ShouldHaveSingleItem();
        (change.Kind, change.Text).ShouldBe((ChangeKind.Met, "was planned, and has come about"));
        change.Because.ShouldHaveSingleItem().Report.ShouldBe("deed");
    }

    [Fact]
    public async Task A_denial_is_told_with_who_denies()
    {
        await FileAsync("a", "Shoigu visits Pyongyang, says the ministry.", "2025-03-21", "Harbor Gazette");
        await LookAsync();
        await FileAsync("b", "Nothing of the kind, says the embassy: Shoigu visits nobody.", "2025-03-21", "Meridian", c => c with { Status = ClaimStatus.Denied, Attribution = ["the embassy"], Factuality = new(-3) });
        var changes = (await LookAsync()).SelectMany(a => a.Changes).ToList();
        changes.ShouldContain(c => c.Kind == ChangeKind.Denied && c.Text == "the embassy denies it");
    }

    [Fact]
    public async Task A_source_that_replaces_its_figure_is_told_with_both()
    {
        await FileAsync("a", "Shoigu visits with 12 aides.", "2025-03-21", "Harbor Gazette", c => Counting(c, "Shoigu visits with 12 aides.", "12 aides", 12));
        await LookAsync();
        await FileAsync("b", "It was later said that Shoigu visits with 15 aides.", "2025-03-22", "Harbor Gazette", c => Counting(c, "It was later said that Shoigu visits with 15 aides.", "15 aides", 15));
        var changes = (await LookAsync()).SelectMany(a => a.Changes).ToList();
        var revised = changes.Where(c => c.Kind == ChangeKind.Revised).ShouldHaveSingleItem();
        revised.Text.ShouldBe("the embassy: 12 aides → 15 aides");
        revised.Because.Select(b => b.Report).ShouldBe(["a", "b"]);
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_told_and_another_question_begins_anew()
    {
        _watch = _watch with { Changes = [ChangeKind.New] };
        await FileAsync("a", "Shoigu visits Pyongyang, says the ministry.", "2025-03-21", "Harbor Gazette");
        await LookAsync();
        await FileAsync("b", "In the capital the envoy was seen: Shoigu visits the leader there.", "2025-03-21", "The Evening Column");
        (await LookAsync()).ShouldBeEmpty();
        await FileAsync("c", "Months on Shoigu visits again.", "2025-09-21", "Meridian");
        (await LookAsync()).ShouldHaveSingleItem().Changes.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.New);
        _watch = _watch with { Question = new() { Source = "Meridian" } };
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_is_told_in_one()
    {
        await FileAsync("a", "Shoigu visits Pyongyang, says the ministry.", "2025-03-21", "Harbor Gazette");
        await LookAsync();
        await FileAsync("b", "In the capital the envoy was seen: Shoigu visits the leader there.", "2025-03-21", "The Evening Column");
        var alerts = await LookAsync();
        var digest = Digest.Of(new(2025, 3, 24), alerts, _time.GetUtcNow())!;
        digest.Headline.ShouldBe("24 March 2025: 1 change in 1 story");
        digest.Changes[0].Text.ShouldStartWith("[visits] ");
        Digest.Of(new(2025, 3, 25), alerts, _time.GetUtcNow()).ShouldBeNull();
    }

    [Theory]
    [InlineData(14, new[] { 3, 4, 2, 3, 5, 3, 4, 3 }, true)]
    [InlineData(7, new[] { 3, 4, 2, 3, 5, 3, 4, 3 }, false)]
    [InlineData(40, new[] { 1, 60, 2, 55, 3, 48, 1, 70 }, false)]
    [InlineData(0, new[] { 12, 14, 11, 15, 12, 13, 12, 14 }, true)]
    [InlineData(900, new[] { 1, 1, 1 }, false)]
    public void A_week_is_unusual_beside_those_before_it(int count, int[] past, bool unusual) =>
        (UnusualWeek.Describe(new(2025, 3, 17), count, past, isOver: true) is not null).ShouldBe(unusual);

    private static EventClaim Counting(EventClaim claim, string text, string words, int count) => claim with
    {
        Attribution = ["the embassy"],
        Figures = [new(Readings.Span(text, words), 3, new(count, count, "aide"))],
    };

    private Task<Filing> FileAsync(string id, string text, string day, string publisher, Func<EventClaim, EventClaim>? change = null)
    {
        var reading = Readings.Of(id, text, day, publisher, Readings.Claim(id + "-1", text, "visits", "Shoigu", "Pyongyang", c =>
        {
            var claim = c with
            {
                Actors = [new(Readings.Span(text, "Shoigu"), "Sergei Shoigu", "RUS", ["GOV"], "person/shoigu")],
                Recipients = [new(default, "North Korea", "PRK", ["GOV"], "state/PRK")],
            };
            return change is null ? claim : change(claim);
        }));
        var figures = reading.Figures.Select(f => f with { Counted = new("aide", null, null), Gist = new(null, ["=PRK", "shoigu"], ["aide", "delegation", "talk", "visit"], "|RUS|GOV", ["=PRK", "=RUS", "delegation", "Pyongyang", "Shoigu"]) });
        return _store.FileAsync(reading with { Figures = [.. figures] }, Cancel);
    }

    private Task<IReadOnlyList<Alert>> LookAsync() => new Watcher(_store, _store, EnglishPack.Instance, _time).LookAsync(_watch, new ClaimQuery { Source = _watch.Question.Source }, Cancel);
}
