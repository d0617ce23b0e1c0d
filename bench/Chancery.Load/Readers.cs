using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Chancery.Load;

/// <summary>Readers of a running server on this machine, each asking for one thing after another; tells how long they waited.</summary>
internal static class Readers
{
    /// <summary>What the 95th percentile must not pass, in milliseconds.</summary>
    private const double Bound = 100;

    /// <summary>So many readers at once.</summary>
    /// <param name="server">Where it listens.</param>
    /// <param name="time">How long they read.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="looking">How long a reader looks at an answer before asking for the next, half as long to half as long again; zero for never.</param>
    internal static async Task<int> Together(Uri server, TimeSpan time, int count, TimeSpan looking)
    {
        using var librarian = Reader(server, 0);
        var paths = await Paths(librarian);
        var waits = new ConcurrentBag<(string Kind, double Milliseconds)>();
        var failures = 0;
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(1, count).Select(async number =>
        {
            using var reader = Reader(server, number);
            var random = new Random(number);
            await Task.Delay(looking * random.NextDouble());
            while (Stopwatch.GetTimestamp() < until)
            {
                var (kind, path) = paths[random.Next(paths.Count)];
                var (wait, isSound) = await Ask(reader, path);
                waits.Add((kind, wait));
                if (!isSound) Interlocked.Increment(ref failures);
                if (looking > TimeSpan.Zero) await Task.Delay(looking * (0.5 + random.NextDouble()));
            }
        }));
        foreach (var kind in waits.GroupBy(w => w.Kind).OrderBy(k => k.Key, StringComparer.Ordinal)) Tell(kind.Key, kind.Select(w => w.Milliseconds));
        var p95 = Tell("all", waits.Select(w => w.Milliseconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waits.Count / time.TotalSeconds:0} answers a second, {failures} failed"));
        return failures == 0 && p95 <= Bound ? 0 : 1;
    }

    /// <summary>One reader, who asks for everything once after another: what each kind of answer costs.</summary>
    internal static async Task<int> Alone(Uri server)
    {
        using var reader = Reader(server, 1);
        foreach (var kind in (await Paths(reader)).GroupBy(p => p.Kind))
        {
            var waits = new List<double>();
            foreach (var (_, path) in kind) waits.Add((await Ask(reader, path)).Milliseconds);
            Tell(kind.Key, waits);
        }
        return 0;
    }

    private static async Task<(double Milliseconds, bool IsSound)> Ask(HttpClient reader, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await reader.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, answer.IsSuccessStatusCode);
    }

    /// <summary>A reader with an address of its own, since the server counts the requests of each.</summary>
    private static HttpClient Reader(Uri server, int number)
    {
        if (!server.IsLoopback) throw new ArgumentException("only a server on this machine may be asked");
        var address = new IPAddress([127, 0, 1, (byte)(number + 1)]);
        return new(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>What readers look at, with names that the record knows.</summary>
    private static async Task<List<(string Kind, string Path)>> Paths(HttpClient http)
    {
        var paths = new List<(string, string)> { ("overview", "overview"), ("events", "events/lines?order=latest"), ("claims", "claims?order=latest"), ("reports", "reports"), ("expectations", "expectations?order=latest"), ("unknowns", "unknowns"), ("series", "series"), ("actors", "actors"), ("ties", "ties?limit=150") };
        foreach (var report in await Names("reports?limit=200", "id"))
        {
            paths.Add(("report", $"reports/{Uri.EscapeDataString(report)}"));
            paths.Add(("annotations", $"reports/{Uri.EscapeDataString(report)}/annotations"));
        }
        foreach (var happening in await Names("events?limit=200", "id")) paths.Add(("event", $"events/{Uri.EscapeDataString(happening)}"));
        foreach (var claim in await Names("claims?limit=100", "id")) paths.Add(("claim", $"claims/{Uri.EscapeDataString(claim)}"));
        foreach (var series in await Names("series?limit=50", "series")) paths.Add(("figures", $"figures?series={Uri.EscapeDataString(series)}"));
        foreach (var actor in await Names("actors?limit=30", "key"))
        {
            paths.Add(("actor", $"actors/{Uri.EscapeDataString(actor)}"));
            paths.Add(("party", $"events/lines?party={Uri.EscapeDataString(actor)}&order=latest"));
        }
        foreach (var word in (string[])["sanctions", "ceasefire", "prisoners", "grain", "soldiers", "missiles pipeline"]) paths.Add(("search", $"search?q={Uri.EscapeDataString(word)}"));
        foreach (var path in (string[])["claims?status=denied", "claims?type=AID&minConfidence=0.5", "events/lines?standing=contested", "events/lines?type=THREATEN&since=2024-01-01"]) paths.Add(("filtered", path));
        return [.. paths.Select(p => (p.Item1, "/api/v1/" + p.Item2))];

        async Task<IEnumerable<string>> Names(string list, string field)
        {
            using var page = JsonDocument.Parse(await http.GetStringAsync("/api/v1/" + list));
            return [.. page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(field).GetString()!)];
        }
    }

    private static double Tell(string kind, IEnumerable<double> waits)
    {
        double[] sorted = [.. waits.Order()];
        var p95 = sorted[(int)(0.95 * (sorted.Length - 1))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-14} {sorted.Length,6}   p50 {sorted[sorted.Length / 2],7:0.0} ms   p95 {p95,7:0.0} ms   max {sorted[^1],7:0.0} ms"));
        return p95;
    }
}
