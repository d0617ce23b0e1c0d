using System.CommandLine;
using System.Diagnostics;
using Chancery.English;
using Chancery.Intake;
using Chancery.Ontologies;
using Chancery.Records;
using Chancery.Sqlite;

namespace Chancery.Workshop.Reports;

/// <summary><c>record</c>: reads reports into a new record and says what filing each costs as it grows, then times queries and the filing of one more.</summary>
internal static class RecordCommand
{
    /// <summary>Reports kept back, to be filed one by one into the finished record.</summary>
    private const int KeptBack = 200;

    internal static Command Create()
    {
        var reports = new Argument<string>("REPORTS") { Description = "JSON Lines, as 'reports' prints them." };
        var record = new Option<string>("--record") { Required = true };
        var step = new Option<int>("--step") { DefaultValueFactory = _ => 10_000 };
        var command = new Command("record", "Says what filing a report costs as a record grows, and what asking it costs.") { reports, record, step };
        command.SetAction((p, cancel) => Run(p.GetValue(reports)!, p.GetValue(record)!, p.GetValue(step), cancel));
        return command;
    }

    private static async Task Run(string reports, string record, int step, CancellationToken cancel)
    {
        var reader = new ReportReader(EnglishPack.Instance);
        var kept = new Queue<FiledReading>();
        await using (var store = SqliteRecordStore.Open(record, new("bench", "bench")))
        {
            var (times, filed, watch) = (new List<double>(step), 0, Stopwatch.StartNew());
            Console.WriteLine("| reports | filing, processor time: mean | median | 99 of 100 | most | reports/s, read and filed | file |\n|---:|---:|---:|---:|---:|---:|---:|");
            await foreach (var reading in reader.ReadAllAsync(new ReportIntake(new(), fault => Console.Error.WriteLine(fault)).ReadAsync([reports], cancel), cancel))
            {
                kept.Enqueue(FiledReading.Of(reading));
                if (kept.Count <= KeptBack) continue;
                times.Add(Filing(store, kept.Dequeue()));
                if (++filed % step != 0) continue;
                times.Sort();
                Console.WriteLine(FormattableString.Invariant(
                    $"| {filed:N0} | {times.Average():f2} ms | {times[times.Count / 2]:f2} ms | {times[times.Count * 99 / 100]:f2} ms | {times[^1]:f0} ms | {step / watch.Elapsed.TotalSeconds:f0} | {new FileInfo(record).Length / 1048576.0:f0} MB |"));
                times.Clear();
                watch.Restart();
            }
        }
        await using (var store = SqliteRecordStore.Open(record, new("bench", "bench")))
        {
            await Ask(store, cancel);
            var times = new List<double>();
            foreach (var reading in kept) times.Add(Filing(store, reading));
            times.Sort();
            Console.WriteLine(FormattableString.Invariant($"one more: median {times[times.Count / 2]:f2} ms, 95 of 100 {times[times.Count * 95 / 100]:f2} ms, most {times[^1]:f1} ms"));
        }
    }

    private static async Task Ask(SqliteRecordStore store, CancellationToken cancel)
    {
        var codes = Codebook.Read(EnglishPack.Instance);
        var page = new PageRequest();
        var since = new DateOnly(2025, 6, 1);
        PartyFilter busy = new("Russia", "RUS", "state/RUS"), quiet = new("Iceland", "ISL", "state/ISL");
        (string Name, Func<Task> Ask)[] questions =
        [
            ("stamp", () => store.StampAsync(cancel)),
            ("claims, first page", () => store.ClaimsAsync(new(), page, cancel)),
            ("claims of an actor", () => store.ClaimsAsync(new() { Actor = busy }, page, cancel)),
            ("claims of a rare actor", () => store.ClaimsAsync(new() { Actor = quiet }, page, cancel)),
            ("claims of an actor, of a type, since a day", () => store.ClaimsAsync(new() { Actor = busy, Kind = codes.Filter("AID"), Since = since }, page, cancel)),
            ("claims between two actors", () => store.ClaimsAsync(new() { Actor = busy, Recipient = quiet }, page, cancel)),
            ("claims of a type", () => store.ClaimsAsync(new() { Kind = codes.Filter("COERCE") }, page, cancel)),
            ("claims of one month", () => store.ClaimsAsync(new() { Since = since, Until = since.AddDays(29) }, page, cancel)),
            ("claims denied", () => store.ClaimsAsync(new() { Status = ClaimStatus.Denied }, page, cancel)),
            ("claims by words", () => store.ClaimsAsync(new() { Text = "wheat" }, page, cancel)),
            ("claims by common words", () => store.ClaimsAsync(new() { Text = "soldiers border" }, page, cancel)),
            ("claims on somebody's word", () => store.ClaimsAsync(new() { Source = "Gazette 7" }, page, cancel)),
            ("events, latest", () => store.EventsAsync(new() { LatestFirst = true }, page, cancel)),
            ("events contested", () => store.EventsAsync(new() { Standing = Standing.Contested, LatestFirst = true }, page, cancel)),
            ("events of an actor", () => store.EventsAsync(new() { Claims = new() { Actor = busy }, LatestFirst = true }, page, cancel)),
            ("events of an actor, since a day", () => store.EventsAsync(new() { Claims = new() { Actor = quiet, Since = since } }, page, cancel)),
            ("events by common words", () => store.EventsAsync(new() { Claims = new() { Text = "soldiers" } }, page, cancel)),
            ("expectations", () => store.EventsAsync(new() { IsExpected = true }, page, cancel)),
            ("reports by words", () => store.ReportsAsync(new() { Text = "wheat soldiers" }, page, cancel)),
            ("reports by an outlet, latest", () => store.ReportsAsync(new() { Publisher = "Gazette 7", LatestFirst = true }, page, cancel)),
            ("reports with claims of an actor", () => store.ReportsAsync(new() { Claims = new() { Actor = busy } }, page, cancel)),
            ("figures, first page", () => store.FiguresAsync(new(), page, cancel)),
            ("figures of an actor", () => store.FiguresAsync(new() { Claims = new() { Actor = quiet } }, page, cancel)),
            ("unknowns", () => store.UnknownsAsync(new(), page, cancel)),
        ];
        Console.WriteLine("\n| question, a page of 100 | first | median of 5 |\n|---|---:|---:|");
        foreach (var (name, ask) in questions)
        {
            var first = await Time(ask);
            var times = new List<double>();
            for (var i = 0; i < 5; i++) times.Add(await Time(ask));
            times.Sort();
            Console.WriteLine(FormattableString.Invariant($"| {name} | {first:f1} ms | {times[2]:f1} ms |"));
        }
        Console.WriteLine();
    }

    /// <summary>Milliseconds of its thread's processor time that filing takes.</summary>
    private static double Filing(SqliteRecordStore store, FiledReading reading)
    {
        var start = ThreadClock.Now;
        store.FileAsync(reading).GetAwaiter().GetResult(); // does all of it on this thread
        return (ThreadClock.Now - start).TotalMilliseconds;
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
