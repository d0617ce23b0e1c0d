using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Chancery.App.Tests.Web;

/// <summary>Requests that are malformed, huge, slow or repeated, and reviewers who meet: each gets a problem reply and the service goes on.</summary>
public sealed class BadRequestTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start(Path.Combine(_folder, "record.db"), o => o with { MaxRequestBytes = 200_000 });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_given_up_and_others_are_answered_meanwhile()
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, _server.Http.BaseAddress!.Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nNorway"));
        await IsAlive();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var answer = await new StreamReader(stream).ReadToEndAsync(patience.Token);
        answer.ShouldStartWith("HTTP/1.1 408");
        answer.ShouldContain("urn:chancery:problem:");
        (await Reports()).ShouldBe(0);
    }

    [Fact]
    public async Task Headers_that_do_not_end_are_given_up()
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, _server.Http.BaseAddress!.Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync("GET /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\n"u8.ToArray());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        (await new StreamReader(stream).ReadToEndAsync(patience.Token)).ShouldStartWith("HTTP/1.1 408");
        await IsAlive();
    }

    [Theory]
    [InlineData("POST", "/api/v1/decisions", "{\"kind\":", "application/json", 400)]
    [InlineData("POST", "/api/v1/decisions", "", "application/json", 400)]
    [InlineData("POST", "/api/v1/decisions", "[[[[[[[[", "application/json", 400)]
    [InlineData("POST", "/api/v1/session", "\"\"", "application/json", 401)]
    [InlineData("POST", "/api/v1/reports", "\0\0\0\0", "application/x-ndjson", 400)]
    [InlineData("PUT", "/api/v1/reports", "x", "text/plain", 404)]
    [InlineData("DELETE", "/api/v1/decisions/99999999999999999999", "", "text/plain", 404)]
    [InlineData("DELETE", "/api/v1/decisions/7", "", "text/plain", 404)]
    [InlineData("POST", "/mcp", "{", "application/json", 400)]
    public async Task What_is_malformed_gets_a_problem_reply(string method, string path, string body, string type, int status)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await _server.Http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync());
        await IsAlive();
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_where_it_grows_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StreamContent(new Endless(400_000)) };
        request.Content.Headers.ContentType = new("text/plain");
        request.Headers.TransferEncodingChunked = true;
        (await _server.Problem(request, HttpStatusCode.RequestEntityTooLarge)).ShouldBe("too-large");
        await IsAlive();
    }

    [Fact]
    public async Task One_report_sent_by_many_at_once_is_filed_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var answer = await _server.Http.PostAsync("/api/v1/reports?name=ships", new StringContent("Norway sent two ships to Latvia.", Encoding.UTF8, "text/plain"));
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reports")[0].GetProperty("new").GetBoolean();
        }));
        answers.Count(isNew => isNew).ShouldBe(1);
        (await Reports()).ShouldBe(1);
    }

    [Fact]
    public async Task A_long_upload_is_answered_line_by_line()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 5).Select(n => JsonSerializer.Serialize(new { id = $"r{n}", text = $"Norway sent {n} ships to Latvia." })).Append("no json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson") };
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var answer = await _server.Http.SendAsync(request);
        var told = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        told.Where(t => t.TryGetProperty("id", out _)).Select(t => t.GetProperty("id").GetString()).ShouldBe(["r1", "r2", "r3", "r4", "r5"], ignoreOrder: true);
        told.Count(t => t.TryGetProperty("fault", out _)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_reviewers_at_one_claim_at_once_one_is_told_to_look_again()
    {
        await Add("Norway sent two ships to Latvia.");
        var claim = (await _server.Get("/api/v1/claims")).GetProperty("items")[0].GetProperty("id").GetString();
        var answers = await Task.WhenAll(((string[])["accept", "reject"]).Select(kind =>
            _server.Http.PostAsync("/api/v1/decisions", new StringContent($$"""{"kind":"{{kind}}","claims":["{{claim}}"],"seen":0}""", Encoding.UTF8, "application/json"))));
        answers.Select(a => a.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
        (await _server.Get("/api/v1/decisions")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Pages_of_a_record_that_grows_hold_what_was_there_once()
    {
        foreach (var n in Enumerable.Range(1, 6)) await Add($"On Monday, Norway sent {n} ships to Latvia and Chile closed port {n}.");
        var before = (await _server.Get("/api/v1/claims")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ToList();
        var seen = new List<string?>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await _server.Get($"/api/v1/claims?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
            cursor = page.GetProperty("next").GetString();
            if (seen.Count < 20) await Add($"Kenya sent {seen.Count} envoys to Peru.");
        }
        seen.ShouldBeUnique();
        before.ShouldBeSubsetOf(seen);
    }

    private async Task Add(string text)
    {
        using var answer = await _server.Http.PostAsync("/api/v1/reports", new StringContent(text, Encoding.UTF8, "text/plain"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<int> Reports() => (await _server.Get("/api/v1/reports")).GetProperty("total").GetInt32();

    private async Task IsAlive() => (await _server.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

    /// <summary>So many letters, sent without saying how many.</summary>
    private sealed class Endless(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var part = Math.Min(count, _left);
            buffer.AsSpan(offset, part).Fill((byte)'x');
            _left -= part;
            return part;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
