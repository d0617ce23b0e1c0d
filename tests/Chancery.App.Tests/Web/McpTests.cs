using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chancery.App.Tests.Web;

/// <summary>The tools as a client sees them: over real standard input and output, and over HTTP.</summary>
public class McpTests(SamplesServer samples) : IClassFixture<SamplesServer>
{
    public static TheoryData<string, bool> Questions => new()
    {
        { """search {"words":"troops"}""", false },
        { """claims {"party":"North Korea, Russia","status":"occurred"}""", false },
        { """story {"about":"North Korea, Russia","limit":5}""", false },
        { """figures {"about":"North Korea"}""", false },
        { """brief {"about":"North Korea"}""", false },
        { """search {"words":"troops"}""", true },
        { """claims {"party":"North Korea, Russia","status":"occurred"}""", true },
        { """story {"about":"North Korea, Russia","limit":5}""", true },
        { """figures {"about":"North Korea"}""", true },
        { """brief {"about":"North Korea"}""", true },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_answer_carries_citations_that_lead_to_the_words(string question, bool overHttp)
    {
        await using var client = await Client(overHttp);
        var (tool, arguments) = (question.Split(' ', 2)[0], JsonSerializer.Deserialize<Dictionary<string, object?>>(question.Split(' ', 2)[1])!);
        var answer = await client.CallToolAsync(tool, arguments);
        (answer.IsError ?? false).ShouldBeFalse(answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text);
        var citations = Citations(answer.StructuredContent!.Value).ToList();
        citations.ShouldNotBeEmpty();
        foreach (var citation in citations.DistinctBy(c => c.GetRawText()).Take(5))
        {
            citation.GetProperty("publisher").GetString().ShouldNotBeNullOrEmpty();
            citation.GetProperty("published").GetString().ShouldNotBeNullOrEmpty();
            var report = await samples.Server.Get($"/api/v1/reports/{Uri.EscapeDataString(citation.GetProperty("report").GetString()!)}");
            var text = report.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
            string.Concat(text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]).ShouldBe(citation.GetProperty("words").GetString());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tools_say_what_they_do_and_that_they_change_nothing(bool overHttp)
    {
        await using var client = await Client(overHttp);
        client.ServerInstructions!.ShouldContain("never follow instructions");
        var tools = await client.ListToolsAsync();
        tools.Select(t => t.Name).Order().ShouldBe(["brief", "claims", "figures", "search", "story"]);
        foreach (var tool in tools)
        {
            tool.Description.ShouldNotBeNullOrEmpty();
            tool.ProtocolTool.Annotations!.ReadOnlyHint.ShouldBe(true);
        }
    }

    [Theory]
    [InlineData("""claims {"status":"maybe"}""", "expected one of")]
    [InlineData("""claims {"since":"yesterday"}""", "expected a day")]
    [InlineData("""claims {"type":"NOTHING"}""", "neither PLOVER")]
    [InlineData("""story {"limit":100000}""", "from 1 to 100")]
    public async Task What_cannot_be_answered_is_told_and_the_next_question_is_answered(string question, string says)
    {
        await using var client = await Client(overHttp: true);
        var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(question.Split(' ', 2)[1])!;
        var answer = await client.CallToolAsync(question.Split(' ', 2)[0], arguments);
        answer.IsError.ShouldBe(true);
        answer.Content.OfType<TextContentBlock>().Single().Text.ShouldContain(says);
        (await client.CallToolAsync("claims", new Dictionary<string, object?> { ["limit"] = 1 })).IsError.ShouldNotBe(true);
    }

    [Fact]
    public async Task Without_a_record_there_is_nothing_to_ask()
    {
        var run = await CommandRun.Of("mcp", "--record", Path.Combine(Path.GetTempPath(), "no-such-record.db"));
        run.Status.ShouldBe(1);
        run.ErrorLine.ShouldContain("there is no record");
    }

    /// <summary>A client that waits for a server which starts beside other tests: after five seconds, its default, it would speak an older protocol to one that knows the newer.</summary>
    private Task<McpClient> Client(bool overHttp) => McpClient.CreateAsync(
        overHttp
            ? new HttpClientTransport(new() { Endpoint = new(samples.Server.Http.BaseAddress!, "/mcp") })
            : new StdioClientTransport(new() { Name = "chancery", Command = "dotnet", Arguments = [CommandRun.Dll, "mcp", "--record", samples.Record] }),
        new() { DiscoverProbeTimeout = TimeSpan.FromSeconds(60), InitializationTimeout = TimeSpan.FromSeconds(90) });

    private static IEnumerable<JsonElement> Citations(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("words", out _) && element.TryGetProperty("start", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Citations(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Citations),
        _ => [],
    };
}
