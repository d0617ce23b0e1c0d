using Chancery.Briefs;
using Chancery.English;

namespace Chancery.Tests.Briefs;

public class ArticlesTests
{
    private static readonly Articles Articles = new(EnglishPack.Instance);

    public static TheoryData<string> Examples => [.. EnglishPack.Instance.Read("languages/en/articles.tsv").Rows.Where(r => r["kind"] != "mass").Select(r => r["example"])];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_row_gives_its_example_the_article(string example) => Articles.With(example["the ".Length..]).ShouldBe(example);

    [Theory]
    [InlineData("France")]
    [InlineData("Russia's foreign ministry")]
    [InlineData("The two countries")]
    [InlineData("Sergei Lavrov")]
    [InlineData("officials")]
    public void Other_names_stand_alone(string name) => Articles.With(name).ShouldBe(name);
}
