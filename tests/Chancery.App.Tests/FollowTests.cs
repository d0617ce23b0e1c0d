using System.Text.Json;
using static Chancery.Tests.Feeds.LoopbackServer;

namespace Chancery.App.Tests;

public sealed class FollowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_list_of_feeds_is_followed_once_and_again_without_doubling_and_what_came_of_it_is_listed()
    {
        var answers = new Dictionary<string, byte[]>();
        await using var server = Of(answers);
        answers["/feed"] = Reply("200 OK", $"<rss><channel><title>Harbor</title><item><title>Talks</title><link>{server.At("/1")}</link><pubDate>Fri, 21 Mar 2025 09:00:00 GMT</pubDate></item></channel></rss>");
        answers["/1"] = Reply("200 OK", Page("Russia's envoy Sergei Shoigu visited North Korea on Friday and met its leader Kim Jong Un, the Korean Central News Agency said."), "Content-Type: text/html");
        var list = Path.Combine(_folder, "feeds.opml");
        await File.WriteAllTextAsync(list, $"<opml><body><outline text=\"Harbor Gazette\" xmlUrl=\"{server.At("/feed")}\"/><outline xmlUrl=\"{server.At("/none")}\"/></body></opml>", TestContext.Current.CancellationToken);

        var first = await FollowAsync(list);
        first.Status.ShouldBe(3, first.Errors);
        first.Output.ShouldBe("2 feeds, 1 of them at fault; 1 new reports, 0 items known, 0 given up, 0 to be tried again\n");
        first.Errors.ShouldContain($"{server.At("/none")}: 404 Not Found");
        (await FollowAsync()).Output.ShouldContain("0 new reports");

        var feeds = (await CommandRun.Of("list", "feeds", "--record", Record, "--format", "jsonl")).Output.TrimEnd().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        feeds.Length.ShouldBe(2);
        (feeds[0].GetProperty("title").GetString(), feeds[0].GetProperty("status").GetInt32(), feeds[0].GetProperty("new").GetInt32(), feeds[0].GetProperty("fault").GetString()).ShouldBe(("Harbor Gazette", 200, 1, null));
        feeds[1].GetProperty("fault").GetString().ShouldBe("404 Not Found");
        (await CommandRun.Of("list", "reports", "--record", Record, "--format", "jsonl")).Output.ShouldContain("\"published\":\"2025-03-21\"");
        (await CommandRun.Of("list", "claims", "--record", Record)).Output.ShouldContain("Shoigu");

        (await CommandRun.Of("follow", server.At("/none").AbsoluteUri, "--remove", "--record", Record)).Status.ShouldBe(0);
        (await CommandRun.Of("list", "feeds", "--record", Record, "--format", "csv")).Output.TrimEnd().Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task Without_leave_nothing_is_fetched_from_this_machine()
    {
        await using var server = Of(new Dictionary<string, byte[]>());
        var run = await CommandRun.Of("follow", server.At("/feed").AbsoluteUri, "--once", "--record", Record);
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldEndWith("'127.0.0.1' leads to 127.0.0.1, which is no public address");
        server.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nothing-there.opml", "nothing-there.opml: neither an http or https address nor a file")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd: neither an http or https address nor a file")]
    public async Task What_is_no_feed_is_named(string feed, string message)
    {
        var run = await CommandRun.Of("follow", feed, "--once", "--record", Record);
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldBe("chancery: " + message);
    }

    [Fact]
    public async Task A_watch_tells_what_has_changed_since_it_looked_last_in_every_form()
    {
        var watches = Path.Combine(_folder, "all.watch");
        await File.WriteAllTextAsync(watches, """{ "watches": [ { "name": "all", "changes": ["new", "met", "source", "denied", "revised", "disputed"] } ] }""", TestContext.Current.CancellationToken);
        var samples = Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "samples"), "*.txt").Order(StringComparer.Ordinal).ToArray();
        (await CommandRun.Of(["read", .. samples[..^4], "--record", Record])).Status.ShouldBe(0);
        string[] look = ["watch", watches, "--once", "--record", Record, "--format", "jsonl", "--atom", Path.Combine(_folder, "alerts.xml"), "--mail", Path.Combine(_folder, "mail")];
        (await CommandRun.Of(look)).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(0, r.Errors), r => r.Output.ShouldBe(""));
        (await CommandRun.Of(["read", .. samples[^4..], "--record", Record])).Status.ShouldBe(0);
        var told = await CommandRun.Of(look);
        told.Status.ShouldBe(0, told.Errors);
        var alerts = told.Output.TrimEnd().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        alerts.ShouldNotBeEmpty();
        alerts.Select(a => a.GetProperty("story").GetString()).Distinct().Count().ShouldBe(alerts.Length);
        alerts.ShouldAllBe(a => a.GetProperty("changes").GetArrayLength() > 0);
        Directory.GetFiles(Path.Combine(_folder, "mail")).Length.ShouldBe(alerts.Length);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "alerts.xml"), TestContext.Current.CancellationToken)).Split("<entry>").Length.ShouldBe(alerts.Length + 1);
        (await CommandRun.Of(look)).Output.ShouldBe("");
    }

    [Fact]
    public async Task A_watch_file_that_is_none_and_a_webhook_without_a_secret_are_told_in_a_line()
    {
        var watches = Path.Combine(_folder, "bad.watch");
        await File.WriteAllTextAsync(watches, """{ "watches": [ { "name": "a", "type": "NOSUCH" } ] }""", TestContext.Current.CancellationToken);
        (await CommandRun.Of("watch", watches, "--once", "--record", Record)).ErrorLine.ShouldBe("chancery: watch 'a': type 'NOSUCH': neither PLOVER nor CAMEO nor a frame has that name");
        await File.WriteAllTextAsync(watches, """{ "watches": [ { "name": "a" } ] }""", TestContext.Current.CancellationToken);
        (await CommandRun.Of("watch", watches, "--once", "--record", Record, "--webhook", "https://harbor.example/hook")).ErrorLine
            .ShouldBe("chancery: --webhook: CHANCERY_WEBHOOK_SECRET is not set; alerts are told signed or not at all");
    }

    private Task<CommandRun> FollowAsync(params string[] feeds) => CommandRun.Of(["follow", .. feeds, "--once", "--allow-private", "--host-interval", "0.01s", "--record", Record]);

    private static string Page(string text) =>
        $"<!doctype html><html><head><title>Talks</title></head><body><article><p>{text}</p><p>Nothing was said of what the two had talked about, and reporters who waited outside were sent away before the guests left the hall again.</p></article></body></html>";
}
