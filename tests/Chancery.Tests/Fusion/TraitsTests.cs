using Chancery.English;
using Chancery.Fusion;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Tests.Fusion;

/// <summary>What fusion knows of acts and words is tables of the library: each entry has an example that runs, and no table has what nobody asks for.</summary>
public sealed class TraitsTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Theory]
    [InlineData("akin.tsv", "recurring", "blow", "deniable", "single", "mounting", "about")]
    [InlineData("count-acts.tsv", "growing", "daily")]
    [InlineData("told-as.tsv", "back")]
    public void Every_trait_of_a_table_is_asked_for(string table, params string[] traits) =>
        Rows(table, "traits", "example").SelectMany(row => row.Parts("traits")).Distinct().ShouldBe(traits, ignoreOrder: true);

    [Theory]
    [InlineData("akin.tsv", "name")]
    [InlineData("count-acts.tsv", "act")]
    [InlineData("told-as.tsv", "happening")]
    [InlineData("people.tsv", "word")]
    [InlineData("which-one.tsv", "word")]
    public void Every_entry_stands_once_and_has_an_example(string table, string name)
    {
        Rows(table, name, "example").Select(row => row[name]).ShouldBeUnique();
        Rows(table, name, "example").ShouldAllBe(row => row["example"].Length > 0);
    }

    [Fact]
    public void A_trait_that_nothing_has_is_no_trait() => Should.Throw<ArgumentException>(() => Traits.Classes("recuring")).Message.ShouldContain("recuring");

    [Fact]
    public void Numbers_are_counted_by_these_acts() =>
        Rows("count-acts.tsv", "act").Select(row => row["act"]).ShouldBeSubsetOf(EnglishPack.Instance.Read("languages/en/figures/acts.tsv", "name").Rows.Select(row => row["name"]));

    [Fact]
    public void Acts_are_told_as_these_happenings()
    {
        var frames = FrameTable.Read(EnglishPack.Instance);
        foreach (var row in Rows("told-as.tsv", "happening", "acts"))
        {
            frames.Find(row["happening"]).ShouldNotBeNull().IsHappening.ShouldBeTrue();
            row.Parts("acts").ShouldAllBe(act => !frames.Find(act)!.IsHappening && Happenings.AreOneAct(frames.Find(act)!, frames.Find(row["happening"])!));
        }
    }

    [Fact]
    public void People_are_counted_by_these_words()
    {
        foreach (var row in Rows("people.tsv", "word", "example"))
            Reader.Read(new Report { Id = "a", Text = $"They saw {row["example"]}." }).Mentions.Quantities.ShouldContain(q => q.Quantity.Unit != null && CountedUnit.Of(q.Quantity) == CountedUnit.People, row["example"]);
    }

    [Fact]
    public void One_is_told_from_others_by_these_words()
    {
        foreach (var row in Rows("which-one.tsv", "word", "means", "example"))
        {
            row["example"].Split(' ').Where(WhichOne.Tells).ShouldBe([row["word"]]);
            // 'the vote' may be the second one, and is no other one
            WhichOne.Parts(Which(row["example"]), Which("the vote")).ShouldBe(row["means"] == "other", row["example"]);
        }
        WhichOne.Parts(Which("the second vote"), Which("the third vote")).ShouldBeTrue();
    }

    private static string Which(string name) => WhichOne.Of([new(default, name, null, [], null)]);

    private static IReadOnlyList<TableRow> Rows(string table, params string[] columns) => LanguagePack.FromAssembly(typeof(Traits).Assembly).Read(table, columns).Rows;
}
