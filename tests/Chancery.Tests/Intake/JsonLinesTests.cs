using Chancery.Intake;

namespace Chancery.Tests.Intake;

public class JsonLinesTests
{
    [Fact]
    public async Task All_fields_are_taken()
    {
        var run = await IntakeRun.Of("x.jsonl", """{"id":"a","text":"One. Two.","date":"2025-03-21","title":"T","publisher":"P","url":"https://p.example","sentences":[[0,4],[5,9]],"other":{"deep":[1]}}""");
        var report = run.Report;
        (report.Id, report.Text, report.Published, report.Title, report.Publisher, report.Url).ShouldBe(("a", "One. Two.", new DateOnly(2025, 3, 21), "T", "P", "https://p.example"));
        report.Sentences!.ShouldBe([new(0, 4), new(5, 9)]);
        report.Notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nonsense", "x.jsonl:1: not JSON")]
    [InlineData("[1,2]", "x.jsonl:1: not a JSON object")]
    [InlineData("""{"id":"a"}""", "x.jsonl:1: no \"text\"")]
    [InlineData("""{"text":7}""", "x.jsonl:1: no \"text\"")]
    [InlineData("""{"text":"a"} trailing""", "x.jsonl:1: not JSON")]
    [InlineData("""{"text":"cut""", "x.jsonl:1: not JSON")]
    public async Task A_faulty_line_is_named_and_the_next_is_read(string line, string fault)
    {
        var run = await IntakeRun.Of("x.jsonl", line + "\r\n\n{\"text\":\"good\"}");
        run.Report.Text.ShouldBe("good");
        run.Faults.ShouldHaveSingleItem().ShouldStartWith(fault);
    }

    [Theory]
    [InlineData("\"2025-02-30\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("17")]
    public async Task A_wrong_date_is_a_notice(string date)
    {
        var report = (await IntakeRun.Of("x.jsonl", $"{{\"text\":\"a\",\"date\":{date}}}")).Report;
        report.Published.ShouldBeNull();
        report.Notices.ShouldHaveSingleItem().Code.ShouldBe("date-invalid");
    }

    [Fact]
    public async Task Two_reports_of_one_name_are_both_taken_with_a_notice()
    {
        var run = await IntakeRun.Of("x.jsonl", "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"a\",\"text\":\"2\"}");
        run.Reports.Select(r => r.Notices.Length).ShouldBe([0, 1]);
        run.Reports[1].Notices[0].Code.ShouldBe("duplicate-id");
    }

    [Fact]
    public async Task Sentence_bounds_count_code_points()
    {
        var run = await IntakeRun.Of("x.jsonl", """{"text":"😀😀. Two.","sentences":[[0,3],[4,8]]}""");
        run.Report.Sentences!.ShouldBe([new(0, 5), new(6, 10)]);
    }

    [Theory]
    [InlineData("[[0,99]]")]
    [InlineData("[[3,4],[0,2]]")]
    [InlineData("[[-1,2]]")]
    public async Task Sentence_bounds_that_do_not_fit_are_a_notice(string bounds)
    {
        var report = (await IntakeRun.Of("x.jsonl", $"{{\"text\":\"One. Two.\",\"sentences\":{bounds}}}")).Report;
        report.Sentences.ShouldBeNull();
        report.Notices.ShouldHaveSingleItem().Code.ShouldBe("sentences-invalid");
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused_and_the_rest_goes_on()
    {
        var run = await IntakeRun.Of("x.jsonl", $"{{\"text\":\"{new string('x', 300_000)}\"}}\n{{\"text\":\"good\"}}", new IntakeOptions { MaxReportBytes = 1000 });
        run.Report.Text.ShouldBe("good");
        run.Faults.ShouldHaveSingleItem().ShouldBe("x.jsonl:1: larger than --max-report (1,000 bytes): not read");
    }

    [Fact]
    public async Task Any_string_comes_through_unit_by_unit()
    {
        var run = await IntakeRun.Of("x.jsonl", """{"text":"\ud800 \udc00\ud800 \u0000 \ud83d\ude00 \"\\\/\b\f\n\r\t é"}""");
        run.Report.Text.ShouldBe("\ud800 \udc00\ud800 \0 \ud83d\ude00 \"\\/\b\f\n\r\t é");
    }
}
