using System.Collections.Immutable;
using Chancery.English;

namespace Chancery.Tests.Coding;

/// <summary>Who is taken for a party of an act, and who is not.</summary>
public sealed class PartyTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void The_members_of_a_group_are_its_parties() =>
        Claims("The visit could prepare a trip by Kim Jong Un to Russia. North Korea welcomed it. The two countries signed a treaty in June.")
            .ShouldContain(c => c.Actors.Select(a => a.Country).Order().SequenceEqual(new[] { "PRK", "RUS" }));

    [Theory]
    [InlineData("Norway sent soldiers to Mali to support its war against rebels.")]
    [InlineData("Iran warned that it would block any road near its border.")]
    public void Nobody_acts_on_himself(string text) =>
        Claims(text).ShouldAllBe(c => c.Frame.Reciprocal || !c.Recipients.Any(r => c.Actors.Any(a => a.ActorId != null && a.ActorId == r.ActorId)));

    [Fact]
    public void A_treaty_promises_nothing() =>
        Claims("Norway's foreign ministry said the treaty was ready to be signed.").ShouldAllBe(c => c.Actors.All(a => a.Name != "treaty"));

    [Fact]
    public void A_meeting_somebody_came_for_is_not_told_to_have_been_held() =>
        Claims("Sergei Shoigu arrived in Pyongyang on Friday to meet Kim Jong Un.").ShouldAllBe(c => c.Frame.Name != "meet" || c.Status == ClaimStatus.Planned);

    [Theory]
    [InlineData("By the reckoning of the army, 400 houses were destroyed.")]
    [InlineData("By the army's count 40 rebels were killed.")]
    public void Who_counts_has_not_done_it(string text) => Claims(text).ShouldHaveSingleItem().Actors.ShouldBeEmpty();

    [Fact]
    public void What_lies_behind_an_act_without_an_object_does_nothing() =>
        Claims("The square where police and protesters clashed by the airport was empty.").ShouldHaveSingleItem().Actors.Select(a => a.Name).ShouldBe(["police", "protesters"]);

    [Theory]
    [InlineData("Oil prices rose after the Kuwait invasion was reported.", "invasion")]
    [InlineData("The Gaza offensive has displaced thousands of families.", "displaced")]
    [InlineData("The Beirut bombing killed 12 people.", "killed")]
    [InlineData("With Crimea annexed, Russia turned to the east.", "annexed")]
    [InlineData("The council ordered an embargo on Iraq as punishment for seizing Kuwait.", "seizing")]
    public void A_place_that_was_struck_and_those_who_answer_it_have_not_done_it(string text, string trigger) =>
        Claims(text).ShouldAllBe(c => c.Trigger.In(text) != trigger || c.Actors.IsEmpty || c.Actors.All(a => a.Country == "IRQ"));

    [Theory]
    [InlineData("The US invasion of Iraq began in 2003.", "USA")]
    [InlineData("An Israeli raid on the camp killed four men.", "ISR")]
    public void A_state_named_before_its_deed_did_it(string text, string country) =>
        Claims(text).ShouldContain(c => c.Actors.Any(a => a.Country == country));

    [Theory]
    [InlineData("Norway's envoy burned letters to protest the killings.", "NOR")]
    [InlineData("Norway urged Iran to release the pilots.", "IRN")]
    public void The_object_of_a_verb_acts_only_where_the_verb_makes_it_act(string text, string country) =>
        Claims(text).Where(c => c.Frame.Name is "demonstrate" or "release" or "protest" or "complain").ShouldAllBe(c => c.Actors.All(a => a.Country == country));

    [Theory]
    [InlineData("Presidents Leonid Kuchma of Ukraine and Boris Yeltsin of Russia signed an accord.")]
    [InlineData("The foreign ministers of Ukraine and Russia held talks in Cairo.")]
    public void Each_of_those_who_hold_an_office_is_a_party(string text) =>
        Claims(text).ShouldContain(c => c.Actors.Any(a => a.Country == "UKR") && c.Actors.Any(a => a.Country == "RUS"));

    [Theory]
    [InlineData("The leaders of Armenia and Azerbaijan signed a pact.", "ARM", "AZE")]
    [InlineData("The leaders of France, Germany and Poland condemned Iran.", "DEU", "FRA", "POL")]
    [InlineData("The armies of India and Pakistan fought.", "IND", "PAK")]
    [InlineData("The ambassadors of Sweden and Norway signed the accord.", "NOR", "SWE")]
    public void Those_whose_leaders_or_armies_act_are_told_each_by_name(string text, params string[] countries)
    {
        var claim = Claims(text).ShouldHaveSingleItem();
        claim.Actors.Select(a => a.Country).Order().ShouldBe(countries);
        claim.Actors.ShouldAllBe(a => !a.Name.Contains("leaders", StringComparison.OrdinalIgnoreCase) && !a.Name.Contains("armies"));
    }

    [Theory]
    [InlineData("The leader of Armenia and the president of Georgia met.", "leader")]
    [InlineData("The leaders of Armenia condemned Turkey.", "leaders")]
    [InlineData("The leaders of Armenia and several rebels met.", "leaders")]
    [InlineData("The governors of Texas and Arizona met.", "governors")]
    public void Others_keep_their_own_name(string text, string name) => Claims(text).ShouldContain(c => c.Actors.Any(a => a.Name.Contains(name)));

    [Theory]
    [InlineData("Turkey is planning talks with Russia.", "TUR", "RUS")]
    [InlineData("Putin and Macron spoke by phone on Monday.", "RUS", "FRA")]
    [InlineData("Trump and Putin spoke by phone on Monday.", "USA", "RUS")]
    [InlineData("Hezbollah fired rockets at Haifa, the army said.", "LBN", "ISR")]
    [InlineData("Israel fired drones at Tehran, the general said.", "ISR", "IRN")]
    public void A_wrong_tree_or_tag_loses_nobody(string text, string one, string other) =>
        Claims(text).ShouldContain(c => c.Actors.Concat(c.Recipients).Any(p => p.Country == one) && c.Actors.Concat(c.Recipients).Any(p => p.Country == other));

    [Theory]
    [InlineData("Turkey offered an apology to Israel.", "apologize", ClaimStatus.Occurred)]
    [InlineData("Turkey offered its condolences to Israel.", "support", ClaimStatus.Occurred)]
    [InlineData("Turkey tendered an apology to Israel.", "apologize", ClaimStatus.Occurred)]
    [InlineData("Turkey has offered to apologize to Israel.", "apologize", ClaimStatus.Planned)]
    [InlineData("Turkey offered talks to Israel.", "talk", ClaimStatus.Planned)]
    public void An_apology_that_is_offered_is_made_and_talks_are_not_held(string text, string frame, ClaimStatus status)
    {
        var claim = Claims(text).First(c => c.Frame.Name == frame);
        claim.Status.ShouldBe(status);
        claim.Actors.ShouldContain(a => a.Country == "TUR");
    }

    [Theory]
    [InlineData("Venezuela severed ties with Paraguay.", "VEN")]
    [InlineData("North Korea test-fired two ballistic missiles into the sea.", "PRK")]
    public void The_name_that_opens_a_sentence_is_not_lost_to_a_noun_beside_the_verb(string text, string country) =>
        Claims(text).ShouldContain(c => c.Actors.Any(a => a.Country == country));

    [Fact]
    public void Inspectors_given_a_task_are_accused_of_nothing() =>
        Claims("The council charged the inspectors with verifying that Iran had closed the plant.").ShouldAllBe(c => c.Frame.Name != "indict");

    private static ImmutableArray<EventClaim> Claims(string text) =>
        Reader.Read(new Report { Id = "parties", Text = text, Published = new(2024, 10, 18) }).Claims.Claims;
}
