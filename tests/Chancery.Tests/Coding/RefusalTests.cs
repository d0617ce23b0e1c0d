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

    [Fact]
    public void A_deed_is_not_undone_by_what_is_not_said_of_it() =>
        Claims("U.S. raids on Sudan were not linked to the bombing, the minister said.").ShouldContain(c => c.Frame.Name.StartsWith("attack") && c.Status == ClaimStatus.Occurred);

    [Theory]
    [InlineData("Syria voiced interest in resuming talks with Israel.")]
    [InlineData("Kenya's hope of hosting talks with Sudan was voiced on Friday.")]
    public void What_is_hoped_for_has_not_happened(string text) => Claims(text).Where(c => c.Frame.Reciprocal).ShouldAllBe(c => c.Status != ClaimStatus.Occurred);

    private static ImmutableArray<EventClaim> Claims(string text) => Reader.Read(new Report { Id = "refusals", Text = text, Published = new(2024, 10, 18) }).Claims.Claims;
}
