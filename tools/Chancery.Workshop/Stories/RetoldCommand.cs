using System.CommandLine;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>retold</c>: learns from stories which claims and figures of its source a rewrite tells again, and scores it on stories left out in turn.</summary>
internal static class RetoldCommand
{
    /// <summary>How much an error with a claim counts that the truth does not list, but may lack.</summary>
    private const double Unlisted = 0.5;

    internal static Command Create() => LearnCommand.Create("retold", "Learns from stories which claims and figures of its source a rewrite tells again. Example: workshop retold", Run);

    private static void Run(List<Story> stories, string into)
    {
        var rewrites = stories.Select(Rewrites).ToArray();
        Tell("claims", rewrites.SelectMany(r => r.Claims));
        Tell("figures", rewrites.SelectMany(r => r.Figures));
        var (score, card) = LearnCommand.LeaveOut(stories, LearnCommand.Groups, isKnown => Learn(rewrites.Where((_, s) => isKnown(s))));
        Console.WriteLine($"left out: {score.Events}; {score.Figures}");
        var all = Learn(rewrites);
        var known = StoryScore.Of(stories, _ => all);
        Console.WriteLine($"learned of: {known.Events}; {known.Figures}");
        WeightTable.Write(Path.Combine(into, "retold-claims.tsv"), Head("claim", nameof(RetoldClaims)), $"{card}: {score.Events}", RetoldClaims.Traits, all.RetoldClaims);
        WeightTable.Write(Path.Combine(into, "retold-figures.tsv"), Head("figure", nameof(RetoldFigures)), $"{card}: {score.Figures}", RetoldFigures.Traits, all.RetoldFigures);
    }

    private static void Tell(string what, IEnumerable<Ranking.Candidate[]> told)
    {
        Ranking.Candidate[][] all = [.. told];
        Console.WriteLine(FormattableString.Invariant($"{all.Length} {what} of rewrites, {all.Count(t => t.Any(c => c.IsOne))} of them told before"));
    }

    private static string Head(string what, string traits) =>
        $"# What tells that a {what} of a rewrite tells one of its source again, and how much it weighs (logarithm of the odds against its being told anew).\n"
        + $"# Learned by 'workshop retold' from eval/stories/seen; not written by hand. Traits and values are those of {traits}. Licence: Apache-2.0, as the project.";

    /// <summary>For each claim and figure of a rewrite that the truth lists, all those of its source.</summary>
    private static (List<Ranking.Candidate[]> Claims, List<Ranking.Candidate[]> Figures) Rewrites(Story story)
    {
        var state = new MemoryFusionState();
        foreach (var reading in story.Readings) state.File(reading);
        new RecordFuser(state).Add([.. story.Readings]);
        var happenings = story.Readings.ToDictionary(r => r.Report.Id, story.Told);
        var (claims, figures) = (new List<Ranking.Candidate[]>(), new List<Ranking.Candidate[]>());
        foreach (var report in happenings.Keys)
        {
            if (state.Lineage(report) is not { DerivedFrom: { } from, Kind: not ReportKind.Update }) continue;
            var retoldClaims = new RetoldClaims(state.Said(from), state.Said(report));
            claims.AddRange(Told(happenings[from], happenings[report], RetoldClaims.Traits, retoldClaims.Find));
            var retoldFigures = new RetoldFigures(state.Figures(from), state.Figures(report));
            figures.AddRange(Told([.. state.Figures(from).Select(f => story.Told(f)?.Name)], [.. state.Figures(report).Select(f => story.Told(f)?.Name)], RetoldFigures.Traits, retoldFigures.Find));
        }
        return (claims, figures);
    }

    private static IEnumerable<Ranking.Candidate[]> Told(string?[] before, string?[] after, TraitSet traits, FindTraits find)
    {
        for (var a = 0; a < after.Length; a++)
        {
            if (after[a] is not { } name) continue;
            var candidates = new Ranking.Candidate[before.Length];
            for (var b = 0; b < before.Length; b++)
            {
                var values = new int[traits.Count];
                find(b, a, values);
                candidates[b] = new(values, before[b] == name, before[b] is null ? Unlisted : 1);
            }
            yield return candidates;
        }
    }

    private static FusionWeights Learn(IEnumerable<(List<Ranking.Candidate[]> Claims, List<Ranking.Candidate[]> Figures)> rewrites)
    {
        var all = rewrites.ToArray();
        return FusionWeights.Learned with { RetoldClaims = Of(RetoldClaims.Traits, all.SelectMany(r => r.Claims)), RetoldFigures = Of(RetoldFigures.Traits, all.SelectMany(r => r.Figures)) };

        static TraitWeights Of(TraitSet traits, IEnumerable<Ranking.Candidate[]> told)
        {
            var weights = Ranking.Learn([.. told], traits.Names.Length);
            return new(traits, weights, new double[weights.Length]);
        }
    }

    private delegate void FindTraits(int before, int after, Span<int> numbers);
}
