using System.CommandLine;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>counts</c>: learns from stories what tells that two figures count one thing, and scores it on stories left out in turn.</summary>
internal static class CountsCommand
{
    internal static Command Create() => LearnCommand.Create("counts", "Learns from stories which figures count one thing. Example: workshop counts", Run);

    private static void Run(List<Story> stories, string into)
    {
        var figures = Figures(stories);
        var pairs = Pairs(figures);
        Console.WriteLine(FormattableString.Invariant($"{stories.Count} stories, {figures.Count(f => f.Series is not null)} figures of {stories.Sum(s => s.Figures.Count)}, {pairs.Count} pairs, {pairs.Count(p => p.IsOne)} of them one"));
        var (score, left) = LearnCommand.LeaveOut(stories, stories.Count, isKnown => FusionWeights.Learned with { Counts = Learn(pairs.Where(p => isKnown(figures[p.One].Story) && isKnown(figures[p.Other].Story))) });
        Console.WriteLine($"left out: {score.Figures}");
        var all = Learn(pairs);
        Console.WriteLine($"learned of: {StoryScore.Of(stories, _ => FusionWeights.Learned with { Counts = all }).Figures}");
        WeightTable.Write(
            Path.Combine(into, "counts.tsv"),
            "# What tells that two figures count one thing, and how much it weighs (logarithm of the odds): between figures of two reports, and of one.\n"
            + "# Learned by 'workshop counts' from eval/stories/seen; not written by hand. Traits and values are those of CountTraits. Licence: Apache-2.0, as the project.",
            FormattableString.Invariant($"{left}, at {CountComparer.Enough}: {score.Figures}"),
            CountTraits.Set,
            all);
    }

    private static List<Counting> Figures(List<Story> stories)
    {
        var state = new MemoryFusionState();
        FiledReading[] readings = [.. stories.SelectMany(s => s.Readings)];
        foreach (var reading in readings) state.File(reading);
        new RecordFuser(state).Add(readings);
        var figures = new List<Counting>();
        foreach (var (s, story) in stories.Index())
            foreach (var row in story.Readings.SelectMany(r => state.Figures(r.Report.Id))) figures.Add(new(s, row, story.Told(row)?.Name));
        return figures;
    }

    /// <summary>All pairs that can be of one sort: of one story where the truth lists both, of two where they share a key.</summary>
    private static List<Pair> Pairs(List<Counting> figures)
    {
        var keys = figures.Select(f => CountComparer.Keys(f.Row)).ToArray();
        var pairs = new List<Pair>();
        for (var i = 0; i < figures.Count; i++)
            for (var j = i + 1; j < figures.Count; j++)
            {
                var (one, other) = (figures[i], figures[j]);
                if (!CountComparer.AreOfOneSort(one.Row, other.Row) || one.Story == other.Story && (one.Series is null || other.Series is null)) continue;
                if (one.Story != other.Story && !keys[i].Meet(keys[j])) continue;
                var values = new int[CountTraits.Set.Count];
                CountTraits.Find(one.Row, other.Row, values);
                pairs.Add(new(i, j, values, one.Row.Report == other.Row.Report, one.Story == other.Story && one.Series == other.Series, one.Story == other.Story ? 1 : LearnCommand.OfTwoStories));
            }
        return pairs;
    }

    private static TraitWeights Learn(IEnumerable<Pair> pairs)
    {
        var known = pairs.ToLookup(p => p.IsWithin, p => (p.Values, p.IsOne, p.Weight));
        return new(CountTraits.Set, Logistic.Learn([.. known[false]], CountTraits.Set.Names.Length), Logistic.Learn([.. known[true]], CountTraits.Set.Names.Length));
    }

    private sealed record Counting(int Story, FigureRow Row, string? Series);

    private sealed record Pair(int One, int Other, int[] Values, bool IsWithin, bool IsOne, double Weight);
}
