using System.CommandLine;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>joins</c>: learns from stories what tells that two claims tell of one happening, and scores it on stories left out in turn.</summary>
internal static class JoinsCommand
{
    /// <summary>How much an error with a claim counts that the truth does not list: mostly something told once, but the list may lack it.</summary>
    private const double Unlisted = 0.3;

    internal static Command Create() => LearnCommand.Create("joins", "Learns from stories which claims tell of one happening, alike or against each other. Example: workshop joins", Run);

    private static void Run(List<Story> stories, string into)
    {
        var tellings = Tellings(stories);
        var pairs = Pairs(stories, tellings);
        Console.WriteLine(FormattableString.Invariant($"{stories.Count} stories, {tellings.Count} claims, {tellings.Count(t => t.Name is not null)} of them listed"));
        foreach (var group in pairs.GroupBy(p => (p.IsAgainst, p.IsWithin))) Console.WriteLine(FormattableString.Invariant($"{group.Key}: {group.Count()} pairs, {group.Count(p => p.IsOne)} of them one"));
        var (score, left) = LearnCommand.LeaveOut(stories, LearnCommand.Groups, isKnown => Learn(tellings, pairs.Where(p => isKnown(tellings[p.One].Story) && isKnown(tellings[p.Other].Story))));
        Console.WriteLine($"left out: {score.Events}");
        var all = Learn(tellings, pairs);
        Console.WriteLine($"learned of: {StoryScore.Of(stories, _ => all).Events}");
        var card = FormattableString.Invariant($"{left}, at {ClaimComparer.Enough}: {score.Events}");
        WeightTable.Write(Path.Combine(into, "joins.tsv"), Head("What tells that two claims tell of one happening", nameof(ClaimTraits)), card, ClaimTraits.Set, all.Joins);
        WeightTable.Write(Path.Combine(into, "gainsaid.tsv"), Head("What tells that two claims tell one happening against each other", nameof(GainsaidTraits)), card, GainsaidTraits.Set, all.Gainsaid);
    }

    private static string Head(string what, string traits) =>
        $"# {what}, and how much it weighs (logarithm of the odds against its being something new): between claims of two reports, and of one.\n"
        + $"# Learned by 'workshop joins' from eval/stories/seen; not written by hand. Traits and values are those of {traits}. Licence: Apache-2.0, as the project.";

    private static List<Telling> Tellings(List<Story> stories)
    {
        var state = new MemoryFusionState();
        foreach (var reading in stories.SelectMany(s => s.Readings)) state.File(reading);
        var tellings = new List<Telling>();
        foreach (var (s, story) in stories.Index())
            foreach (var reading in story.Readings)
            {
                var told = story.Told(reading);
                tellings.AddRange(state.Said(reading.Report.Id).Select(claim => new Telling(s, claim, told[claim.At.Index])));
            }
        tellings.Sort((x, y) => Testimony.Order.Compare(x.Claim, y.Claim));
        return tellings;
    }

    /// <summary>All pairs that are compared when reports are filed, the earlier telling first.</summary>
    private static List<Pair> Pairs(List<Story> stories, List<Telling> tellings)
    {
        var keys = tellings.Select(t => t.Claim.Keys).ToArray();
        var pairs = new List<Pair>();
        for (var i = 0; i < tellings.Count; i++)
            for (var j = i + 1; j < tellings.Count; j++)
            {
                var (one, other) = (tellings[i], tellings[j]);
                var isWithin = one.Claim.At.Report == other.Claim.At.Report;
                if (ClaimComparer.AreAgainst(one.Claim, other.Claim) is not { } isAgainst || !isWithin && !keys[i].Meet(keys[j])) continue;
                var values = new int[isAgainst ? GainsaidTraits.Set.Count : ClaimTraits.Set.Count];
                if (isAgainst) GainsaidTraits.Find(one.Claim, other.Claim, values);
                else ClaimTraits.Find(one.Claim, other.Claim, values);
                var isListed = one.Name is not null && other.Name is not null;
                var weight = one.Story != other.Story ? LearnCommand.OfTwoStories : isListed ? 1 : one.Name is null && other.Name is null ? 0 : 1;
                pairs.Add(new(i, j, values, isAgainst, isWithin, one.Story == other.Story && (isListed && one.Name == other.Name || isAgainst && Gainsays(stories[one.Story], one, other)), weight));
            }
        return pairs;
    }

    /// <summary>'Moscow denied it', where the truth lists that as a happening of its own or not at all: what it denies is what its report and the other tell against each other.</summary>
    private static bool Gainsays(Story story, Telling one, Telling other)
    {
        var (told, denial) = Gainsaying.Denies(one.Claim.Claim) ? (other, one) : (one, other);
        return Gainsaying.IsDenial(denial.Claim.Claim) && told.Name is not null && story.Disputes.Any(d =>
            d.Name == told.Name && (d.Left.Contains(told.Claim.At.Report) && d.Right.Contains(denial.Claim.At.Report) || d.Right.Contains(told.Claim.At.Report) && d.Left.Contains(denial.Claim.At.Report)));
    }

    /// <summary>Learns all together, since a telling hangs on what it agrees with best, be it told alike or against it.</summary>
    private static FusionWeights Learn(List<Telling> tellings, IEnumerable<Pair> pairs)
    {
        var (joins, gainsaid) = (ClaimTraits.Set.Names.Length, GainsaidTraits.Set.Names.Length);
        var known = pairs.Where(p => p.Weight > 0).GroupBy(p => p.Other)
            .Select(g => g.Select(p => new Ranking.Candidate([.. p.Values.Select(v => First(p) + v)], p.IsOne, p.Weight * (tellings[p.Other].Name is null ? Unlisted : 1))).ToArray());
        var weights = Ranking.Learn([.. known], 2 * (joins + gainsaid));
        return FusionWeights.Learned with { Joins = Of(ClaimTraits.Set, 0), Gainsaid = Of(GainsaidTraits.Set, 2 * joins) };

        int First(Pair pair) => pair.IsAgainst ? 2 * joins + (pair.IsWithin ? gainsaid : 0) : pair.IsWithin ? joins : 0;

        TraitWeights Of(TraitSet traits, int first) => new(traits, weights.AsSpan(first, traits.Names.Length).ToArray(), weights.AsSpan(first + traits.Names.Length, traits.Names.Length).ToArray());
    }

    private sealed record Telling(int Story, Testimony Claim, string? Name);

    private sealed record Pair(int One, int Other, int[] Values, bool IsAgainst, bool IsWithin, bool IsOne, double Weight);
}
