using System.Text.Json;
using Chancery.Ontologies;
using Chancery.Records;

namespace Chancery.Tests.Records;

/// <summary>What every store must do; a class derived for each runs all of it.</summary>
public abstract class RecordStoreContract : IAsyncLifetime
{
    private const string Visit = "Shoigu visits North Korea, says KCNA.";
    private const string Aid = "Pyongyang sent 3,000 soldiers to Russia, Séoul said.";

    protected IRecordStore Store { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_filed_comes_back_whole()
    {
        var filed = VisitReading();
        (await Store.FileAsync(filed, Cancel)).ShouldBe(new Filing("a", true));
        var back = (await Store.ReadingAsync("a", Cancel))!;
        Json(back).ShouldBe(Json(filed));
        (await Store.CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory]
    [InlineData("lone \ud800 surrogates \udc00 here")]
    [InlineData("NUL \0 in the middle")]
    [InlineData("\ufeffmark, CRLF\r\nand a pair \ud83d\ude00")]
    public async Task Any_text_comes_back_unit_by_unit(string text)
    {
        await Store.FileAsync(Readings.Of("a", text), Cancel);
        (await Store.ReadingAsync("a", Cancel))!.Report.Text.ShouldBe(text);
    }

    [Fact]
    public async Task Many_filed_together_are_filed_as_one_by_one()
    {
        var filings = await Store.FileAsync([VisitReading(), AidReading(), VisitReading(), Readings.Of("a", "Other words.")], Cancel);
        filings.ShouldBe([new("a", true), new("b", true), new("a", false), new("a~2", true)]);
        (await Store.CountAsync(Cancel)).ShouldBe(3);
        (await Store.FusedAsync(Cancel)).Events.Length.ShouldBe(2);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_report_twice_changes_nothing()
    {
        await Store.FileAsync(VisitReading(), Cancel);
        var again = VisitReading() with { Report = VisitReading().Report with { Id = "another-name" }, Claims = [] };
        (await Store.FileAsync(again, Cancel)).ShouldBe(new Filing("a", false));
        (await Store.CountAsync(Cancel)).ShouldBe(1);
        (await Claims(new())).Count.ShouldBe(1);
        (await Store.FindAsync(again.Report, Cancel)).ShouldBe("a");
    }

    [Fact]
    public async Task What_a_page_says_of_its_report_comes_back_with_it()
    {
        var filed = VisitReading();
        filed = filed with { Report = filed.Report with { Byline = "Ada Ohlsson", DeclaredOrigin = "Meridian", Revised = new DateTimeOffset(2025, 3, 21, 9, 30, 0, TimeSpan.Zero) } };
        await Store.FileAsync(filed, Cancel);
        Json((await Store.ReadingAsync("a", Cancel))!).ShouldBe(Json(filed));
    }

    [Fact]
    public async Task A_text_that_took_the_place_of_another_at_its_address_is_an_update_of_it_however_little_they_share()
    {
        await Store.FileAsync(At("a", Visit, null), Cancel);
        await Store.FileAsync(At("b", "Talks in Pyongyang have ended without a communiqué.", 9), Cancel);
        await Store.FileAsync(At("c", "A communiqué was issued after all, officials said late at night.", 21), Cancel);
        var lineages = (await Store.FusedAsync(Cancel)).Lineages.ToDictionary(l => l.Report);
        lineages["b"].ShouldBe(new Lineage("b", "a", "a", ReportKind.Update));
        lineages["c"].ShouldBe(new Lineage("c", "a", "b", ReportKind.Update));

        FiledReading At(string id, string text, int? hour)
        {
            var reading = Readings.Of(id, text);
            return reading with { Report = reading.Report with { Url = "https://harbor.example/talks", Revised = hour is { } h ? new(2025, 4, 2, h, 0, 0, TimeSpan.Zero) : null } };
        }
    }

    [Fact]
    public async Task Memos_are_kept_by_topic_and_name_and_are_no_part_of_the_record()
    {
        var memos = (IMemoStore)Store;
        var stamp = await Store.StampAsync(Cancel);
        await memos.KeepAsync([new("feed", "b", "2"), new("feed", "a", "1"), new("feed", "c", "3"), new("watch", "a", "other")], Cancel);
        await memos.KeepAsync([new("feed", "b", "two"), new("feed", "c", null)], Cancel);
        (await memos.MemoAsync("feed", "b", Cancel)).ShouldBe("two");
        (await memos.MemoAsync("feed", "c", Cancel)).ShouldBeNull();
        (await memos.MemosAsync("feed", cancel: Cancel)).ShouldBe([new("feed", "a", "1"), new("feed", "b", "two")]);
        (await memos.MemosAsync("feed", after: "a", limit: 1, Cancel)).ShouldBe([new("feed", "b", "two")]);
        (await Store.StampAsync(Cancel)).ShouldBe(stamp);
    }

    [Fact]
    public async Task The_same_words_of_another_outlet_are_another_report()
    {
        await Store.FileAsync(Readings.Of("a", Visit, publisher: "One"), Cancel);
        (await Store.FileAsync(Readings.Of("b", Visit, publisher: "Two"), Cancel)).ShouldBe(new Filing("b", true));
    }

    [Fact]
    public async Task Another_report_of_the_same_name_gets_a_name_of_its_own()
    {
        await Store.FileAsync(Readings.Of("a", "One."), Cancel);
        (await Store.FileAsync(Readings.Of("a", "Two."), Cancel)).ShouldBe(new Filing("a~2", true));
        (await Store.FileAsync(Readings.Of("a", "Three."), Cancel)).ShouldBe(new Filing("a~3", true));
        (await Store.ReadingAsync("a~2", Cancel))!.Report.Text.ShouldBe("Two.");
    }

    [Fact]
    public async Task An_undated_copy_is_of_the_dispatch_it_tells_again_of_all_the_years()
    {
        for (var i = 0; i < 60; i++) await File($"dated{i}", Told(i), new DateOnly(2020, 1, 1).AddDays(40 * i).ToString("yyyy-MM-dd"), "One");
        for (var i = 0; i < 60; i += 2) await File($"undated{i}", Told(i) + " Nobody was told why.", null, "Two");
        var lineages = (await Store.FusedAsync(Cancel)).Lineages.ToDictionary(l => l.Report);
        for (var i = 0; i < 60; i += 2) lineages[$"undated{i}"].Dispatch.ShouldBe(lineages[$"dated{i}"].Dispatch);
        lineages.Values.Select(l => l.Dispatch).Distinct().Count().ShouldBe(60);

        Task File(string id, string text, string? day, string publisher)
        {
            var reading = Readings.Of(id, text, day, publisher);
            return Store.FileAsync(reading with { Report = reading.Report with { Url = null } }, Cancel);
        }

        static string Told(int i) =>
            string.Join(' ', Enumerable.Range(0, 12).Select(n => $"{Name(i, n, 'G')} opened {Name(i, n, 'H')} beside {Name(i, n, 'M')} while {Name(i, n, 'S')} waited at {Name(i, n, 'T')}."));

        static string Name(int i, int n, char first) => $"{first}{(char)('a' + i % 26)}{(char)('a' + i / 26)}l{(char)('a' + n)}n";
    }

    [Fact]
    public async Task Readings_come_by_day_then_name_and_undated_ones_last()
    {
        foreach (var (id, day) in ((string, string?)[])[("c", "2025-01-02"), ("z", null), ("b", "2025-01-02"), ("d", "2024-12-31")]) await Store.FileAsync(Readings.Of(id, $"Text {id}.", day), Cancel);
        var ids = await Store.ReadingsAsync(Cancel).Select(r => r.Report.Id).ToListAsync(Cancel);
        ids.ShouldBe(["d", "b", "c", "z"]);
    }

    public static TheoryData<string, ClaimQuery, string[]> Queries => new()
    {
        { "everything", new(), ["v", "s"] },
        { "part of an actor's name, any case", new() { Actor = new("shoi") }, ["v"] },
        { "an actor's country", new() { Actor = new("North Korea", Country: "PRK") }, ["s"] },
        { "an actor's id", new() { Actor = new("nobody", ActorId: "state/PRK") }, ["s"] },
        { "actor is not recipient", new() { Actor = new("Russia") }, [] },
        { "recipient", new() { Recipient = new("russia") }, ["s"] },
        { "frame", new() { Kind = new FrameFilter(new HashSet<string> { "visit" }, new HashSet<string>()) }, ["v"] },
        { "frame of what is planned", new() { Kind = new FrameFilter(new HashSet<string>(), new HashSet<string> { "visit", "aid" }) }, ["s"] },
        { "status", new() { Status = ClaimStatus.Planned }, ["s"] },
        { "confidence", new() { MinConfidence = 0.75 }, ["v"] },
        { "source, folded beyond ASCII", new() { Source = "SÉOUL" }, ["s"] },
        { "publisher as source", new() { Source = "evening" }, ["s"] },
        { "words", new() { Text = "korea VISITS" }, ["v"] },
        { "no part of a word", new() { Text = "visit" }, [] },
        { "words with marks that mean something to a search engine", new() { Text = "visits\" OR (" }, [] },
        { "since the day it may last to", new() { Since = new(2024, 10, 31) }, ["v", "s"] },
        { "since a day after it", new() { Since = new(2024, 11, 1) }, ["v"] },
        { "until the first day", new() { Until = new(2024, 10, 1) }, ["s"] },
        { "a claim without time counts for the day of publication", new() { Since = new(2025, 3, 21), Until = new(2025, 3, 21) }, ["v"] },
        { "report", new() { Report = "b" }, ["s"] },
        { "beginning of an id", new() { Id = "v" }, ["v"] },
        { "all together", new() { Actor = new("pyongyang"), Recipient = new("russia"), Status = ClaimStatus.Planned, Text = "soldiers", Since = new(2024, 1, 1) }, ["s"] },
    };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public async Task Claims_are_found_by(string what, ClaimQuery query, string[] ids)
    {
        await Store.FileAsync(VisitReading(), Cancel);
        await Store.FileAsync(AidReading(), Cancel);
        (await Claims(query)).Order().ShouldBe(ids.Order(), what);
    }

    [Fact]
    public async Task Claims_are_walked_as_they_were_when_the_first_was_asked_for_each_with_its_event()
    {
        await Store.FileAsync(VisitReading(), Cancel);
        await Store.FileAsync(AidReading(), Cancel);
        var walked = new List<FiledClaim>();
        await foreach (var claim in Store.ClaimsAsync(new(), Cancel))
        {
            if (walked.Count == 0)
            {
                await Store.FileAsync(Readings.Of("later", "Later.", "2026-01-01", claims: Readings.Claim("l", "Later.", "Later", "A", "B")), Cancel);
                await Store.EraseAsync(["a"], Cancel);
            }
            walked.Add(claim);
        }
        walked.Select(c => (c.Claim.Id, c.Event)).ShouldBe([("s", "es"), ("v", "ev")]);
        walked.ShouldAllBe(c => c.Reading.Claims.Contains(c.Claim));
        await Store.RetractAsync("b", new(new(2026, 1, 1), "withdrawn"), Cancel);
        (await Store.ClaimsAsync(new() { Report = "b" }, Cancel).SingleAsync(Cancel)).Event.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_counted_over_many_agrees_with_what_is_listed()
    {
        (await Store.HeadAsync(Cancel)).Mark.ShouldBeEmpty();
        await Store.FileAsync(VisitReading(), Cancel);
        var first = await Store.HeadAsync(Cancel);
        await Store.FileAsync(AidReading(), Cancel);
        var head = await Store.HeadAsync(Cancel);
        head.Mark.ShouldBe(first.Mark);
        head.Sequence.ShouldBe((await Store.StampAsync(Cancel)).Sequence);

        (await Store.CountAsync(new ClaimQuery(), 10, Cancel)).ShouldBe(2);
        (await Store.CountAsync(new ClaimQuery(), 1, Cancel)).ShouldBeNull();
        (await Store.CountAsync(new ReportQuery { Text = "soldiers" }, 10, Cancel)).ShouldBe(1);
        (await Store.EventIdsAsync(new() { Claims = new() { Parties = [new("russia"), new("pyongyang")] } }, Cancel)).ShouldBe(["es"]);
        (await Store.EventIdsAsync(new() { Claims = new() { Parties = [new("russia"), new("shoigu")] } }, Cancel)).ShouldBeEmpty();
        (await Store.CountAsync(new EventQuery { Standing = Standing.SingleSource }, 10, Cancel)).ShouldBe(2);
        (await Store.EventsOfAsync(["s", "v", "none"], Cancel)).ShouldBe(new Dictionary<string, string> { ["s"] = "es", ["v"] = "ev" }, ignoreOrder: true);
        (await Store.ClaimsAsync(new ClaimQuery { LatestFirst = true }, new(1), Cancel)).Items.Single().Claim.Id.ShouldBe("v");

        var outlines = await Store.OutlinesAsync(0, Cancel).ToListAsync(Cancel);
        var events = (await Store.EventsAsync(new(), new(), Cancel)).Items;
        outlines.Select(o => (o.Id, o.Status, o.Standing, string.Join(" ", o.Claims), o.Best.Id)).ShouldBe(events.Select(e => (e.Id, e.Status, e.Standing, string.Join(" ", e.Claims.Select(c => c.Claim.Id)), e.Best.Claim.Id)), ignoreOrder: true);
        var lines = (await Store.EventLinesAsync(new() { LatestFirst = true }, new(1), Cancel)).Items.Concat((await Store.EventLinesAsync(new() { LatestFirst = true }, new(10, (await Store.EventLinesAsync(new() { LatestFirst = true }, new(1), Cancel)).Next), Cancel)).Items);
        lines.Select(l => (l.Id, l.Best.Claim.Id, l.Claims, l.Status, l.Standing, l.Independent, l.Time)).ShouldBe(events.Reverse().Select(EventLine.Of).Select(l => (l.Id, l.Best.Claim.Id, l.Claims, l.Status, l.Standing, l.Independent, l.Time)));
        foreach (var (name, line) in ((string, string?)[])[("es", "es"), ("s", "es"), ("none", null)]) (await Store.EventLineAsync(name, Cancel))?.Id.ShouldBe(line);
        (await Store.OutlinesAsync(first.Sequence, Cancel).ToListAsync(Cancel)).Select(o => o.Id).ShouldBe(["es"]);

        var figures = (await Store.FiguresAsync(new(), new(), Cancel)).Items;
        var series = (await Store.SeriesAsync(0, Cancel)).Single();
        (await Store.SeriesAsync(head.Sequence, Cancel)).ShouldBeEmpty();
        (series.Name, series.Count, series.First).ShouldBe((figures[0].Series, figures.Length, figures.Min(f => f.AsOf)));
    }

    [Fact]
    public async Task What_is_filed_is_fused()
    {
        await Store.FileAsync(VisitReading(), Cancel);
        var before = await Store.StampAsync(Cancel);
        await Store.FileAsync(AidReading(), Cancel);
        var after = await Store.StampAsync(Cancel);
        (after.Reports, after.Claims, after.Events).ShouldBe((2, 2, 2));
        after.Sequence.ShouldBeGreaterThan(before.Sequence);

        var fused = await Store.FusedAsync(Cancel);
        fused.Lineages.Select(l => l.Report).ShouldBe(["b", "a"]);
        fused.Events.Select(e => e.Id).ShouldBe(["es", "ev"]);
        fused.Figures.ShouldHaveSingleItem().Figure.Mention.Quantity.Max.ShouldBe(3000);
        var added = (await Store.EventsAsync(new() { ChangedSince = before.Sequence }, new(), Cancel)).Items;
        added.ShouldHaveSingleItem().Id.ShouldBe("es");
        (await Store.ReportsAsync(new() { ChangedSince = before.Sequence }, new(), Cancel)).Items.Select(r => r.Reading.Report.Id).ShouldBe(["b"]);
    }

    [Fact]
    public async Task Claims_of_two_copies_have_ids_of_their_own()
    {
        await Store.FileAsync(VisitReading(), Cancel);
        await Store.FileAsync(VisitReading() with { Report = VisitReading().Report with { Id = "c", Publisher = "Another" } }, Cancel);
        (await Claims(new())).Order().ShouldBe(["v", "v~2"]);
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Claims.Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_may_have_happened_already_is_not_expected()
    {
        await Store.FileAsync(Readings.Of("a", Visit, claims: Readings.Claim("s", Visit, "visits", "Shoigu", "North Korea", c => c with { Status = ClaimStatus.Possible })), Cancel);
        await Store.FileAsync(Readings.Of("b", Aid, claims: Readings.Claim("v", Aid, "sent", "Pyongyang", "Russia", c => c with { Status = ClaimStatus.Possible, IsPast = true })), Cancel);
        (await Store.EventsAsync(new() { IsExpected = true }, new(), Cancel)).Items.ShouldHaveSingleItem().Id.ShouldBe("es");
        (await Store.EventsAsync(new() { IsExpected = false }, new(), Cancel)).Items.ShouldHaveSingleItem().IsPast.ShouldBeTrue();
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_comes_page_by_page_in_one_order()
    {
        for (var i = 0; i < 7; i++) await Store.FileAsync(Readings.Of($"r{i}", $"{Visit} {i}", $"2025-0{1 + i % 3}-0{1 + i}", claims: Readings.Claim($"c{i}", Visit, "visits", $"Actor {i}", $"Host {i}")), Cancel);
        (await All(page => Store.ClaimsAsync(new(), page, Cancel), c => c.Claim.Id)).ShouldBe(["c0", "c3", "c6", "c1", "c4", "c2", "c5"]);
        (await All(page => Store.ReportsAsync(new() { LatestFirst = true }, page, Cancel), r => r.Reading.Report.Id)).ShouldBe(["r5", "r2", "r4", "r1", "r6", "r3", "r0"]);
        (await All(page => Store.EventsAsync(new() { Claims = new() { Since = new(2025, 2, 1) } }, page, Cancel), e => e.Id)).ShouldBe(["ec1", "ec4", "ec2", "ec5"]);
        (await All(page => Store.UnknownsAsync(new(), page, Cancel), q => q.Reading.Report.Id)).ShouldBe(["r0", "r3", "r6", "r1", "r4", "r2", "r5"]);
        await Should.ThrowAsync<RecordException>(async () => await Store.EventsAsync(new(), new(10, "nonsense"), Cancel));
    }

    [Fact]
    public async Task A_question_is_closed_by_the_first_later_claim_that_answers_it_for_as_long_as_it_counts()
    {
        var asking = Readings.Of("q", "It is not clear whether he would see Kim Jong Un.", "2025-07-09", claims: Readings.Claim("q", "", "", "Sergei Lavrov", "Kim Jong Un"));
        // filed out of order: what comes later may be there first
        foreach (var reading in (FiledReading[])[Meeting("later", "2025-07-14"), asking with { Unknowns = [new(new(0, 15), "whether he would see Kim Jong Un", []), new(new(16, 20), "comment", [])] }, Meeting("first", "2025-07-12"), Meeting("before", "2025-07-08")])
            await Store.FileAsync(reading, Cancel);
        (await Answers()).ShouldBe(["first", null]);
        (await Store.UnknownsAsync(new() { IsOpen = true }, new(), Cancel)).Items.Count(q => q.Reading.Report.Id == "q").ShouldBe(1);
        (await Store.UnknownsAsync(new() { IsOpen = false }, new(), Cancel)).Items.ShouldHaveSingleItem().Answer!.Claim.Id.ShouldBe("first");
        await Store.RetractAsync("first", new Retraction(new(2025, 7, 13), "wrong"), Cancel);
        (await Answers()).ShouldBe(["later", null]);
        await Store.DecideAsync(Decide(DecisionKind.Reject, "later"), Cancel);
        (await Answers()).ShouldBe([null, null]);

        static FiledReading Meeting(string id, string day)
        {
            var text = $"Sergei Lavrov met Kim Jong Un, the {id} report said.";
            return Readings.Of(id, text, day, "The " + id, Readings.Claim(id, text, "met", "Sergei Lavrov", "Kim Jong Un")) with { Unknowns = [] };
        }

        async Task<string?[]> Answers() => [.. (await Store.UnknownsAsync(new(), new(), Cancel)).Items.Where(q => q.Reading.Report.Id == "q").Select(q => q.AnsweredBy)];
    }

    [Fact]
    public async Task Reports_are_found_by_their_words()
    {
        await Store.FileAsync(VisitReading(), Cancel);
        await Store.FileAsync(AidReading(), Cancel);
        (await Store.ReportsAsync(new() { Text = "SOLDIERS russia" }, new(), Cancel)).Items.Select(r => r.Reading.Report.Id).ShouldBe(["b"]);
        (await Store.ReportsAsync(new() { Publisher = "gazette", Claims = new() { Actor = new("shoigu") } }, new(), Cancel)).Items.Select(r => r.Reading.Report.Id).ShouldBe(["a"]);
        (await Store.FiguresAsync(new() { Claims = new() { Actor = new("pyongyang") } }, new(), Cancel)).Items.ShouldHaveSingleItem();
        (await Store.FiguresAsync(new() { Claims = new() { Actor = new("nobody") } }, new(), Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_split_and_joined_by_hand_stays_so_and_can_be_taken_back()
    {
        await FileTwoVisits();
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem();
        var split = await Store.DecideAsync(Decide(DecisionKind.Split, "v1") with { From = ["v2"] }, Cancel);
        (await Store.FusedAsync(Cancel)).Events.Length.ShouldBe(2);
        await Store.RereadAsync((await Store.ReadingAsync("one", Cancel))!, Cancel);
        (await Store.FusedAsync(Cancel)).Events.Length.ShouldBe(2);
        (await Store.WithdrawAsync(split.Number, Cancel)).ShouldBeTrue();
        (await Store.WithdrawAsync(split.Number, Cancel)).ShouldBeFalse();
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Joins.ShouldHaveSingleItem().Why.ShouldContain("actor");
        await Store.FileAsync(AidReading(), Cancel);
        await Store.DecideAsync(Decide(DecisionKind.Join, "v1", "s"), Cancel);
        var joined = (await Store.EventAsync("s", Cancel))!;
        joined.Claims.Select(c => c.Claim.Id).ShouldContain("v1");
        joined.Joins.Select(j => j.Why.Single()).ShouldContain("decision");
        (await Store.DecisionsAsync(Cancel)).Select(d => (d.Kind, d.IsWithdrawn)).ShouldBe([(DecisionKind.Split, true), (DecisionKind.Join, false)]);
    }

    /// <summary>What people say of two claims holds for what they put together with them, whatever the order the reports came in and whatever fusion would make of them.</summary>
    [Theory]
    // the one that is split off opens the event, and fusion would rather have it with the third than the second
    [InlineData("v1 v2 v3", "v1 v3|v2", "join v1 v3", "split v2 v3")]
    [InlineData("v1 v2 v3", "v1|v2 v3", "join v2 v3", "split v1 v3")]
    [InlineData("v1 v2 v3", "v1|v2 v3", "split v1 v3", "join v2 v3")]
    [InlineData("v3 v2 v1", "v1|v2 v3", "join v2 v3", "split v1 v3")]
    // a claim that nobody split from the first is split from what that is put together with
    [InlineData("v1 v2 s", "s v1|v2", "split v2 s", "join v1 s")]
    [InlineData("v1 v2 s", "s v1|v2", "join v1 s", "split v1 v2")]
    [InlineData("v2 s v1", "s v1|v2", "join v1 s", "split v1 v2")]
    // three are put together by way of one
    [InlineData("v1 s v2", "s v1 v2", "join v1 v2", "join s v2")]
    [InlineData("s v2 v1", "s v1 v2", "join v1 v2", "join s v1")]
    // what was joined is set free again
    [InlineData("v2 v1 s", "s|v1 v2", "join v1 s", "split v1 s")]
    [InlineData("s v1 v2", "s|v1 v2", "join v1 s", "split s v1 v2")]
    public async Task What_is_split_and_joined_stands_as_people_say(string order, string result, string first, string second)
    {
        foreach (var (name, day) in order.Split(' ').Select((name, i) => (name, 21 + i)))
        {
            var claim = name == "s" ? Readings.Claim("s", Aid, "sent", "Pyongyang", "Russia", c => c with { Frame = new("aid", null, false, "gives") }) : Readings.Claim(name, Visit, "visits", "Shoigu", "North Korea");
            await Store.FileAsync(Readings.Of("of " + name, $"{(name == "s" ? Aid : Visit)} {name}", $"2025-03-{day}", "Paper " + name, claim), Cancel);
        }
        var before = await Together();
        Decision[] decided = [await Decided(first), await Decided(second)];
        (await Together()).ShouldBe(result);
        (await Faults()).ShouldBeEmpty();
        foreach (var decision in decided.Reverse()) await Store.WithdrawAsync(decision.Number, Cancel);
        (await Together()).ShouldBe(before, "all of it can be taken back");

        // which claims stand together
        async Task<string> Together() => string.Join('|', (await Store.FusedAsync(Cancel)).Events.Select(e => string.Join(' ', e.Claims.Select(c => c.Claim.Id).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

        Task<Decision> Decided(string words) => Store.DecideAsync(words.Split(' ') is ["split", var claim, .. var from] ? Decide(DecisionKind.Split, claim) with { From = [.. from] } : Decide(DecisionKind.Join, words.Split(' ')[1..]), Cancel);
    }

    [Fact]
    public async Task What_was_rejected_counts_for_nothing_and_what_was_corrected_is_read_so()
    {
        await FileTwoVisits();
        await Store.DecideAsync(Decide(DecisionKind.Reject, "v2"), Cancel);
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Claims.ShouldHaveSingleItem();
        await Store.DecideAsync(Decide(DecisionKind.Accept, "v2"), Cancel);
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Claims.Length.ShouldBe(2);
        await Store.DecideAsync(Decide(DecisionKind.Correct, "v2") with { Field = "status", Value = "denied" }, Cancel);
        var disputed = (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem();
        disputed.Disputes.ShouldHaveSingleItem().Field.ShouldBe(DisputeField.Status);
        disputed.Claims.Single(c => c.Claim.Id == "v2").Claim.Status.ShouldBe(ClaimStatus.Denied);
        await Should.ThrowAsync<RecordException>(() => Store.DecideAsync(Decide(DecisionKind.Reject, "nothing"), Cancel));
    }

    [Fact]
    public async Task A_retracted_report_stays_and_counts_for_nothing()
    {
        await FileTwoVisits();
        (await Store.RetractAsync("two", new(new(2025, 4, 1), "the guest was another"), Cancel)).ShouldBeTrue();
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Claims.ShouldHaveSingleItem();
        (await Store.ReportsAsync(new(), new(), Cancel)).Items.Single(r => r.Reading.Report.Id == "two").Retraction!.Reason.ShouldBe("the guest was another");
        await Store.RetractAsync("two", null, Cancel);
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Claims.Length.ShouldBe(2);
        (await Store.RetractAsync("three", null, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_erased_report_is_gone_with_everything_read_from_it()
    {
        await FileTwoVisits();
        await Store.DecideAsync(Decide(DecisionKind.Accept, "v1"), Cancel);
        var erased = await Store.EraseAsync(["one", "none"], Cancel);
        erased.Reports.ShouldBe(["one"]);
        erased.IsTraceless.ShouldBeTrue();
        (await Store.ReadingAsync("one", Cancel)).ShouldBeNull();
        (await Claims(new())).ShouldBe(["v2"]);
        (await Store.FusedAsync(Cancel)).Events.ShouldHaveSingleItem().Claims.ShouldHaveSingleItem().Claim.Id.ShouldBe("v2");
        (await Store.DecisionsAsync(Cancel)).ShouldBeEmpty();
        (await Store.ReportsAsync(new() { Text = "Shoigu" }, new(), Cancel)).Items.ShouldHaveSingleItem();
        (await Store.EraseAsync(["one"], Cancel)).Reports.ShouldBeEmpty();
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_about_what_was_erased_forgets_it()
    {
        await FileTwoVisits();
        await Store.FileAsync(AidReading(), Cancel);
        await Store.DecideAsync(Decide(DecisionKind.Join, "v1", "v2", "s"), Cancel);
        await Store.DecideAsync(Decide(DecisionKind.Split, "v1") with { From = ["s"] }, Cancel);
        await Store.EraseAsync(["one"], Cancel);
        var left = (await Store.DecisionsAsync(Cancel)).ShouldHaveSingleItem();
        left.Claims.ShouldBe(["v2", "s"]);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_anew_a_report_keeps_what_was_decided_about_the_same_words()
    {
        await FileTwoVisits();
        await Store.DecideAsync(Decide(DecisionKind.Correct, "v2") with { Field = "status", Value = "denied" }, Cancel);
        await Store.DecideAsync(Decide(DecisionKind.Split, "v2") with { From = ["v1"] }, Cancel);
        var before = (await Store.ReadingAsync("two", Cancel))!;
        var better = before with { Claims = [Readings.Claim("w", Visit, "visits", "Shoigu", "North Korea", c => c with { Confidence = 0.9 }), Readings.Claim("x", Visit, "says", "KCNA", "North Korea")] };
        (await Store.RereadAsync(better, Cancel)).ShouldBeTrue();
        (await Claims(new())).Order().ShouldBe(["v1", "w", "x"]);
        (await Store.DecisionsAsync(Cancel)).Select(d => d.Claims.Single()).ShouldBe(["w", "w"]);
        (await Store.ReadingAsync("two", Cancel))!.Claims[0].Status.ShouldBe(ClaimStatus.Denied);
        (await Store.EventAsync("w", Cancel))!.Id.ShouldNotBe((await Store.EventAsync("v1", Cancel))!.Id);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_anew_with_nothing_new_a_report_is_not_touched()
    {
        await FileTwoVisits();
        await Store.DecideAsync(Decide(DecisionKind.Correct, "v2") with { Field = "status", Value = "denied" }, Cancel);
        (await Store.OutdatedAsync(Cancel)).ShouldBeEmpty();
        var stamp = await Store.StampAsync(Cancel);
        (await Store.RereadAsync(Readings.Of("two", Visit + " Again.", publisher: "Two", claims: Readings.Claim("v2", Visit, "visits", "Shoigu", "North Korea")), Cancel)).ShouldBeFalse();
        (await Store.StampAsync(Cancel)).ShouldBe(stamp);
        await Should.ThrowAsync<RecordException>(() => Store.RereadAsync(AidReading(), Cancel));
    }

    [Fact]
    public async Task What_came_with_a_report_is_there_to_read_it_anew()
    {
        var report = Readings.Of("a", Visit).Report with { Sentences = [new(0, Visit.Length)], Words = new(Visit, [0, 7], [6, 13], [2]), Notices = [new("encoding", NoticeSeverity.Info, default, "Read as windows-1252.")] };
        await Store.FileAsync(Readings.Of("a", Visit) with { Report = report }, Cancel);
        var back = (await Store.ReadingAsync("a", Cancel))!.Report;
        back.Sentences.ShouldBe(report.Sentences);
        back.Words!.Ends.ShouldBe([6, 13]);
        back.Notices.ShouldBe(report.Notices);
    }

    [Fact]
    public async Task Figures_of_a_claim_follow_what_is_decided_about_it()
    {
        await Store.FileAsync(AidReading(), Cancel);
        await Store.DecideAsync(Decide(DecisionKind.Reject, "s"), Cancel);
        (await Store.FusedAsync(Cancel)).Figures.ShouldBeEmpty();
        await Store.WithdrawAsync(1, Cancel);
        (await Store.FusedAsync(Cancel)).Figures.ShouldHaveSingleItem();
        (await Faults()).ShouldBeEmpty();
    }

    public static TheoryData<Decision> BadDecisions =>
    [
        Decide(DecisionKind.Accept),
        Decide(DecisionKind.Join, "v1"),
        Decide(DecisionKind.Split, "v1"),
        Decide(DecisionKind.Split, "v1") with { From = ["v1"] },
        Decide(DecisionKind.Correct, "v1"),
        Decide(DecisionKind.Correct, "v1") with { Field = "status", Value = "perhaps" },
        Decide(DecisionKind.Correct, "v1") with { Field = "from", Value = "tomorrow" },
        Decide(DecisionKind.Correct, "v1") with { Field = "weather", Value = "fair" },
        Decide(DecisionKind.Accept, "v1") with { By = "" },
        Decide(DecisionKind.Accept, "nothing"),
    ];

    [Theory]
    [MemberData(nameof(BadDecisions), DisableDiscoveryEnumeration = true)]
    public async Task A_decision_that_makes_no_sense_is_refused(Decision decision)
    {
        await FileTwoVisits();
        await Should.ThrowAsync<RecordException>(() => Store.DecideAsync(decision, Cancel));
        (await Store.DecisionsAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reading_that_cannot_be_is_found()
    {
        await FileTwoVisits();
        (await Faults()).ShouldBeEmpty();
        await Store.FileAsync(Readings.Of("bad", "Short.", claims: Readings.Claim("b", "Short.", "Short", "Short", "Short", c => c with { Actors = [new(new(0, 99), "Short", null, [], null)], Sentence = 7, Within = "gone" })), Cancel);
        (await Faults()).Count.ShouldBe(3);
        (await Faults()).ShouldAllBe(fault => fault.StartsWith("report 'bad': "));
    }

    [Fact]
    public async Task What_is_done_to_a_record_leaves_it_sound()
    {
        var random = new Random(20261128);
        var names = new List<string>();
        string[] asked = ["whether Shoigu would visit North Korea", "number of words in numbers", "words of its own", "comment"];
        var answered = 0;
        for (var step = 0; step < 120; step++)
        {
            var at = names.Count == 0 ? "" : names[random.Next(names.Count)];
            switch (names.Count < 10 ? 0 : random.Next(8))
            {
                case 0 or 1 or 2:
                    names.Add($"r{step}");
                    var text = $"{Visit} It is number {step % 7} of some, with {step % 5} in words of its own: {string.Join(' ', Enumerable.Range(step % 4, 20))}.";
                    await Store.FileAsync(Readings.Of(names[^1], text, $"2025-03-{1 + random.Next(28):00}", "Paper " + random.Next(4), Readings.Claim($"c{step}", text, "visits", random.Next(2) == 0 ? "Shoigu" : "KCNA", "North Korea"), Readings.Claim($"d{step}", text, "says", "KCNA", "words", c => c with
                    {
                        Figures = [new(Readings.Span(text, "number"), 3, new(step % 3, step % 3, "soldier", null, false, null))],
                        Status = step % 3 == 0 ? ClaimStatus.Planned : ClaimStatus.Occurred,
                    })) with
                    { Unknowns = [.. asked.Where(_ => random.Next(5) == 0).Select(what => new Unknown(new(0, 2), what, []))] }, Cancel);
                    break;
                case 3:
                    await Store.RetractAsync(at, random.Next(2) == 0 ? null : new(new(2025, 4, 1), "wrong"), Cancel);
                    break;
                case 4:
                    await Store.EraseAsync([at], Cancel);
                    names.Remove(at);
                    break;
                case 5:
                    var before = (await Store.ReadingAsync(at, Cancel))!;
                    await Store.RereadAsync(before with { Claims = [.. before.Claims.Skip(random.Next(2)).Select(c => c with { Confidence = 0.5, Within = null })], Figures = [] }, Cancel);
                    break;
                default:
                    var claims = (await Store.ReadingAsync(at, Cancel))!.Claims.Select(c => c.Id).ToArray();
                    var other = (await Store.ReadingAsync(names[random.Next(names.Count)], Cancel))!.Claims.Select(c => c.Id).Except(claims).ToArray();
                    if (claims.Length == 0 || other.Length == 0) break;
                    DecisionKind[] kinds = [DecisionKind.Split, DecisionKind.Join, DecisionKind.Reject, DecisionKind.Accept, DecisionKind.Correct];
                    var kind = kinds[random.Next(kinds.Length)];
                    var (field, value) = random.Next(2) == 0 ? ("status", "ongoing") : ("actor", random.Next(2) == 0 ? "Shoigu" : "Somebody");
                    var kept = await Store.DecideAsync(Decide(kind, kind == DecisionKind.Join ? [.. claims, .. other] : claims) with { From = kind == DecisionKind.Split ? [.. other] : [], Field = field, Value = value }, Cancel);
                    if (random.Next(3) == 0) await Store.WithdrawAsync(kept.Number, Cancel);
                    break;
            }
            if (step % 20 == 19) (await Faults()).ShouldBeEmpty($"after step {step}");
            var answers = await Pages.All(page => Store.UnknownsAsync(new(), page, Cancel), Cancel).Select(q => (q.Id, q.Answer?.Claim.Id)).Order().ToListAsync(Cancel);
            answers.ShouldBe(await AnswersLookedFor(), $"after step {step}");
            answered += answers.Count(a => a.Item2 is not null);
        }
        answered.ShouldBeGreaterThan(100);
    }

    /// <summary>Every question of the record, and the claim that answers it, looked for in all of it.</summary>
    private async Task<List<(string, string?)>> AnswersLookedFor()
    {
        var counting = await Store.ClaimsAsync(new(), Cancel).Where(c => c.Event is not null).Select(c => c.Claim.Id).ToHashSetAsync(StringComparer.Ordinal, Cancel);
        var readings = await Pages.All(page => Store.ReportsAsync(new(), page, Cancel), Cancel).Where(r => r.Retraction is null).Select(r => r.Reading).ToListAsync(Cancel);
        return [.. readings.SelectMany(r => r.Unknowns.Select(u => ($"{r.Report.Id}#{u.Span.Start}", AskedWords.Of(r, u)?.Answer(readings, c => counting.Contains(c.Id))?.Claim.Id))).Order()];
    }

    [Fact]
    public async Task Reports_may_come_in_any_order()
    {
        var readings = Enumerable.Range(0, 12).Select(i => Readings.Of($"r{i}", $"Text of its own, number {i}, about this and that.", $"2025-03-{1 + i * 3 % 28:00}", "Paper " + i, Readings.Claim($"c{i}", "x", "x", "Shoigu", "North Korea"))).ToArray();
        foreach (var reading in readings.Reverse()) await Store.FileAsync(reading, Cancel);
        await using var other = new MemoryRecordStore();
        foreach (var reading in readings) await other.FileAsync(reading, Cancel);
        Summary(await Store.FusedAsync(Cancel)).ShouldBe(Summary(await other.FusedAsync(Cancel)));

        static string Summary(FusedRecord fused) => string.Join("; ", fused.Events.Select(e => e.Id + ": " + string.Join(' ', e.Claims.Select(c => c.Claim.Id))));
    }

    private async Task<List<string>> Faults() => await Store.VerifyAsync(Cancel).ToListAsync(Cancel);

    private async Task FileTwoVisits()
    {
        await Store.FileAsync(Readings.Of("one", Visit, publisher: "One", claims: Readings.Claim("v1", Visit, "visits", "Shoigu", "North Korea")), Cancel);
        await Store.FileAsync(Readings.Of("two", Visit + " Again.", publisher: "Two", claims: Readings.Claim("v2", Visit, "visits", "Shoigu", "North Korea")), Cancel);
    }

    private static Decision Decide(DecisionKind kind, params string[] claims) => new() { Kind = kind, Claims = [.. claims], By = "an analyst", At = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero) };

    private static async Task<List<string>> All<T>(Func<PageRequest, Task<Page<T>>> page, Func<T, string> name)
    {
        var (names, after) = (new List<string>(), (string?)null);
        do
        {
            var part = await page(new(3, after));
            part.Items.Length.ShouldBeLessThanOrEqualTo(3);
            names.AddRange(part.Items.Select(name));
            after = part.Next;
        }
        while (after is not null);
        return names;
    }

    protected abstract Task<IRecordStore> OpenAsync();

    private async Task<List<string>> Claims(ClaimQuery query) => await Store.ClaimsAsync(query, Cancel).Select(c => c.Claim.Id).ToListAsync(Cancel);

    private static FiledReading VisitReading() => Readings.Of("a", Visit, claims: Readings.Claim("v", Visit, "visits", "Shoigu", "North Korea", c => c with
    {
        Attribution = ["KCNA"],
        Place = new(1871859, "Pyongyang", 39.03, 125.75, "PRK", "P.PPLC"),
        Contexts = ["military"],
        Rule = "visit#1",
    }));

    private static FiledReading AidReading() => Readings.Of("b", Aid, "2024-10-18", "The Evening Column", Readings.Claim("s", Aid, "sent", "Pyongyang", "Russia", c => c with
    {
        Frame = new("aid", null, false, "gives"),
        Actors = [new(new(0, 9), "Pyongyang", "PRK", ["GOV"], "state/PRK")],
        Status = ClaimStatus.Planned,
        Confidence = 0.7,
        Attribution = ["Yonhap", "Séoul"],
        Time = new(new(2024, 10, 1), new(2024, 10, 31), TimeBasis.Explicit),
        Figures = [new(Readings.Span(Aid, "3,000 soldiers"), 3, new(1000, 3000, "soldier", null, true, QuantityChange.Additional))],
        Within = "s",
        Factuality = new(1.5),
    }));

    /// <summary>Everything in it, so that nothing forgotten goes unseen.</summary>
    private static string Json(FiledReading reading) => JsonSerializer.Serialize(reading);
}

public sealed class MemoryRecordStoreTests : RecordStoreContract
{
    protected override Task<IRecordStore> OpenAsync() => Task.FromResult<IRecordStore>(new MemoryRecordStore());
}
