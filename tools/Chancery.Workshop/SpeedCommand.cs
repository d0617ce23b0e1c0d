using System.CommandLine;
using System.Diagnostics;
using Chancery.English;
using Chancery.Linguistics;
using Chancery.Linguistics.Tagging;
using Chancery.Linguistics.Tokenizing;
using Chancery.Workshop.Tokenizing;

namespace Chancery.Workshop;

/// <summary><c>speed</c>: words a second of processor time, stage by stage, on one thread and from raw text; a machine busy with other things blurs it less than the clock.</summary>
internal static class SpeedCommand
{
    private const double LeastSeconds = 2;

    internal static Command Create()
    {
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data" };
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "gum-dev" };
        var command = new Command("speed", "Measures the engine's stages in words a second of processor time.") { data, part };
        command.SetAction(p => Run(RawText.Load(p.GetValue(data)!, p.GetValue(part)!, paragraphs: true).Text));
        return command;
    }

    private static void Run(string text)
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
        var words = tokenizer.Tokenize(text);
        Measure("tokenize", words.Count, () => tokenizer.Tokenize(text));
        Measure("tag and lemmatize", words.Count, () => tagger.Tag(words));
        Measure("all, from raw text", words.Count, () => reader.Read(text));
    }

    private static void Measure(string stage, int words, Func<object> run)
    {
        for (var i = 0; i < 5; i++) run();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Cpu();
        var runs = 0;
        do
        {
            run();
            runs++;
        }
        while ((Cpu() - start).TotalSeconds < LeastSeconds);
        var seconds = (Cpu() - start).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{stage}: {words * (double)runs / seconds:n0} words/s, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / ((double)words * runs):f0} bytes a word"));
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
