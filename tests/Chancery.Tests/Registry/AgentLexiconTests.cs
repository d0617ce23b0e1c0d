using Chancery.English;
using Chancery.Registry;

namespace Chancery.Tests.Registry;

public sealed class AgentLexiconTests
{
    private static readonly AgentLexicon Agents = new(EnglishPack.Instance);

    [Fact]
    public void Every_row_has_an_example_that_uses_one_of_its_words_or_a_form_of_it()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/agents.tsv", "use", "words", "sectors", "example").Rows)
        {
            var example = row["example"];
            row.Parts("words").Any(w => example.Contains(Stem(w), StringComparison.OrdinalIgnoreCase)).ShouldBeTrue($"{row.File}:{row.Line}: {example}");
        }

        // 'military' → 'militar…ies', 'militia' → 'militia…s'
        static string Stem(string word) => word.EndsWith('y') ? word[..^1] : word;
    }

    [Fact]
    public void Every_sector_is_one_of_Plovers()
    {
        var known = EnglishPack.Instance.Read("actors/sectors.tsv", "code").Rows.Select(r => r["code"]).ToHashSet();
        foreach (var row in EnglishPack.Instance.Read("languages/en/agents.tsv", "sectors").Rows)
            foreach (var sector in row.Parts("sectors")) known.ShouldContain(sector, $"{row.File}:{row.Line}");
    }

    [Theory]
    [InlineData("a spy agency", 2, "SPY")]
    [InlineData("the agency", 1, "GOV")]
    [InlineData("the police officer", 2, "COP")]
    [InlineData("the banana", 1, "")]
    public void The_longest_phrase_decides(string text, int noun, string sectors) =>
        string.Join('|', Agents.SectorsOf(Words.Of(text)[noun])).ShouldBe(sectors);

    [Fact]
    public void Titles_tell_a_sector_or_none()
    {
        Agents.Title("Gen.", out var general).ShouldBe(["MIL"]);
        Agents.Title("Mr.", out var mister).ShouldBeEmpty();
        (general, mister).ShouldBe((true, true));
        Agents.Title("Table", out var table);
        table.ShouldBeFalse();
    }
}
