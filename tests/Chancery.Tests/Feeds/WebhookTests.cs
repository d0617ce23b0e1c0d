using System.Security.Cryptography;
using System.Text;
using Chancery.Feeds.Telling;
using Chancery.Records;
using Chancery.Watching;
using Microsoft.Extensions.Time.Testing;
using static Chancery.Tests.Feeds.LoopbackServer;

namespace Chancery.Tests.Feeds;

public class WebhookTests
{
    private static readonly byte[] Secret = "0123456789abcdef0123"u8.ToArray();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 3, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly IMemoStore _memos = new MemoryRecordStore();
    private readonly List<string> _faults = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_is_told_signed_and_again_under_the_same_id_until_it_is_taken()
    {
        var isUp = false;
        var requests = new List<(LoopbackRequest Head, string Body)>();
        await using var server = Of(async (request, stream, cancel) =>
        {
            lock (requests) requests.Add((request, request.Body));
            await stream.WriteAsync(Reply(isUp ? "204 No Content" : "503 Service Unavailable", ""), cancel);
        });
        using var hook = Hook(server.At("/hook"));
        await hook.QueueAsync([Alert()], Cancel);
        (await hook.DeliverAsync(Cancel)).ShouldBe((0, 1));
        (await hook.DeliverAsync(Cancel)).ShouldBe((0, 1));
        requests.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await hook.DeliverAsync(Cancel)).ShouldBe((0, 1));
        isUp = true;
        _time.Advance(TimeSpan.FromMinutes(2));
        (await hook.DeliverAsync(Cancel)).ShouldBe((1, 0));
        (await hook.DeliverAsync(Cancel)).ShouldBe((0, 0));
        requests.Count.ShouldBe(3);
        requests.Select(r => r.Head.Headers["webhook-id"]).Distinct().ShouldHaveSingleItem();
        foreach (var (head, body) in requests)
        {
            var signed = $"{head.Headers["webhook-id"]}.{head.Headers["webhook-timestamp"]}.{body}";
            head.Headers["webhook-signature"].ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(signed))));
            body.ShouldContain("\"headline\":\"Envoys met\"");
        }
        _faults.ShouldBe([$"{server.At("/hook")}: 503 Service Unavailable; it will be tried again"]);
    }

    [Fact]
    public async Task A_later_revision_takes_the_place_of_one_that_waits_and_redirects_are_not_followed()
    {
        await using var server = Of(async (request, stream, cancel) => await stream.WriteAsync(Reply("302 Found", "", "Location: /elsewhere"), cancel));
        using var hook = Hook(server.At("/hook"));
        await hook.QueueAsync([Alert()], Cancel);
        await hook.QueueAsync([Alert() with { Revision = 2 }], Cancel);
        (await hook.DeliverAsync(Cancel)).ShouldBe((0, 1));
        server.Asked.ShouldHaveSingleItem().Path.ShouldBe("/hook");
    }

    [Fact]
    public async Task An_alert_nobody_takes_is_given_up_in_the_end()
    {
        await using var server = Of(async (request, stream, cancel) => await stream.WriteAsync(Reply("500 Internal Server Error", ""), cancel));
        using var hook = Hook(server.At("/hook"));
        await hook.QueueAsync([Alert()], Cancel);
        for (var hour = 0; hour < 20 * 7; hour++, _time.Advance(TimeSpan.FromHours(1))) await hook.DeliverAsync(Cancel);
        server.Asked.Count.ShouldBe(15);
        _faults.Count.ShouldBe(2);
        _faults[1].ShouldEndWith("given up after 15 tries");
    }

    [Fact]
    public async Task This_machine_is_told_nothing_unless_it_is_asked_for()
    {
        await using var server = Of(new Dictionary<string, byte[]>());
        using var hook = new Webhook(server.At("/hook"), Secret, _memos, _time, new Random(1), _faults.Add, allowPrivate: false);
        await hook.QueueAsync([Alert()], Cancel);
        (await hook.DeliverAsync(Cancel)).ShouldBe((0, 1));
        _faults.ShouldHaveSingleItem().ShouldContain("which is no public address");
        Should.Throw<ArgumentException>(() => new Webhook(new("file:///tmp/x"), Secret, _memos, _time, new Random(1), _faults.Add, false));
        Should.Throw<ArgumentException>(() => new Webhook(new("https://harbor.example"), [1, 2], _memos, _time, new Random(1), _faults.Add, false));
    }

    private Webhook Hook(Uri address) => new(address, Secret, _memos, _time, new Random(1), _faults.Add, allowPrivate: true);

    private Alert Alert() => new() { Watch = "w", Story = "e1", Headline = "Envoys met", First = _time.GetUtcNow(), Updated = _time.GetUtcNow(), Changes = [] };
}
