using System.CommandLine;
using System.Globalization;
using Chancery.English;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>counts</c>: learns from stories what tells that two figures count one thing, and scores it on stories left out in turn.</summary>
internal static class CountsCommand
{
    /// <summary>How much a pair of two stories counts, of which there are many.</summary>
    private const double OfTwoStories = 0.5;

    internal static Command Create()
    {
        var folder = new Option<string>("--stories") { DefaultValueFactory = _ => "eval/stories/seen" };
        var without = new Option<string[]>("--without") { Description = "Numbers of stories to leave out.", AllowMultipleArgumentsPerToken = true };
        var into = new Option<string>("--into") { DefaultValueFactory = _ => "src/Chancery/Fusion/counts.tsv" };
        var command = new Command("counts", "Learns from stories which figures count one thing. Example: workshop counts") { folder, without, into };
        command.SetAction((p, _) => Run(p.GetValue(folder)!, p.GetValue(without) ?? [], p.GetValue(into)!));
        return command;
    }

    private static async Task Run(string folder, string[] without, string into)
    {
        var reader = new ReportReader(EnglishPack.Instance);
        var stories = new List<Story>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            if (!without.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal))) stories.Add(await Story.Read(path, reader));
        var figures = Figures(stories);
        var pairs = Pairs(figures);
        Console.WriteLine(FormattableString.Invariant($"{stories.Count} stories, {figures.Count(f => f.Series is not null)} figures of {stories.Sum(s => s.Figures.Count)}, {pairs.Count} pairs, {pairs.Count(p => p.IsOne)} of them one, {pairs.Count(p => p is { IsOne: true, Meet: true })} of which meet under a key"));
        var odds = new double[pairs.Count];
        Parallel.For(0, stories.Count, s =>
        {
            var weights = Learn(pairs.Where(p => figures[p.One].Story != s && figures[p.Other].Story != s));
            for (var i = 0; i < pairs.Count; i++)
                if (figures[pairs[i].One].Story == s || figures[pairs[i].Other].Story == s) odds[i] = Odds(weights, pairs[i]);
        });
        foreach (var cut in (double[])[0.5, 1, 1.5, 2]) Console.WriteLine(FormattableString.Invariant($"left out, {cut:f1}: {Score(figures, pairs, odds, cut)}"));
        var card = Score(figures, pairs, odds, CountComparer.Enough);
        var all = Learn(pairs);
        for (var i = 0; i < pairs.Count; i++) odds[i] = Odds(all, pairs[i]);
        foreach (var cut in (double[])[0.5, 1, 1.5, 2]) Console.WriteLine(FormattableString.Invariant($"learned of, {cut:f1}: {Score(figures, pairs, odds, cut)}"));
        Write(into, all, FormattableString.Invariant($"{stories.Count} stories, each left out in turn, at {CountComparer.Enough}: {card}"));
    }

    private static List<Counting> Figures(List<Story> stories)
    {
        var state = new MemoryFusionState();
        FiledReading[] readings = [.. stories.SelectMany(s => s.Readings)];
        foreach (var reading in readings) state.File(reading);
        new RecordFuser(state).Add(readings);
        var figures = new List<Counting>();
        foreach (var (s, story) in stories.Index())
            foreach (var row in story.Readings.SelectMany(r => state.Figures(r.Report.Id)))
            {
                var span = row.Figure.Mention.Span;
                figures.Add(new(s, row, story.Figures.FirstOrDefault(f => f.Report == row.Report && f.Start < span.End && span.Start < f.End).Name));
            }
        return figures;
    }

    /// <summary>All pairs that can be of one sort: of one story where the truth lists both, of two where they share a key.</summary>
    private static List<Pair> Pairs(List<Counting> figures)
    {
        var keys = figures.Select(f => CountComparer.Keys(f.Row).ToHashSet()).ToArray();
        var pairs = new List<Pair>();
        for (var i = 0; i < figures.Count; i++)
            for (var j = i + 1; j < figures.Count; j++)
            {
                var (one, other) = (figures[i], figures[j]);
                if (!CountComparer.AreOfOneSort(one.Row, other.Row) || one.Story == other.Story && (one.Series is null || other.Series is null)) continue;
                var meet = one.Row.Report == other.Row.Report || keys[i].Overlaps(keys[j]);
                if (one.Story != other.Story && !meet) continue;
                var values = new int[CountTraits.Count];
                CountTraits.Find(one.Row, other.Row, values);
                pairs.Add(new(i, j, values, one.Row.Report == other.Row.Report, one.Story == other.Story && one.Series == other.Series, one.Story == other.Story ? 1 : OfTwoStories, meet || one.Row.Retells == other.Row.Id || other.Row.Retells == one.Row.Id));
            }
        return pairs;
    }

    private static (double[] Across, double[] Within) Learn(IEnumerable<Pair> pairs)
    {
        var known = pairs.ToLookup(p => p.IsWithin, p => (p.Values, p.IsOne, p.Weight));
        return (Logistic.Learn([.. known[false]], CountTraits.Names.Length), Logistic.Learn([.. known[true]], CountTraits.Names.Length));
    }

    private static double Odds((double[] Across, double[] Within) weights, Pair pair) => pair.Values.Sum(value => (pair.IsWithin ? weights.Within : weights.Across)[value]);

    /// <summary>Series as the ledger would make them: linked where the odds are enough and neither report has a figure that is rather the other's.</summary>
    private static string Score(List<Counting> figures, List<Pair> pairs, double[] odds, double cut)
    {
        var best = new Dictionary<(int, string), double>();
        for (var i = 0; i < pairs.Count; i++)
            if (!pairs[i].IsWithin)
                foreach (var key in Sides(pairs[i])) best[key] = Math.Max(best.GetValueOrDefault(key, double.MinValue), odds[i]);
        var above = Enumerable.Range(0, figures.Count).ToArray();
        for (var i = 0; i < pairs.Count; i++)
            if (odds[i] > cut && pairs[i].Meet && (pairs[i].IsWithin || Sides(pairs[i]).All(key => odds[i] >= best[key]))) above[Root(pairs[i].One)] = Root(pairs[i].Other);
        int right = 0, found = 0, gold = 0, mixed = 0;
        foreach (var pair in pairs)
        {
            var isFound = Root(pair.One) == Root(pair.Other);
            if (figures[pair.One].Story != figures[pair.Other].Story) mixed += isFound ? 1 : 0;
            else (right, found, gold) = (right + (isFound && pair.IsOne ? 1 : 0), found + (isFound ? 1 : 0), gold + (pair.IsOne ? 1 : 0));
        }
        return FormattableString.Invariant($"precision {100.0 * right / Math.Max(1, found):f1}, recall {100.0 * right / Math.Max(1, gold):f1}, F1 {200.0 * right / Math.Max(1, found + gold):f1}, pairs of two stories {mixed}");

        int Root(int figure)
        {
            while (above[figure] != figure) figure = above[figure] = above[above[figure]];
            return figure;
        }

        (int, string)[] Sides(Pair pair) => [(pair.One, figures[pair.Other].Row.Report), (pair.Other, figures[pair.One].Row.Report)];
    }

    private static void Write(string path, (double[] Across, double[] Within) weights, string card)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# What tells that two figures count one thing, and how much it weighs (logarithm of the odds): between figures of two reports, and of one.");
        writer.WriteLine("# Learned by 'workshop counts' from eval/stories/seen; not written by hand. Traits and values are those of CountTraits. Licence: Apache-2.0, as the project.");
        writer.WriteLine($"# Score: {card}.");
        writer.WriteLine("trait\tvalue\tacross\twithin");
        foreach (var (i, (trait, value)) in CountTraits.Names.Index()) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trait}\t{value}\t{weights.Across[i]:f3}\t{weights.Within[i]:f3}"));
    }

    private sealed record Counting(int Story, FigureRow Row, string? Series);

    private sealed record Pair(int One, int Other, int[] Values, bool IsWithin, bool IsOne, double Weight, bool Meet);
}
