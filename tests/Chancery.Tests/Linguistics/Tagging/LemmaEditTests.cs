using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;
using CsCheck;

namespace Chancery.Tests.Linguistics.Tagging;

public class LemmaEditTests
{
    [Theory]
    [InlineData("talks", "talk")]
    [InlineData("Parties", "party")]
    [InlineData("went", "go")]
    [InlineData("Kyiv", "Kyiv")]
    [InlineData("WAS", "be")]
    public void The_edit_between_two_words_makes_one_of_the_other(string word, string lemma) =>
        LemmaEdit.Between(word, lemma).Apply(word, new StringPool()).ShouldBe(lemma);

    [Fact]
    public void Edits_survive_being_written() => Gen.Select(Gen.String[1, 20], Gen.String[0, 20]).Sample((word, lemma) =>
    {
        var edit = LemmaEdit.Between(word, lemma);
        LemmaEdit.Parse(edit.ToString()).ShouldBe(edit);
    });

    [Fact]
    public void An_edit_that_does_not_fit_leaves_the_word() => new LemmaEdit(true, 3, "go").Apply("we", new StringPool()).ShouldBe("we");
}
