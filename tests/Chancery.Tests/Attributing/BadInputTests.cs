using Chancery.English;
using CsCheck;

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
    [InlineData("The army fired 3,000-1,000 shells.", "range-backwards", 1000, 3000)]
    [InlineData("The army fired between 30 and 20 shells.", "range-backwards", 20, 30)]
    [InlineData("Prices rose 10-5 percent.", "range-backwards", 5, 10)]
    [InlineData("The fund lost $10 million-$5 million.", "range-backwards", 5000000, 10000000)]
    [InlineData("The army fired 1.250 shells.", "number-ambiguous", 1.25, 1.25)]
    [InlineData("The army fired 0000 shells.", "number-ambiguous", 0, 0)]
    public void What_runs_backwards_or_may_be_two_numbers_has_a_value_and_a_notice(string text, string code, double min, double max)
    {
        var reading = Read(text);
        reading.Notices.ShouldContain(n => n.Code == code);
        var quantity = reading.Mentions.Quantities.Single().Quantity;
        (quantity.Min, quantity.Max).ShouldBe(((decimal)min, (decimal)max));
    }

    [Theory]
    [InlineData("The army fired 1,0000 shells.")]
    [InlineData("The army fired 1000,000 shells.")]
    [InlineData("The army fired 1,000,00 shells.")]
    [InlineData("The army fired 1,23,456,789 shells.")]
    [InlineData("The army fired 1,,000 shells.")]
    [InlineData("The army fired 1..5 million shells.")]
    [InlineData("The army fired 10-12-15 million shells.")]
    [InlineData("The army fired 10-5 shells.")]
    [InlineData("The army fired 900-1.2 million shells.")]
    [InlineData("The army fired 5/4 of the shells.")]
    [InlineData("The army fired 3/0 of the shells.")]
    [InlineData("The army fired 2 5/4 million shells.")]
    [InlineData("The army fired 5 quintillion trillion shells.")]
    [InlineData("The army fired 999999999999999999999999999 million shells.")]
    [InlineData("The army fired a million million million million million shells.")]
    [InlineData("The army fired ٣٠٠ shells.")]
    public void A_number_that_cannot_be_counts_nothing(string text)
    {
        var reading = Read(text);
        reading.Notices.ShouldHaveSingleItem().Code.ShouldBe("number-unclear");
        reading.Mentions.Quantities.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The army left on 29/02/2025.", "2025-02-29")]
    [InlineData("The army left on June 45, 2024.", "2024-XX-XX")]
    [InlineData("The army left on the 31st of June.", "XXXX-06-31")]
    [InlineData("The army left on the 35th of June.", "XXXX-XX-XX")]
    [InlineData("The army left at 25:61.", "2025-03-21TXX:XX")]
    [InlineData("The army left at 2575 GMT.", "2025-03-21TXX:XX")]
    [InlineData("The army left at 13:00 a.m. sharp.", "2025-03-21TXX:XX")]
    [InlineData("The army left in the fifth quarter of 2023.", "2023-QX")]
    [InlineData("The army left in week 60 of 2025.", "2025-WXX")]
    [InlineData("The army left in the thirteenth month of 2021.", "2021-XX")]
    public void A_time_that_cannot_be_keeps_what_is_sure(string text, string value)
    {
        var reading = Read(text);
        reading.Notices.ShouldHaveSingleItem().Code.ShouldBe("date-impossible");
        reading.Mentions.Times.ShouldHaveSingleItem().Timex.Value.ShouldBe(value);
        reading.Mentions.Quantities.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The army left on 25/13/2026.")]
    [InlineData("The army left on 25/13/26.")]
    [InlineData("The army left on 2026-13-25.")]
    [InlineData("The army left on 45.13.2026.")]
    [InlineData("The army left on 0/10/2026.")]
    public void Digits_set_as_a_date_that_cannot_be_are_none(string text)
    {
        var reading = Read(text);
        reading.Notices.ShouldHaveSingleItem().Code.ShouldBe("date-impossible");
        reading.Mentions.Times.ShouldBeEmpty();
        reading.Mentions.Quantities.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The army left on Monday, April 25.", "date-weekday")]
    [InlineData("The army stayed between 2009 and 2004.", "range-backwards")]
    [InlineData("The 2009-2004 mission failed.", "range-backwards")]
    [InlineData("The drill ran on March 5-3.", "range-backwards")]
    [InlineData("The 1918-14 war failed.", "range-backwards")]
    public void Times_that_contradict_themselves_are_noticed(string text, string code) => Read(text).Notices.ShouldContain(n => n.Code == code);

    [Theory]
    [InlineData("The home side won 3-1 after a 60-40 split.")]
    [InlineData("The council voted 15-0 for the text.")]
    [InlineData("The 9/11 attacks changed it, and they work 24/7.")]
    [InlineData("The score was 112:98 in the end.")]
    [InlineData("Turnout rose 250 percent to 2,019,500.")]
    [InlineData("The pact of Friday, April 25 holds for the 1999-00 season.")]
    [InlineData("It fell from 12 to 10 tons.")]
    public void What_is_everyday_is_not_noticed(string text) => Read(text).Notices.ShouldBeEmpty();

    [Fact]
    public void Any_digits_and_marks_are_read_without_a_fault() => Gen.Int[0, Scraps.Length - 1].Array[1, 24].Sample(picks =>
    {
        var text = "The army fired " + string.Concat(picks.Select(p => Scraps[p])) + " shells.";
        var reading = Read(text);
        foreach (var quantity in reading.Mentions.Quantities)
        {
            quantity.Span.In(text).ShouldNotBeNullOrWhiteSpace();
            (quantity.Quantity.Min > quantity.Quantity.Max).ShouldBeFalse(text);
        }
    }, iter: 2000);

    private static readonly string[] Scraps =
    [
        "0", "1", "7", "25", "31", "000", "2026", "9999999999999999999999999999", ",", ".", "-", "–", "/", ":", "'", " ", "%", "$", "^", "e", "½", "٣",
        " million", " trillion", " quintillion", " and a half", " dozen", " years ago", " June ", " o'clock", " p.m.", " GMT", " to ", "between ", " and ", "minus ", " hundred", "th", " of ", " decades from now",
    ];

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
