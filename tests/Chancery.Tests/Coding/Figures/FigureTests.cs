using System.Collections.Immutable;
using Chancery.English;

namespace Chancery.Tests.Coding.Figures;

public class FigureTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void What_nobody_follows_is_no_figure()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/passed.tsv", "lemma", "most", "example").Rows) Read(row["example"]).ShouldBeEmpty(row["example"]);
    }

    [Theory]
    [InlineData("terms.tsv")]
    [InlineData("casualties.tsv")]
    public void What_makes_a_number_a_figure_does(string table)
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/figures/" + table, "lemma", "example").Rows) Read(row["example"]).ShouldHaveSingleItem(row["example"]);
    }

    [Theory]
    [InlineData("The North sent 3,000 soldiers to Russia in January.", "soldiers sent to Russia")]
    [InlineData("The army killed 12 militants.", "militants killed")]
    [InlineData("Some 4,000 residents of the town fled.", "residents of the town")]
    [InlineData("The party won 19% of the vote.", "vote")]
    public void A_figure_says_what_it_counts(string text, string of) => Read(text).ShouldHaveSingleItem().Of.ShouldBe(of);

    [Fact]
    public void A_share_is_given_in_per_cent()
    {
        var quantity = Read("Only a quarter of citizens favored the change.").ShouldHaveSingleItem().Mention.Quantity;
        (quantity.Min, quantity.Max, quantity.Unit).ShouldBe((25m, 25m, "percent"));
    }

    [Fact]
    public void A_figure_carries_the_word_of_its_source() =>
        Read("The ministry said that 250 troops had crossed the border.").ShouldHaveSingleItem().Attribution.ShouldHaveSingleItem();

    private static ImmutableArray<Figure> Read(string text) => Reader.Read(new Report { Id = "x", Text = text, Published = new DateOnly(2025, 3, 21) }).Claims.Figures;
}
