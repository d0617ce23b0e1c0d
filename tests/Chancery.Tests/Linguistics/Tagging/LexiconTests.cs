using Chancery.English;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;

namespace Chancery.Tests.Linguistics.Tagging;

public class LexiconTests
{
    private static readonly Lexicon Lexicon = new(ModelFile.Open(EnglishPack.Instance, "languages/en/models/lexicon.bin", Lexicon.Kind));

    [Theory]
    [InlineData("treaty", Lexicon.Noun)]
    [InlineData("Treaties", Lexicon.Noun)]
    [InlineData("negotiate", Lexicon.Verb)]
    [InlineData("negotiated", Lexicon.Verb)]
    [InlineData("negotiating", Lexicon.Verb)]
    [InlineData("hostile", Lexicon.Adjective)]
    [InlineData("reportedly", Lexicon.Adverb)]
    [InlineData("Paris", Lexicon.Name)]
    public void Tells_parts_of_speech(string word, int part) => (Lexicon.Find(word) & part).ShouldBe(part);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("qwzxv")]
    [InlineData("ed")]
    [InlineData("ing")]
    [InlineData("ies")]
    public void Knows_nothing_of_what_is_no_word(string word) => (Lexicon.Find(word) >> 14).ShouldBe(0);
}
