using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Tests.Linguistics;

public class ControlLexiconTests
{
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);

    public static TheoryData<string> Examples => [.. EnglishPack.Instance.Read("languages/en/control.tsv").Rows.Select(row => row["example"])];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Whoever_stands_in_braces_does_the_deed(string example)
    {
        var (start, end) = (example.IndexOf('{', StringComparison.Ordinal), example.IndexOf('}', StringComparison.Ordinal) - 1);
        var document = Reader.Read(example.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
        var deed = document.Tokens.First(word => word.Span.Start > end && word.Xpos is "VB" or "VBG");
        var doer = Arguments.Subject(deed);
        doer.ShouldNotBeNull();
        doer.Value.Span.Start.ShouldBeInRange(start, end);
    }

    [Theory]
    [InlineData("The pope was urged to leave.", "pope")]
    [InlineData("The bloc promised Peru to mediate.", "bloc")]
    [InlineData("The bloc sent troops to Peru to mediate.", "bloc")]
    public void Others_do_what_they_promise_or_are_told(string text, string subject)
    {
        var document = Reader.Read(text);
        Arguments.Subject(document.Tokens.First(word => word.Xpos == "VB"))?.Lemma.ShouldBe(subject);
    }
}
