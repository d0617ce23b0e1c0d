using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Sqlite;

namespace Chancery.App.Tests.Web;

/// <summary>The real process told to stop while reports come in: what it answered for is in the record, and nothing else is.</summary>
public sealed partial class StopTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_answered_for_is_kept_and_the_rest_is_refused(bool lineByLine)
    {
        using var process = CommandRun.Start("serve", "--record", Record, "--urls", "http://127.0.0.1:0");
        process.StandardInput.Close();
        using var http = new HttpClient { BaseAddress = await Address(process) };
        var told = process.StandardError.ReadToEndAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent(Many(3000), Encoding.UTF8, "application/x-ndjson") };
        if (lineByLine) request.Headers.Accept.ParseAdd("application/x-ndjson");
        var asking = http.SendAsync(request);
        while (await Filed() < 5 && !process.HasExited) await Task.Delay(20);
        Stop(process);
        using var answer = await asking;
        var body = await answer.Content.ReadAsStringAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);

        process.ExitCode.ShouldBe(0, await told);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        var answered = lineByLine
            ? body.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.TryGetProperty("id", out _)).Select(l => l.GetProperty("id").GetString()!).ToList()
            : [.. JsonDocument.Parse(body).RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
        answered.Count.ShouldBeInRange(1, 2999);
        body.ShouldContain("the server stops");
        var kept = (await CommandRun.Of("list", "reports", "--record", Record, "--format", "jsonl")).Output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!);
        kept.ShouldBe(answered, ignoreOrder: true);
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("/health/live"));
    }

    private async Task<int> Filed()
    {
        await using var store = SqliteRecordStore.OpenRead(Record);
        return await store.CountAsync();
    }

    private static string Many(int count) => string.Join('\n', Enumerable.Range(0, count).Select(n => JsonSerializer.Serialize(new { id = $"r{n:0000}", date = "2025-03-21", text = $"Norway sent {n} ships to Latvia. Officials in Riga said {n + 1} more would follow." })));

    private static void Stop(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])!;
        kill.WaitForExit();
    }

    private static async Task<Uri> Address(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
            if (ServingAt().Match(line) is { Success: true } found) return new(found.Value);
        throw new InvalidOperationException("it did not start");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex ServingAt();
}
