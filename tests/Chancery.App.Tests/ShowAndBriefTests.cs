using System.Text.RegularExpressions;

namespace Chancery.App.Tests;

public sealed class ShowAndBriefTests(RecordFixture record) : IClassFixture<RecordFixture>
{
    [Fact]
    public async Task A_claim_is_shown_with_its_words_marked_and_the_path_to_its_codes()
    {
        var id = (await record.Run("list", "claims", "--actor", "Lavrov", "--format", "csv")).Output.Split('\n')[1].Split(',')[0];
        var run = await record.Run("show", id[..8], "--why");
        run.Status.ShouldBe(0, run.Errors);
        run.Output.Split('\n')[0].ShouldContain("[does: ");
        foreach (var line in (string[])["claim ", "status ", "said by ", "words ", "rule ", "frame ", "PLOVER ", "CAMEO "]) run.Output.ShouldContain(line);
        (await record.Run("show", id)).Output.ShouldNotContain("PLOVER ");
    }

    [Fact]
    public async Task An_event_and_a_report_are_shown_by_their_claims()
    {
        var item = (await record.Run("list", "events", "--format", "csv")).Output.Split('\n')[1].Split(',')[0];
        var shown = (await record.Run("show", item)).Output;
        shown.ShouldContain("claim ");
        // how the record stands on it, and on whose word
        shown.ShouldMatch("standing +(single-source: one source alone|settled: |contested: |superseded: )");
        (await record.Run("show", "2025-03-21-shoigu-arrives")).Output.ShouldContain("Harbor Gazette");
    }

    [Fact]
    public async Task Claims_of_less_confidence_than_asked_for_are_left_out()
    {
        string[] Shown(string output) => [.. output.Split('\n').Where(l => l.StartsWith("  claim ", StringComparison.Ordinal))];
        var all = Shown((await record.Run("show", "2025-01-13-casualties")).Output);
        var sure = Shown((await record.Run("show", "2025-01-13-casualties", "--min-confidence", "0.5")).Output);
        sure.ShouldNotBeEmpty();
        sure.Length.ShouldBeLessThan(all.Length);
        var none = await record.Run("show", "2025-01-13-casualties", "--min-confidence", "1");
        none.Status.ShouldBe(1);
        none.ErrorLine.ShouldContain("confidence of 1");
    }

    [Fact]
    public async Task An_unknown_id_is_told()
    {
        var run = await record.Run("show", "zzzz");
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("zzzz");
    }

    [Fact]
    public async Task Every_sentence_of_a_brief_has_footnotes_and_every_footnote_a_sentence_of_a_report()
    {
        var run = await record.Run("brief", "--about", "North Korea, Russia", "--since", "2024-10-01");
        run.Status.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        var told = run.Output.Split('\n').Where(l => l.StartsWith("- ") && !l.StartsWith("- …")).ToArray();
        told.ShouldNotBeEmpty();
        var notes = Regex.Matches(run.Output, @"^\[\^(\d+)\]: .+“.+”$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToHashSet();
        foreach (var sentence in told)
        {
            var cited = Regex.Matches(sentence, @"\[\^(\d+)\]").Select(m => m.Groups[1].Value).ToArray();
            cited.ShouldNotBeEmpty(sentence);
            cited.ShouldAllBe(n => notes.Contains(n));
        }
    }

    [Fact]
    public async Task A_brief_names_the_figures_with_their_sources_the_pact_the_open_trip_and_what_is_unknown()
    {
        var run = await record.Run("brief", "--about", "North Korea, Russia", "--since", "2024-10-01");
        foreach (var told in (string[])["10,000", "1,000 to 3,000", "South Korean media", "recent intelligence", "**June 2024**: North Korea and Russia signed an agreement", "Kim Jong Un may visit Russia, observers said", "what would be discussed"])
            run.Output.ShouldContain(told);
        // A rewrite that put 'recent intelligence' for the media it was taken from is told on.
        run.Output.ShouldContain("the report it was taken from says South Korean media");
    }

    [Fact]
    public async Task A_brief_is_also_one_page_of_html_without_script()
    {
        var run = await record.Run("brief", "--what-changed-since", "2025-03-01", "--format", "html");
        run.Status.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith("<!doctype html>");
        run.Output.ShouldContain("what changed since 1 March 2025");
        run.Output.ShouldNotContain("<script");
        run.Output.ShouldNotContain("October 2024:");
    }

    [Fact]
    public async Task Ties_tell_what_went_each_way()
    {
        var run = await record.Run("list", "ties", "--actor", "North Korea", "--format", "jsonl");
        run.Status.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("{\"from\":\"PRK\",\"to\":\"RUS\"");
    }

    [Fact]
    public async Task Files_are_told_without_a_record()
    {
        var folder = Path.Combine(RepositoryFolder.Root, "samples");
        var run = await CommandRun.Of("brief", Path.Combine(folder, "2025-03-21-shoigu-arrives.txt"), Path.Combine(folder, "none.txt"));
        run.Status.ShouldBe(3);
        run.ErrorLine.ShouldContain("none.txt: no such file");
        run.Output.ShouldStartWith("# ");
        File.Exists("chancery.db").ShouldBeFalse();
    }

    [Theory]
    [InlineData("read")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("brief")]
    [InlineData("annotate")]
    public async Task Help_shows_an_example(string command)
    {
        var run = await CommandRun.Of(command, "--help");
        run.Status.ShouldBe(0);
        run.Output.ShouldContain("Example");
        run.Output.ShouldContain($"  chancery {command} ");
    }
}
