using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using static Chancery.Tests.Feeds.LoopbackServer;

namespace Chancery.Tests.Feeds;

/// <summary>Outlets that do everything wrong that can be done wrong, beside some that do not. Every text has a mark in it that tells which it is.</summary>
internal sealed class HostilePress : IAsyncDisposable
{
    /// <summary>Items of the largest feed.</summary>
    private readonly int _many;

    private readonly Random _chance = new(20261128);
    private readonly Lock _lock = new();
    private readonly LoopbackServer _good, _flaky, _bad, _busy;
    private readonly byte[] _bomb = Packed(new byte[40_000_000]);
    private int _edition;

    internal HostilePress(int many)
    {
        _many = many;
        _good = Of(Good);
        _flaky = Of(Flaky);
        _bad = Of(Bad);
        _busy = Of(Busy);
    }

    /// <summary>Marks of all texts that were sent whole.</summary>
    internal ConcurrentDictionary<string, bool> Sent { get; } = new();

    /// <summary>True while what may fail does.</summary>
    internal bool IsHostile { get; set; } = true;

    /// <summary>Requests so far.</summary>
    internal int Requests => _good.Asked.Count + _flaky.Asked.Count + _bad.Asked.Count + _busy.Asked.Count;

    internal IEnumerable<Uri> Feeds =>
    [
        _good.At("/steady"), _good.At("/many"), _good.At("/same-names"), _good.At("/latin"), _good.At("/years"), _good.At("/bad-pages"), _good.At("/broken"),
        _flaky.At("/feed"), _busy.At("/feed"),
        .. BadFeeds.Select(_bad.At),
    ];

    /// <summary>Feeds that cannot be read at any time, and what is to be said of each, once.</summary>
    internal IEnumerable<string> FeedFaults =>
    [
        $"{_bad.At("/circle")}: redirects in a circle, back to {_bad.At("/circle")}",
        $"{_bad.At("/long-way")}: more than 5 redirects, the last to {_bad.At("/long-way-6")}",
        $"{_bad.At("/inner")}: '127.9.9.9' leads to 127.9.9.9, which is no public address",
        $"{_bad.At("/metadata")}: '169.254.169.254' leads to 169.254.169.254, which is no public address",
        $"{_bad.At("/file")}: 'file:///etc/passwd' is no http or https address",
        $"{_bad.At("/bomb")}: it unpacks to more than 100 times its size",
        $"{_bad.At("/entities")}: it declares a document type, which is refused: a feed has no use for one",
        $"{_bad.At("/cut")}: the reply broke off before its end",
        $"{_bad.At("/drip")}: not done within 120 s",
        $"{_bad.At("/noise")}: the reply is no HTTP",
        $"{_bad.At("/page")}: a web page, no feed",
        $"{_bad.At("/binary")}: not text: its bytes are those of a binary file",
        $"{_good.At("/broken")}: no well-formed XML from line 1, position",
    ];

    /// <summary>Marks of the texts that feeds and pages hold now.</summary>
    internal IEnumerable<string> Current
    {
        get
        {
            var edition = _edition;
            for (var n = 0; n < 12; n++) yield return Mark("steady", n, edition);
            for (var n = 0; n < _many + edition; n++) yield return Mark("many", n, 0);
            for (var n = 0; n < 10; n++) yield return Mark("same", n, 0);
            for (var n = 0; n < 5; n++) yield return Mark("latin", n, 0);
            for (var n = 0; n < 2; n++) yield return Mark("years", n, 0);
            for (var n = 0; n < 6; n++) yield return Mark("summary", n, 0);
            for (var n = 0; n < 3; n++) yield return Mark("before", n, 0);
            for (var n = 0; n < 40; n++) yield return Mark("flaky", n, edition / 3);
            for (var n = 0; n < 5; n++) yield return Mark("busy", n, 0);
        }
    }

    private static string[] BadFeeds => ["/circle", "/long-way", "/inner", "/metadata", "/file", "/bomb", "/entities", "/cut", "/drip", "/noise", "/page", "/binary"];

    /// <summary>Brings the next edition out: pages change, feeds grow.</summary>
    internal void Publish() => Interlocked.Increment(ref _edition);

