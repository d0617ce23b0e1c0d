using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>What the pages are looked at on.</summary>
public sealed record Screen(string Name, int Width, int Height, ColorScheme Colors)
{
    internal static Screen Light { get; } = new("light", 1280, 900, ColorScheme.Light);

    internal static Screen Dark { get; } = new("dark", 1280, 900, ColorScheme.Dark);

    internal static Screen Phone { get; } = new("phone", 390, 844, ColorScheme.Light);

    internal static Screen[] All { get; } = [Light, Dark, Phone];

    public override string ToString() => Name;
}

/// <summary>Somebody looks at the pages: whatever the browser complains of, and whatever leaves the machine, is kept and must be nothing.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(SamplesInBrowser.Root, "web/node_modules/axe-core/axe.min.js"));

    private readonly IBrowserContext _context;
    private readonly string _address;
    private readonly Screen _screen;

    private Visit(IBrowserContext context, IPage page, string address, Screen screen) => (_context, Page, _address, _screen) = (context, page, address, screen);

    internal IPage Page { get; }

    /// <summary>Errors and warnings of the console, uncaught exceptions, and requests to other machines.</summary>
    internal List<string> Complaints { get; } = [];

    internal static async Task<Visit> Begin(IBrowser browser, string address, Screen screen)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address, ColorScheme = screen.Colors, ViewportSize = new() { Width = screen.Width, Height = screen.Height }, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        var visit = new Visit(context, page, address, screen);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit.Complaints.Add($"console {message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => visit.Complaints.Add($"uncaught: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith($"blob:{address}/", StringComparison.Ordinal))
                visit.Complaints.Add($"a request left the server: {request.Url}");
        };
        return visit;
    }

    /// <summary>Goes to an address and waits until what it shows is there.</summary>
    internal async Task GoTo(string path)
    {
        await Page.GotoAsync(path);
        await Settle();
    }

    /// <summary>Waits until nothing is still being read and every picture is drawn.</summary>
    internal async Task Settle()
    {
        await Page.Locator("main h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => !document.querySelector('.loading, [aria-busy=true]') && [...document.querySelectorAll('.chart, .network')].every(p => p.dataset.drawn)");
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))");
    }

    /// <summary>What axe-core finds against WCAG A and AA; one line each.</summary>
    internal async Task<string[]> Violations()
    {
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<JsonElement>("() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })");
        return
        [
            .. found.GetProperty("violations").EnumerateArray().SelectMany(v => v.GetProperty("nodes").EnumerateArray().Take(4).Select(n =>
                $"{v.GetProperty("id").GetString()}: {n.GetProperty("html").GetString()} {string.Join(' ', n.GetProperty("any").EnumerateArray().Select(a => a.GetProperty("message").GetString()))}")),
        ];
    }

    internal async Task<int> Overhang() => await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Milliseconds from the start of the navigation to the first paint of content.</summary>
    internal async Task<double> FirstPaint() => await Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");

    internal async Task Picture(string name, bool whole = true)
    {
        if (SamplesInBrowser.Pictures is not { } folder) return;
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{_screen.Name}.png")), FullPage = whole });
    }

    internal void HadNoComplaint() => Complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
