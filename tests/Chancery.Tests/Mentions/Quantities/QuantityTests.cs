using System.Collections.Immutable;
using System.Globalization;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Mentions.Quantities;
using Chancery.Mentions.Times;
using CsCheck;

namespace Chancery.Tests.Mentions.Quantities;

public class QuantityTests
{
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);
    private static readonly TimeFinder Times = new(EnglishPack.Instance);
    private static readonly QuantityFinder Finder = new(EnglishPack.Instance);

    [Fact]
    public void Every_bound_reads_its_example()
    {
        var wrong = new List<string>();
        foreach (var row in EnglishPack.Instance.Read("languages/en/quantities/bounds.tsv", "words", "example", "min", "max").Rows)
        {
            var found = Text(Find(row["example"]).FirstOrDefault()?.Quantity);
            if (found != $"{row["min"]}..{row["max"]}") wrong.Add($"{row["words"]}: '{row["example"]}' gives {found}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_a_part_of_the_verb_bounds_no_number()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/quantities/particles.tsv", "words", "verbs", "example", "min", "max").Rows)
            Text(Find(row["example"]).ShouldHaveSingleItem().Quantity).ShouldBe($"{row["min"]}..{row["max"]}", row["example"]);
    }

    [Theory]
    [InlineData("names.tsv", "word")]
    public void Numbers_that_are_names_count_nothing(string table, string column)
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/quantities/" + table, column, "example").Rows) Find(row["example"]).ShouldBeEmpty(row["example"]);
    }

    [Fact]
    public void Every_rate_reads_its_example()
    {
        foreach (var row in EnglishPack.Instance.Read("languages/en/quantities/rates.tsv", "words", "example").Rows)
            Find(row["example"])[0].Quantity.Change.ShouldBe(QuantityChange.Rate, row["example"]);
    }

    [Theory]
    [InlineData("The North sent between 10,000 to 12,000 troops.", "10000..12000", "troop")]
    [InlineData("It sent an additional 1,000-3,000 North Korean soldiers.", "1000..3000", "soldier")]
    [InlineData("Dozens of civilians were killed.", "24..", "civilian")]
    [InlineData("Tens of thousands of people marched.", "20000..", "people")]
    [InlineData("Some $3.5 billion was frozen.", "3500000000..3500000000", "$")]
    [InlineData("The fine was 420 million yen.", "420000000..420000000", "yen")]
    [InlineData("Turnout was 63.5 per cent.", "63.5..63.5", "percent")]
    [InlineData("The 17-member council met.", "17..17", "member")]
    [InlineData("They want 10 to 12 million euros.", "10000000..12000000", "euro")]
    [InlineData("Two thirds of the seats went to the party.", "0.6666666666666666666666666667..0.6666666666666666666666666667", "seat")]
    [InlineData("Half a million refugees crossed.", "500000..500000", "refugee")]
    [InlineData("The 1,00,000 rounds were Indian.", "100000..100000", "round")]
    [InlineData("One hundred and twenty-one asylum seekers drowned.", "121..121", "asylum seeker")]
    [InlineData("It ran for six months.", "6..6", "month")]
    [InlineData("Ukraine used its million shells.", "1000000..1000000", "shell")]
    [InlineData("Germany sent the million shells that it promised.", "1000000..1000000", "shell")]
    [InlineData("On Christmas Day 322 people were caught.", "322..322", "people")]
    [InlineData("The minister said that one soldier had died.", "1..1", "soldier")]
    [InlineData("All on board were killed, among them 65 captured Ukrainian soldiers.", "65..65", "soldier")]
    public void A_quantity_has_value_and_unit(string text, string value, string unit)
    {
        var found = Find(text).ShouldHaveSingleItem().Quantity;
        Text(found).ShouldBe(value);
        found.Unit.ShouldBe(unit);
    }

    [Fact]
    public void What_stands_with_an_owner_of_its_own_is_counted_by_another_number() =>
        Find("The Red Crescent puts them at 370,000 and Lebanon's disaster unit at 505,000.").Select(m => m.Quantity.Unit).ShouldAllBe(unit => unit == null);

    [Fact]
    public void So_many_a_day_before_is_no_rate() => Find("Flights go to ten cities, up from seven a day before.")[^1].Quantity.Change.ShouldBeNull();

    [Theory]
    [InlineData("A Hwasong-17 was fired.")]
    [InlineData("The G7 met in Kananaskis.")]
    [InlineData("The accord of June 19, 2024 holds.")]
    [InlineData("No one was hurt.")]
    [InlineData("It was the third test.")]
    [InlineData("The home side won 2-1.")]
    public void What_counts_nothing_is_no_quantity(string text) => Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Call 3-4-5 at once.")]
    [InlineData("It cost 99999999999999999999999999999999999 dollars.")]
    [InlineData("The address is 192.168.1.2 there.")]
    public void What_cannot_be_read_is_said(string text)
    {
        var notices = new List<Notice>();
        var document = Reader.Read(text);
        Finder.Find(document, [], notices).ShouldBeEmpty();
        notices.ShouldHaveSingleItem().Code.ShouldBe("number-unclear");
    }

    [Fact]
    public void Any_text_is_read_without_a_fault() => Gen.Int[0, 14].Array[0, 30].Sample(picks =>
    {
        string[] parts = ["9", "1,0", "-", "/", " ", "million", "half", "and", "$", "a", "\uD83D", ":", "12", "May", "%"];
        var text = string.Concat(picks.Select(p => parts[p]));
        var document = Documents.Plain(text);
        var times = Times.Find(new Report { Id = "x", Text = text, Published = new DateOnly(2025, 3, 21) }, document, []);
        foreach (var mention in Finder.Find(document, times, [])) mention.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
    }, iter: 3000);

    [Fact]
    public void A_long_text_without_blanks_is_read_in_one_pass()
    {
        var text = string.Concat(Enumerable.Repeat("9,1/", 250_000));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Finder.Find(Documents.Plain(text), [], []);
        System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds.ShouldBeLessThan(20);
    }

    private static string Text(Quantity? quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity?.Min}..{quantity?.Max}");

    private static ImmutableArray<QuantityMention> Find(string text)
    {
        var document = Reader.Read(text);
        return Finder.Find(document, Times.Find(new Report { Id = "x", Text = text, Published = new DateOnly(2025, 3, 21) }, document, []), []);
    }
}
