using Chancery.English;

namespace Chancery.Tests.Attributing;

/// <summary>What the press writes wrongly, or a stranger writes on purpose: a value or a notice comes out, never a silent wrong guess.</summary>
public class BadInputTests
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance, new FixedClock(new(2025, 3, 22, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("“The army “left” the port, the ‘envoy said. «We go’ and “they stay.")]
    [InlineData("„The army left“, the envoy said. »We stay« and 「we wait」, ‚they go‘.")]
    [InlineData("\"\"\"The army left the port,\" the envoy said.")]
    [InlineData("“‘“‘“‘The army left the port")]
    [InlineData("``The army 'left' the port,'' said the envoy, 'and \"we\" \"stayed.")]
    public void Unbalanced_and_nested_marks_are_read(string text)
    {
        var reading = Read(text);
        foreach (var relation in reading.Attributions.Relations)
            foreach (var content in relation.Content) content.In(text).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_report_that_is_one_quotation_keeps_its_voices()
    {
        var reading = Read("\"The minister said the army had left the port.\"");
        reading.Claims.Claims.ShouldContain(c => c.Attribution.Contains("minister"));
    }

    [Fact]
    public void A_quotation_set_over_several_lines_is_one()
    {
        const string text = "The minister wrote:\n\"The army left the port.\nIt will not return.\"\nNobody answered.";
        Read(text).Attributions.Relations.ShouldContain(r => r.SourceName == "minister" && r.Content.Any(c => c.In(text).Contains("return", StringComparison.Ordinal) && c.In(text).Contains("left", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("The talks will be held on 31 June.", "date-impossible")]
    [InlineData("The army left on February 30, 2024.", "date-impossible")]
    [InlineData("The army fired 3-4-5 shells.", "number-unclear")]
    [InlineData("The army fired 9999999999999999999999999999999999 shells.", "number-unclear")]
    public void What_cannot_be_is_noticed_and_not_guessed(string text, string code)
    {
        var reading = Read(text);
        reading.Notices.ShouldContain(n => n.Code == code);
        reading.Mentions.Quantities.ShouldAllBe(q => q.Quantity.Min != 9999999999999999999m);
    }

    [Theory]
    [InlineData("The bank owes 12,345,678,901,234,567,890,123 dollars.", "12345678901234567890123")]
    [InlineData("The king sent 1,00,000 soldiers.", "100000")]
    [InlineData("The bank owes 5 quintillion yen.", "5000000000000000000")]
    public void Numbers_of_any_size_and_grouping_have_their_value(string text, string value) =>
        Read(text).Mentions.Quantities.Single().Quantity.Min.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_report_dated_ahead_is_noticed() =>
        Reader.Read(new Report { Id = "ahead", Text = "The army left the port on Monday.", Published = new(2031, 5, 1) }).Notices.ShouldContain(n => n.Code == "date-future");

    [Fact]
    public void Without_a_date_relative_times_stay_open()
    {
        var reading = Reader.Read(new Report { Id = "undated", Text = "The army left the port last week." });
        reading.Notices.ShouldContain(n => n.Code == "date-missing");
        reading.Mentions.Times.ShouldAllBe(t => t.Timex.From == null && t.Timex.To == null);
    }

    private static Reading Read(string text) => Reader.Read(new Report { Id = "bad", Text = text, Published = new(2025, 3, 21) });

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
