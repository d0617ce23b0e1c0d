using Chancery.Fusion;
using Chancery.Ontologies;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Fusion;

public class TieFinderTests
{
    private static readonly Func<EventClaim, EventCode?> Code = Codebook.Read(Chancery.English.EnglishPack.Instance).Plover.Code;

    [Fact]
    public void What_went_each_way_is_counted_by_kind()
    {
        var ties = Ties(("2025-01-06", "aid.troops", "PRK", "RUS"), ("2025-01-13", "aid.troops", "PRK", "RUS"), ("2025-01-14", "praise", "RUS", "PRK"));
        ties.Select(t => (t.From, t.To, t.Events)).ShouldBe([("PRK", "RUS", 2), ("RUS", "PRK", 1)]);
        ties[0].Kinds.ShouldBe([("AID", 2)]);
        ties[0].Score.ShouldBe(10);
    }

    [Fact]
    public void Plans_and_denials_make_no_tie() => TieFinder.Find(
        Fuser.Fuse([Report("a", "2025-01-06", "It may be so.", Claim("aid.troops", "PRK", "RUS", ClaimStatus.Planned)), Report("b", "2025-01-06", "It is not so.", Claim("sanction", "PRK", "CHN", ClaimStatus.NotOccurred))]).Events, Code).ShouldBeEmpty();

    [Fact]
    public void A_blow_after_years_of_help_is_unusual_and_a_visit_is_not()
    {
        string[] mondays = ["2025-01-06", "2025-01-20", "2025-02-03", "2025-02-17"];
        var help = mondays.Select(m => (m, "aid.troops", "PRK", "RUS")).ToArray();
        Ties([.. help, ("2025-03-03", "attack", "PRK", "RUS")]).Single().Unusual.ShouldHaveSingleItem().Monday.ShouldBe(new(2025, 3, 3));
        Ties([.. help, ("2025-03-03", "visit", "PRK", "RUS")]).Single().Unusual.ShouldBeEmpty();
    }

    [Fact]
    public void Far_more_events_than_a_week_had_before_are_unusual()
    {
        string[] mondays = ["2025-01-06", "2025-02-03", "2025-03-03", "2025-03-31"];
        (string, string, string, string)[] weekly = [.. mondays.Select(m => (m, "criticize", "PRK", "KOR"))];
        var burst = Enumerable.Range(7, 4).Select(day => ($"2025-04-{day:00}", "criticize", "PRK", "KOR"));
        var week = Ties([.. weekly, .. burst]).Single().Unusual.ShouldHaveSingleItem();
        week.Monday.ShouldBe(new(2025, 4, 7));
        week.Events.Length.ShouldBe(4);
    }

    /// <summary>Each deed is a report of its own, told so that no two are taken for one.</summary>
    private static IReadOnlyList<CountryTie> Ties(params (string Day, string Frame, string From, string To)[] deeds) => TieFinder.Find(
        deeds.Select((d, i) => Alone(Report($"r{i}", d.Day, $"Report {i}.", Claim(d.Frame, d.From, d.To)))), Code);

    private static Event Alone(FiledReading reading) => Fuser.Fuse([reading]).Events.Single();
}
