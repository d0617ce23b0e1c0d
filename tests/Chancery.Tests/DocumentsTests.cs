namespace Chancery.Tests;

public class DocumentsTests
{
    [Fact]
    public void A_document_is_written_in_one_line_a_sentence()
    {
        var document = Documents.Parse("""
            Shoigu|PROPN.NNP|2:nsubj arrived~arrive|VERB.VBD|0:root in|ADP|4:case Pyongyang|PROPN|2:obl .|PUNCT|2:punct
            Talks followed .
            """);
        document.Text.ShouldBe("Shoigu arrived in Pyongyang.\nTalks followed.");
        document.SentenceCount.ShouldBe(2);
        document[1].Lemma.ShouldBe("arrive");
        document[3].HeadIndex.ShouldBe(1);
        document[5].IsRoot.ShouldBeTrue();
        document[6].HeadIndex.ShouldBe(5);
    }

    [Fact]
    public void A_plain_document_keeps_every_offset()
    {
        var document = Documents.Plain("\uD83D lone, 3.5%");
        document.Tokens.Select(t => t.Text).ShouldBe(["\uD83D", "lone", ",", "3", ".", "5", "%"]);
    }
}
