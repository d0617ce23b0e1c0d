using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>What changes the record: adding reports and deciding on what was read. Each has a record of its own.</summary>
public sealed class ChangingTests : IAsyncLifetime
{
    private readonly SamplesInBrowser _own = new();

    public ValueTask InitializeAsync() => _own.InitializeAsync();

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    [Fact]
    public async Task A_pasted_report_is_read_and_shows_what_it_changed()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/");
        await visit.GoTo("/add");
        await visit.Page.GetByLabel("Text of the report").FillAsync("Norway sent two ships to Latvia on Monday, the defense ministry said.");
        await visit.Page.GetByLabel("Title").FillAsync("Ships for Latvia");
        await visit.Page.GetByLabel("Published on").FillAsync("2025-09-01");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await visit.Page.GetByText("bears on 1 event").WaitForAsync();
        (await visit.Violations()).ShouldBeEmpty();
        await visit.Picture("added");

        await visit.GoTo("/");
        await visit.Page.GetByText("New since you last looked").WaitForAsync();
        (await visit.Page.Locator(".panel", new() { HasText = "New since" }).Locator("a.telling").AllTextContentsAsync()).ShouldHaveSingleItem().ShouldContain("Norway");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as seen" }).ClickAsync();
        await visit.Page.GetByText("Nothing has changed since").WaitForAsync();
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task A_report_full_of_markup_is_shown_as_the_text_it_is()
    {
        const string Attack = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> Norway attacked Latvia, <b onmouseover=alert(1)>the ministry</b> said. {{7*7}} javascript:alert(1) <a href='javascript:alert(1)'>more</a>";
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/add");
        await visit.Page.GetByLabel("Text of the report").FillAsync(Attack);
        await visit.Page.GetByLabel("Title").FillAsync("<svg onload=alert(1)> attack");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await visit.Page.Locator("main a[href*='report=']").First.ClickAsync();
        await visit.Settle();
        (await visit.Page.Locator(".report-text").InnerTextAsync()).ShouldContain("<img src=x onerror=\"document.title='owned'\">");
        (await visit.Page.Locator("main script, main img, main svg[onload], main a[href^='javascript']").CountAsync()).ShouldBe(0);
        (await visit.Page.TitleAsync()).ShouldNotContain("owned");
        foreach (var path in (string[])["/", "/search?q=Norway", "/brief", "/review", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"])
        {
            await visit.GoTo(path);
            (await visit.Page.Locator("main script, main img, main a[href^='javascript']").CountAsync()).ShouldBe(0, path);
        }
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Marks_stand_at_their_words_behind_characters_of_two_units()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/add");
        await visit.Page.GetByLabel("Text of the report").FillAsync("🚀🚀 Norway sent two ships to Latvia on Monday, the defense ministry said.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await visit.Page.Locator("main a[href*='report=']").First.ClickAsync();
        await visit.Page.Locator(".report-text").WaitForAsync();
        await visit.Settle();
        (await visit.Page.Locator(".report-text .m-claim").AllTextContentsAsync()).ShouldBe(["sent"]);
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Claims_are_accepted_corrected_and_taken_back_with_who_and_when()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/review");
        await visit.Page.GetByLabel("Your name").FillAsync("Ada");
        await visit.Page.Locator("h1").ClickAsync();
        var first = await visit.Page.Locator("article h2").TextContentAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await visit.Page.GetByText("1 decision", new() { Exact = true }).WaitForAsync();
        await visit.Settle();
        (await visit.Page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain("Ada");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await visit.Page.GetByLabel("It should be").SelectOptionAsync("planned");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the correction" }).ClickAsync();
        await visit.Page.GetByText("2 decisions", new() { Exact = true }).WaitForAsync();
        await visit.Settle();
        (await visit.Violations()).ShouldBeEmpty();
        await visit.Picture("reviewed");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take back number 1" }).ClickAsync();
        await visit.Page.Locator("tbody s").WaitForAsync();
        await visit.Settle();
        (await visit.Page.Locator(".story-events a.telling").AllTextContentsAsync()).ShouldContain(first);
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task An_event_is_split()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/story?standing=contested");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Review this event" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/review?event=*");
        await visit.Settle();
        var claims = visit.Page.Locator(".choices input[type=checkbox]");
        var (address, count) = (new Uri(visit.Page.Url).PathAndQuery, await claims.CountAsync());
        await claims.Last.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Split 1 off" }).ClickAsync();
        await visit.Page.GetByText("1 decision", new() { Exact = true }).WaitForAsync();
        await visit.GoTo(address);
        await claims.First.WaitForAsync();
        (await claims.CountAsync()).ShouldBe(count - 1);
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Two_events_are_joined_and_a_claim_is_rejected()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/story?about=Sergei+Lavrov");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Review this event" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/review?event=*");
        await visit.Settle();
        var claims = visit.Page.Locator(".choices input[type=checkbox]");
        var count = await claims.CountAsync();
        await visit.Page.Locator(".choices input[type=radio]").First.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "They are one happening" }).ClickAsync();
        await visit.Page.GetByText("1 decision", new() { Exact = true }).WaitForAsync();
        await visit.Page.WaitForFunctionAsync($"() => document.querySelectorAll('.choices input[type=checkbox]').length === {count + 1}");
        await visit.Settle();
        (await visit.Violations()).ShouldBeEmpty();
        await visit.Picture("joined");

        await visit.GoTo("/review");
        var first = await visit.Page.Locator("article h2").TextContentAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await visit.Page.GetByText("2 decisions", new() { Exact = true }).WaitForAsync();
        await visit.Settle();
        (await visit.Page.Locator(".story-events a.telling").AllTextContentsAsync()).ShouldNotContain(first);
        await visit.Picture("rejected");
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Files_are_dropped_and_each_tells_what_became_of_it()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/add");
        var files = await visit.Page.EvaluateHandleAsync(
            """
            () => {
              const files = new DataTransfer()
              files.items.add(new File(['Title: Grain for Chad\nDate: 2025-09-02\n\nNorway sent two ships to Latvia on Monday, the defense ministry said.'], 'ships.txt', { type: 'text/plain' }))
              files.items.add(new File(['{ this is no report'], 'broken.jsonl'))
              return files
            }
            """);
        await visit.Page.Locator(".drop").DispatchEventAsync("drop", new { dataTransfer = files });
        await visit.Page.GetByText("Read 2 of 2.").WaitForAsync();
        await visit.Settle();
        await visit.Page.GetByText("bears on 1 event").WaitForAsync();
        (await visit.Violations()).ShouldBeEmpty();
        await visit.Picture("dropped");
    }

    [Fact]
    public async Task A_report_is_added_and_a_claim_decided_on_with_the_keyboard_alone()
    {
        await using var visit = await _own.Visit(Screen.Light);
        await visit.GoTo("/add");
        await TabTo("TEXTAREA");
        await visit.Page.Keyboard.TypeAsync("Norway sent two ships to Latvia on Monday, the defense ministry said.");
        await TabTo("Read it");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByText("bears on 1 event").WaitForAsync();

        await visit.GoTo("/review");
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Settle();
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Page.GetByText("1 decision", new() { Exact = true }).WaitForAsync();
        await visit.Picture("keyed");
        visit.HadNoComplaint();

        async Task TabTo(string name)
        {
            for (var stops = 0; stops < 40; stops++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                var focused = await visit.Page.EvaluateAsync<string>("() => document.activeElement.tagName === 'TEXTAREA' ? 'TEXTAREA' : document.activeElement.textContent");
                if (focused.Trim() == name) return;
            }
            throw new InvalidOperationException($"no tab stop is '{name}'");
        }
    }
}
