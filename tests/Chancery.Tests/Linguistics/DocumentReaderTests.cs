using Chancery.English;
using Chancery.Linguistics;
using Chancery.Tests.Linguistics.Tokenizing;
using CsCheck;

namespace Chancery.Tests.Linguistics;

public class DocumentReaderTests
{
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void Strange_texts_get_whole_trees()
    {
        foreach (var text in HostileTextTests.Seeds().Where(t => t.Length < 200_000)) Check(Reader.Read(text), text);
    }

    [Fact]
    public void Random_texts_get_whole_trees() => HostileTextTests.Texts.Sample(text => Check(Reader.Read(text), text), iter: 300);

    [Theory]
    [InlineData("A storm struck Paris, France, at noon.", "struck", "VBD")]
    [InlineData("There were talks in the capital.", "There", "EX")]
    [InlineData("They said that the talks had failed.", "that", "IN")]
    public void The_tree_mends_tags(string text, string word, string xpos) => Reader.Read(text).Tokens.First(t => t.Text == word).Xpos.ShouldBe(xpos);

    [Fact]
    public void Many_threads_read_the_same()
    {
        const string Text = "Two envoys met in Geneva on Friday. Neither would say what they had agreed, and no date was set for more talks.";
        var expected = Describe(Reader.Read(Text));
        Parallel.For(0, 64, _ => Describe(Reader.Read(Text)).ShouldBe(expected));
    }

    private static string Describe(Document document) => string.Join(' ', document.Tokens.Select(t => $"{t}/{t.Lemma}/{t.HeadIndex}"));

    /// <summary>One root a sentence, heads within it, no circle.</summary>
    private static void Check(Document document, string text)
    {
        document.Text.ShouldBeSameAs(text);
        foreach (var sentence in document.Sentences)
        {
            sentence.Tokens.Count(t => t.IsRoot).ShouldBe(1);
            foreach (var token in sentence.Tokens)
            {
                token.Lemma.ShouldNotBeNull();
                if (!token.IsRoot) token.HeadIndex.ShouldBeInRange(sentence.First, sentence.End - 1);
                var steps = 0;
                for (Token? at = token; at is not null; at = at.Value.Head) (++steps).ShouldBeLessThanOrEqualTo(sentence.Tokens.Count);
            }
        }
    }
}
