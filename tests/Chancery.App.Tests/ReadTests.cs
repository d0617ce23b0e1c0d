using System.Diagnostics;
using System.Text.Json;
using Chancery.Sqlite;

namespace Chancery.App.Tests;

public sealed class ReadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private string Record => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reading_the_samples_is_told_in_a_dozen_lines_and_a_second_time_changes_nothing()
    {
        var samples = Path.Combine(RepositoryFolder.Root, "samples");
        var first = await CommandRun.Of("read", samples, "--record", Record);
        first.Status.ShouldBe(0, first.Errors);
        first.Output.TrimEnd().Split('\n').Length.ShouldBe(13);
        first.Output.ShouldContain("disputed    North Korea has sent 1,500 special forces soldiers to Russia");
        first.Output.ShouldContain("14 new reports");
        first.Output.ShouldContain("1 file of another kind left out (README.md)");
        var claims = (await CommandRun.Of("list", "claims", "--record", Record, "--format", "jsonl")).Output;
        var again = await CommandRun.Of("read", samples, "--record", Record);
        again.Output.ShouldContain("0 new reports, 14 known already");
        (await CommandRun.Of("list", "claims", "--record", Record, "--format", "jsonl")).Output.ShouldBe(claims);
    }

    /// <summary>How often the process is killed; <c>.ci/run</c> asks for 200.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_KILLS"), out var kills) ? kills : 12;

    [Fact]
    public async Task Killed_at_any_moment_it_loses_nothing_filed_and_doubles_nothing()
    {
        var input = Path.Combine(_folder, "reports.jsonl");
        const int Count = 360;
        await File.WriteAllLinesAsync(input, Enumerable.Range(1, Count).Select(Line), TestContext.Current.CancellationToken);
        var whole = Path.Combine(_folder, "whole.db");
        (await CommandRun.Of("read", input, "--record", whole)).Status.ShouldBe(0);

        var moments = new Random(20261124);
        var filed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = CommandRun.Start("read", input, "--record", Record);
            // from the first moment to well into the filing
            await Task.Delay(moments.Next(30, 1500), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (!File.Exists(Record)) continue;
            var now = await Filed(verify: kill % 10 == 0);
            now.ShouldBeGreaterThanOrEqualTo(filed);
            filed = now;
            if (filed < Count) continue;
            // All is filed: the next kills are of a record begun anew.
            (await Contents(Record)).ShouldBe(await Contents(whole));
            foreach (var file in Directory.GetFiles(_folder, Path.GetFileName(Record) + "*")) File.Delete(file);
            filed = 0;
        }
        (await CommandRun.Of("read", input, "--record", Record)).Status.ShouldBe(0);
        (await CommandRun.Of("record", "verify", "--record", Record)).Output.ShouldContain($"{Count} reports");
        (await Contents(Record)).ShouldBe(await Contents(whole));
        foreach (var what in (string[])["claims", "events", "figures", "reports"])
            (await CommandRun.Of("list", what, "--record", Record, "--format", "jsonl")).Output.ShouldBe((await CommandRun.Of("list", what, "--record", whole, "--format", "jsonl")).Output);
    }

    /// <summary>How many reports the record holds that was left behind.</summary>
    private async Task<int> Filed(bool verify)
    {
        await using var store = SqliteRecordStore.Open(Record, new("test", "test"));
        if (verify) (await store.VerifyAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        return await store.CountAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Interrupted_it_says_so_and_goes_on_when_run_again()
    {
        if (!OperatingSystem.IsLinux()) return;
        var input = Path.Combine(_folder, "reports.jsonl");
        await File.WriteAllLinesAsync(input, Enumerable.Range(1, 4000).Select(Line), TestContext.Current.CancellationToken);
        using var process = CommandRun.StartInterruptible("read", input, "--record", Record);
        while (!File.Exists(Record + "-wal") && !process.HasExited) await Task.Delay(20, TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(3);
        errors.TrimEnd().ShouldBeOneLine().ShouldContain("interrupted after");
    }

    private static string Line(int n) => JsonSerializer.Serialize(new
    {
        id = $"r{n}",
        date = $"2025-{1 + n % 12:00}-{1 + n % 28:00}",
        publisher = $"Outlet {n % 7}",
        text = $"Russia sent {n} soldiers to Syria on Monday, the defense ministry said. Turkey's president condemned the move and threatened to close the border. Talks {n} may resume next week.",
    });

    /// <summary>Every report with all that is kept of it, read through the store.</summary>
    private static async Task<Dictionary<string, string>> Contents(string record)
    {
        await using var store = SqliteRecordStore.Open(record, new("test", "test"));
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var reading in store.ReadingsAsync(TestContext.Current.CancellationToken)) contents.Add(reading.Report.Id, JsonSerializer.Serialize(reading));
        return contents;
    }
}
