using System.CommandLine;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>retold</c>: learns from stories what tells that a figure of a rewrite tells one of its source again, and scores it on stories left out in turn.</summary>
internal static class RetoldCommand
{
    /// <summary>Stories are left out by so many groups in turn.</summary>
    private const int Groups = 12;

    internal static Command Create() => LearnCommand.Create("retold", "Learns from stories which figure of its source a rewrite tells again. Example: workshop retold", Run);

    private static void Run(List<Story> stories, string into)
    {
        var known = stories.Select(Figures).ToArray();
        Console.WriteLine(FormattableString.Invariant($"{stories.Count} stories, {known.Sum(s => s.Count)} figures of rewrites, {known.Sum(s => s.Count(f => f.Any(c => c.IsOne)))} of them told before"));
        var left = new TraitWeights[Groups];
        Parallel.For(0, Groups, group => left[group] = Learn(known.Where((_, s) => s % Groups != group)));
        var card = StoryScore.Of(stories, s => FusionWeights.Learned with { Retold = left[s % Groups] }).Figures;
        Console.WriteLine($"left out: {card}");
        var all = Learn(known);
        Console.WriteLine($"learned of: {StoryScore.Of(stories, _ => FusionWeights.Learned with { Retold = all }).Figures}");
        WeightTable.Write(
            Path.Combine(into, "retold-figures.tsv"),
            "# What tells that a figure of a rewrite tells one of its source again, and how much it weighs (logarithm of the odds against its being given anew).\n"
            + "# Learned by 'workshop retold' from eval/stories/seen; not written by hand. Traits and values are those of RetoldFigures. Licence: Apache-2.0, as the project.",
            FormattableString.Invariant($"{stories.Count} stories, left out in {Groups} groups in turn, at {RetoldFigures.Enough}: {card}"),
            RetoldFigures.Traits,
            all);
    }

    /// <summary>For each figure of a rewrite that the truth lists, all figures of its source.</summary>
    private static List<Ranking.Candidate[]> Figures(Story story)
    {
        var state = new MemoryFusionState();
        foreach (var reading in story.Readings) state.File(reading);
        new RecordFuser(state).Add([.. story.Readings]);
        var figures = new List<Ranking.Candidate[]>();
        foreach (var report in story.Readings.Select(r => r.Report.Id))
        {
            if (state.Lineage(report) is not { DerivedFrom: { } from, Kind: not ReportKind.Update }) continue;
            var (before, after) = (state.Figures(from), state.Figures(report));
            var told = new RetoldFigures(before, after);
            foreach (var (a, row) in after.Index())
                if (story.Told(row) is { } listed) figures.Add([.. before.Select((source, b) => Candidate(told, b, a, story.Told(source)?.Name == listed.Name))]);
        }
        return figures;
    }

    private static Ranking.Candidate Candidate(RetoldFigures told, int before, int after, bool isOne)
    {
        var values = new int[RetoldFigures.Traits.Count];
        told.Find(before, after, values);
        return new(values, isOne, 1);
    }

    private static TraitWeights Learn(IEnumerable<IEnumerable<Ranking.Candidate[]>> stories)
    {
        var weights = Ranking.Learn([.. stories.SelectMany(s => s)], RetoldFigures.Traits.Names.Length);
        return new(RetoldFigures.Traits, weights, new double[weights.Length]);
    }
}
