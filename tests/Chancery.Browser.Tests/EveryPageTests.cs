namespace Chancery.Browser.Tests;

/// <summary>Every page, in light and dark and on a phone: no complaint of the browser, no request that leaves the machine, nothing that WCAG A or AA forbids.</summary>
public sealed class EveryPageTests(SamplesInBrowser samples)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/"),
        ("story", "/story?about=North+Korea,+Russia"),
        ("event", "/story?event={contested}"),
        ("report", "/story?report=2025-03-22-shoigu-rewrite"),
        ("actors", "/actors"),
        ("actor", "/actor?key=person/sergei-lavrov"),
        ("pair", "/pair?a=PRK&b=RUS"),
        ("figures", "/figures"),
        ("map", "/map?place=Russia"),
        ("ahead", "/expectations"),
        ("search", "/search?q=troops"),
        ("brief", "/brief"),
        ("review", "/review"),
        ("review-event", "/review?event={contested}"),
        ("add", "/add"),
        ("api", "/api"),
        ("sign-in", "/sign-in"),
        ("none", "/nowhere"),
    ];

    public static TheoryData<string, string, string> Views
    {
        get
        {
            var views = new TheoryData<string, string, string>();
            foreach (var (name, path) in Pages)
                foreach (var screen in Screen.All) views.Add(name, path, screen.Name);
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_sound(string name, string path, string screen)
    {
        await using var visit = await samples.Visit(Screen.All.Single(s => s.Name == screen));
        await visit.GoTo(path.Replace("{contested}", samples.Contested, StringComparison.Ordinal));
        await visit.Picture(name);
        (await visit.Page.Locator(".trouble").AllTextContentsAsync()).ShouldBeEmpty();
        (await visit.Violations()).ShouldBeEmpty();
        (await visit.Overhang()).ShouldBe(0, "the page is wider than the screen");
        // that the address leads nowhere is told with a status of its own, which Chromium puts on the console
        visit.Complaints.RemoveAll(c => name == "none" && c.Contains("404", StringComparison.Ordinal));
        visit.HadNoComplaint();
    }
}
