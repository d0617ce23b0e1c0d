using System.Net;
using System.Text.Json;

namespace Chancery.App.Tests.Web;

public class ApiTests(SamplesServer samples) : IClassFixture<SamplesServer>
{
    private RunningServer Server => samples.Server;

    [Theory]
    [InlineData("reports")]
    [InlineData("claims")]
    [InlineData("events")]
    [InlineData("events/lines")]
    [InlineData("figures")]
    [InlineData("series")]
    [InlineData("actors")]
    [InlineData("ties")]
    [InlineData("expectations")]
    [InlineData("unknowns")]
    public async Task Pages_follow_one_another_by_cursor_and_hold_every_item_once(string list)
    {
        var whole = await Server.Get($"/api/v1/{list}?limit=500");
        var items = whole.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()).ToList();
        items.Count.ShouldBe(whole.GetProperty("total").GetInt32());
        items.ShouldNotBeEmpty();
        var paged = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Server.Get($"/api/v1/{list}?limit=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
            cursor = page.GetProperty("next").GetString();
        }
        paged.ShouldBe(items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&standing=contested&order=latest")]
    [InlineData("&box=100,30,140,50")]
    public async Task Lines_of_events_are_the_same_events_in_fewer_words(string filters)
    {
        var lines = (await Server.Get($"/api/v1/events/lines?limit=500{filters}")).GetProperty("items").EnumerateArray().ToList();
        var events = (await Server.Get($"/api/v1/events?limit=500{filters}")).GetProperty("items").EnumerateArray().ToList();
        lines.ShouldNotBeEmpty();
        foreach (var (line, whole) in lines.Zip(events))
            foreach (var field in line.EnumerateObject()) field.Value.GetRawText().ShouldBe(whole.GetProperty(field.Name).GetRawText(), field.Name);
        lines.Count.ShouldBe(events.Count);
    }

    [Fact]
    public async Task A_claim_has_the_words_of_the_contract_and_its_offsets_lead_to_its_words()
    {
        var claim = (await Server.Get("/api/v1/claims?type=AID&limit=1")).GetProperty("items")[0];
        foreach (var name in (string[])["id", "report", "start", "end", "evidence", "plover", "cameo", "actor", "recipient", "status", "factuality", "confidence", "attribution", "time", "place", "figures"])
            claim.TryGetProperty(name, out _).ShouldBeTrue(name);
        var report = await Server.Get($"/api/v1/reports/{Uri.EscapeDataString(claim.GetProperty("report").GetString()!)}");
        var text = new System.Globalization.StringInfo(report.GetProperty("text").GetString()!).String.EnumerateRunes().ToArray();
        var evidence = claim.GetProperty("evidence");
        string.Concat(text[evidence[0].GetInt32()..evidence[1].GetInt32()]).ShouldNotBeNullOrWhiteSpace();
        claim.GetProperty("words").GetString()!.ShouldContain(string.Concat(text[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task A_list_streams_as_json_lines()
    {
        var lines = (await Server.Http.GetStringAsync("/api/v1/events?format=jsonl")).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe((await Server.Get("/api/v1/events")).GetProperty("total").GetInt32());
        foreach (var line in lines) JsonDocument.Parse(line).RootElement.GetProperty("standing").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await Server.Http.GetAsync("/api/v1/overview");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/overview");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
        using var second = await Server.Http.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/claims/nothing", "unknown-id", 404)]
    [InlineData("/api/v1/reports/..%2F..%2Fetc%2Fpasswd", "unknown-id", 404)]
    [InlineData("/api/v1/nothing", "unknown-path", 404)]
    [InlineData("/api/v1/claims?limit=0", "bad-value", 400)]
    [InlineData("/api/v1/claims?limit=9999999999999", "bad-value", 400)]
    [InlineData("/api/v1/claims?since=yesterday", "bad-value", 400)]
    [InlineData("/api/v1/claims?status=maybe", "bad-value", 400)]
    [InlineData("/api/v1/claims?type=NOTHING", "bad-value", 400)]
    [InlineData("/api/v1/claims?cursor=%F0%9F%92%A5", "bad-cursor", 400)]
    [InlineData("/api/v1/claims?cursor=AAAA", "bad-cursor", 400)]
    [InlineData("/api/v1/pair?a=x", "missing-value", 400)]
    public async Task What_cannot_be_answered_gets_a_problem_reply(string path, string code, int status) =>
        (await Server.Problem(new(HttpMethod.Get, path), (HttpStatusCode)status)).ShouldBe(code);

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var cursor = (await Server.Get("/api/v1/claims?limit=1")).GetProperty("next").GetString();
        (await Server.Problem(new(HttpMethod.Get, $"/api/v1/events?cursor={cursor}"), HttpStatusCode.BadRequest)).ShouldBe("bad-cursor");
    }

    [Fact]
    public async Task Annotations_mark_sources_cues_and_contents()
    {
        var reading = await Server.Get("/api/v1/reports/2025-03-21-shoigu-arrives/annotations");
        reading.GetProperty("attributions").EnumerateArray().ShouldNotBeEmpty();
        reading.GetProperty("entities").EnumerateArray().ShouldNotBeEmpty();
        reading.TryGetProperty("tokens", out _).ShouldBeFalse();
    }
}
