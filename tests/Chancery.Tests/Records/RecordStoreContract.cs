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
    public async Task What_was_fused_stands_until_another_report_comes()
    {
        await Store.FileAsync(VisitReading(), Cancel);
        await Store.FileAsync(AidReading(), Cancel);
        (await Store.FusedAsync(Cancel)).ShouldBeNull();
        var readings = await Store.ReadingsAsync(Cancel).ToListAsync(Cancel);
        await Store.KeepAsync(Fused(readings), Cancel);

        var back = (await Store.FusedAsync(Cancel))!;
        back.Lineages.ShouldBe([new("b", "b", null, ReportKind.Original), new("a", "b", "b", ReportKind.Rewrite)]);
        var item = back.Events.ShouldHaveSingleItem();
        item.Claims.Select(c => c.Claim.Id).ShouldBe(["s", "v"]);
        item.Best.Claim.Id.ShouldBe("v");
        item.Disputes.Single().Sides.Select(s => s.Single()).ShouldBe(["s", "v"]);
        (item.Status, item.Standing, item.Independent, item.Settles).ShouldBe((ClaimStatus.Planned, Standing.Contested, 2, "e0"));
        var figure = back.Figures.ShouldHaveSingleItem();
        figure.Figure.Mention.Quantity.Max.ShouldBe(3000);
        (figure.Series, figure.Supersedes, figure.Drift!.To).ShouldBe(("troops", "f0", "intelligence"));

        await Store.FileAsync(Readings.Of("c", "Something else."), Cancel);
        (await Store.FusedAsync(Cancel)).ShouldBeNull();
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
        Within = "v",
        Factuality = new(1.5),
    }));

    private static FusedRecord Fused(List<FiledReading> readings)
    {
        var (aid, visit) = (readings[0], readings[1]);
        FiledClaim[] claims = [new(aid, aid.Claims[0]), new(visit, visit.Claims[0])];
        return new(
            [new("b", "b", null, ReportKind.Original), new("a", "b", "b", ReportKind.Rewrite)],
            [new()
            {
                Id = "es", Claims = [.. claims], Best = claims[1], Status = ClaimStatus.Planned, Standing = Standing.Contested, Independent = 2, Settles = "e0",
                Time = aid.Claims[0].Time, Disputes = [new(DisputeField.Status, [["s"], ["v"]])],
            }],
            [new()
            {
                Id = "f1", Series = "troops", Reading = aid, Figure = aid.Figures[0], AsOf = new(2024, 10, 18), Supersedes = "f0", Contradicts = ["f2"],
                Drift = new("source", "media", "intelligence", "b"),
            }]);
    }

    /// <summary>Everything in it, so that nothing forgotten goes unseen.</summary>
    private static string Json(FiledReading reading) => JsonSerializer.Serialize(reading);
}

public sealed class MemoryRecordStoreTests : RecordStoreContract
{
    protected override Task<IRecordStore> OpenAsync() => Task.FromResult<IRecordStore>(new MemoryRecordStore());
}
