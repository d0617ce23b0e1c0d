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

    [Fact]
    public void What_was_counted_before_gives_way_and_gainsays_nobody()
    {
        var figures = Fuse(("a", "2025-02-05", "Nearly 3,000 people were killed when rebels seized Bukavu last week, an official said on Wednesday. The United Nations had earlier spoken of 700 dead."));
        var (now, before) = (figures.Single(f => Number(f) == 3000), figures.Single(f => Number(f) == 700));
        now.Series.ShouldBe(before.Series);
        (now.Supersedes, now.Contradicts.Length + before.Contradicts.Length).ShouldBe((before.Id, 0));
    }

    [Fact]
    public void A_former_count_belongs_to_the_one_it_is_told_beside()
    {
        var figures = Fuse(("a", "2021-07-15", "Police have arrested 26 people over the murder of the president, the chief of police said, up from 17. A rights group counted 30."));
        figures.Select(f => f.Series).Distinct().ShouldHaveSingleItem();
        var (now, before, other) = (figures.Single(f => Number(f) == 26), figures.Single(f => Number(f) == 17), figures.Single(f => Number(f) == 30));
        (now.Supersedes, before.Supersedes, other.Supersedes).ShouldBe((before.Id, null, null));
        other.Contradicts.ShouldBe([now.Id]);
    }

    [Fact]
    public void A_number_that_is_denied_is_the_one_it_takes_the_place_of()
    {
        var figures = Fuse(("a", "2025-02-05", "After a second count the headmaster said that 35 children had escaped, not 28."));
        figures.Single(f => Number(f) == 35).Supersedes.ShouldBe(figures.Single(f => Number(f) == 28).Id);
    }

    [Fact]
    public void A_total_since_a_day_is_not_the_toll_of_one_day()
    {
        var figures = Fuse(
            ("a", "2025-01-17", "Israeli strikes on Gaza killed 23 people in Jabalia on Friday, rescuers said."),
            ("b", "2025-01-18", "Israeli strikes on Gaza have killed 81 people in Jabalia since the deal was announced, rescuers said."));
        figures[0].Series.ShouldNotBe(figures[1].Series);
        figures.ShouldAllBe(f => f.Supersedes == null);
    }

    [Fact]
    public void A_blow_of_another_day_is_another_blow()
    {
        var figures = Fuse(
            ("a", "2025-03-10", "Missiles struck a market in Kramatorsk on Sunday, killing 10 people."),
            ("b", "2025-03-15", "Missiles struck a market in Kramatorsk on Saturday, killing 13 people."));
        figures[0].Series.ShouldNotBe(figures[1].Series);
    }

    [Fact]
    public void A_report_counts_nobody_killed_days_after_it()
    {
        var figures = Fuse(
            ("a", "2025-03-10", "A Russian missile killed 10 people in a market in Kramatorsk. The market is the largest of the town."),
            ("b", "2025-03-15", "Two rockets struck Kramatorsk on Friday, killing 13 people in a queue before a market, the mayor said. He asked for help."));
        figures[0].Series.ShouldNotBe(figures[1].Series);
    }

    [Fact]
    public void A_toll_that_is_higher_days_later_gainsays_nobody()
    {
        const string One = "Earthquakes in western Afghanistan killed 400 people in the province of Herat, the United Nations said.";
        var next = Fuse(("a", "2023-10-08", One), ("b", "2023-10-09", "Earthquakes in western Afghanistan killed 900 people in the province of Herat, the Red Cross said."));
        next[1].Contradicts.ShouldBe([next[0].Id]);
        var later = Fuse(("a", "2023-10-08", One), ("b", "2023-10-16", "Earthquakes in western Afghanistan killed 900 people in the province of Herat, the Red Cross said."));
        later[1].Series.ShouldBe(later[0].Series);
        later[1].Contradicts.ShouldBeEmpty();
    }

    /// <summary>'The health ministry' is of the one state that its report is about.</summary>
    [Fact]
    public void Ministries_of_one_state_keep_one_count()
    {
        var figures = Fuse(
            ("a", "2024-06-26", "Nine people were injured when soldiers broke down the door of the presidential palace in Bolivia, the health ministry said."),
            ("b", "2024-06-28", "A new commander of the army was sworn in on Thursday, and generals were dismissed. The justice ministry of Bolivia said 14 people were injured when soldiers broke down the door of the palace."));
        figures.Single(f => Number(f) == 14).Supersedes.ShouldBe(figures.Single(f => Number(f) == 9).Id);
        figures.ShouldAllBe(f => f.Contradicts.IsEmpty);
    }

    /// <summary>Each candidate has a share of his own; two counts of one candidate's cannot both be right.</summary>
    [Fact]
    public void Shares_are_compared_by_who_has_them()
    {
        var figures = Fuse(
            ("a", "2024-07-29", "Venezuela's electoral council declared President Nicolas Maduro the winner of the election with 51 percent of the vote. It gave 44 percent to his rival, Edmundo Gonzalez. The opposition says that Gonzalez won the election with 70 percent of the vote."));
        var (maduro, gonzalez, won) = (figures.Single(f => Number(f) == 51), figures.Single(f => Number(f) == 44), figures.Single(f => Number(f) == 70));
        maduro.Series.ShouldNotBe(gonzalez.Series);
        won.Series.ShouldNotBe(maduro.Series);
    }

    [Fact]
    public void A_body_keeps_its_count_whoever_of_it_speaks()
    {
        var figures = Fuse(
            ("a", "2023-10-08", "Earthquakes in western Afghanistan killed 2,053 people in the province of Herat on Saturday, the country's disaster ministry said on Sunday."),
            ("b", "2023-10-09", "A spokesman for the disaster ministry put at 2,445 the number of people killed by Saturday's earthquakes in Herat in western Afghanistan."));
        figures.Single(f => Number(f) == 2445).Supersedes.ShouldBe(figures.Single(f => Number(f) == 2053).Id);
    }

    [Fact]
    public void Officials_of_one_state_keep_one_count_and_others_their_own()
    {
        var figures = Fuse(
            ("a", "2024-07-31", "Attorney General Tarek William Saab said that 749 people had been arrested in protests against the result of the election in Venezuela. The rights group Foro Penal put the number of arrests at 177."),
            ("b", "2024-08-03", "President Nicolas Maduro said on Saturday that 2,000 people had been arrested in protests against the result of the election in Venezuela."));
        figures.Single(f => Number(f) == 2000).Supersedes.ShouldBe(figures.Single(f => Number(f) == 749).Id);
        figures.Single(f => Number(f) == 749).Contradicts.ShouldBe([figures.Single(f => Number(f) == 177).Id]);
    }

    [Fact]
    public void Two_voices_of_a_report_count_one_thing_where_the_second_gives_a_bare_number()
    {
        var figures = Fuse(("a", "2024-06-27", "The interior minister put the injured at 12. Doctors at the clinic said they had treated 15."));
        figures[0].Series.ShouldBe(figures[1].Series);
        figures[1].Contradicts.ShouldBe([figures[0].Id]);
    }

    /// <summary>'Inside the country 118,000 people have left their homes' counts others than those who crossed the border.</summary>
    /// <summary>Officials of one state keep one count from day to day, but two that a report names beside each other, each with a number, do not agree.</summary>
    [Fact]
    public void Two_offices_of_a_state_that_a_report_names_beside_each_other_are_two()
    {
        var figures = Fuse(("a", "2024-03-04", "At Tuesday's march in the capital of Colombia the police counted 2,000 people. The mayor's office had it at 5,000."));
        figures.Single(f => Number(f) == 5000).Contradicts.ShouldBe([figures.Single(f => Number(f) == 2000).Id]);
    }

    /// <summary>A bare number is no other count of what is told by another order of size.</summary>
    [Fact]
    public void Nine_thousand_marchers_are_no_second_count_of_twelve_dead()
    {
        var figures = Fuse(("a", "2024-03-04", "Twelve people were killed on Monday, an office said. The marchers tried to storm the airport, the minister said. He put their number at 9,000."));
        figures.Single(f => Number(f) == 9000).Series.ShouldNotBe(figures.Single(f => Number(f) == 12).Series);
    }

    [Fact]
    public void A_second_voice_that_names_what_it_counts_may_count_another_thing() =>
        Fuse(("a", "2024-09-27", "More than 30,000 people have crossed into Syria, the refugee agency said. Inside Lebanon 118,000 people have left their homes, said the International Organization for Migration."))
            .Select(f => f.Series).Distinct().Count().ShouldBe(2);

    [Fact]
    public void Who_flees_from_one_state_to_another_is_counted_together()
    {
        var figures = Fuse(
            ("a", "2024-09-27", "More than 30,000 people have crossed from Lebanon into Syria since Monday, the UN refugee agency said."),
            ("b", "2024-09-30", "The number of people who have fled from Lebanon to Syria has reached 100,000, the UN refugee agency said."));
        figures[1].Series.ShouldBe(figures[0].Series);
        figures[1].Supersedes.ShouldBe(figures[0].Id);
    }

    [Fact]
    public void All_the_dead_are_no_second_count_of_those_of_one_people()
    {
        var figures = Fuse(
            ("a", "2024-01-24", "A Russian plane crashed near Belgorod on Wednesday, killing all 74 people on board, among them 65 captured Ukrainian soldiers, Russia's defense ministry said."),
            ("b", "2024-01-25", "Moscow says 65 captured Ukrainian soldiers were killed when a Russian plane crashed near Belgorod. Russia says it counted 74 dead."));
        figures.Where(f => Number(f) == 65).Select(f => f.Series).Distinct().Count().ShouldBe(1);
        figures.Where(f => Number(f) == 65).ShouldAllBe(f => figures.Where(g => Number(g) == 74).All(g => g.Series != f.Series));
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
