using System.CommandLine;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>met</c>: learns from stories what tells that a deed is what was planned, and scores it on stories left out in turn.</summary>
internal static class MetCommand
{
    /// <summary>How much an error with a deed counts that the truth does not list: it may be what was planned in other words.</summary>
    private const double Unlisted = 0.4;

    internal static Command Create() => LearnCommand.Create("met", "Learns from stories which deeds are what was planned. Example: workshop met", Run);

    private static void Run(List<Story> stories, string into)
    {
        var plans = Plans(stories);
        Console.WriteLine(FormattableString.Invariant($"{plans.Count} plans told, {plans.Count(p => p.Deeds.Any(d => d.IsOne))} of them met by a deed that is read"));
        const int Groups = LearnCommand.Groups;
        var left = new TraitWeights[Groups];
        Parallel.For(0, Groups, group => left[group] = Learn(plans.Where(p => p.Story % Groups != group)));
        foreach (var enough in new[] { 0, 0.3, 0.6, 1, 1.5, 2 }) Console.WriteLine($"{enough}: {Score(plans, p => left[p.Story % Groups], enough)}");
        var all = Learn(plans);
        Console.WriteLine($"learned of: {Score(plans, _ => all, MetTraits.Enough)}");
        WeightTable.Write(Path.Combine(into, "met.tsv"), Head, FormattableString.Invariant($"{stories.Count} stories, left out in {Groups} groups in turn, at {MetTraits.Enough}: {Score(plans, p => left[p.Story % Groups], MetTraits.Enough)}"), MetTraits.Set, all);
    }

    private const string Head =
        "# What tells that a deed is what was planned, predicted or demanded, and how much it weighs (logarithm of the odds against no deed's being it).\n"
        + "# Learned by 'workshop met' from eval/stories/seen; not written by hand. Traits and values are those of MetTraits. Licence: Apache-2.0, as the project.";

    /// <summary>Every telling of an expectation that the truth lists, with all deeds that it is compared with when reports are filed.</summary>
    private static List<Plan> Plans(List<Story> stories)
    {
        var state = new MemoryFusionState();
        foreach (var reading in stories.SelectMany(s => s.Readings)) state.File(reading);
        var told = stories.Index().SelectMany(s => s.Item.Readings.SelectMany(r => state.Said(r.Report.Id).Zip(s.Item.Told(r), (claim, name) => (Story: s.Index, Claim: claim, Name: name)))).ToArray();
        var plans = new List<Plan>();
        foreach (var plan in told)
        {
            if (Testimony.IsReal(plan.Claim.Claim.Status) || plan.Name is null || !stories[plan.Story].Expectations.TryGetValue(plan.Name, out var deed)) continue;
            var deeds = new List<Ranking.Candidate>();
            foreach (var other in told)
            {
                if (!Testimony.IsReal(other.Claim.Claim.Status) || !MetTraits.MayBeMet(plan.Claim, other.Claim) || !plan.Claim.CounterKeys.Meet(other.Claim.Keys) || MetTraits.Find(plan.Claim, other.Claim, FusionWeights.Learned.Joins) is not { } values) continue;
                if (other.Story == plan.Story && other.Name == plan.Name) continue; // one telling of it as done is no deed of its own
                deeds.Add(new(values, other.Story == plan.Story && deed is not null && other.Name == deed, other.Story != plan.Story ? LearnCommand.OfTwoStories : other.Name is null ? Unlisted : 1));
            }
            plans.Add(new(plan.Story, plan.Name, [.. deeds]));
        }
        return plans;
    }

    private static TraitWeights Learn(IEnumerable<Plan> plans)
    {
        var weights = Ranking.Learn([.. plans.Select(p => p.Deeds)], MetTraits.Set.Names.Length);
        return new(MetTraits.Set, weights, new double[weights.Length]);
    }

    /// <summary>Of the expectations how many find their deed, and how many another.</summary>
    private static string Score(List<Plan> plans, Func<Plan, TraitWeights> weights, double enough)
    {
        var (right, found, met) = (0, 0, 0);
        foreach (var expectation in plans.GroupBy(p => (p.Story, p.Name)))
        {
            var best = expectation.SelectMany(p => p.Deeds.Select(d => (Odds: weights(p).Odds(d.Values, isWithin: false), d.IsOne))).Where(d => d.Odds > enough).OrderByDescending(d => d.Odds).ToArray();
            if (expectation.Any(p => p.Deeds.Any(d => d.IsOne))) met++;
            if (best.Length == 0) continue;
            found++;
            if (best[0].IsOne) right++;
        }
        return FormattableString.Invariant($"{right} right of {found} found and {met} that can be");
    }

    private sealed record Plan(int Story, string Name, Ranking.Candidate[] Deeds);
}
