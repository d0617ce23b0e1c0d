using System.CommandLine;
using System.Diagnostics;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Tagging;
using Chancery.Linguistics.Tokenizing;
using Chancery.Workshop.Tokenizing;

namespace Chancery.Workshop;

/// <summary><c>speed</c>: words a second, stage by stage and from raw text, on one thread and on several that read at the same time; of reports, the whole path.</summary>
/// <remarks>
/// The text is read in parts as long as a report. Told is the mean over some seconds, by processor time, which a machine busy with other
/// things blurs less, and the best by the clock: every part's shortest time, added up.
/// </remarks>
internal static class SpeedCommand
{
    private const double LeastSeconds = 3;

    /// <summary>About a thousand words.</summary>
    private const int Part = 6000;

    internal static Command Create()
    {
        var reports = new Argument<string?>("REPORTS") { Description = "Reports, as 'annotate' takes them, that the whole path is measured on; without, trees alone on a treebank.", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data" };
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "gum-dev" };
        var threads = new Option<int>("--threads") { Description = "Threads that read from raw text, after one alone", DefaultValueFactory = _ => 2 };
        var command = new Command("speed", "Measures the engine's stages in words a second.") { reports, data, part, threads };
        command.SetAction(async (p, cancel) =>
        {
            if (p.GetValue(reports) is { } path) await PathSpeed.Run(path, p.GetValue(threads), cancel);
            else Run(Parts(RawText.Load(p.GetValue(data)!, p.GetValue(part)!, paragraphs: true).Text), p.GetValue(threads));
        });
        return command;
    }

    private static string[] Parts(string text)
    {
        var parts = new List<string> { "" };
        foreach (var paragraph in text.Split("\n\n"))
        {
            if (parts[^1].Length > Part) parts.Add("");
            parts[^1] += paragraph + "\n\n";
        }
        return [.. parts];
    }

    private static void Run(string[] texts, int threads)
    {
        var pack = EnglishPack.Instance;
        var watch = Stopwatch.StartNew();
        var cold = Cpu();
        var reader = new DocumentReader(pack);
        Console.WriteLine(FormattableString.Invariant($"models ready, first time: {watch.ElapsedMilliseconds} ms, {(Cpu() - cold).TotalMilliseconds:f0} ms of processor time"));
        watch.Restart();
        cold = Cpu();
        reader.Read("The envoys met on Friday.");
        Console.WriteLine(FormattableString.Invariant($"first sentence: {watch.ElapsedMilliseconds} ms, {(Cpu() - cold).TotalMilliseconds:f0} ms of processor time"));
        watch.Restart();
        _ = new DocumentReader(pack);
        Console.WriteLine(FormattableString.Invariant($"models ready, again: {watch.ElapsedMilliseconds} ms"));

        var tokenizer = new Tokenizer(pack);
        var tagger = Tagger.Open(pack);
        var words = Array.ConvertAll(texts, tokenizer.Tokenize);
        var count = words.Sum(w => w.Count);
        Measure("tokenize", count, 1, texts, text => tokenizer.Tokenize(text));
        Measure("tag and lemmatize", count, 1, words, text => tagger.Tag(text));
        Measure("all, from raw text", count, 1, texts, text => reader.Read(text));
        if (threads > 1) Measure(FormattableString.Invariant($"all, {threads} threads at a time"), count, threads, texts, text => reader.Read(text));
    }

    private static void Measure<T>(string stage, int words, int threads, T[] parts, Action<T> run)
    {
        for (var i = 0; i < 6; i++) foreach (var part in parts) run(part);
        var bytes = GC.GetTotalAllocatedBytes();
        var (start, watch) = (Cpu(), Stopwatch.StartNew());
        var (runs, rate) = (0, 0.0);
        var readers = Enumerable.Range(0, threads).Select(_ => new Thread(Read)).ToArray();
        foreach (var reader in readers) reader.Start();
        foreach (var reader in readers) reader.Join();
        var read = (double)words * runs;
        Console.WriteLine(FormattableString.Invariant(
            $"{stage}: {read / (Cpu() - start).TotalSeconds * threads:n0} words/s by processor time, {read / watch.Elapsed.TotalSeconds:n0} by the clock, {rate:n0} at best, {(GC.GetTotalAllocatedBytes() - bytes) / read:f0} bytes a word"));

        void Read()
        {
            var shortest = new double[parts.Length];
            Array.Fill(shortest, double.MaxValue);
            var mine = 0;
            for (; watch.Elapsed.TotalSeconds < LeastSeconds; mine++)
                for (var i = 0; i < parts.Length; i++)
                {
                    var began = Stopwatch.GetTimestamp();
                    run(parts[i]);
                    shortest[i] = Math.Min(shortest[i], Stopwatch.GetElapsedTime(began).TotalSeconds);
                }
            lock (parts) (runs, rate) = (runs + mine, rate + words / shortest.Sum());
        }
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
