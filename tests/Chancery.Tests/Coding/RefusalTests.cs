using System.Collections.Immutable;
using Chancery.English;

namespace Chancery.Tests.Coding;

/// <summary>What is refused, guessed or said not to be so: auxiliaries as acts, and what a negation reaches.</summary>
public sealed class RefusalTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Theory]
    [InlineData("The Security Council will not lift the sanctions on Iraq.", "will not lift")]
    [InlineData("Russia said that Sudan must return the helicopter.", "must return")]
    public void An_auxiliary_names_its_act_together_with_its_verb(string text, string trigger) =>
        Claims(text).ShouldContain(c => c.Trigger.In(text) == trigger);

    [Theory]
    [InlineData("Castro must be dreaming, the mayor said.")]
    [InlineData("The general must have signed the order, the minister said.")]
    public void A_guess_demands_nothing(string text) => Claims(text).ShouldAllBe(c => !c.Trigger.In(text).StartsWith("must", StringComparison.Ordinal));

    [Theory]
    [InlineData("Norway rejected the demand that its soldiers be withdrawn from Mali.")]
    [InlineData("Norway turned down a request for its troops to be withdrawn from Mali.")]
    public void What_a_rejected_call_asks_for_is_no_act_of_its_own(string text)
    {
        Claims(text).ShouldContain(c => c.Frame.Name.StartsWith("reject"));
        Claims(text).ShouldAllBe(c => c.Trigger.In(text) != "deployed" && c.Trigger.In(text) != "withdrawn");
    }

    [Theory]
    [InlineData("Serbia insisted it had not sent troops to the town.", false)]
    [InlineData("Norway insisted that Mali release the pilots.", true)]
    [InlineData("Norway insisted that the pilots be freed by Mali.", true)]
    [InlineData("Norway insisted that Mali should release the pilots.", true)]
    public void Only_what_is_to_be_done_is_asked_for(string text, bool isAsked) => Claims(text).Any(c => c.Frame.Name.StartsWith("request", StringComparison.Ordinal)).ShouldBe(isAsked);

    [Theory]
    [InlineData("The ministry said Kenya had shelled the port, which Uganda denied.", "Uganda")]
    [InlineData("Sudan said Chad bombed the airfield, a charge Chad rejected.", "Chad")]
    [InlineData("Rwanda, which denies the charge, closed the border.", "Rwanda")]
    public void What_is_denied_is_nobody(string text, string denier)
    {
        var denial = Claims(text).Single(c => c.Frame.Name == "deny");
        denial.Actors.ShouldHaveSingleItem().Name.ShouldBe(denier);
        denial.Recipients.ShouldBeEmpty();
        denial.Attribution.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Uganda accused Kenya of firing missiles at the town.", "firing", "Kenya", "Uganda")]
    [InlineData("The opposition blamed the army for shelling two villages.", "shelling", "the army", "opposition")]
    [InlineData("The minister accused Rwanda of having sent troops across the border.", "sent", "Rwanda", "minister")]
    [InlineData("Prosecutors brought a charge of killing three guards against the colonel.", "killing", "the colonel", null)]
    [InlineData("The premier faces charges of bombing a village.", "bombing", "The premier", null)]
    [InlineData("Gunmen accused of kidnapping the doctor were arrested.", "kidnapping", "Gunmen", null)]
    public void Whoever_is_accused_did_it_on_the_accusers_word(string text, string deed, string doer, string? accuser)
    {
        var claim = Claims(text).Single(c => c.Trigger.In(text) == deed);
        claim.Actors.ShouldHaveSingleItem().Name.ShouldBe(doer);
        if (accuser is not null) claim.Attribution.ShouldBe([accuser]);
    }

    [Theory]
    [InlineData("The ministry said Kenya had shelled the port, which Uganda denied.", "Kenya had shelled the port")]
    [InlineData("Mali said France bombed a village, a claim that Paris rejected.", "France bombed a village")]
    [InlineData("Kenya attacked a convoy, which was carrying food.", "Kenya attacked a convoy, which was carrying food")]
    public void A_statement_ends_before_the_answer_to_it(string text, string statement) => Claims(text)[0].Statement.ShouldBe(statement);

    [Theory]
    [InlineData("Norway insisted that Mali release the pilots.", ClaimStatus.Demanded)]
    [InlineData("Norway insisted that the pilots be freed by Mali.", ClaimStatus.Demanded)]
    [InlineData("Norway insisted that Mali had freed the pilots.", ClaimStatus.Occurred)]
    public void The_bare_form_behind_that_asks(string text, ClaimStatus status) =>
        Claims(text).Where(c => c.Frame.Name == "release").ShouldAllBe(c => c.Status == status);

    [Fact]
    public void A_deed_is_not_undone_by_what_is_not_said_of_it() =>
        Claims("U.S. raids on Sudan were not linked to the bombing, the minister said.").ShouldContain(c => c.Frame.Name.StartsWith("attack") && c.Status == ClaimStatus.Occurred);

    [Theory]
    [InlineData("Syria voiced interest in resuming talks with Israel.")]
    [InlineData("Kenya's hope of hosting talks with Sudan was voiced on Friday.")]
    public void What_is_hoped_for_has_not_happened(string text) => Claims(text).Where(c => c.Frame.Reciprocal).ShouldAllBe(c => c.Status != ClaimStatus.Occurred);

    private static ImmutableArray<EventClaim> Claims(string text) => Reader.Read(new Report { Id = "refusals", Text = text, Published = new(2024, 10, 18) }).Claims.Claims;
}