    /// <summary>Forgets what was asked, which is of no use here and would grow.</summary>
    internal void ForgetRequests()
    {
        foreach (var server in (LoopbackServer[])[_good, _flaky, _bad, _busy]) server.Asked.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in (LoopbackServer[])[_good, _flaky, _bad, _busy]) await server.DisposeAsync();
    }

    private async Task Good(LoopbackRequest request, Stream stream, CancellationToken cancel)
    {
        var edition = _edition;
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var answer = path switch
        {
            ["steady"] => Feed(Enumerable.Range(0, 12).Select(n => Linked(_good, $"/steady/{n}", $"Report {n}, edition {edition}"))),
            ["steady", var n] => Page(Mark("steady", Number(n), edition)),
            ["many"] => Feed(Enumerable.Range(0, _many + edition).Select(n => Told($"many-{n}", Mark("many", n, 0)))),
            ["same-names"] => Feed(Enumerable.Range(0, 10).Select(n => Told("the-same", Mark("same", n, 0)))),
            ["latin"] => Reply("200 OK", Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>{Rss(Enumerable.Range(0, 5).Select(n => Linked(_good, $"/latin/{n}", "Málaga")))}"), "Content-Type: application/rss+xml; charset=utf-16"),
            ["latin", var n] => Reply("200 OK", Encoding.Latin1.GetBytes(Html(Mark("latin", Number(n), 0) + " in Málaga, São Paulo and Århus")), "Content-Type: text/html; charset=utf-8"),
            ["years"] => Feed([Linked(_good, "/years/0", "Then", "Thu, 01 Jan 1970 00:00:00 GMT"), Linked(_good, "/years/1", "One day", "Thu, 31 Dec 2099 00:00:00 GMT")]),
            ["years", var n] => Page(Mark("years", Number(n), 0)),
            ["bad-pages"] => Feed(((string[])["/circle", "/inner", "/bomb", "/cut", "/binary", "/nothing"]).Select((page, n) => Linked(_bad, page + "?as=page", "Bad page", text: Text(Mark("summary", n, 0))))),
            ["broken"] => Reply("200 OK", Rss(Enumerable.Range(0, 3).Select(n => Told($"b{n}", Mark("before", n, 0)))).Replace("</channel>", "<item><title>x</item>", StringComparison.Ordinal)),
            _ => Reply("404 Not Found", ""),
        };
        await stream.WriteAsync(answer, cancel);
    }

    /// <summary>A third of what is asked for fails, each time in another way.</summary>
    private async Task Flaky(LoopbackRequest request, Stream stream, CancellationToken cancel)
    {
        var (edition, luck) = (_edition / 3, Luck());
        if (request.Path == "/robots.txt") await stream.WriteAsync(Reply("404 Not Found", ""), cancel);
        else if (IsHostile && luck < 0.12) await stream.WriteAsync(Reply("503 Service Unavailable", ""), cancel);
        else if (IsHostile && luck < 0.22) await stream.WriteAsync(Reply("200 OK", "<rss><chan", "Content-Length: 100000"), cancel);
        else if (IsHostile && luck < 0.32) return;
        else if (request.Path == "/feed") await stream.WriteAsync(Feed(Enumerable.Range(0, 40).Select(n => Linked(_flaky, $"/p/{n}", $"Flaky {n}, {edition}"))), cancel);
        else await stream.WriteAsync(Page(Mark("flaky", Number(request.Path[3..]), edition)), cancel);
    }

    private async Task Busy(LoopbackRequest request, Stream stream, CancellationToken cancel)
    {
        await stream.WriteAsync(
            request.Path == "/robots.txt" ? Reply("404 Not Found", "")
            : IsHostile && Luck() < 0.5 ? Reply("429 Too Many Requests", "", "Retry-After: 300")
            : request.Path == "/feed" ? Feed(Enumerable.Range(0, 5).Select(n => Linked(_busy, $"/b/{n}", $"Busy {n}")))
            : Page(Mark("busy", Number(request.Path[3..]), 0)),
            cancel);
    }

    private async Task Bad(LoopbackRequest request, Stream stream, CancellationToken cancel)
    {
        switch (request.Path.Split('?')[0])
        {
            case "/circle": await Send(Moved("/circle-2")); break;
            case "/circle-2": await Send(Moved("/circle")); break;
            case "/inner": await Send(Moved("http://127.9.9.9/secret")); break;
            case "/metadata": await Send(Moved("http://169.254.169.254/latest/meta-data/")); break;
            case "/file": await Send(Moved("file:///etc/passwd")); break;
            case "/bomb": await Send(Reply("200 OK", _bomb, "Content-Encoding: gzip", "Content-Type: text/html")); break;
            case "/entities": await Send(Reply("200 OK", "<!DOCTYPE r [<!ENTITY x SYSTEM \"http://127.9.9.9/x\"><!ENTITY y \"&x;&x;\">]><rss><channel><title>&y;</title></channel></rss>")); break;
            case "/cut": await Send(Reply("200 OK", "<rss><channel>", "Content-Length: 90000")); break;
            case "/noise": await Send("220 mail.example ESMTP\r\n"u8.ToArray()); break;
            case "/page": await Send(Reply("200 OK", "<!doctype html><html><body><p>No feed here.</p></body></html>", "Content-Type: text/html")); break;
            case "/binary": await Send(Reply("200 OK", [.. Enumerable.Range(0, 5000).Select(n => (byte)(n % 7))])); break;
            case "/drip":
                await Send(Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
                for (var n = 0; n < 200; n++, await Task.Delay(20, cancel)) await Send("<rss>"u8.ToArray());
                break;
            case var path when path.StartsWith("/long-way", StringComparison.Ordinal):
                await Send(Moved(string.Create(CultureInfo.InvariantCulture, $"/long-way-{(path.Length > 10 ? Number(path[10..]) : 0) + 1}")));
                break;
            default: await Send(Reply("404 Not Found", "")); break;
        }

        ValueTask Send(byte[] bytes) => stream.WriteAsync(bytes, cancel);
    }

    private byte[] Page(string mark) => Sending(mark, Reply("200 OK", Html(mark), "Content-Type: text/html; charset=utf-8"));

    private byte[] Sending(string mark, byte[] answer)
    {
        Sent[mark] = true;
        return answer;
    }

    private double Luck()
    {
        lock (_lock) return _chance.NextDouble();
    }

    private string Told(string id, string mark)
    {
        Sent[mark] = true;
        return $"<item><guid isPermaLink=\"false\">{id}</guid><title>Told</title><description>{Text(mark)}</description></item>";
    }

    private string Linked(LoopbackServer server, string path, string title, string? date = null, string? text = null) =>
        $"<item><title>{title}</title><link>{server.At(path)}</link>{(date is null ? "" : $"<pubDate>{date}</pubDate>")}{(text is null ? "" : $"<description>{text}</description>")}</item>";

    private static byte[] Moved(string to) => Reply("302 Found", "", $"Location: {to}");

    private static byte[] Feed(IEnumerable<string> items) => Reply("200 OK", Rss(items), "Content-Type: application/rss+xml");

    // interpolation would take a buffer of megabytes from the shared pool, which keeps it: that would be measured as memory held
    private static string Rss(IEnumerable<string> items) => string.Concat(["<rss version=\"2.0\"><channel><title>Feed</title>", .. items, "</channel></rss>"]);

    private static string Html(string mark) => $"<!doctype html><html><head><title>Page</title></head><body><nav>Home</nav><article><p>{Text(mark)}</p><p>{Text(mark[5..])}</p></article></body></html>";

    /// <summary>The mark, and forty words that no other text has in that order.</summary>
    private static string Text(string mark)
    {
        var words = new Random(mark.Aggregate(17, (hash, unit) => unchecked(hash * 31 + unit)));
        return $"{mark} {string.Join(' ', Enumerable.Range(0, 40).Select(_ => new string([.. Enumerable.Range(0, words.Next(3, 9)).Select(_ => (char)('a' + words.Next(26)))])))}.";
    }

    private static string Mark(string kind, int n, int edition) => string.Create(CultureInfo.InvariantCulture, $"mark-{kind}-{n}-{edition}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
