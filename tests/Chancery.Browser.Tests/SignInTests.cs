using Chancery.Web;
using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>Where keys are asked for, a browser signs in with one and may do what it allows.</summary>
public sealed class SignInTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_reader_signs_in_looks_and_may_not_add()
    {
        var (key, line) = WebServer.CreateKey("reader:Ada");
        var keys = Path.Combine(_folder, "keys");
        await File.WriteAllTextAsync(keys, line + "\n");
        await using var guarded = new SamplesInBrowser(Path.Combine(_folder, "record.db"), keys);
        await guarded.InitializeAsync();
        await using var visit = await guarded.Visit(Screen.Light);

        await visit.Page.GotoAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).First.ClickAsync();
        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("wrong");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.Page.GetByText("No such key.").WaitForAsync();
        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.Page.GetByText("The record is empty.").WaitForAsync();

        await visit.GoTo("/add");
        await visit.Page.GetByLabel("Text of the report").FillAsync("Norway sent two ships to Latvia.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await visit.Page.GetByText("this takes a key of role admin").WaitForAsync();
        // Chromium puts each refusal on the console; there is no other complaint
        visit.Complaints.ShouldAllBe(c => c.Contains("401", StringComparison.Ordinal) || c.Contains("403", StringComparison.Ordinal));
    }
}
