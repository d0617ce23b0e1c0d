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

    [Theory]
    [InlineData("The rights group put the number of people killed in the protests at 16.", 16, "people", "killed")]
    [InlineData("The ministry on Thursday raised to 176 the number of people killed in the raid.", 176, "people", "killed")]
    [InlineData("The toll rose to 41.", 41, "people", "killed")]
    [InlineData("The group put the number of arrests at 177.", 177, "people", "held")]
    [InlineData("The ministry admitted 63 dead.", 63, "people", "killed")]
    [InlineData("A destroyer rescued the crew of 25.", 25, "crew", "rescued")]
    [InlineData("Divers recovered the bodies of four.", 4, "people", "recovered")]
    [InlineData("The minister confirmed the arrest of 20.", 20, "people", "held")]
    [InlineData("Two thousand soldiers were sent to the border.", 2000, "troop", "sent")]
    [InlineData("Prosecutors said that five had been fired.", 5, "", "fired")]
    [InlineData("The ministry said nine of its soldiers had been killed.", 9, "troop", "killed")]
    public void A_count_is_known_by_the_words_that_tell_it(string text, int number, string things, string act)
    {
        var figure = Read(text).ShouldHaveSingleItem();
        (figure.Mention.Quantity.Min, figure.Counted!.Things, figure.Gist.Act).ShouldBe((number, things, act));
    }

    [Theory]
    [InlineData("Officials said 26 civilians were killed and 46 wounded.", "killed", "wounded")]
    [InlineData("The quake killed 2,053 people and injured 9,240.", "killed", "wounded")]
    public void Each_number_has_the_act_that_befell_those_it_counts(string text, string first, string second) =>
        Read(text).Select(f => f.Gist.Act).ShouldBe([first, second]);

    [Fact]
    public void Whoever_puts_the_number_at_so_many_is_its_source() =>
        Read("Strikes killed at least 71 people, rescuers said. The health ministry put the number at 81.").Last().ShouldSatisfyAllConditions(
            f => f.Attribution.ShouldHaveSingleItem().ShouldContain("health ministry"),
            f => (f.Counted!.Things, f.Gist.Act).ShouldBe(("people", "killed")));

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
