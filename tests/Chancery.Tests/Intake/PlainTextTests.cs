using System.Text;
using Chancery.Attributing;

namespace Chancery.Tests.Intake;

public class PlainTextTests
{
    [Fact]
    public async Task Front_lines_stand_beside_the_text()
    {
        var report = (await IntakeRun.Of("a.txt", "Title: Envoys meet\r\nDate: 2025-03-21\r\nPublisher: Harbor Gazette\r\nURL: https://h.example\r\n\r\nThe envoys met.\r\n")).Report;
        (report.Id, report.Title, report.Published, report.Publisher, report.Url).ShouldBe(("a", "Envoys meet", new DateOnly(2025, 3, 21), "Harbor Gazette", "https://h.example"));
        report.Text.ShouldBe("The envoys met.\r\n");
    }

    [Theory]
    [InlineData("Note: this is no front line.\n\nThe envoys met.")]
    [InlineData("Date: 2025-03-21\nThe envoys met.")]
    [InlineData("Title: only that")]
    public async Task Other_lines_stay_in_the_text(string text) => (await IntakeRun.Of("a.txt", text)).Report.Text.ShouldBe(text);

    [Fact]
    public async Task A_headline_and_a_date_line_are_seen_and_stay_in_the_text()
    {
        const string text = "Envoys meet in Oslo\nMonday, May 18, 2015\nThe envoys met on Sunday.\n";
        var report = (await IntakeRun.Of("a.txt", text)).Report;
        (report.Title, report.Published, report.Text).ShouldBe(("Envoys meet in Oslo", new DateOnly(2015, 5, 18), text));
    }

    [Theory]
    [InlineData("The envoys met on Sunday.\nThey left.")]
    [InlineData("A single line")]
    public async Task A_sentence_is_no_headline(string text) => (await IntakeRun.Of("a.txt", text)).Report.Title.ShouldBeNull();

    [Theory]
    [InlineData("\ufeffThe envoys met.\r\nThey left.\0")]
    public async Task Marks_line_ends_and_NUL_stay(string text) => (await IntakeRun.Of("a.txt", text)).Report.Text.ShouldBe(text);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("windows-1251")]
    public async Task Other_charsets_are_read(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = charset.EndsWith('1')
            ? "Министр обороны прибыл в Пхеньян и встретился с руководителем страны, сообщило агентство."
            : "The minister said in Sao Paulo – “no talks” – that São Tomé’s envoy Müller wouldn’t come, café or not.";
        var encoding = Encoding.GetEncoding(charset);
        var run = await IntakeRun.Of("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        run.Report.Text.TrimStart('\ufeff').ShouldBe(text);
    }

    [Fact]
    public async Task Broken_bytes_in_UTF8_are_replaced_with_a_notice()
    {
        var run = await IntakeRun.Of("a.txt", [.. "Séoul and Malmö said no"u8, 0xFF, .. " to the plan."u8]);
        run.Report.Text.ShouldBe("Séoul and Malmö said no\ufffd to the plan.");
        run.Report.Notices.ShouldHaveSingleItem().Code.ShouldBe("encoding");
    }

    [Theory]
    [InlineData("Original Source: www.example.org", "www.example.org")]
    [InlineData("Envoys met.\r\n(Source: Meridian)\r\n", "Meridian")]
    [InlineData("SEOUL, March 21 (Meridian) -- The envoys met.", "Meridian")]
    [InlineData("Envoys meet\n\nNEW YORK (Harbor Press) — The envoys met.", "Harbor Press")]
    [InlineData("(Meridian) - The envoys met.", "Meridian")]
    [InlineData("This story first appeared in Harbor Gazette.\n", null)]
    [InlineData("First published by Harbor Gazette.\n", "Harbor Gazette")]
    [InlineData("The body (UN) - it sits in New York - said so. A second (EU) too.", null)]
    [InlineData("A source: close to the talks said so.", null)]
    public void Declared_origin(string text, string? origin) => DeclaredOrigin.Find(text).ShouldBe(origin);
}
