using System.Text;

namespace Chancery.App.Tests.Web;

public sealed class AddTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_that_is_posted_stands_in_the_record_and_twice_changes_nothing()
    {
        await using var server = await RunningServer.Start(Record);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await server.Http.PostAsync("/api/v1/reports?name=ships", new StringContent("Date: 2025-03-21\n\nNorway sent two ships to Latvia.", Encoding.UTF8, "text/plain"));
            var body = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            body.GetProperty("reports")[0].GetProperty("id").GetString().ShouldBe("ships");
            body.GetProperty("reports")[0].GetProperty("new").GetBoolean().ShouldBe(i == 0);
            (await server.Get("/api/v1/reports")).GetProperty("total").GetInt32().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Whoever_listens_is_told_of_reports_that_another_process_reads_in()
    {
        await using var server = await RunningServer.Start(Record);
        using var stream = new StreamReader(await server.Http.GetStreamAsync("/api/v1/changes"));
        (await Next(stream)).ShouldContain("\"reports\":0");
        (await CommandRun.WithInput("Norway sent two ships to Latvia.", "read", "-", "--record", Record)).Status.ShouldBe(0);
        (await Next(stream)).ShouldContain("\"reports\":1");

        static async Task<string> Next(StreamReader stream)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (await stream.ReadLineAsync(patience.Token) is { } line)
                if (line.StartsWith("data:", StringComparison.Ordinal)) return line;
            return "";
        }
    }
}
