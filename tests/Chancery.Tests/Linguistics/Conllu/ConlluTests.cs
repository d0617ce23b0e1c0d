using Chancery.Linguistics;
using Chancery.Linguistics.Conllu;

namespace Chancery.Tests.Linguistics.Conllu;

public class ConlluTests
{
    private const string Sample =
        "# sent_id = x-1\n# text = They don't.\n" +
        "1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t0\troot\t_\t_\n" +
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" +
        "2\tdo\tdo\tAUX\tVBP\t_\t1\taux\t_\t_\n" +
        "3\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n" +
        "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n" +
        "4\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n" +
        "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n";

    [Fact]
    public void Text_is_rebuilt_from_the_words()
    {
        var document = ConlluReader.Read(new StringReader(Sample));
        document.Text.ShouldBe("They don't.\nNo\n");
        document.Tokens.Select(t => t.Text).ShouldBe(["They", "do", "n't", ".", "No"]);
        document.SentenceCount.ShouldBe(2);
        document[2].Relation.ShouldBe(Deprel.Advmod);
        document[2].HeadIndex.ShouldBe(0);
        document[4].IsRoot.ShouldBeTrue();
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var document = ConlluReader.Read(new StringReader(Sample));
        var writer = new StringWriter();
        ConlluWriter.Write(document, writer, "x");
        var again = ConlluReader.Read(new StringReader(writer.ToString()));
        again.Text.ShouldBe(document.Text);
        again.Tokens.Select(t => (t.Text, t.Lemma, t.Upos, t.Xpos, t.HeadIndex, t.Relation)).ShouldBe(document.Tokens.Select(t => (t.Text, t.Lemma, t.Upos, t.Xpos, t.HeadIndex, t.Relation)));
    }

    [Theory]
    [InlineData("1\n")]
    [InlineData("one\tword\n")]
    [InlineData("1\t\n")]
    public void A_line_that_is_no_row_is_named(string text) => Should.Throw<FormatException>(() => ConlluReader.Read(new StringReader(text))).Message.ShouldContain("Line 1");
}
