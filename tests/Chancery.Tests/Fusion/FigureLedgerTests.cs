using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Tests.Fusion;

public class FigureLedgerTests
{
    private const string Strike = "MOSCOW, Jan. 2 (Meridian) — Russia said on Monday that a Ukrainian strike had killed 63 of its soldiers in the occupied town of Makiivka, one of the deadliest attacks of the war. Ukraine's military said about 400 Russian soldiers had been killed.";

    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    [Fact]
    public void What_two_sides_count_differently_is_contradicted_and_not_replaced()
    {
        var figures = Fuse(("a", "2023-01-02", Strike));
        var (own, other) = (figures.Single(f => Number(f) == 63), figures.Single(f => Number(f) == 400));
        other.Series.ShouldBe(own.Series);
        other.Contradicts.Concat(own.Contradicts).ShouldHaveSingleItem();
        other.Supersedes.ShouldBeNull();
    }

    [Fact]
    public void A_later_count_of_the_same_keepers_replaces_their_earlier_one()
    {
        var figures = Fuse(
            ("a", "2023-01-02", Strike),
            ("b", "2023-01-04", "Russia's defense ministry on Wednesday raised to 89 the number of its soldiers killed by a Ukrainian strike on Makiivka, and said that they had used phones."));
        var later = figures.Single(f => Number(f) == 89);
        later.Supersedes.ShouldBe(figures.Single(f => Number(f) == 63).Id);
        later.Contradicts.ShouldBe([figures.Single(f => Number(f) == 400).Id]);
    }

    [Fact]
    public void A_number_that_a_rewrite_made_another_one_contradicts_it_and_takes_nobodys_place()
    {
        const string Text = "A French destroyer rescued the crew of 25 on Thursday after the Greek tanker Sounion had drifted through the Red Sea with its engine burning. Two small boats had approached the vessel and opened fire before three projectiles struck it, the British maritime agency said.";
        var figures = Fuse(("a", "2024-08-22", Text), ("b", "2024-08-23", Text.Replace("25", "29", StringComparison.Ordinal)));
        var made = figures.Single(f => Number(f) == 29);
        made.Drift.ShouldNotBeNull().Field.ShouldBe("number");
        (made.Drift.From, made.Drift.To).ShouldBe(("25", "29"));
        made.Contradicts.ShouldBe([figures.Single(f => Number(f) == 25).Id]);
        made.Supersedes.ShouldBeNull();
    }

    [Fact]
    public void A_rewrite_that_drops_the_source_and_one_that_drops_the_doubt_have_drifted()
    {
        const string Text = "More than 8.5 million people have fled their homes in Sudan since the war between the army and the paramilitaries began, the United Nations said on Monday, and 18 million may face acute hunger this summer.";
        var figures = Fuse(
            ("a", "2024-04-15", Text),
            ("b", "2024-04-16", "More than 8.5 million people have fled their homes in Sudan since the war between the army and the paramilitaries began, and 18 million face acute hunger this summer."));
        figures.Single(f => f.Reading.Report.Id == "b" && Number(f) == 8_500_000).Drift.ShouldNotBeNull().Field.ShouldBe("source");
        figures.Single(f => f.Reading.Report.Id == "b" && Number(f) == 18_000_000).Drift.ShouldNotBeNull().Field.ShouldBe("certainty");
    }

    /// <summary>The case that began it: what media of one country had put about became 'recent intelligence'.</summary>
    [Fact]
    public void What_media_put_about_is_not_what_recent_intelligence_shows()
    {
        var figures = Fuse(
            ("a", "2025-03-21", "North Korea sent more troops to Russia in January and February, after 10,000 had gone last year. South Korean media have put the number of troops sent this year at between 1,000 and 3,000. Sergei Shoigu arrived in Pyongyang on Friday for talks, the topics of which were not disclosed."),
            ("b", "2025-03-22", "Recent intelligence shows that North Korea sent between 1,000 and 3,000 more troops to Russia in January and February, after 10,000 had gone last year. Sergei Shoigu arrived in Pyongyang on Friday for talks, the topics of which were not disclosed."));
        figures.Single(f => f.Reading.Report.Id == "b" && Number(f) == 1000).Drift.ShouldNotBeNull().Field.ShouldBe("source");
    }

    [Fact]
    public void A_report_that_counts_two_things_is_matched_count_by_count()
    {
        const string Text = "In four days of fighting between India and Pakistan over Kashmir 40 civilians and 21 children were killed, officials said.";
        var figures = Fuse(("a", "2025-05-10", Text), ("b", "2025-05-11", "Officials said 40 civilians and 21 children were killed in four days of fighting over Kashmir between India and Pakistan."));
        figures.GroupBy(f => f.Series).Select(s => s.Select(Number).Distinct().Count()).ShouldAllBe(numbers => numbers == 1);
        figures.ShouldAllBe(f => f.Contradicts.IsEmpty && f.Supersedes == null);
    }

    /// <summary>However many pass a count on, a new one is compared with each voice and number once.</summary>
    [Fact]
    public void What_is_compared_is_bounded_by_voices_not_by_reports()
    {
        var reports = Enumerable.Range(0, 40).Select(i => ($"r{i:00}", "2023-01-03", $"Russia said a Ukrainian strike had killed 63 of its soldiers in the occupied town of Makiivka. Day {i} was calm elsewhere, correspondent number {i} wrote.")).ToArray();
        var figures = Fuse([.. reports, ("z", "2023-01-04", "Ukraine's military said about 400 Russian soldiers had been killed in a strike on the occupied town of Makiivka.")]);
        figures.Single(f => Number(f) == 400).Contradicts.Length.ShouldBeInRange(1, 2);
    }

    private static decimal? Number(FigureEntry figure) => figure.Figure.Mention.Quantity.Min;

    private static FigureEntry[] Fuse(params (string Id, string Day, string Text)[] reports) =>
        [.. Fuser.Fuse(reports.Select(r => FiledReading.Of(Reader.Read(new Report { Id = r.Id, Text = r.Text, Publisher = "The " + r.Id, Published = DateOnly.ParseExact(r.Day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) })))).Figures];
}
