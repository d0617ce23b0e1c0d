using System.IO.Compression;
using System.Net;
using System.Text;
using Chancery.Feeds.Fetching;
using static Chancery.Tests.Feeds.LoopbackServer;

namespace Chancery.Tests.Feeds;

/// <summary>Everything a server can do to whoever fetches from it.</summary>
public class FetcherTests
{
    private static readonly FetchOptions Quick = new() { HostInterval = TimeSpan.Zero, AllowPrivate = true, MaxBytes = 200_000, MaxUnpackedBytes = 4_000_000, Timeout = TimeSpan.FromSeconds(20) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_back_with_what_tells_its_version()
    {
        await using var server = Of(new Dictionary<string, byte[]> { ["/a"] = Reply("200 OK", "hello", "ETag: \"v1\"", "Last-Modified: Fri, 21 Mar 2025 09:00:00 GMT", "Content-Type: text/HTML; charset=\"utf-8\"") });
        var page = await Fetch(server, "/a");
        page.Fault.ShouldBeNull();
        (Encoding.UTF8.GetString(page.Body), page.MediaType, page.Charset, page.ETag, page.LastModified).ShouldBe(("hello", "text/html", "utf-8", "\"v1\"", "Fri, 21 Mar 2025 09:00:00 GMT"));
    }

    [Fact]
    public async Task What_is_known_is_asked_for_on_condition_and_nothing_personal_is_sent()
    {
        await using var server = Of(async (request, stream, cancel) => await stream.WriteAsync(request.Headers.ContainsKey("If-None-Match") ? Reply("304 Not Modified", "") : Reply("404 Not Found", "", "Set-Cookie: a=b"), cancel));
        using var fetcher = new Fetcher(Quick, TimeProvider.System);
        var page = await fetcher.FetchAsync(new(server.At("/a")) { ETag = "\"v1\"", LastModified = "Fri, 21 Mar 2025 09:00:00 GMT" }, Cancel);
        page.IsUnchanged.ShouldBeTrue();
        var asked = server.Asked.Last().Headers;
        asked["If-Modified-Since"].ShouldBe("Fri, 21 Mar 2025 09:00:00 GMT");
        asked["User-Agent"].ShouldStartWith("chancery/");
        asked.Keys.ShouldNotContain("Cookie");
        asked.Keys.ShouldNotContain("Authorization");
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://localhost/")]
    public async Task This_machine_and_its_network_are_not_fetched_from(string address)
    {
        using var fetcher = new Fetcher(Quick with { AllowPrivate = false }, TimeProvider.System);
        var page = await fetcher.FetchAsync(new(new Uri(address)), Cancel);
        page.Fault!.ShouldContain("which is no public address");
        page.MayPass.ShouldBeFalse();
    }

    [Theory]
    [InlineData("file:///etc/passwd", "'file:///etc/passwd' is no http or https address")]
    [InlineData("ftp://harbor.example/a", "'ftp://harbor.example/a' is no http or https address")]
    [InlineData("http://user:secret@harbor.example/a", "the address at harbor.example has a name or password in it, and none is sent")]
    public async Task Other_schemes_and_passwords_are_refused(string address, string fault)
    {
        using var fetcher = new Fetcher(Quick, TimeProvider.System);
        (await fetcher.FetchAsync(new(new Uri(address)), Cancel)).Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused_when_it_is_connected_to()
    {
        await using var server = Of(new Dictionary<string, byte[]> { ["/a"] = Reply("302 Found", "", "Location: http://inner.example/secret") });
        using var fetcher = Guarded(address => address.Equals(IPAddress.Loopback), "127.0.0.2");
        (await fetcher.FetchAsync(new(server.At("/a")), Cancel)).Fault.ShouldBe("'inner.example' leads to 127.0.0.2, which is no public address");
    }

    [Fact]
    public async Task A_name_that_changes_its_address_is_looked_at_each_time_it_is_connected_to()
    {
        await using var server = Of(new Dictionary<string, byte[]> { ["/a"] = Reply("200 OK", "hello") });
        using var fetcher = Guarded(address => address.Equals(IPAddress.Loopback), "127.0.0.1", "127.0.0.1", "10.0.0.1");
        var address = new Uri($"http://turncoat.example:{server.Root.Port}/a");
        (await fetcher.FetchAsync(new(address), Cancel)).Fault.ShouldBeNull();
        (await fetcher.FetchAsync(new(address), Cancel)).Fault.ShouldBe("'turncoat.example' leads to 10.0.0.1, which is no public address");
    }

    [Fact]
    public async Task Redirects_are_followed_so_far_and_not_in_circles()
    {
        await using var server = Of(async (request, stream, cancel) => await stream.WriteAsync(request.Path switch
        {
            "/old" => Reply("301 Moved Permanently", "", "Location: /new"),
            "/new" => Reply("200 OK", "hello"),
            "/round" => Reply("302 Found", "", "Location: /about"),
            "/about" => Reply("302 Found", "", "Location: /round"),
            "/nowhere" => Reply("302 Found", ""),
            "/shell" => Reply("302 Found", "", "Location: file:///etc/passwd"),
            "/robots.txt" => Reply("404 Not Found", ""),
            var path => Reply("302 Found", "", $"Location: {path}1"),
        }, cancel));
        var moved = await Fetch(server, "/old");
        (moved.Fault, moved.MovedTo).ShouldBe((null, server.At("/new")));
        (await Fetch(server, "/round")).Fault.ShouldBe($"redirects in a circle, back to {server.At("/round")}");
        (await Fetch(server, "/more")).Fault.ShouldBe($"more than 5 redirects, the last to {server.At("/more111111")}");
        (await Fetch(server, "/nowhere")).Fault.ShouldBe("redirects (302) to nowhere");
        (await Fetch(server, "/shell")).Fault.ShouldBe("'file:///etc/passwd' is no http or https address");
    }

    [Fact]
    public async Task Bodies_too_large_as_sent_or_as_unpacked_are_given_up()
    {
        await using var server = Of(new Dictionary<string, byte[]>
        {
            ["/large"] = Reply("200 OK", new byte[200_001]),
            ["/unsaid"] = [.. Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), .. new byte[300_000]],
            ["/bomb"] = Reply("200 OK", Packed(new byte[3_000_000]), "Content-Encoding: gzip"),
            ["/huge"] = Reply("200 OK", Packed(Noise(150_000), 60), "Content-Encoding: gzip"),
            ["/twice"] = Reply("200 OK", Packed(Packed(new byte[1000])), "Content-Encoding: gzip, gzip"),
            ["/odd"] = Reply("200 OK", "x", "Content-Encoding: lzma"),
            ["/lies"] = Reply("200 OK", "no gzip at all", "Content-Encoding: gzip"),
            ["/fine"] = Reply("200 OK", Packed(Encoding.UTF8.GetBytes("hello")), "Content-Encoding: gzip"),
        });
        (await Fetch(server, "/large")).Fault.ShouldBe("it is larger than 200,000 bytes");
        (await Fetch(server, "/unsaid")).Fault.ShouldBe("it is larger than 200,000 bytes");
        (await Fetch(server, "/bomb")).Fault.ShouldBe("it unpacks to more than 100 times its size");
        (await Fetch(server, "/huge")).Fault.ShouldBe("it is larger than 200,000 bytes");
        (await Fetch(server, "/twice")).Fault.ShouldBe("it is packed 2 times over (gzip, gzip)");
        (await Fetch(server, "/odd")).Fault.ShouldBe("it is packed as 'lzma', which was not asked for");
        (await Fetch(server, "/lies")).Fault.ShouldNotBeNull();
        Encoding.UTF8.GetString((await Fetch(server, "/fine")).Body).ShouldBe("hello");
    }

    [Fact]
    public async Task A_reply_that_breaks_off_or_is_none_is_a_fault_that_may_pass()
    {
        await using var server = Of(new Dictionary<string, byte[]>
        {
            ["/short"] = Reply("200 OK", "only so much", "Content-Length: 5000"),
            ["/noise"] = Encoding.Latin1.GetBytes("SSH-2.0-OpenSSH\r\n\r\n"),
            ["/head"] = Reply("200 OK", "", "X-Long: " + new string('a', 80_000)),
        });
        var cut = await Fetch(server, "/short");
        (cut.Fault, cut.MayPass).ShouldBe(("the reply broke off before its end", true));
        (await Fetch(server, "/noise")).Fault.ShouldBe("the reply is no HTTP");
        (await Fetch(server, "/head")).Fault.ShouldBe("the head of the reply is too long");
    }

    [Fact]
    public async Task What_drips_in_is_given_up_when_its_time_is_over()
    {
        await using var server = Of(async (request, stream, cancel) =>
        {
            if (request.Path != "/drip")
            {
                await stream.WriteAsync(Reply("404 Not Found", ""), cancel);
                return;
            }
            await stream.WriteAsync(Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"), cancel);
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancel);
                await Task.Delay(50, cancel);
            }
        });
        using var fetcher = new Fetcher(Quick with { Timeout = TimeSpan.FromSeconds(0.7) }, TimeProvider.System);
        var page = await fetcher.FetchAsync(new(server.At("/drip")), Cancel);
        (page.Fault, page.MayPass).ShouldBe(("not done within 0.7 s", true));
    }

    [Fact]
    public async Task Robots_are_asked_once_and_heeded_also_behind_redirects()
    {
        await using var server = Of(new Dictionary<string, byte[]>
        {
            ["/robots.txt"] = Reply("200 OK", "User-agent: *\nDisallow: /closed"),
            ["/open"] = Reply("200 OK", "hello"),
            ["/to-closed"] = Reply("302 Found", "", "Location: /closed/1"),
        });
        using var fetcher = new Fetcher(Quick, TimeProvider.System);
        (await fetcher.FetchAsync(new(server.At("/open")), Cancel)).Fault.ShouldBeNull();
        (await fetcher.FetchAsync(new(server.At("/closed/2")), Cancel)).Fault.ShouldBe("robots.txt of 127.0.0.1 asks not to fetch it");
        (await fetcher.FetchAsync(new(server.At("/to-closed")), Cancel)).Fault.ShouldBe("robots.txt of 127.0.0.1 asks not to fetch it");
        server.Asked.Count(r => r.Path == "/robots.txt").ShouldBe(1);
        server.Asked.ShouldNotContain(r => r.Path.StartsWith("/closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_left_alone()
    {
        await using var server = Of(async (request, stream, cancel) => await stream.WriteAsync(request.Path == "/busy" ? Reply("503 Service Unavailable", "", "Retry-After: 600") : Reply("404 Not Found", ""), cancel));
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
        using var fetcher = new Fetcher(Quick, time);
        var busy = await fetcher.FetchAsync(new(server.At("/busy")), Cancel);
        (busy.Status, busy.MayPass, busy.NotBefore).ShouldBe((503, true, time.GetUtcNow() + TimeSpan.FromMinutes(10)));
        var asked = server.Asked.Count;
        (await fetcher.FetchAsync(new(server.At("/other")), Cancel)).NotBefore.ShouldBe(busy.NotBefore);
        server.Asked.Count.ShouldBe(asked);
        time.Advance(TimeSpan.FromMinutes(11));
        (await fetcher.FetchAsync(new(server.At("/other")), Cancel)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Requests_to_one_host_start_an_interval_apart()
    {
        await using var server = Of(new Dictionary<string, byte[]> { ["/a"] = Reply("200 OK", "hello") });
        using var fetcher = new Fetcher(Quick with { HostInterval = TimeSpan.FromMilliseconds(150), HostRequests = 4 }, TimeProvider.System);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fetcher.FetchAsync(new(server.At("/a")), Cancel)));
        watch.ElapsedMilliseconds.ShouldBeGreaterThanOrEqualTo(4 * 150 - 20);
    }

    private static async Task<Fetched> Fetch(LoopbackServer server, string path)
    {
        using var fetcher = new Fetcher(Quick, TimeProvider.System);
        return await fetcher.FetchAsync(new(server.At(path)), Cancel);
    }

    /// <summary>A fetcher for which names have these addresses one after the other.</summary>
    private static Fetcher Guarded(Func<IPAddress, bool> admits, params string[] addresses)
    {
        var answers = new Queue<string>(addresses);
        return new(Quick, TimeProvider.System, admits, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Count > 1 ? answers.Dequeue() : answers.Peek())]));
    }

    private static byte[] Packed(byte[] bytes, int times = 1)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var i = 0; i < times; i++) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
