using Chancery.English;
using Chancery.Fusion;
using Chancery.Ontologies;

namespace Chancery.Tests.Fusion;

/// <summary>Happenings have mostly no parties: what an affair has one of is joined by the affair, what it has many of by words, numbers and things.</summary>
public sealed class HappeningJoinTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    private const string Crash = "An Azerbaijani passenger jet crashed near Aktau in Kazakhstan on Wednesday, Kazakhstan's emergency ministry said. The jet of Azerbaijan Airlines was on its way from Baku to Grozny.";

    private const string After = "Azerbaijan Airlines suspended its flights to Grozny. The passenger jet from Baku came down near Aktau in Kazakhstan.";

    [Fact]
    public void What_an_affair_has_one_of_is_one_whatever_words_tell_it() => Kinds(("a", Crash, 6), ("b", After, 8)).Count(k => k == "accident").ShouldBe(1);

    [Fact]
    public void Another_one_is_another() => Kinds(("a", Crash, 6), ("b", After + " Since then another airliner has crashed.", 8)).Count(k => k == "accident").ShouldBe(2);

    [Fact]
    public void Two_who_take_office_are_two() =>
        Kinds(("a", "Chapo will be sworn in on Jan. 15. Mondlane will take an oath of his own before the vote.", 6)).Count(k => k == "take-office").ShouldBe(2);

    [Fact]
    public void What_was_announced_is_settled_by_what_is_told_of_the_affair()
    {
        var events = Fuse(
            ("a", "Israel and Hamas agreed on a deal in Doha. A truce in Gaza will begin on Sunday, Qatar said.", 1),
            ("b", "Hamas freed hostages in Gaza under the deal that Israel and Qatar had reached in Doha. The ceasefire began in the morning.", 5)).Events;
        var plan = events.Single(e => e.Best.Claim.Frame.Name == "truce-begins" && e.Status == ClaimStatus.Planned);
        plan.SettledBy.ShouldNotBeNull().Status.ShouldBe(ClaimStatus.Occurred);
    }

    [Fact]
    public void A_surname_is_the_full_name_s() =>
        Fuse(("a", "Mondlane will return to Maputo, he told his followers.", 1), ("b", "Venancio Mondlane returned to Maputo on Monday.", 6)).Events
            .Single(e => e.Status == ClaimStatus.Planned && e.Best.Claim.Frame.Name == "return").SettledBy.ShouldNotBeNull();

    [Fact]
    public void The_attack_is_the_one_told_before() =>
        Fuse(("a", "Gunmen shot at a bus near Goma on Monday. No group has claimed the attack.", 6)).Events.Count(e => e.Best.Claim.Frame.Name is "attack.firearms" or "incident").ShouldBe(1);

    [Fact]
    public void Another_number_of_things_is_another_lot() =>
        Kinds(("a", "The army received 27 shells in Goma on Monday.", 6), ("b", "Officers in Goma said that 78 shells had been received by the army.", 7)).Count(k => k == "delivery").ShouldBe(2);

    [Fact]
    public void One_who_gives_two_numbers_does_not_dispute_himself() =>
        Fuse(("a", "Of 11,000 soldiers about 4,000 were killed, the general staff said.", 6)).Events.ShouldAllBe(e => e.Disputes.IsEmpty);

    [Fact]
    public void What_has_no_code_makes_no_tie()
    {
        var events = Fuse(("a", "The refugees from Syria crossed into Lebanon.", 6)).Events;
        events.ShouldContain(e => e.Best.Claim.IsHappening);
        TieFinder.Find(events, Codebook.Read(EnglishPack.Instance).Plover.Code).ShouldBeEmpty();
    }

    private static IEnumerable<string> Kinds(params (string Id, string Text, int Day)[] reports) => Fuse(reports).Events.Select(e => e.Best.Claim.Frame.Name);

    private static FusedRecord Fuse(params (string Id, string Text, int Day)[] reports) =>
        Fuser.Fuse([.. reports.Select(r => FiledReading.Of(Reader.Read(new Report { Id = r.Id, Text = r.Text, Published = new(2024, 5, r.Day), Publisher = "The " + r.Id })))]);
}
