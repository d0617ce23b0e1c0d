using System.Globalization;
using Chancery.Feeds;
using Chancery.Feeds.Fetching;
using Chancery.Records;
using Microsoft.Extensions.Time.Testing;
using static Chancery.Tests.Feeds.LoopbackServer;

namespace Chancery.Tests.Feeds;

/// <summary>Feeds into a record, with a clock that stands still until it is moved.</summary>
public sealed class FollowerTests : IAsyncDisposable
{
    private readonly Dictionary<string, byte[]> _answers = new() { ["/robots.txt"] = Reply("404 Not Found", "") };
    private readonly LoopbackServer _server;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly List<string> _faults = [];
    private readonly Fetcher _fetcher;

    public FollowerTests()
    {
        _server = Of(_answers);
        _fetcher = new(new() { AllowPrivate = true, HostInterval = TimeSpan.Zero }, _time);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Items_lead_to_reports_with_what_their_pages_say()
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Talks", "Fri, 21 Mar 2025 09:00:00 GMT")));
        _answers["/news/1"] = Reply("200 OK", Page("Envoys met in Riga.", """
            <meta property="og:site_name" content="Harbor Gazette"><meta name="author" content="By Ada Ohlsson"><link rel="canonical" href="/news/1?utm=no">
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Envoys meet","datePublished":"2025-03-22T08:00:00Z","sourceOrganization":{"name":"Meridian"}}]}</script>
            """), "Content-Type: text/html");
        (await RoundAsync()).ShouldBe(new FollowTally(1, 0, 1, 0, 0, 0));
        var report = (await ReportsAsync()).ShouldHaveSingleItem();
        report.Text.ShouldContain("Envoys met in Riga.");
        report.Text.ShouldNotContain("Subscribe");
        (report.Title, report.Publisher, report.Byline, report.DeclaredOrigin, report.Published, report.Url)
            .ShouldBe(("Envoys meet", "Harbor Gazette", "Ada Ohlsson", "Meridian", new DateOnly(2025, 3, 22), _server.At("/news/1?utm=no").AbsoluteUri));
        (await new FeedBook(_store).FeedsAsync(Cancel)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Title.ShouldBe("Harbor"), f => f.Items.ShouldBe(1), f => f.New.ShouldBe(1), f => f.Fault.ShouldBeNull(), f => f.Due.ShouldBe(_time.GetUtcNow() + TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task A_feed_is_asked_for_changes_alone_and_its_items_are_not_had_twice()
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Talks"), Item("/news/1", "Talks"), Item("/news/2", "More")), "ETag: \"1\"");
        _answers["/news/1"] = Reply("200 OK", Page("Envoys met in Riga."), "Content-Type: text/html", "ETag: \"p\"");
        _answers["/news/2"] = Reply("200 OK", Page("A second thing."), "Content-Type: text/html");
        (await RoundAsync()).New.ShouldBe(2);
        _time.Advance(TimeSpan.FromMinutes(31));
        (await RoundAsync()).New.ShouldBe(0);
        _server.Asked.Last(r => r.Path == "/feed").Headers["If-None-Match"].ShouldBe("\"1\"");
        _server.Asked.Count(r => r.Path == "/news/1").ShouldBe(1);
        _time.Advance(TimeSpan.FromHours(6));
        (await RoundAsync()).New.ShouldBe(0);
        _server.Asked.Last(r => r.Path == "/news/1").Headers["If-None-Match"].ShouldBe("\"p\"");
        (await ReportsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_text_at_the_same_address_is_a_version_of_the_former_whether_the_feed_says_so_or_not()
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Toll at 12")));
        _answers["/news/1"] = Reply("200 OK", Page("Twelve people died when the bridge at Kardo was hit, the governor said."), "Content-Type: text/html");
        await RoundAsync();
        _time.Advance(TimeSpan.FromHours(1));
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Toll at 15")));
        _answers["/news/1"] = Reply("200 OK", Page("Fifteen people died when the bridge at Kardo was hit, the governor said."), "Content-Type: text/html");
        (await RoundAsync()).New.ShouldBe(1);
        _time.Advance(TimeSpan.FromHours(6.5));
        _answers["/news/1"] = Reply("200 OK", Page("Nobody knows any more; all that was written here before is withdrawn."), "Content-Type: text/html");
        (await RoundAsync()).New.ShouldBe(1);
        var lineages = (await _store.FusedAsync(Cancel)).Lineages;
        lineages.Length.ShouldBe(3);
        lineages.Select(l => l.Kind).ShouldBe([ReportKind.Original, ReportKind.Update, ReportKind.Update]);
        lineages[1].DerivedFrom.ShouldBe(lineages[0].Report);
        lineages[2].DerivedFrom.ShouldBe(lineages[1].Report);
        lineages.Select(l => l.Dispatch).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Items_of_one_name_are_all_kept_and_an_item_without_a_page_is_its_own_report()
    {
        _answers["/feed"] = Reply("200 OK", Rss(
            "<item><guid>same</guid><title>A</title><description>The first of two things was said in Oslo.</description></item>",
            "<item><guid>same</guid><title>B</title><description>The second of two things was said in Bergen.</description></item>",
            "<item><title>Only a headline</title></item>", "<item/>"));
        (await RoundAsync()).ShouldBe(new FollowTally(1, 0, 3, 0, 1, 0));
        _time.Advance(TimeSpan.FromHours(1));
        (await RoundAsync()).New.ShouldBe(0);
        (await ReportsAsync()).Select(r => r.Text).Order().ShouldBe(["Only a headline", "The first of two things was said in Oslo.", "The second of two things was said in Bergen."]);
    }

    [Fact]
    public async Task Items_that_all_link_to_the_front_page_are_their_own_reports()
    {
        _answers["/"] = Reply("200 OK", Page("The front page of the outlet."), "Content-Type: text/html");
        _answers["/feed"] = Reply("200 OK", Rss([.. Enumerable.Range(1, 4).Select(n => Item("/", $"Brief {n}", text: $"Something of its own was said in brief number {n}."))]));
        (await RoundAsync()).New.ShouldBe(4);
        _server.Asked.ShouldNotContain(r => r.Path == "/");
    }

    [Fact]
    public async Task A_page_that_fails_for_now_is_tried_again_later_and_named_once()
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Talks")));
        _answers["/news/1"] = Reply("500 Internal Server Error", "");
        (await RoundAsync()).Waiting.ShouldBe(1);
        (await RoundAsync()).Waiting.ShouldBe(1);
        _server.Asked.Count(r => r.Path == "/news/1").ShouldBe(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();
        _server.Asked.Count(r => r.Path == "/news/1").ShouldBe(2);
        _answers["/news/1"] = Reply("200 OK", Page("Envoys met in Riga."), "Content-Type: text/html");
        _time.Advance(TimeSpan.FromMinutes(2));
        (await RoundAsync()).ShouldSatisfyAllConditions(t => t.New.ShouldBe(1), t => t.Waiting.ShouldBe(0));
        _faults.ShouldBe([$"{_server.At("/news/1")}: 500 Internal Server Error"]);
    }

    [Fact]
    public async Task A_page_that_stays_away_is_given_up_and_what_the_feed_says_is_read_in_its_place()
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/gone", "Talks", text: "Envoys met in Riga, the ministry said."), Item("/empty", "Nothing"), Item("/picture", "A map", text: "A map of the strait.")));
        _answers["/empty"] = Reply("503 Service Unavailable", "");
        _answers["/picture"] = Reply("200 OK", "GIF89a", "Content-Type: image/gif");
        for (var hour = 0; hour < 12; hour++, _time.Advance(TimeSpan.FromHours(1))) await RoundAsync();
        var reports = await ReportsAsync();
        reports.Select(r => r.Text).Order().ShouldBe(["A map of the strait.", "Envoys met in Riga, the ministry said."]);
        reports.SelectMany(r => r.Notices).Select(n => n.Code).ShouldBe(["page-missing", "page-missing"]);
        _server.Asked.Count(r => r.Path == "/empty").ShouldBe(5);
        _faults.Order().ShouldBe([$"{_server.At("/empty")}: 503 Service Unavailable", $"{_server.At("/gone")}: 404 Not Found", $"{_server.At("/picture")}: it is image/gif, which is not read"]);
        (await new FeedBook(_store).FeedsAsync(Cancel)).ShouldHaveSingleItem().Failed.ShouldBe(1);
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_for_longer_each_time_and_named_once()
    {
        _answers["/feed"] = Reply("500 Internal Server Error", "");
        var pauses = new List<double>();
        for (var look = 0; look < 8; look++)
        {
            (await RoundAsync()).FeedsFailed.ShouldBe(1);
            var pause = (await new FeedBook(_store).FeedsAsync(Cancel))[0].Due!.Value - _time.GetUtcNow();
            pauses.Add(pause.TotalMinutes);
            _time.Advance(pause);
        }
        pauses.Select(p => Math.Round(p)).ShouldBe([22, 45, 90, 180, 360, 720, 1080, 1080]); // chance that always says one half
        _faults.ShouldBe([$"{_server.At("/feed")}: 500 Internal Server Error"]);
        _answers["/feed"] = Reply("200 OK", Rss());
        (await RoundAsync()).FeedsFailed.ShouldBe(0);
    }

    [Fact]
    public async Task A_feed_moves_for_good_and_one_that_is_gone_is_asked_no_more()
    {
        _answers["/feed"] = Reply("301 Moved Permanently", "", "Location: /new");
        _answers["/new"] = Reply("200 OK", Rss());
        await RoundAsync();
        (await new FeedBook(_store).FeedsAsync(Cancel))[0].Address.ShouldBe(_server.At("/new").AbsoluteUri);
        _answers["/new"] = Reply("410 Gone", "");
        _time.Advance(TimeSpan.FromHours(1));
        await RoundAsync();
        (await new FeedBook(_store).FeedsAsync(Cancel))[0].ShouldSatisfyAllConditions(f => f.Due.ShouldBeNull(), f => f.Fault.ShouldBe("410 Gone"));
    }

    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Thu, 31 Dec 2099 00:00:00 GMT")]
    public async Task A_day_that_cannot_be_is_not_believed(string date)
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Talks", date)));
        _answers["/news/1"] = Reply("200 OK", Page("Envoys met in Riga."), "Content-Type: text/html");
        await RoundAsync();
        var report = (await ReportsAsync()).ShouldHaveSingleItem();
        report.Published.ShouldBeNull();
        report.Notices.ShouldHaveSingleItem().Code.ShouldBe("date-implausible");
    }

    [Fact]
    public async Task Killed_between_filing_and_remembering_it_files_nothing_twice()
    {
        _answers["/feed"] = Reply("200 OK", Rss(Item("/news/1", "Talks")));
        _answers["/news/1"] = Reply("200 OK", Page("Envoys met in Riga."), "Content-Type: text/html");
        await new FeedBook(_store).SubscribeAsync(new(_server.At("/feed")), _time.GetUtcNow(), Cancel);
        var follower = new FeedFollower(_fetcher, Read, _store, new Forgetful(_store), new(), _time, new Half(), f => _faults.Add(f.ToString()));
        await Should.ThrowAsync<IOException>(() => follower.RoundAsync(cancel: Cancel));
        (await ReportsAsync()).Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromHours(1));
        (await RoundAsync()).ShouldSatisfyAllConditions(t => t.New.ShouldBe(0), t => t.Known.ShouldBe(1));
        (await ReportsAsync()).Count.ShouldBe(1);
    }

    private async Task<FollowTally> RoundAsync()
    {
        await new FeedBook(_store).SubscribeAsync(new(_server.At("/feed")), _time.GetUtcNow(), Cancel);
        return await new FeedFollower(_fetcher, Read, _store, _store, new(), _time, new Half(), f => _faults.Add(f.ToString())).RoundAsync(cancel: Cancel);
    }

    private Task<List<Report>> ReportsAsync() => _store.ReadingsAsync(Cancel).Select(r => r.Report).ToListAsync(Cancel).AsTask();

    private static FiledReading Read(Report report) => new() { Report = report };

    private static string Rss(params string[] items) => $"<rss version=\"2.0\"><channel><title>Harbor</title>{string.Concat(items)}</channel></rss>";

    private string Item(string path, string title, string? date = null, string? text = null) =>
        $"<item><title>{title}</title><link>{_server.At(path)}</link>{(date is null ? "" : $"<pubDate>{date}</pubDate>")}{(text is null ? "" : $"<description>{text}</description>")}</item>";

    private static string Page(string text, string head = "")
    {
        var filler = string.Concat(Enumerable.Range(1, 4).Select(n => string.Create(CultureInfo.InvariantCulture, $"<p>Paragraph {n} goes on at some length about what was said, by whom and where it was said, so that there is an article to be found.</p>")));
        return $"<!doctype html><html><head><title>A page</title>{head}</head><body><nav><a href=/>Subscribe</a></nav><article><p>{text}</p>{filler}</article></body></html>";
    }

    /// <summary>Chance that always says one half.</summary>
    private sealed class Half : Random
    {
        public override double NextDouble() => 0.5;
    }

    /// <summary>Fails to remember that an item is done, as a process that is killed does.</summary>
    private sealed class Forgetful(IMemoStore inner) : IMemoStore
    {
        public Task<string?> MemoAsync(string topic, string name, CancellationToken cancel = default) => inner.MemoAsync(topic, name, cancel);

        public Task<IReadOnlyList<Memo>> MemosAsync(string topic, string? after = null, int limit = 200, CancellationToken cancel = default) => inner.MemosAsync(topic, after, limit, cancel);

        public Task KeepAsync(IReadOnlyCollection<Memo> memos, CancellationToken cancel = default) =>
            memos.Any(m => m.Topic == "feed-page") ? throw new IOException("killed") : inner.KeepAsync(memos, cancel);
    }
}
