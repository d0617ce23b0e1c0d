using Chancery.English;

namespace Chancery.Tests.Registry;

public sealed class AgentTableTests
{
    [Fact]
    public void Every_row_has_an_example_that_uses_one_of_its_words_or_a_form_of_it()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/agents.tsv", "use", "words", "sectors", "example").Rows)
        {
            var example = row["example"];
            row.Parts("words").Any(w => example.Contains(Stem(w), StringComparison.OrdinalIgnoreCase)).ShouldBeTrue($"{row.File}:{row.Line}: {example}");
        }

        // 'army' → 'armies'
        static string Stem(string word) => word.EndsWith('y') ? word[..^1] : word;
    }

    [Fact]
    public void Every_sector_is_one_of_Plovers()
    {
        var known = EnglishPack.Instance.Read("actors/sectors.tsv", "code").Rows.Select(r => r["code"]).ToHashSet();
        foreach (var row in EnglishPack.Instance.Read("languages/en/agents.tsv", "sectors").Rows)
            foreach (var sector in row.Parts("sectors")) known.ShouldContain(sector, $"{row.File}:{row.Line}");
    }

    [Fact]
    public void No_word_is_listed_twice_for_one_use()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/agents.tsv", "use", "words").Rows)
            foreach (var word in row.Parts("words")) seen.Add((row["use"], word)).ShouldBeTrue($"{row.File}:{row.Line}: {word}");
    }

    [Fact]
    public void Examples_of_bodies_use_one_of_their_names()
    {
        foreach (var row in EnglishPack.Instance.Read("actors/bodies.tsv", "names", "example").Rows)
            row.Parts("names").ShouldContain(name => row["example"].Contains(name), $"{row.File}:{row.Line}");
    }
}
