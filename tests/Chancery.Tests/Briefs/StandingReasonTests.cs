using Chancery.Briefs;
using Chancery.Fusion;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Briefs;

public class StandingReasonTests
{
    [Fact]
    public void Two_sources_are_named() => Reason(
        Standing.Settled,
        Report("a", "2025-03-21", "Lavrov came to Pyongyang.", Claim("visit", "RUS:Lavrov", "PRK")),
        Report("b", "2025-03-21", "A Russian guest was seen at the airport.", Claim("visit", "RUS:Lavrov", "PRK", source: "KCNA"))).ShouldBe("two independent sources say so: KCNA and The a");

    [Fact]
    public void One_source_that_several_reports_quote_is_one() => Reason(
        Standing.SingleSource,
        Report("a", "2025-03-21", "One tells it so.", Claim("visit", "RUS:Lavrov", "PRK", source: "KCNA")),
        Report("b", "2025-03-21", "The other tells it otherwise.", Claim("visit", "RUS:Lavrov", "PRK", source: "KCNA"))).ShouldBe("one source alone says so: KCNA, told by two reports");

    [Fact]
    public void Those_who_deny_stand_beside_those_who_assert() => Reason(
        Standing.Contested,
        Report("a", "2025-03-21", "Lavrov came to Pyongyang.", Claim("visit", "RUS:Lavrov", "PRK", source: "KCNA")),
        Report("b", "2025-03-21", "He did not come.", Claim("visit", "RUS:Lavrov", "PRK", ClaimStatus.NotOccurred, "the ministry"))).ShouldBe("whether it happened: yes (KCNA), no (the ministry)");

    [Fact]
    public void A_plan_names_what_settled_it()
    {
        var fused = Fuser.Fuse(
        [
            Report("a", "2025-07-09", "He will go.", Claim("visit", "RUS:Lavrov", "PRK", ClaimStatus.Planned)),
            Report("b", "2025-07-12", "He went.", Claim("visit", "RUS:Lavrov", "PRK")),
        ]);
        var plan = fused.Events.Single(e => e.Standing == Standing.Superseded);
        StandingReason.Of(plan).Words.ShouldBe("it came about: " + plan.SettledBy!.Event);
    }

    private static string Reason(Standing standing, params FiledReading[] readings)
    {
        var e = Fuser.Fuse(readings).Events.ShouldHaveSingleItem();
        e.Standing.ShouldBe(standing);
        var reason = StandingReason.Of(e);
        reason.Claims.ShouldBe(e.Claims.Select(c => c.Claim.Id), ignoreOrder: true);
        return reason.Words;
    }
}
