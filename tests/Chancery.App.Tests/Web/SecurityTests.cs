using System.Net;
using System.Text;
using System.Text.Json;
using Chancery.Web;

namespace Chancery.App.Tests.Web;

public sealed class SecurityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_name_that_points_here_but_is_not_ours_is_refused()
    {
        await using var server = await RunningServer.Start(Record);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/reports");
        request.Headers.Host = "rebound.example";
        (await server.Problem(request, HttpStatusCode.MisdirectedRequest)).ShouldBe("unknown-host");
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", "text/plain")]
    [InlineData("Origin", "null", "text/plain")]
    [InlineData("Sec-Fetch-Site", "cross-site", "text/plain")]
    [InlineData("Sec-Fetch-Site", "same-site", "text/plain")]
    [InlineData("X-Nothing", "", "application/x-www-form-urlencoded")]
    public async Task A_foreign_page_changes_nothing(string header, string value, string type)
    {
        await using var server = await RunningServer.Start(Record);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent("Norway sent two ships to Latvia.", Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation(header, value);
        (await server.Problem(request, HttpStatusCode.Forbidden)).ShouldBe("foreign-origin");
        (await server.Get("/api/v1/reports")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_and_styles_that_stand_in_a_page()
    {
        await using var server = await RunningServer.Start(Record);
        foreach (var path in (string[])["/", "/api/v1/reports", "/nothing", "/health/live"])
        {
            using var answer = await server.Http.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
    }

    [Fact]
    public async Task Keys_open_what_their_role_may_do_and_nothing_more()
    {
        var (reader, readerLine) = WebServer.CreateKey("reader:ada");
        var (admin, adminLine) = WebServer.CreateKey("admin:grace");
        var keys = Path.Combine(_folder, "keys");
        await File.WriteAllTextAsync(keys, $"# keys\n{readerLine}\n{adminLine}\n");
        await using var server = await RunningServer.Start(Record, o => o with { Keys = keys });
        (await server.Problem(new(HttpMethod.Get, "/api/v1/reports"), HttpStatusCode.Unauthorized)).ShouldBe("key-needed");
        (await server.Problem(With("wrong", HttpMethod.Get), HttpStatusCode.Unauthorized)).ShouldBe("key-needed");
        (await server.Http.SendAsync(With(reader, HttpMethod.Get))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Problem(With(reader, HttpMethod.Post), HttpStatusCode.Forbidden)).ShouldBe("role-needed");
        (await server.Http.SendAsync(With(admin, HttpMethod.Post))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        HttpRequestMessage With(string key, HttpMethod method)
        {
            var request = new HttpRequestMessage(method, "/api/v1/reports");
            request.Headers.Authorization = new("Bearer", key);
            if (method == HttpMethod.Post) request.Content = new StringContent("Norway sent two ships to Latvia.", Encoding.UTF8, "text/plain");
            return request;
        }
    }

    [Fact]
    public async Task Signing_in_gives_a_cookie_that_scripts_cannot_read_and_guessing_is_slowed()
    {
        var (key, line) = WebServer.CreateKey("reviewer:ada");
        var keys = Path.Combine(_folder, "keys");
        await File.WriteAllTextAsync(keys, line);
        await using var server = await RunningServer.Start(Record, o => o with { Keys = keys });
        using var admitted = await server.Http.PostAsync("/api/v1/session", Key(key));
        admitted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = admitted.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain(key);
        var asking = new HttpRequestMessage(HttpMethod.Get, "/api/v1/reports");
        asking.Headers.Add("Cookie", cookie.Split(';')[0]);
        (await server.Http.SendAsync(asking)).StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 9; i++) (await server.Http.PostAsync("/api/v1/session", Key("guess"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await server.Http.PostAsync("/api/v1/session", Key("guess"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        static StringContent Key(string key) => new(JsonSerializer.Serialize(new { key }), Encoding.UTF8, "application/json");
    }

    [Fact]
    public void Reaching_out_of_the_machine_takes_keys() =>
        Should.Throw<ServeException>(() => WebServer.Build(new() { Record = Record, Urls = "http://0.0.0.0:0" }, Chancery.Web.Pages.FrontEnd.None)).Message.ShouldContain("--keys");

    [Fact]
    public async Task Bodies_that_are_malformed_or_too_large_get_a_problem_reply_and_the_service_goes_on()
    {
        await using var server = await RunningServer.Start(Record, o => o with { MaxRequestBytes = 10_000 });
        (await server.Problem(Post("x".PadRight(20_000), "text/plain"), HttpStatusCode.RequestEntityTooLarge)).ShouldBe("too-large");
        (await server.Problem(Post("{\"text\": ", "application/x-ndjson"), HttpStatusCode.BadRequest)).ShouldBe("unreadable");
        (await server.Problem(Post("", "text/plain"), HttpStatusCode.BadRequest)).ShouldBe("unreadable");
        (await server.Problem(Post("pixels", "image/png"), HttpStatusCode.BadRequest)).ShouldBe("bad-type");
        (await server.Get("/api/v1/reports")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        await using var server = await RunningServer.Start(Record, o => o with { RequestsPerSecond = 5 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => server.Http.GetAsync("/api/v1/series")));
        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(20);
        answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests).Headers.RetryAfter.ShouldNotBeNull();
    }

    private static HttpRequestMessage Post(string body, string type) => new(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent(body, Encoding.UTF8, type) };
}
