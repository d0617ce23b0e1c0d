using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Chancery.App.Tests.Web;

/// <summary>Many readers while another process reads in. The bound is ten times what is asked for, so that only a fault breaks it, such as requests that wait for each other; <c>bench/Chancery.Load</c> measures.</summary>
public sealed class LoadTests
{
    private static readonly string[] Paths = ["overview", "events?order=latest", "events?standing=contested", "claims?order=latest", "reports", "expectations", "unknowns", "series", "actors", "ties", "search?q=troops", "events?party=state/PRK", "timeline", "brief"];

    [Fact]
    public async Task Readers_are_answered_while_another_process_reads_in()
    {
        await using var record = new RecordFixture();
        await record.InitializeAsync();
        await using var server = await RunningServer.Start(record.Record);
        foreach (var path in Paths) await server.Get("/api/v1/" + path);

        using var reading = CommandRun.Start("read", "-", "--record", record.Record);
        var fed = Feed(reading);
        var waits = new ConcurrentBag<double>();
        var until = Stopwatch.GetTimestamp() + 6 * Stopwatch.Frequency;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            var random = new Random(number);
            while (Stopwatch.GetTimestamp() < until)
            {
                await Task.Delay(random.Next(100, 500));
                var start = Stopwatch.GetTimestamp();
                await server.Get("/api/v1/" + Paths[random.Next(Paths.Length)]);
                waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }));
        reading.Kill();
        await fed;

        (await server.Get("/api/v1/overview")).GetProperty("reports").GetInt32().ShouldBeGreaterThan(14, "nothing was read in meanwhile");
        double[] sorted = [.. waits.Order()];
        sorted[(int)(0.95 * sorted.Length)].ShouldBeLessThan(1000);
    }

    private static async Task Feed(Process reading)
    {
        try
        {
            for (var n = 0; n < 20_000; n++)
                await reading.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id = $"r{n:00000}", date = "2025-03-21", publisher = $"Gazette {n % 7}", text = $"Norway sent {n} ships to Latvia. Officials in Riga said {n + 1} more would follow." }));
        }
        catch (IOException)
        {
            // it was ended
        }
    }
}
