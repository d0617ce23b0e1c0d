using System.Diagnostics;
using System.Text.Json;
using Chancery.Attributing;
using Chancery.Coding;
using Chancery.English;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Intake;
using Chancery.Linguistics;
using Chancery.Mentions;
using Chancery.Ontologies;
using Chancery.Registry;

namespace Chancery.Workshop;

/// <summary>The whole path over reports, from raw text to JSON with every layer, on several threads at a time: sentences a second, and what each step takes of it.</summary>
/// <remarks>
/// All reports are read once before the clock starts, and then over and over until enough time has passed. A step's share is of the threads' time
/// by the clock, so the collector's pauses fall to the steps they interrupt.
/// Telling the language is left out: every report is taken for English.
/// </remarks>
internal static class PathSpeed
{
    private const double LeastSeconds = 12;

    private static readonly string[] Steps = ["words and trees", "mentions", "attributions", "claims", "JSON"];

    internal static async Task Run(string path, int threads, CancellationToken cancel)
    {
        var reports = new List<Report>();
        await foreach (var report in new ReportIntake(new(), fault => Console.Error.WriteLine(fault)).ReadAsync([path], cancel)) reports.Add(report);
        var pack = EnglishPack.Instance;
        var (documents, mentions, attributor, coder, codes) = (new DocumentReader(pack), new MentionFinder(pack, new ActorRegistry(pack)), new Attributor(pack), new Coder(pack), Codebook.Read(pack));

        var (taken, enough) = (0, reports.Count);
        Together(threads, () => enough > Volatile.Read(ref taken));
        GC.Collect();
        taken = 0;
        var (bytes, collections, full, cpu, watch) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0), GC.CollectionCount(2), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var tallies = Together(threads, () => watch.Elapsed.TotalSeconds < LeastSeconds);
        var (seconds, processor) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;

        var (sentences, words) = (tallies.Sum(t => t.Sentences), tallies.Sum(t => t.Words));
        Console.WriteLine(FormattableString.Invariant($"{threads} threads: {sentences / seconds:n0} sentences/s, {words / seconds:n0} words/s by the clock; {sentences / processor * threads:n0} and {words / processor * threads:n0} by processor time"));
        Console.WriteLine(FormattableString.Invariant($"collections: {(GC.CollectionCount(0) - collections) * 1000.0 / sentences:f1} for 1,000 sentences, {(GC.CollectionCount(2) - full) * 1000.0 / sentences:f2} of them full; {GC.GetTotalPauseDuration().TotalSeconds:f1} s paused since the start"));
        Console.WriteLine("\n| step | microseconds a sentence | share | kB allocated a sentence |\n|---|---:|---:|---:|");
        var all = tallies.Sum(t => t.Ticks.Sum());
        for (var step = 0; step < Steps.Length; step++)
        {
            var ticks = tallies.Sum(t => t.Ticks[step]);
            Console.WriteLine(FormattableString.Invariant($"| {Steps[step]} | {ticks * 1e6 / Stopwatch.Frequency / sentences:f0} | {ticks * 100.0 / all:f0} % | {tallies.Sum(t => t.Bytes[step]) / 1024.0 / sentences:f1} |"));
        }
        Console.WriteLine(FormattableString.Invariant($"| all | {all * 1e6 / Stopwatch.Frequency / sentences:f0} | | {bytes / 1024.0 / sentences:f1} |"));

        Tally[] Together(int count, Func<bool> more)
        {
            var made = Enumerable.Range(0, count).Select(_ => new Tally()).ToArray();
            var threads = made.Select(tally => new Thread(() => Read(tally, more))).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            return made;
        }

        void Read(Tally tally, Func<bool> more)
        {
            using var json = new Utf8JsonWriter(Stream.Null, ReadingJson.Compact);
            while (more())
            {
                var report = reports[(Interlocked.Increment(ref taken) - 1) % reports.Count];
                tally.Start();
                var document = documents.Read(report.Text);
                tally.Stop(0);
                var found = mentions.Find(report, document);
                tally.Stop(1);
                var attributions = attributor.Attribute(document, found);
                tally.Stop(2);
                var claims = coder.Code(report, document, found, attributions);
                tally.Stop(3);
                ReadingJson.Write(json, new() { Report = report, Language = "en", Document = document, Mentions = found, Attributions = attributions, Claims = claims }, Layers.All, codes);
                json.Flush();
                tally.Stop(4);
                tally.Sentences += document.SentenceCount;
                tally.Words += document.Count;
                json.Reset();
            }
        }
    }

    /// <summary>What one thread read, and what each step of it took.</summary>
    private sealed class Tally
    {
        private long _tick;
        private long _byte;

        internal long Sentences { get; set; }

        internal long Words { get; set; }

        internal long[] Ticks { get; } = new long[Steps.Length];

        internal long[] Bytes { get; } = new long[Steps.Length];

        internal void Start() => (_tick, _byte) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

        internal void Stop(int step)
        {
            Ticks[step] += Stopwatch.GetTimestamp() - _tick;
            Bytes[step] += GC.GetAllocatedBytesForCurrentThread() - _byte;
            Start();
        }
    }
}
