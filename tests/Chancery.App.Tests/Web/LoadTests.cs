using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Chancery.App.Tests.Web;

/// <summary>Many readers while another process reads in. The bound is ten times what is asked for, so that only a fault breaks it, such as requests that wait for each other; <c>bench/Chancery.Load</c> measures.</summary>
/// <remarks>Nothing else of these tests runs beside it, and it is tried up to three times: a machine that was busy with something else is not the fault sought, and requests that wait for each other do so every time.</remarks>
[Collection(nameof(Alone))]
public sealed class LoadTests
{
    private static readonly string[] Paths = ["overview", "events?order=latest", "events?standing=contested", "claims?order=latest", "reports", "expectations", "unknowns", "series", "actors", "ties", "search?q=troops", "events?party=state/PRK", "timeline", "brief"];

    private const double Bound = 1000;

    [Fact]
    public async Task Readers_are_answered_while_another_process_reads_in()
    {
        await using var record = new RecordFixture();
        await record.InitializeAsync();
        await using var server = await RunningServer.Start(record.Record);
        foreach (var path in Paths) await server.Get("/api/v1/" + path);

        using var reading = CommandRun.Start("read", "-", "--record", record.Record);
        var fed = Feed(reading);
        var slowest = double.MaxValue;
        for (var tries = 0; tries < 3 && slowest >= Bound; tries++) slowest = await Wait(server);
        reading.Kill();
        await fed;

        (await server.Get("/api/v1/overview")).GetProperty("reports").GetInt32().ShouldBeGreaterThan(14, "nothing was read in meanwhile");
        slowest.ShouldBeLessThan(Bound);
    }

    /// <summary>What nineteen of twenty of thirty readers' requests in six seconds took at most, in milliseconds.</summary>
    private static async Task<double> Wait(RunningServer server)
    {
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
        double[] sorted = [.. waits.Order()];
        return sorted[(int)(0.95 * sorted.Length)];
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
