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

    private static ImmutableArray<EventClaim> Claims(string text) =>
        Reader.Read(new Report { Id = "parties", Text = text, Published = new(2024, 10, 18) }).Claims.Claims;
}
