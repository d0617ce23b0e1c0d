using Chancery.Fusion;
using Chancery.Records;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Fusion;

public class FuserTests
{
    private const string Dispatch = "The foreign minister arrived in the capital on Friday to meet the leader, the state agency said, and did not say what they would talk about in the coming days.";

    [Fact]
    public void Copies_of_one_dispatch_are_one_origin()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2025-03-21", Dispatch, Claim("visit", "RUS:Lavrov", "PRK")),
            Report("b", "2025-03-22", "PYONGYANG - " + Dispatch, Claim("visit", "RUS:Lavrov", "PRK")),
        ]);
        fused.Lineages[1].ShouldBe(new Lineage("b", "a", "a", ReportKind.Copy));
        fused.Events.ShouldHaveSingleItem().Independent.ShouldBe(1);
        fused.Events[0].Standing.ShouldBe(Standing.SingleSource);
    }

    [Fact]
    public void Two_reports_of_their_own_settle_an_event()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2025-03-21", "Lavrov came to Pyongyang.", Claim("visit", "RUS:Lavrov", "PRK")),
            Report("b", "2025-03-21", "A Russian guest was seen at the airport.", Claim("visit", "RUS:Lavrov", "PRK")),
        ]);
        fused.Events.ShouldHaveSingleItem().Standing.ShouldBe(Standing.Settled);
    }

    [Fact]
    public void Two_outlets_that_quote_one_source_are_one_origin()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2025-03-21", "One tells it so.", Claim("visit", "RUS:Lavrov", "PRK", source: "KCNA")),
            Report("b", "2025-03-21", "The other tells it otherwise.", Claim("visit", "RUS:Lavrov", "PRK", source: "KCNA")),
        ]);
        fused.Events.ShouldHaveSingleItem().Independent.ShouldBe(1);
    }

    [Fact]
    public void A_denial_stands_beside_what_it_denies()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2024-10-18", "They went.", Claim("aid.troops", "PRK", "RUS")),
            Report("b", "2024-10-20", "They did not.", Claim("aid.troops", "PRK", "RUS", ClaimStatus.Denied, "Pyongyang")),
        ]);
        var happening = fused.Events.ShouldHaveSingleItem();
        happening.Standing.ShouldBe(Standing.Contested);
        happening.Disputes.ShouldHaveSingleItem().Field.ShouldBe(DisputeField.Status);
    }

    [Fact]
    public void A_plan_is_settled_by_the_deed()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2025-07-09", "He will go.", Claim("visit", "RUS:Lavrov", "PRK", ClaimStatus.Planned)),
            Report("b", "2025-07-12", "He went.", Claim("visit", "RUS:Lavrov", "PRK")),
        ]);
        fused.Events.Length.ShouldBe(2);
        fused.Events.Single(e => e.Status == ClaimStatus.Occurred).Settles.ShouldBe(fused.Events.Single(e => e.Status == ClaimStatus.Planned).Id);
        fused.Events.Single(e => e.Status == ClaimStatus.Planned).Standing.ShouldBe(Standing.Superseded);
    }

    [Fact]
    public async Task A_deed_that_a_plan_of_the_same_batch_has_found_still_goes_to_the_earlier_plan()
    {
        await using var store = new MemoryRecordStore();
        await store.FileAsync([Plan("c", 1, 8, 25)], TestContext.Current.CancellationToken);
        await store.FileAsync([Deed("d", 20)], TestContext.Current.CancellationToken);
        await store.FileAsync([Plan("a", 5, 26, 30), Deed("b", 10)], TestContext.Current.CancellationToken);
        var fused = await store.FusedAsync(TestContext.Current.CancellationToken);
        fused.Events.Where(e => e.SettledBy is not null).Select(e => $"{e.Id} {e.SettledBy!.Event}").Order().ShouldBe(["ea-0 ed-0", "ec-0 eb-0"]);

        static FiledReading Plan(string id, int told, int from, int to) => Report(id, Day(told), "He will go.", Visit(ClaimStatus.Planned, from, to));

        static FiledReading Deed(string id, int day) => Report(id, Day(day), "He went.", Visit(ClaimStatus.Occurred, day, day));

        static EventClaim Visit(ClaimStatus status, int from, int to) =>
            Claim("visit", "RUS:Lavrov", "PRK", status) with { Time = new(new(2025, 7, from), new(2025, 7, to), TimeBasis.Explicit) };

        static string Day(int day) => $"2025-07-{day:00}";
    }

    [Fact]
    public void What_one_body_plans_another_of_its_state_may_do_to_the_same_person()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2024-12-04", "The party will impeach him.", Claim("indict", "KOR:the party", "KOR:Yoon", ClaimStatus.Planned)),
            Report("b", "2024-12-14", "Parliament impeached him.", Claim("indict", "KOR", "KOR:Yoon")),
            Report("c", "2024-12-15", "Parliament impeached another.", Claim("indict", "KOR", "KOR:Han")),
        ]);
        var plan = fused.Events.Single(e => e.Status == ClaimStatus.Planned);
        plan.SettledBy!.Event.ShouldBe(fused.Events.Single(e => e.Claims[0].Reading.Report.Id == "b").Id);
    }

    [Theory]
    [InlineData("RUS:Shoigu", "PRK")]
    [InlineData("RUS:Lavrov", "CHN")]
    public void Another_visitor_or_host_is_another_visit(string visitor, string host) =>
        Fuser.Fuse(
        [
            Report("a", "2025-03-21", "One came.", Claim("visit", "RUS:Lavrov", "PRK")),
            Report("b", "2025-03-21", "Another came elsewhere.", Claim("visit", visitor, host)),
        ]).Events.Length.ShouldBe(2);

    [Fact]
    public void Additional_troops_are_not_the_first_ones()
    {
        var sent = Claim("aid.troops", "PRK", "RUS");
        Fuser.Fuse(
        [
            Report("a", "2025-03-21", "Both.", sent with { Figures = [Number(10000, 12000, "troop")] }, sent with { Figures = [Number(1000, 3000, "troop", QuantityChange.Additional)] }),
        ]).Events.Length.ShouldBe(2);
    }

    [Fact]
    public void The_order_of_the_readings_does_not_matter()
    {
        FiledReading[] readings =
        [
            Report("a", "2025-07-09", "He will go.", Claim("visit", "RUS:Lavrov", "PRK", ClaimStatus.Planned)),
            Report("b", "2025-07-12", "He went.", Claim("visit", "RUS:Lavrov", "PRK")),
            Report("c", "2025-07-12", "There he was.", Claim("visit", "RUS:Lavrov", "PRK"), Claim("meet", "RUS:Lavrov")),
        ];
        var forward = Fuser.Fuse(readings).Events.Select(e => e.Id + e.Standing + e.Claims.Length);
        Fuser.Fuse(readings.Reverse()).Events.Select(e => e.Id + e.Standing + e.Claims.Length).ShouldBe(forward);
    }

    [Fact]
    public void No_claim_is_lost()
    {
        FiledReading[] readings = [.. Enumerable.Range(0, 20).Select(i => Report("r" + i, "2025-07-12", $"Text number {i}.", Claim("visit", i % 2 == 0 ? "RUS" : "CHN", "PRK"), Claim("meet", "USA")))];
        Fuser.Fuse(readings).Events.Sum(e => e.Claims.Length).ShouldBe(40);
    }
}
