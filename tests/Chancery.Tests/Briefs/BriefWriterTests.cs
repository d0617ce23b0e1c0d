using Chancery.Briefs;
using Chancery.English;
using static Chancery.Tests.Fusion.FilingCabinet;

namespace Chancery.Tests.Briefs;

public sealed class BriefWriterTests(SamplesBrief samples) : IClassFixture<SamplesBrief>
{
    private static readonly ReportReader Reader = new(EnglishPack.Instance);

    private static readonly BriefRequest Korea = new() { About = ["North Korea", "Russia"], Since = new(2024, 10, 1) };

    [Fact]
    public void The_sections_stand_in_the_order_of_an_analyst() =>
        samples.Write(Korea).Sections.Select(s => s.Heading).ShouldBe(["The situation", "Timeline", "Figures", "Disputed", "Expected", "What became of expectations", "Unknown", "Answered since", "Sources"]);

    [Fact]
    public void The_headline_is_what_matters_most_and_the_scope_says_of_what()
    {
        var brief = samples.Write(Korea);
        brief.Title.ShouldStartWith("Sergei Lavrov visited North Korea and met Kim Jong Un");
        brief.Scope.ShouldBe("North Korea, Russia: eleven reports, 18 October 2024 to 12 July 2025");
    }

    [Theory]
    [InlineData("Timeline", "South Korea's Joint Chiefs of Staff said (two independent sources); South Korean media put it at 1,000 to 3,000")]
    [InlineData("Timeline", "June 2024: North Korea and Russia signed an agreement")]
    [InlineData("Timeline", "12 July 2025: Sergei Lavrov visited North Korea and met Kim Jong Un in the coastal city of Wonsan, the Foreign Ministry of Russia said")]
    [InlineData("Timeline", "South Korea's spy agency said; a North Korean diplomat denied it")]
    [InlineData("Figures", "North Korean soldiers: at least 10,000 (the Pentagon, 4 November 2024); 11,000 (Volodymyr Zelensky, 4 November 2024)")]
    [InlineData("Timeline", "for recent intelligence the report it was taken from says South Korean media")]
    [InlineData("Disputed", "Whether North Korea has sent 1,500 special forces soldiers to Russia")]
    [InlineData("Expected", "Kim Jong Un may visit Russia, observers said")]
    [InlineData("What became of expectations", "Sergei Lavrov will visit North Korea from 11 July 2025 to 13 July 2025")]
    [InlineData("Unknown", "what would be discussed (the Korean Central News Agency, 21 March 2025)")]
    [InlineData("Answered since", "Not known: whether Sergei Lavrov would see Kim Jong Un (The Evening Column, 9 July 2025). Answered by Potomac Dispatch on 12 July 2025: Sergei Lavrov met Kim Jong Un")]
    [InlineData("Sources", "World Brief Daily, 22 March 2025, “Kremlin security chief in North Korea as alliance deepens”; a rewrite of the report of Harbor Gazette")]
    public void The_samples_are_told(string heading, string words) =>
        SamplesBrief.Told(samples.Write(Korea), heading).ShouldContain(s => s.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void No_line_repeats_another_and_each_has_its_sources()
    {
        var brief = samples.Write(new());
        foreach (var section in brief.Sections) section.Sentences.Select(s => s.Text).ShouldBeUnique();
        SamplesBrief.Told(brief).ShouldAllBe(s => s.Sources.Length > 0);
        SamplesBrief.Told(brief).ShouldAllBe(s => s.Lead == null || s.Text.StartsWith(s.Lead + ": ", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_length_is_bounded()
    {
        var brief = samples.Write(new() { Limit = 5 });
        brief.Sections.Where(s => s.Heading != "Sources").ShouldAllBe(s => s.Sentences.Length <= 10);
        var timeline = brief.Sections.Single(s => s.Heading == "Timeline");
        timeline.Sentences.Length.ShouldBeLessThanOrEqualTo(5);
        timeline.Omitted.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_was_read_with_little_confidence_is_not_told_unless_asked_for()
    {
        var reading = Report("a", "2025-01-02", "Norway sent two ships to Latvia.", Claim("aid.military", "NOR", "LVA") with { Confidence = 0.2 });
        var fused = Chancery.Fusion.Fuser.Fuse([reading]);
        SamplesBrief.Writer.Write([reading], fused, new()).Sections.ShouldBeEmpty();
        SamplesBrief.Writer.Write([reading], fused, new() { MinConfidence = 0 }).Sections.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Kenya pledged to send 200 trucks to Chad.", "As told on 8 March 2025: Kenya pledged to send 200 trucks to Chad.")]
    [InlineData("Kenya pledged on 7 March 2025 to send 200 trucks to Chad.", "7 March 2025: Kenya pledged to send 200 trucks to Chad.")]
    [InlineData("Kenya sent 200 trucks to Chad.", "By 8 March 2025: Kenya sent 200 trucks to Chad.")]
    public void The_day_a_pledge_is_told_is_not_taken_for_the_day_it_is_due(string text, string line) => SamplesBrief.Told(Brief(text), "Timeline").ShouldHaveSingleItem().Text.ShouldBe(line);

    [Theory]
    [InlineData("Peru will deploy troops to Chile by 20 August.", "Peru will deploy troops to Chile by 20 August.")]
    [InlineData("Peru will deploy troops to Chile next week.", "Peru will deploy troops to Chile next week, by 16 March 2025.")]
    [InlineData("Peru is to visit Chile by 20 August.", "Peru is to visit Chile by 20 August 2025.")]
    public void The_day_something_is_due_is_told_once(string text, string line) => SamplesBrief.Told(Brief(text), "Expected").ShouldHaveSingleItem().Text.ShouldBe(line);

    [Theory]
    [InlineData("The Pentagon could not confirm that North Korean soldiers had attacked Ukraine.", "By 8 March 2025: The Pentagon could not confirm that North Korean soldiers had attacked Ukraine.")]
    [InlineData("Iran may have sent missiles to Russia on Friday, officials said.", "7 March 2025: Iran may have sent missiles to Russia, officials said.")]
    public void What_may_have_been_done_stands_in_the_timeline_and_is_not_awaited(string text, string line)
    {
        var brief = Brief(text);
        SamplesBrief.Told(brief, "Timeline").ShouldHaveSingleItem().Text.ShouldBe(line);
        SamplesBrief.Told(brief, "Expected").ShouldBeEmpty();
    }

    [Fact]
    public void What_came_about_stands_in_the_timeline_and_not_beside_it_that_it_may_have()
    {
        var doubt = Report("a", "2025-03-08", "Iran may have sent missiles to Russia.", Claim("aid.military", "IRN:Iran", "RUS:Russia", ClaimStatus.Possible) with { IsPast = true, Statement = "Iran may have sent missiles to Russia", Confidence = 0.8 });
        var deed = Report("b", "2025-03-10", "Iran sent missiles to Russia.", Claim("aid.military", "IRN:Iran", "RUS:Russia") with { Statement = "Iran sent missiles to Russia", Confidence = 0.8 });
        var brief = SamplesBrief.Writer.Write([doubt, deed], Chancery.Fusion.Fuser.Fuse([doubt, deed]), new());
        SamplesBrief.Told(brief, "Timeline").ShouldHaveSingleItem().Text.ShouldBe("By 10 March 2025: Iran sent missiles to Russia.");
    }

    [Fact]
    public void What_changed_since_a_day_is_told_alone() =>
        SamplesBrief.Told(samples.Write(new() { ChangedSince = new(2025, 7, 1) }), "Timeline").ShouldAllBe(s => s.Sources.Any(c => c.Reading.Report.Published >= new DateOnly(2025, 7, 1)));

    /// <summary>What is told of one report of 8 March 2025.</summary>
    private static Brief Brief(string text)
    {
        var reading = FiledReading.Of(Reader.Read(new Report { Id = "a", Text = text, Published = new(2025, 3, 8), Publisher = "Harbor Gazette" }));
        return SamplesBrief.Writer.Write([reading], Chancery.Fusion.Fuser.Fuse([reading]), new());
    }
}
