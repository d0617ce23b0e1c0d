using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Chancery.Web;
using Chancery.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chancery.Browser.Tests.SamplesInBrowser))]

namespace Chancery.Browser.Tests;

/// <summary>The real server over the samples with the pages as they are built, and a real Chromium that looks at them.</summary>
public sealed class SamplesInBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-browser-").FullName;
    private readonly string? _given;
    private readonly string? _keys;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public SamplesInBrowser()
    {
    }

    /// <summary>Another record instead of the samples.</summary>
    internal SamplesInBrowser(string record, string? keys = null) => (_given, _keys) = (record, keys);

    internal static string Root { get; } = typeof(SamplesInBrowser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Where pictures of the pages go; null where none are asked for.</summary>
    internal static string? Pictures { get; } = Environment.GetEnvironmentVariable("CHANCERY_PICTURES");

    /// <summary>Servers write no log on the tests' own standard error, where a failure would be lost among its lines.</summary>
    [ModuleInitializer]
    internal static void Quiet() => Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Default", "None");

    internal string Address { get; private set; } = "";

    /// <summary>Id of an event that sources disagree on.</summary>
    internal string Contested { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var trouble = new List<string>();
        var pages = FrontEnd.Open(trouble.Add);
        pages.IsThere.ShouldBeTrue(string.Join('\n', trouble));
        _app = WebServer.Build(new() { Record = _given ?? Path.Combine(_folder, "samples.db"), Urls = "http://127.0.0.1:0", Keys = _keys, RequestsPerSecond = 10_000 }, pages);
        await _app.StartAsync();
        Address = _app.Urls.Single();
        if (_given is null) await ReadSamples();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHANCERY_CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task<Visit> Visit(Screen screen) => await Browser.Tests.Visit.Begin(_browser, Address, screen);

    private async Task ReadSamples()
    {
        using var http = new HttpClient { BaseAddress = new(Address) };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "samples"), "*.txt").Order(StringComparer.Ordinal))
        {
            using var text = new ByteArrayContent(await File.ReadAllBytesAsync(file)) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
            using var answer = await http.PostAsync($"/api/v1/reports?name={Uri.EscapeDataString(Path.GetFileName(file))}", text);
            answer.IsSuccessStatusCode.ShouldBeTrue(file);
        }
        using var events = JsonDocument.Parse(await http.GetStringAsync("/api/v1/events?standing=contested"));
        Contested = events.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
