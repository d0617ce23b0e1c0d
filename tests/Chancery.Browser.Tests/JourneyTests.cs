using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>What people come for, from one end to the other.</summary>
public sealed class JourneyTests(SamplesInBrowser samples)
{
    [Fact]
    public async Task From_the_overview_a_number_leads_to_its_words()
    {
        await using var visit = await samples.Visit(Screen.Light);
        await visit.GoTo("/figures");
        await visit.Page.Locator(".tellings a.telling").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/story?*");
        await visit.Settle();
        await visit.Page.Locator(".report-text .in-focus").First.WaitForAsync();
        await visit.Page.GoBackAsync();
        await visit.Page.WaitForURLAsync("**/figures");
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task The_address_holds_the_state_of_a_story()
    {
        await using var visit = await samples.Visit(Screen.Light);
        await visit.GoTo("/story");
        await visit.Page.GetByLabel("Standing").SelectOptionAsync("contested");
        await visit.Page.WaitForURLAsync("**standing=contested*");
        await visit.Settle();
        var here = visit.Page.Url;
        var events = await visit.Page.Locator(".story-events a.telling").AllTextContentsAsync();
        var contested = await visit.Page.EvaluateAsync<int>("async () => (await (await fetch('/api/v1/events?standing=contested')).json()).total");
        events.Count.ShouldBe(contested);
        contested.ShouldBeGreaterThan(0);
        await visit.GoTo(new Uri(here).PathAndQuery);
        (await visit.Page.Locator(".story-events a.telling").AllTextContentsAsync()).ShouldBe(events);
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Every_picture_can_be_saved_and_has_its_table()
    {
        await using var visit = await samples.Visit(Screen.Light);
        foreach (var path in (string[])["/", "/story", "/actors", "/figures", "/map", "/pair?a=PRK&b=RUS"])
        {
            await visit.GoTo(path);
            var picture = visit.Page.Locator(".picture").First;
            foreach (var button in await picture.Locator(".tools button").AllAsync())
            {
                var download = await visit.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
                new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(100, $"{path}: {download.SuggestedFilename}");
            }
            await picture.Locator("summary").ClickAsync();
            (await picture.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0, path);
            (await visit.Violations()).ShouldBeEmpty(path);
        }
        visit.HadNoComplaint();
    }

    [Fact]
    public async Task Dark_and_light_are_chosen_and_kept()
    {
        await using var visit = await samples.Visit(Screen.Light);
        await visit.GoTo("/");
        var light = await Paper(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Theme") }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Theme") }).ClickAsync();
        (await Paper(visit)).ShouldNotBe(light);
        await visit.GoTo("/brief");
        (await Paper(visit)).ShouldNotBe(light);
        visit.HadNoComplaint();
    }

    private static Task<string> Paper(Visit visit) => visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
}
