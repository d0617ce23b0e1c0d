using Chancery.English;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Tests.Linguistics.Tokenizing;

public class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(EnglishPack.Instance);

    internal static string[] Sentences(string text)
    {
        var cut = Tokenizer.Tokenize(text);
        var first = 0;
        return [.. cut.SentenceEnds.Select(end =>
        {
            var words = Enumerable.Range(first, end - first).Select(i => cut[i].ToString());
            first = end;
            return string.Join(' ', words);
        })];
    }

    [Theory]
    [InlineData("They don't know.", "They do n't know .")]
    [InlineData("He can't; she won’t.", "He ca n't ; she wo n’t .")]
    [InlineData("They cannot leave.", "They can not leave .")]
    [InlineData("Iran's envoys' car", "Iran 's envoys ' car")]
    [InlineData("They'd've left", "They 'd 've left")]
    [InlineData("a UN-backed, cease-fire plan", "a UN - backed , cease - fire plan")]
    [InlineData("non-violent re-election", "non-violent re-election")]
    [InlineData("10,000 to 12,000 troops (5%)", "10,000 to 12,000 troops ( 5 % )")]
    [InlineData("$5bn and US$3.2m", "$ 5 bn and US$ 3.2 m")]
    [InlineData("at 5:30pm on the 5th", "at 5:30 pm on the 5th")]
    [InlineData("2003-2005 but 2024-05-06", "2003 - 2005 but 2024-05-06")]
    [InlineData("either/or on 9/11", "either / or on 9/11")]
    [InlineData("see http://example.org/a-b?c=d.", "see http://example.org/a-b?c=d .")]
    [InlineData("write to a.b@example.org, please", "write to a.b@example.org , please")]
    [InlineData("wait... what?!", "wait ... what ?!")]
    [InlineData("\"Yes,\" he said", "\" Yes , \" he said")]
    [InlineData("the '90s and AT&T", "the '90s and AT&T")]
    [InlineData("it ended.The talks", "it ended . The talks")]
    [InlineData("the F-16", "the F - 16")]
    public void Cuts_words_as_the_treebanks_do(string text, string expected) => string.Join(' ', Sentences(text)).ShouldBe(expected);

    [Theory]
    [InlineData("SEOUL, South Korea (AP) — Gen. Kim met U.S. officials. They talked.", 3)]
    [InlineData("KYIV, March 3 (Reuters) - Shells fell on the town.", 2)]
    [InlineData("GENEVA — The envoys met.", 2)]
    [InlineData("LIMA, Peru (AP)_ The envoys met.", 2)]
    [InlineData("LIMA (AP)-- The envoys met.", 2)]
    [InlineData("The Arab League (AL)-led talks ended.", 1)]
    [InlineData("The ship – a tanker – sank.", 1)]
    [InlineData("NATO generals met — and agreed.", 1)]
    [InlineData("Moscow and Kyiv — old foes — talked.", 1)]
    [InlineData("J. D. Vance spoke. So did Mr. Xi.", 2)]
    [InlineData("He left the U.S. The talks failed.", 2)]
    [InlineData("It rose 2.5 per cent. That was all.", 2)]
    [InlineData("\"We will go. We must.\" He left.", 3)]
    [InlineData("\"Will they go?\" he asked.", 1)]
    [InlineData("They waited... and left.", 1)]
    [InlineData("Talks collapse in Geneva\n\nEnvoys left on Friday. No date was set.", 3)]
    [InlineData("Talks collapse in Geneva\nEnvoys left on Friday.", 2)]
    [InlineData("- first point\n- second point\n- third point", 3)]
    [InlineData("1. The first point.\n2. The second point.", 2)]
    [InlineData("no full stop here", 1)]
    [InlineData("It began on Jan. 5 and ended on Oct. 7.", 1)]
    [InlineData("Acme Inc. denied it.", 1)]
    [InlineData("He died in 2010. [3] She lived on.", 2)]
    public void Finds_sentences(string text, int expected) => Sentences(text).Length.ShouldBe(expected);

    [Fact]
    public void Joins_the_lines_of_a_hard_wrapped_paragraph()
    {
        const string Text = "The ministers of both states met for three hours on Friday and agreed\nto reopen the border crossing, which had been closed since the fighting\nbroke out in spring. Neither side would say when the first convoy may\npass.\n\nThe deal needs approval.";
        Sentences(Text).Length.ShouldBe(3);
    }

    [Fact]
    public void Cuts_a_sentence_that_never_ends()
    {
        var cut = Tokenizer.Tokenize(string.Join(' ', Enumerable.Repeat("talk", 5000)));
        cut.Count.ShouldBe(5000);
        cut.SentenceEnds.Length.ShouldBe(5000 / SentenceCutter.Longest);
    }

    [Fact]
    public void An_empty_text_has_no_sentence() => Tokenizer.Tokenize(" \n\t ").SentenceEnds.ShouldBeEmpty();

    [Fact]
    public void Every_listed_contraction_is_cut_into_the_parts_it_names()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/tokenizing/contractions.tsv", "form", "parts", "example").Rows)
        {
            string.Concat(row["parts"].Split(' ')).ShouldBe(row["form"]);
            string.Join(' ', Sentences(row["example"])).ShouldContain(row["parts"], Case.Insensitive, row.Fault("example").ToString());
        }
    }

    [Theory]
    [InlineData("abbreviations.tsv")]
    [InlineData("prefixes.tsv")]
    [InlineData("units.tsv")]
    public void Every_example_is_one_sentence_that_shows_its_entry(string file)
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/tokenizing/" + file, "form", "example").Rows)
        {
            var sentences = Sentences(row["example"]);
            sentences.Length.ShouldBe(1, row.Fault(row["example"]).ToString());
            var form = file switch { "abbreviations.tsv" => row["form"] + ".", "prefixes.tsv" => row["form"] + "-", _ => row["form"] };
            sentences[0].Split(' ').ShouldContain(w => file == "prefixes.tsv" ? w.StartsWith(form, StringComparison.OrdinalIgnoreCase) : w.Equals(form, StringComparison.OrdinalIgnoreCase), row.Fault(sentences[0]).ToString());
        }
    }
}
