using Chancery.English;
using Chancery.Ontologies;

namespace Chancery.Tests.Coding;

/// <summary>What lies ahead is coded as announcing it, where somebody announces it.</summary>
public sealed class PlannedTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);
    private static readonly Ontology Plover = Codebook.Read(EnglishPack.Instance).Plover;

    [Theory]
    [InlineData("Officials said 300 soldiers would be moved to Malta.", "MOBILIZE")]
    [InlineData("The minister will visit Cairo in May.", "AGREE")]
    [InlineData("The sailors are to be freed on Friday.", "AGREE")]
    [InlineData("Officials said the sailors were to be freed on Friday.", "AGREE")]
    [InlineData("Norway will deploy troops to the border next week.", "THREATEN")]
    public void A_plan_is_coded_by_who_makes_it(string text, string type)
    {
        var claim = Reader.Read(new() { Id = "planned", Text = text, Published = new(2024, 5, 6) }).Claims.Claims.ShouldHaveSingleItem();
        claim.Status.ShouldBe(ClaimStatus.Planned);
        Plover.Code(claim)!.Type.ShouldBe(type);
    }

    [Fact]
    public void The_second_of_two_verbs_leans_on_the_modal_of_the_first() =>
        Reader.Read(new() { Id = "two", Text = "Sudan will recall its ambassador from Kenya and complain to the U.N. Security Council.", Published = new(2024, 5, 6) }).Claims.Claims.Select(c => c.Status).ShouldBe([ClaimStatus.Planned, ClaimStatus.Planned]);

    [Theory]
    [InlineData("The minister expects that the president may visit Cairo in May.", ClaimStatus.Possible)]
    [InlineData("The minister expects that the president will visit Cairo in May.", ClaimStatus.Planned)]
    [InlineData("Not one prisoner was freed by the rebels.", ClaimStatus.NotOccurred)]
    [InlineData("Not a single prisoner was freed by the rebels.", ClaimStatus.NotOccurred)]
    [InlineData("Rebels are understood to have freed the prisoners.", ClaimStatus.Possible)]
    [InlineData("Norway abandoned its plan to free the prisoners.", ClaimStatus.NotOccurred)]
    public void What_may_be_and_what_was_not_is_no_plan_and_no_deed(string text, ClaimStatus status) =>
        Reader.Read(new() { Id = "open", Text = text, Published = new(2024, 5, 6) }).Claims.Claims.ShouldHaveSingleItem().Status.ShouldBe(status);

    [Theory]
    [InlineData("The army denied that a single prisoner had been freed by soldiers.")]
    [InlineData("The army denied on Friday that a single prisoner had been freed by soldiers.")]
    [InlineData("The army denied a report that its soldiers had freed prisoners.")]
    public void What_is_denied_is_denied_wherever_the_tree_hangs_it(string text) =>
        Reader.Read(new() { Id = "denied", Text = text, Published = new(2024, 5, 6) }).Claims.Claims.ShouldContain(c => c.Frame.Name == "release" && c.Status == ClaimStatus.Denied);
}
