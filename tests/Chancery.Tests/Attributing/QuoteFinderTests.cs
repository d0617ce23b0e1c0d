using Chancery.Attributing.Quotations;
using CsCheck;

namespace Chancery.Tests.Attributing;

public class QuoteFinderTests
{
    [Theory]
    [InlineData("He said: \"We go.\" Then left.", "\"We go.\"")]
    [InlineData("He said: “We go.” Then left.", "“We go.”")]
    [InlineData("He said: „Wir gehen“ and left.", "„Wir gehen“")]
    [InlineData("He said: «We go» and left.", "«We go»")]
    [InlineData("He said: 'We go,' and left.", "'We go,'")]
    [InlineData("He said: ‘We don’t go,’ and left.", "‘We don’t go,’")]
    [InlineData("He said: ''We go,'' and left.", "''We go,''")]
    [InlineData("He said: ``We go,'' and left.", "``We go,''")]
    [InlineData("\"One,\" he said. \"Two.\"", "\"One,\"|\"Two.\"")]
    [InlineData("A “quote with “one inside” of it” ends.", "A|“quote with “one inside”")]
    [InlineData("The soldiers' camp and the '90s and 'em all.", "")]
    [InlineData("A 5\" gun and a 6\" gun.", "")]
    [InlineData("“Never closed.\nNext paragraph.", "“Never closed.")]
    [InlineData("“First part.\n\n“Second part.”\n\nDone.", "“First part.\n\n“Second part.”")]
    [InlineData("Closed” before it was opened.", "")]
    public void The_outermost_quotations_are_found(string text, string expected)
    {
        var wanted = expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Where(q => q != "A").ToArray();
        QuoteFinder.Find(text).Select(q => q.In(text)).ShouldBe(wanted);
    }

    [Fact]
    public void Any_text_gives_ascending_quotations_inside_it() =>
        Gen.String[Gen.Char["\"“”„«»‘’'` \nab."], 0, 60].Sample(text =>
        {
            var end = 0;
            foreach (var quote in QuoteFinder.Find(text))
            {
                quote.Start.ShouldBeGreaterThanOrEqualTo(end);
                quote.End.ShouldBeGreaterThan(quote.Start);
                end = quote.End;
            }
            end.ShouldBeLessThanOrEqualTo(text.Length);
        });
}
