using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Chancery.Tests.Intake;

public class WarcTests
{
    private const string Html = "<html><head><title>Talks</title><meta property='article:published_time' content='2025-03-21T09:00:00Z'></head><body><article><p>Envoys met in Málaga on Friday and said little of what they had talked about, officials of both sides told reporters who had waited outside for hours.</p></article></body></html>";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_of_an_archive_are_reports_packed_or_not(bool packed)
    {
        var run = await Read(packed,
            Record("warcinfo", null, "application/warc-fields", "software: test\r\n"u8.ToArray()),
            Record("request", "https://harbor.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n"u8.ToArray()),
            Response("https://harbor.example/1", "Content-Type: text/html; charset=iso-8859-1", Encoding.Latin1.GetBytes(Html)),
            Response("https://harbor.example/2", "Content-Type: text/html\r\nContent-Encoding: gzip", Packed(Encoding.UTF8.GetBytes(Html))),
            Response("https://harbor.example/3", "Content-Type: text/html\r\nTransfer-Encoding: chunked", Chunked(Encoding.UTF8.GetBytes(Html))),
            Response("https://harbor.example/logo.png", "Content-Type: image/png", [0x89, 0x50]),
            Record("response", "https://harbor.example/gone", "application/http; msgtype=response", Encoding.Latin1.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + Html)),
            Record("resource", "https://harbor.example/4", "text/plain", "Envoys met in Riga."u8.ToArray()));
        run.Faults.ShouldBeEmpty();
        run.Reports.Select(r => r.Url).ShouldBe(["https://harbor.example/1", "https://harbor.example/2", "https://harbor.example/3", "https://harbor.example/4"]);
        foreach (var report in run.Reports.Take(3)) (report.Title, report.Published, report.Text.Contains("Málaga", StringComparison.Ordinal)).ShouldBe(("Talks", new DateOnly(2025, 3, 21), true));
    }

    [Fact]
    public async Task An_archive_that_breaks_off_gives_what_came_before_and_says_where()
    {
        byte[] whole = [.. Response("https://harbor.example/1", "Content-Type: text/html", Encoding.UTF8.GetBytes(Html)), .. Response("https://harbor.example/2", "Content-Type: text/html", Encoding.UTF8.GetBytes(Html))];
        var run = await IntakeRun.Of("a.warc", whole[..^100], new());
        run.Reports.ShouldHaveSingleItem();
        run.Faults.ShouldBe(["a.warc: record 2 breaks off; the archive is read no further"]);
    }

    [Fact]
    public async Task A_page_that_unpacks_to_too_much_is_named_and_the_rest_is_read()
    {
        var run = await Read(packed: false,
            Response("https://harbor.example/bomb", "Content-Type: text/html\r\nContent-Encoding: gzip", Packed(new byte[80_000_000])),
            Response("https://harbor.example/1", "Content-Type: text/html", Encoding.UTF8.GetBytes(Html)));
        run.Reports.ShouldHaveSingleItem();
        run.Faults.ShouldBe(["a.warc.gz: record 1, https://harbor.example/bomb: it unpacks to more than 200 times its size"]);
    }

    [Fact]
    public async Task What_is_no_archive_says_so() => (await IntakeRun.Of("a.warc", Encoding.UTF8.GetBytes("hello\nworld\n"), new())).Faults
        .ShouldBe(["a.warc: record 1 does not open with 'WARC/'; the archive is read no further"]);

    private static Task<IntakeRun> Read(bool packed, params byte[][] records) => IntakeRun.Of("a.warc.gz", [.. records.SelectMany(r => packed ? Packed(r) : r)], new());

    private static byte[] Response(string address, string head, byte[] body) => Record("response", address, "application/http; msgtype=response", [.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\n{head}\r\n\r\n"), .. body]);

    private static byte[] Record(string type, string? address, string contentType, byte[] block) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {type}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}Content-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n")), .. block, .. "\r\n\r\n"u8];

    private static byte[] Chunked(byte[] body) => [.. Encoding.ASCII.GetBytes($"{100:x}\r\n"), .. body[..100], .. Encoding.ASCII.GetBytes($"\r\n{body.Length - 100:x}\r\n"), .. body[100..], .. "\r\n0\r\n\r\n"u8];

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
