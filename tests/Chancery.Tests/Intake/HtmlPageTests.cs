using System.Diagnostics;
using System.Text;

namespace Chancery.Tests.Intake;

public class HtmlPageTests
{
    private const string Article = """
        <p>The envoys of both states met in Oslo on Friday and agreed to hold a further round of talks in the spring, the ministry said.</p>
        <p>No date was named for the talks; the two <b>delegations</b> left without a word to the press &amp; the public, witnesses told the Gazette.</p>
        <p>A spokesman said that the border would stay closed until the new agreement had been signed by the presidents of both states.</p>
        """;

    private const string Page = """
        <!DOCTYPE html><html><head><title>Envoys meet | Gazette</title><style>p { color: red }</style><script>var secret = "not text";</script>
        <meta property="og:title" content="Envoys meet in Oslo"><meta property="og:site_name" content="Harbor Gazette">
        <meta property="article:published_time" content="2025-03-21T22:30:00+01:00"><link rel="canonical" href="https://harbor.example/envoys"></head>
        <body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Envoys meet in Oslo</h1>
        """ + Article + "</article><footer>All rights reserved</footer></body></html>";

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.txt")]
    [InlineData("stdin")]
    public async Task The_article_is_the_text(string name)
    {
        var report = (await IntakeRun.Of(name, Page)).Report;
        report.Text.ShouldContain("the two delegations left without a word to the press & the public");
        foreach (var other in (string[])["secret", "color", "<", "Home", "All rights"]) report.Text.ShouldNotContain(other);
        report.Text.Split("\n\n").Length.ShouldBeGreaterThanOrEqualTo(3);
        (report.Title, report.Publisher, report.Published, report.Url).ShouldBe(("Envoys meet in Oslo", "Harbor Gazette", new DateOnly(2025, 3, 21), "https://harbor.example/envoys"));
    }

    [Fact]
    public async Task A_page_without_an_article_gives_what_it_shows()
    {
        var report = (await IntakeRun.Of("a.html", "<html><body><script>x()</script><p>Envoys met.</p><p>They left.</p></body></html>")).Report;
        report.Text.ShouldBe("Envoys met.\n\nThey left.");
    }

    [Fact]
    public async Task The_charset_a_page_declares_is_believed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html><head><meta charset=\"iso-8859-2\"></head><body><p>Prezydent Wałęsa spotkał się w Łodzi.</p></body></html>";
        (await IntakeRun.Of("a.html", Encoding.GetEncoding("iso-8859-2").GetBytes(page))).Report.Text.ShouldContain("Wałęsa");
    }

    [Fact]
    public async Task A_page_without_text_is_a_fault() =>
        (await IntakeRun.Of("a.html", "<html><body><script>x()</script></body></html>")).Faults.ShouldHaveSingleItem().ShouldContain("no text");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<!--")]
    [InlineData("<p ")]
    public async Task A_page_made_to_break_its_reader_is_read_in_time(string tag)
    {
        var watch = Stopwatch.StartNew();
        var run = await IntakeRun.Of("a.html", "<html><body>" + string.Concat(Enumerable.Repeat(tag, 100_000)) + "<p>Envoys met.</p>");
        (run.Reports.Count + run.Faults.Count).ShouldBe(1);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("Prices < 5 fell and > 6 rose.")]
    [InlineData("<unnamed> officials said <b> was a typing error.")]
    public async Task Prose_with_brackets_is_no_page(string text) => (await IntakeRun.Of("a.txt", text)).Report.Text.ShouldBe(text);
}
