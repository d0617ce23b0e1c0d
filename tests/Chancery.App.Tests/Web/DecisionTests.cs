using System.Net;
using System.Text;
using System.Text.Json;

namespace Chancery.App.Tests.Web;

public sealed class DecisionTests : IAsyncLifetime
{
    private readonly RecordFixture _record = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        await _record.InitializeAsync();
        _server = await RunningServer.Start(_record.Record);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _record.DisposeAsync();
    }

    [Fact]
    public async Task A_claim_that_is_rejected_leaves_its_event_and_comes_back_when_that_is_withdrawn()
    {
        var claim = (await Claims())[0];
        var number = (await Decide($$"""{"kind":"reject","claims":["{{claim.Id}}"],"by":"Ada","reason":"irony"}""")).GetProperty("number").GetInt64();

        (await _server.Get($"/api/v1/claims/{claim.Id}")).GetProperty("event").ValueKind.ShouldBe(JsonValueKind.Null);
        var listed = (await _server.Get($"/api/v1/decisions?claim={claim.Id}")).GetProperty("items")[0];
        listed.GetProperty("by").GetString().ShouldBe("Ada");
        listed.GetProperty("claims")[0].GetProperty("words").GetString().ShouldNotBeNullOrEmpty();

        using var withdrawn = await _server.Http.DeleteAsync($"/api/v1/decisions/{number}");
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _server.Get($"/api/v1/claims/{claim.Id}")).GetProperty("event").GetString().ShouldBe(claim.Event);
    }

    [Fact]
    public async Task A_correction_holds_until_it_is_withdrawn()
    {
        var claim = (await Claims()).First(c => c.Status == "occurred" && c.Event is not null);
        var number = (await Decide($$"""{"kind":"correct","claims":["{{claim.Id}}"],"field":"status","value":"planned"}""")).GetProperty("number").GetInt64();
        (await _server.Get($"/api/v1/claims/{claim.Id}")).GetProperty("status").GetString().ShouldBe("planned");
        (await _server.Get("/api/v1/decisions")).GetProperty("items")[0].GetProperty("value").GetString().ShouldBe("planned");
        (await _server.Http.DeleteAsync($"/api/v1/decisions/{number}")).Dispose();
        (await _server.Get($"/api/v1/claims/{claim.Id}")).GetProperty("status").GetString().ShouldBe("occurred");
    }

    [Fact]
    public async Task Events_are_split_and_joined()
    {
        var told = await _server.Get("/api/v1/events?limit=500");
        var together = told.GetProperty("items").EnumerateArray().First(e => e.GetProperty("claims").GetArrayLength() == 2).GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetString()!).ToArray();
        await Decide($$"""{"kind":"split","claims":["{{together[1]}}"],"from":["{{together[0]}}"]}""");
        (await EventOf(together[0])).ShouldNotBe(await EventOf(together[1]));
        await Decide($$"""{"kind":"join","claims":["{{together[0]}}","{{together[1]}}"]}""");
        (await EventOf(together[0])).ShouldBe(await EventOf(together[1]));
    }

    [Fact]
    public async Task The_second_of_two_reviewers_is_told_to_look_again()
    {
        var claim = (await Claims())[0];
        await Decide($$"""{"kind":"accept","claims":["{{claim.Id}}"],"seen":0}""");
        (await Refused($$"""{"kind":"reject","claims":["{{claim.Id}}"],"seen":0}""", HttpStatusCode.Conflict)).ShouldBe("decided-meanwhile");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"kind":"praise","claims":["x"]}""")]
    [InlineData("""{"kind":"accept","claims":[]}""")]
    [InlineData("""{"kind":"accept","claims":[1]}""")]
    [InlineData("""{"kind":"split","claims":["x"]}""")]
    [InlineData("""{"kind":"join","claims":["x"]}""")]
    [InlineData("""{"kind":"correct","claims":["x"],"field":"status","value":"maybe"}""")]
    [InlineData("""{"kind":"correct","claims":["x"],"field":"mood","value":"good"}""")]
    public async Task What_is_no_decision_is_refused(string body) => (await Refused(body, HttpStatusCode.BadRequest)).ShouldBe("bad-body");

    [Fact]
    public async Task A_claim_nobody_made_cannot_be_decided_on() =>
        (await Refused("""{"kind":"accept","claims":["none"]}""", HttpStatusCode.NotFound)).ShouldBe("unknown-id");

    [Fact]
    public async Task Pairs_of_countries_have_their_history_and_what_departs_from_it()
    {
        (await _server.Get("/api/v1/dyads")).GetProperty("items")[0].GetProperty("events").GetInt32().ShouldBeGreaterThan(3);
        (await _server.Get("/api/v1/pair?a=PRK&b=RUS")).GetProperty("total").GetInt32().ShouldBeGreaterThan(3);
        foreach (var departure in (await _server.Get("/api/v1/unusual")).GetProperty("items").EnumerateArray())
            (departure.GetProperty("more").GetBoolean() || departure.GetProperty("turn").GetBoolean()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_timeline_counts_every_dated_event_once()
    {
        var events = (await _server.Get("/api/v1/events?limit=1&party=North Korea, Russia")).GetProperty("total").GetInt32();
        var counted = (await _server.Get("/api/v1/timeline?party=North Korea, Russia")).GetProperty("days").EnumerateArray().Sum(d => d.GetProperty("quadClasses").EnumerateArray().Sum(n => n.GetInt32()));
        counted.ShouldBe(events);
        counted.ShouldBeGreaterThan(3);
    }

    private async Task<List<(string Id, string Status, string? Event)>> Claims() =>
        [.. (await _server.Get("/api/v1/claims?limit=500")).GetProperty("items").EnumerateArray().Select(c => (c.GetProperty("id").GetString()!, c.GetProperty("status").GetString()!, c.GetProperty("event").GetString()))];

    private async Task<string?> EventOf(string claim) => (await _server.Get($"/api/v1/claims/{claim}")).GetProperty("event").GetString();

    private async Task<JsonElement> Decide(string body)
    {
        using var answer = await _server.Http.PostAsync("/api/v1/decisions", new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private Task<string> Refused(string body, HttpStatusCode status) =>
        _server.Problem(new(HttpMethod.Post, "/api/v1/decisions") { Content = new StringContent(body, Encoding.UTF8, "application/json") }, status);
}
