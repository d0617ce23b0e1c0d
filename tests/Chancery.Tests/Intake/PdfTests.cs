using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Chancery.Tests.Intake;

public class PdfTests
{
    [Fact]
    public async Task Lines_become_paragraphs_in_reading_order_and_running_heads_are_left_out()
    {
        var pdf = new PdfDocumentBuilder { DocumentInformation = { Title = "Situation report", Author = "Ada Ohlsson", CreationDate = "D:20250321090000Z" } };
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        for (var page = 1; page <= 3; page++)
        {
            var sheet = pdf.AddPage(PageSize.A4);
            sheet.AddText(string.Create(CultureInfo.InvariantCulture, $"Harbor Institute, page {page}"), 9, new PdfPoint(60, 800), font);
            string[] lines = [$"Section {page} tells that envoys of both sides met in Riga and agreed on a cease-", "fire which begins on Monday, the ministry said. Neither side told of", "what was given in return for it."];
            for (var i = 0; i < lines.Length; i++) sheet.AddText(lines[i], 11, new PdfPoint(60, 700 - 14 * i), font);
        }
        var run = await IntakeRun.Of("report.pdf", pdf.Build(), new());
        run.Faults.ShouldBeEmpty();
        var report = run.Reports.ShouldHaveSingleItem();
        (report.Id, report.Title, report.Byline, report.Published).ShouldBe(("report", "Situation report", "Ada Ohlsson", new DateOnly(2025, 3, 21)));
        report.Text.ShouldBe(string.Join("\n\n", Enumerable.Range(1, 3).Select(n =>
            $"Section {n} tells that envoys of both sides met in Riga and agreed on a ceasefire which begins on Monday, the ministry said. Neither side told of what was given in return for it.")));
    }

    [Fact]
    public async Task A_pdf_without_text_and_one_that_is_none_say_so()
    {
        var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        (await IntakeRun.Of("scan.pdf", pdf.Build(), new())).Faults.ShouldBe(["scan.pdf: no text on its 1 pages: they may be pictures"]);
        (await IntakeRun.Of("odd.pdf", "%PDF-1.7 and then nothing of the kind"u8.ToArray(), new())).Faults.ShouldBe(["odd.pdf: the PDF cannot be read: it is damaged"]);
    }
}
