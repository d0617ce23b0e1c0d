namespace Chancery.Browser.Tests;

/// <summary>Everything can be done without a mouse.</summary>
public sealed class KeyboardTests(SamplesInBrowser samples)
{
    [Fact]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        await using var visit = await samples.Visit(Screen.Light);
        await visit.GoTo("/");
        await visit.Page.Keyboard.PressAsync("Tab");
        (await Focused(visit)).ShouldBe("Skip to the content");
        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
    }

    [Fact]
    public async Task Single_keys_go_to_pages_and_can_be_switched_off()
    {
        await using var visit = await samples.Visit(Screen.Light);
        await visit.GoTo("/");
        await visit.Page.Keyboard.PressAsync("?");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).WaitForAsync();
        (await visit.Violations()).ShouldBeEmpty();
        await visit.Picture("help", whole: false);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("g");
        await visit.Page.Keyboard.PressAsync("f");
        await visit.Page.WaitForURLAsync("**/figures");
        await visit.Settle();
        (await visit.Page.EvaluateAsync<string>("() => document.activeElement.tagName")).ShouldBe("H1", "whoever hears the page is taken to its heading");
        await visit.Page.Keyboard.PressAsync("/");
        (await visit.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("search");

        await visit.Page.EvaluateAsync("() => localStorage.setItem('chancery.shortcuts', 'off')");
        await visit.GoTo("/");
        await visit.Page.Keyboard.PressAsync("?");
        (await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).CountAsync()).ShouldBe(0);
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Marks_of_a_report_are_stepped_through_and_explained()
    {
        await using var visit = await samples.Visit(Screen.Light);
        await visit.GoTo("/story?report=2025-03-21-shoigu-arrives");
        await visit.Page.Locator(".report-text [data-stop][tabindex='0']").FocusAsync();
        var told = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            told.Add(await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Tooltip).InnerTextAsync());
            await visit.Page.Keyboard.PressAsync("ArrowRight");
        }
        told.ShouldContain(text => text.Contains("Sergei Shoigu", StringComparison.Ordinal));
        told.Distinct().Count().ShouldBeGreaterThan(3);
        (await visit.Violations()).ShouldBeEmpty();
        await visit.Picture("explained", whole: false);
        await visit.Page.Keyboard.PressAsync("Escape");
        (await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Tooltip).CountAsync()).ShouldBe(0);
        visit.HadNoComplaint();
    }

    private static async Task<string> Focused(Visit visit) => (await visit.Page.EvaluateAsync<string>("() => document.activeElement.textContent")).Trim();
}
