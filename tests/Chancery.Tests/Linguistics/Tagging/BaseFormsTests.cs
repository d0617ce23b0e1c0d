using Chancery.English;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;

namespace Chancery.Tests.Linguistics.Tagging;

/// <summary>Lemmas of words that training did not show are words.</summary>
public sealed class BaseFormsTests
{
    private static readonly BaseForms Bases = new(EnglishPack.Instance, new Lexicon(ModelFile.Open(EnglishPack.Instance, "languages/en/models/lexicon.bin", Lexicon.Kind)));

    [Theory]
    [InlineData("blamed", "blam", "VBD", "blame")]
    [InlineData("ruled", "rul", "VBD", "rule")]
    [InlineData("fled", "flead", "VBD", "flee")]
    [InlineData("Overthrown", "overthrown", "VBN", "overthrow")]
    [InlineData("abetted", "abett", "VBN", "abet")]
    [InlineData("fortifying", "fortifye", "VBG", "fortify")]
    [InlineData("defied", "defi", "VBD", "defy")]
    [InlineData("absolves", "absolv", "VBZ", "absolve")]
    [InlineData("sheaves", "sheave", "NNS", "sheaf")]
    [InlineData("treaties", "treatie", "NNS", "treaty")]
    [InlineData("hoping", "hope", "VBG", "hope")]
    [InlineData("hopping", "hop", "VBG", "hop")]
    [InlineData("zorbled", "zorble", "VBD", "zorble")]
    [InlineData("ed", "ed", "VBD", "ed")]
    public void A_guess_that_is_no_word_gives_way(string word, string guess, string xpos, string lemma) => Bases.Find(word, guess, BaseForms.PartOf(xpos)).ShouldBe(lemma);

    [Theory]
    [InlineData("fled", "flead", "flee")]
    [InlineData("found", "found", "found")]
    [InlineData("blamed", "blam", "blam")]
    public void What_training_showed_stands_unless_it_is_a_slip(string word, string shown, string lemma) => Bases.Correct(word, shown, BaseForms.PartOf("VBD")).ShouldBe(lemma);
}
