using System.CommandLine;
using Chancery.Linguistics;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Workshop.Tokenizing;

/// <summary><c>segment</c>: scores words and sentences from raw text, and lists what is most often wrong.</summary>
internal static class SegmentCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data" };
        var pack = new Option<string>("--pack") { DefaultValueFactory = _ => "data" };
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "ewt-train" };
        var errors = new Option<int>("--errors") { DefaultValueFactory = _ => 0 };
        var paragraphs = new Option<bool>("--paragraphs");
        var text = new Option<string?>("--text") { Description = "Print the sentences of this file instead, one a line" };
        var command = new Command("segment", "Scores words and sentences from raw text.") { data, pack, part, errors, paragraphs, text };
        command.SetAction(p =>
        {
            if (p.GetValue(text) is { } file) Print(File.ReadAllText(file), p.GetValue(pack)!);
            else Run(RawText.Load(p.GetValue(data)!, p.GetValue(part)!, p.GetValue(paragraphs)), p.GetValue(pack)!, p.GetValue(errors));
        });
        return command;
    }

    private static void Print(string text, string pack)
    {
        var cut = new Tokenizer(LanguagePack.FromFolder(pack)).Tokenize(text);
        for (int s = 0, first = 0; s < cut.SentenceEnds.Length; first = cut.SentenceEnds[s++])
            Console.WriteLine(string.Join(' ', Enumerable.Range(first, cut.SentenceEnds[s] - first).Select(i => cut[i].ToString())));
    }

    private static void Run(RawText gold, string pack, int errors)
    {
        var system = new Tokenizer(LanguagePack.FromFolder(pack)).Tokenize(gold.Text);
        var spans = Enumerable.Range(0, system.Count).Select(i => (system.Starts[i], system.Ends[i])).ToHashSet();
        var ends = system.SentenceEnds.Select(e => system.Ends[e - 1]).ToHashSet();
        Console.WriteLine(FormattableString.Invariant($"words F1 {F1(gold.Words.Count(spans.Contains), gold.Words.Count, system.Count):f2}  sentence ends F1 {F1(gold.SentenceEnds.Count(ends.Contains), gold.SentenceEnds.Count, ends.Count):f2}"));
        if (errors == 0) return;
        Print("words missed", gold.Words.Where(w => !spans.Contains(w)).Select(w => gold.Text[w.Start..w.End]), errors);
        var goldSpans = gold.Words.ToHashSet();
        Print("words made up", spans.Where(w => !goldSpans.Contains(w)).Select(w => gold.Text[w.Item1..w.Item2]), errors);
        Sample("ends missed", gold.SentenceEnds.Where(e => !ends.Contains(e)), gold.Text, errors);
        Sample("ends made up", ends.Where(e => !gold.SentenceEnds.Contains(e)), gold.Text, errors);
    }

    private static double F1(int hits, int gold, int system) => 200.0 * hits / Math.Max(1, gold + system);

    private static void Print(string title, IEnumerable<string> items, int count)
    {
        var groups = items.GroupBy(x => x, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        Console.WriteLine($"\n{title} ({groups.Sum(g => g.Count())}): {string.Join("  ", groups.Take(count).Select(g => $"{g.Key}×{g.Count()}"))}");
    }

    private static void Sample(string title, IEnumerable<int> places, string text, int count)
    {
        var all = places.Order().ToList();
        Console.WriteLine($"\n{title} ({all.Count})");
        foreach (var p in all.Where((_, i) => i % Math.Max(1, all.Count / count) == 0))
            Console.WriteLine($"  {text[Math.Max(0, p - 50)..p]} ¦ {text[p..Math.Min(text.Length, p + 40)]}".Replace('\n', '⏎'));
    }
}
