using System.Net;
using System.Text;

namespace Chancery.App.Tests.Web;

/// <summary>A record that is removed, replaced or changed by others while it is served.</summary>
public sealed class MovedRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_record_that_is_removed_is_missed_and_the_next_one_of_its_name_is_served()
    {
        var other = await Made("other.db", "Chile sent three envoys to Peru.", "Kenya closed its border with Ghana.");
        await using var server = await RunningServer.Start(await Made("record.db", "Norway sent two ships to Latvia."));
        (await Reports(server)).ShouldBe(1);
        var cursor = (await server.Get("/api/v1/events?limit=1")).GetProperty("next").GetString();

        Remove(Record);
        (await server.Problem(new(HttpMethod.Get, "/api/v1/reports"), HttpStatusCode.ServiceUnavailable)).ShouldBe("record");
        (await server.Problem(new(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent("Oman sent aid to Iraq.", Encoding.UTF8, "text/plain") }, HttpStatusCode.ServiceUnavailable)).ShouldBe("record");
        File.Exists(Record).ShouldBeFalse();
        (await server.Http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Until(async () => (await server.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable);

        File.Move(other, Record);
        await Until(async () => (await server.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        (await Reports(server)).ShouldBe(2);
        if (cursor is not null) (await server.Problem(new(HttpMethod.Get, $"/api/v1/events?limit=1&cursor={cursor}"), HttpStatusCode.BadRequest)).ShouldBe("bad-cursor");
        await Until(async () => (await server.Get("/api/v1/actors")).GetProperty("items").EnumerateArray().Any(a => a.GetProperty("name").GetString() == "Kenya"));
        (await server.Get("/api/v1/actors")).GetProperty("items").EnumerateArray().ShouldNotContain(a => a.GetProperty("name").GetString() == "Norway");
    }

    [Fact]
    public async Task A_record_that_another_takes_the_place_of_is_served_anew()
    {
        var other = await Made("other.db", "Chile sent three envoys to Peru.", "Kenya closed its border with Ghana.");
        await using var server = await RunningServer.Start(await Made("record.db", "Norway sent two ships to Latvia."));
        (await Reports(server)).ShouldBe(1);
        await Task.Delay(TimeSpan.FromSeconds(2.5)); // at rest, nothing of the old record waits beside its file
        File.Move(other, Record, overwrite: true);
        await Until(async () => (await server.Http.GetAsync("/api/v1/reports")).StatusCode == HttpStatusCode.OK && await Reports(server) == 2);
        (await CommandRun.Of("list", "reports", "--record", Record, "--format", "jsonl")).Output.TrimEnd('\n').Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_report_that_is_read_in_by_another_process_is_served_at_once()
    {
        await using var server = await RunningServer.Start(await Made("record.db", "Norway sent two ships to Latvia."));
        (await CommandRun.WithInput("Kenya closed its border with Ghana.", "read", "-", "--record", Record)).Status.ShouldBe(0);
        (await Reports(server)).ShouldBe(2);
    }

    private async Task<string> Made(string name, params string[] texts)
    {
        var path = Path.Combine(_folder, name);
        foreach (var text in texts) (await CommandRun.WithInput(text, "read", "-", "--record", path)).Status.ShouldBe(0);
        return path;
    }

    private static void Remove(string record)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(record)!, Path.GetFileName(record) + "*")) File.Delete(file);
    }

    private static async Task<int> Reports(RunningServer server) => (await server.Get("/api/v1/reports")).GetProperty("total").GetInt32();

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(250);
        }
        throw new TimeoutException("it did not come about in 30 s");
    }
}
