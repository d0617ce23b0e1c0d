using System.Collections.Immutable;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Mentions.Times;
using CsCheck;

namespace Chancery.Tests.Mentions.Times;

public class TimeFinderTests
{
    private static readonly DocumentReader Reader = new(EnglishPack.Instance);
    private static readonly TimeFinder Finder = new(EnglishPack.Instance);

    [Theory]
    [InlineData("He spoke on Monday.", "XXXX-WXX-1")]
    [InlineData("He spoke on March 3.", "XXXX-03-03")]
    [InlineData("He spoke last year.", "XXXX")]
    [InlineData("He spoke last week.", "XXXX-WXX")]
    [InlineData("He spoke at 8:30 p.m.", "XXXX-XX-XXT20:30")]
    public void Without_a_date_relative_times_stay_open_and_one_notice_says_so(string text, string value)
    {
        var notices = new List<Notice>();
        var time = Find(text, null, notices).ShouldHaveSingleItem().Timex;
        time.Value.ShouldBe(value);
        (time.From, time.To).ShouldBe((null, null));
        notices.ShouldHaveSingleItem().Code.ShouldBe("date-missing");
    }

    [Fact]
    public void Without_a_date_full_dates_are_still_read()
    {
        var notices = new List<Notice>();
        Find("He spoke on June 19, 2024.", null, notices).ShouldHaveSingleItem().Timex.From.ShouldBe(new DateOnly(2024, 6, 19));
        notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("It is due on 31 June 2024.", "2024-06-31")]
    [InlineData("It is due on February 30.", "XXXX-02-30")]
    public void A_day_that_does_not_exist_is_named_and_not_guessed(string text, string value)
    {
        var notices = new List<Notice>();
        var time = Find(text, new DateOnly(2025, 3, 21), notices).ShouldHaveSingleItem().Timex;
        time.Value.ShouldBe(value);
        (time.From, time.To).ShouldBe((null, null));
        notices.ShouldHaveSingleItem().Code.ShouldBe("date-impossible");
    }

    [Theory]
    [InlineData("They met on the eve of the March 30 summit.", "2025-03-29")]
    [InlineData("They met on the eve of the summit. The summit opens on March 30.", "2025-03-29")]
    [InlineData("They met on the eve of the summit. On March 30 Tokyo will host the summit.", "2025-03-29")]
    public void The_eve_of_an_event_is_the_day_before_it(string text, string value) => Find(text, new DateOnly(2025, 3, 21), []).ShouldContain(t => t.Timex.Value == value);

    [Theory]
    [InlineData("They met on the eve of the summit.")]
    [InlineData("They met on the eve of the summit. The court ruled on March 30.")]
    public void The_eve_of_an_event_without_a_day_is_none(string text) => Find(text, new DateOnly(2025, 3, 21), []).ShouldAllBe(t => t.Timex.Value == "2025-03-30");

    [Theory]
    [InlineData("The minister may resign.")]
    [InlineData("They march to the capital.")]
    [InlineData("The score was 4:3.")]
    [InlineData("Call 138-2010-2015 by phone.")]
    [InlineData("A 44-year-old man was held.")]
    public void What_only_looks_like_a_time_is_none(string text) => Find(text, new DateOnly(2025, 3, 21), []).ShouldBeEmpty();

    [Fact]
    public void The_tense_of_the_clause_tells_the_side_of_a_weekday()
    {
        var published = new DateOnly(2025, 3, 21);
        Tense("Kim|PROPN|2:nsubj left~leave|VERB.VBD|0:root on|ADP|4:case Monday|PROPN|2:obl .|PUNCT|2:punct").ShouldBe(new DateOnly(2025, 3, 17));
        Tense("Kim|PROPN|3:nsubj will|AUX.MD|3:aux leave|VERB.VB|0:root on|ADP|5:case Monday|PROPN|3:obl .|PUNCT|3:punct").ShouldBe(new DateOnly(2025, 3, 24));
        Tense("Kim|PROPN|2:nsubj plans~plan|VERB.VBZ|0:root to|PART|4:mark leave|VERB.VB|2:xcomp Monday|PROPN|4:obl").ShouldBe(new DateOnly(2025, 3, 24));

        DateOnly? Tense(string notation)
        {
            var document = Documents.Parse(notation);
            return Finder.Find(new Report { Id = "x", Text = document.Text, Published = published }, document, []).ShouldHaveSingleItem().Timex.From;
        }
    }

    [Fact]
    public void The_ends_of_the_calendar_hold()
    {
        foreach (var published in (DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29)])
            foreach (var text in (string[])["Last year.", "Next Monday.", "In 900000 years.", "999999 centuries ago.", "Five decades later.", "The quarter.", "Last Easter.", "Winter of 0001.", "The 30th century.", "On February 29."])
                Should.NotThrow(() => Find(text, published, []));
    }

    [Fact]
    public void Any_text_is_read_without_a_fault() => Gen.Int[0, 21].Array[0, 25].Sample(picks =>
    {
        string[] parts = ["9", "31", "2024", "-", "/", " ", "June", "last", "year", "Monday", "ago", ":", "12", "the", "\uD83D", "quarter", "of", "two", "'s", "a.m.", "\n", "Easter"];
        var text = string.Join(picks.Length % 2 == 0 ? " " : "", picks.Select(p => parts[p]));
        var document = Documents.Plain(text);
        foreach (var mention in Finder.Find(new Report { Id = "x", Text = text, Published = new DateOnly(2025, 3, 21) }, document, []))
        {
            mention.Span.IsEmpty.ShouldBeFalse();
            mention.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
            mention.Head.ShouldBeInRange(0, document.Count - 1);
        }
    }, iter: 2000);

    private static ImmutableArray<TimeMention> Find(string text, DateOnly? published, List<Notice> notices) =>
        Finder.Find(new Report { Id = "x", Text = text, Published = published }, Reader.Read(text), notices);
}
