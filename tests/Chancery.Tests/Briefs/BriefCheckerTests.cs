using System.Collections.Immutable;
using Chancery.Briefs;
using Chancery.English;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Briefs;

public class BriefCheckerTests
{
    private const string Said = "North Korea sent 1,500 soldiers to Russia on Friday, South Korea's spy agency said.";
    private static readonly BriefChecker Checker = new(EnglishPack.Instance);

    [Theory]
    [InlineData("North Korea sent 1,500 soldiers to Russia, South Korea's spy agency said.")]
    [InlineData("On 18 October 2024, North Korea sent 1,500 soldiers to Russia.")]
    [InlineData("North Korea sent 1,500 soldiers to Russia. Disputed is whether it happened: asserted by South Korea's spy agency.")]
    public void What_is_cited_may_be_told(string told) => Faults(told, ClaimStatus.Occurred).ShouldBeEmpty();

    [Theory]
    [InlineData("Russia sent 1,500 soldiers to North Korea, South Korea's spy agency said.")]
    [InlineData("North Korea sent 1,500 soldiers to Russia, North Korea said.")]
    [InlineData("North Korea did not send 1,500 soldiers to Russia.")]
    [InlineData("On 18 November 2024, North Korea sent 1,500 soldiers to Russia.")]
    [InlineData("North Korea sent 1,500 soldiers to Russia (three independent sources).")]
    [InlineData("North Korea sent 15,000 soldiers to Russia.")]
    [InlineData("South Korea sent 1,500 missiles to Russia.")]
    [InlineData("North Korea sent 1,500 soldiers to Ukraine.")]
    [InlineData("Kim Jong Un sent 1,500 soldiers to Russia.")]
    [InlineData("On 19 October 2024, North Korea sent 1,500 soldiers to Russia.")]
    [InlineData("North Korea sent 1,500 soldiers to Russia, the Pentagon said.")]
    [InlineData("North Korea secretly sent 1,500 soldiers to Russia.")]
    public void What_no_cited_sentence_says_is_refused(string told) => Faults(told, ClaimStatus.Occurred).ShouldNotBeEmpty();

    [Fact]
    public void A_plan_told_as_done_is_refused() => Faults("North Korea sent 1,500 soldiers to Russia.", ClaimStatus.Planned).ShouldContain("it tells as done what lies ahead");

    [Theory]
    [InlineData("North Korea sent 1,500 soldiers to Russia.", false)]
    [InlineData("North Korea may have sent 1,500 soldiers to Russia.", true)]
    public void What_may_have_been_is_told_hedged(string told, bool isHedged)
    {
        var reading = Report("a", "2024-10-18", Said, Claim("aid.troops", "PRK:North Korea", "RUS:Russia", ClaimStatus.Possible) with { IsPast = true });
        Checker.Faults(new(told, [new(reading, reading.Sentences[0], reading.Claims[0].Id)])).ShouldBe(isHedged ? [] : ["it tells as done what may have been"]);
    }

    [Fact]
    public void A_denial_told_as_so_is_refused() => Faults("North Korea sent 1,500 soldiers to Russia.", ClaimStatus.Denied).ShouldContain("it asserts what is denied");

    [Fact]
    public void A_sentence_that_cites_nothing_is_refused() => Checker.Faults(new("North Korea sent soldiers.", [])).ShouldBe(["nothing is cited"]);

    private static ImmutableArray<string> Faults(string told, ClaimStatus status)
    {
        var reading = Report("a", "2024-10-18", Said, Claim("aid.troops", "PRK:North Korea", "RUS:Russia", status, "South Korea's spy agency"));
        return Checker.Faults(new(told, [new(reading, reading.Sentences[0], reading.Claims[0].Id)]));
    }
}
