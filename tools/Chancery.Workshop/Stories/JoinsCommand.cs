using System.CommandLine;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary><c>joins</c>: learns from stories what tells that two claims tell of one happening, and scores it on stories left out in turn.</summary>
internal static class JoinsCommand
{
    /// <summary>How much an error with a claim of another story counts, of which there are many.</summary>
    private const double OfTwoStories = 0.5;

    /// <summary>How much an error with a claim counts that the truth does not list: mostly something told once, but the list may lack it.</summary>
    private const double Unlisted = 0.3;

    /// <summary>Stories are left out by so many groups in turn.</summary>
    private const int Groups = 12;

    internal static Command Create() => LearnCommand.Create("joins", "Learns from stories which claims tell of one happening. Example: workshop joins", "src/Chancery/Fusion/joins.tsv", Run);

    private static void Run(List<Story> stories, string into)
    {
        var tellings = Tellings(stories);
        var pairs = Pairs(tellings);
        Console.WriteLine(FormattableString.Invariant($"{stories.Count} stories, {tellings.Count} claims, {tellings.Count(t => t.Name is not null)} of them listed, {pairs.Count} pairs, {pairs.Count(p => p.IsOne)} of them one"));
        var left = new TraitWeights[stories.Count];
        Parallel.For(0, Groups, group =>
        {
            var weights = Learn(tellings, pairs.Where(p => tellings[p.One].Story % Groups != group && tellings[p.Other].Story % Groups != group));
            for (var s = group; s < stories.Count; s += Groups) left[s] = weights;
        });
        var card = StoryScore.Of(stories, s => (left[s], CountTraits.Learned)).Events;
        Console.WriteLine($"left out: {card}");
        var all = Learn(tellings, pairs);
        Console.WriteLine($"learned of: {StoryScore.Of(stories, _ => (all, CountTraits.Learned)).Events}");
        WeightTable.Write(
            into,
            "# What tells that two claims tell of one happening, and how much it weighs (logarithm of the odds against its being something new): between claims of two reports, and of one.\n"
            + "# Learned by 'workshop joins' from eval/stories/seen; not written by hand. Traits and values are those of ClaimTraits. Licence: Apache-2.0, as the project.",
            FormattableString.Invariant($"{stories.Count} stories, left out in {Groups} groups in turn, at {ClaimComparer.Enough}: {card}"),
            ClaimTraits.Set,
            all);
    }

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
    private static List<Pair> Pairs(List<Telling> tellings)
    {
        var keys = tellings.Select(t => t.Claim.Keys.ToHashSet()).ToArray();
        var pairs = new List<Pair>();
        for (var i = 0; i < tellings.Count; i++)
            for (var j = i + 1; j < tellings.Count; j++)
            {
                var (one, other) = (tellings[i], tellings[j]);
                var isWithin = one.Claim.At.Report == other.Claim.At.Report;
                if (Gainsaying.IsDenial(one.Claim.Claim) != Gainsaying.IsDenial(other.Claim.Claim) || !ClaimComparer.CanBeOne(one.Claim, other.Claim) || !isWithin && !keys[i].Overlaps(keys[j])) continue;
                var values = new int[ClaimTraits.Set.Count];
                ClaimTraits.Find(one.Claim, other.Claim, values);
                var isListed = one.Name is not null && other.Name is not null;
                var weight = one.Story != other.Story ? OfTwoStories : isListed ? 1 : one.Name is null && other.Name is null ? 0 : 1;
                pairs.Add(new(i, j, values, isWithin, isListed && one.Story == other.Story && one.Name == other.Name, weight));
            }
        return pairs;
    }

    private static TraitWeights Learn(List<Telling> tellings, IEnumerable<Pair> pairs)
    {
        var values = ClaimTraits.Set.Names.Length;
        var known = pairs.Where(p => p.Weight > 0).GroupBy(p => p.Other)
            .Select(g => g.Select(p => new Ranking.Candidate(p.IsWithin ? [.. p.Values.Select(v => values + v)] : p.Values, p.IsOne, p.Weight * (tellings[p.Other].Name is null ? Unlisted : 1))).ToArray());
        var weights = Ranking.Learn([.. known], 2 * values);
        return new(ClaimTraits.Set, weights[..values], weights[values..]);
    }

    private sealed record Telling(int Story, Testimony Claim, string? Name);

    private sealed record Pair(int One, int Other, int[] Values, bool IsWithin, bool IsOne, double Weight);
}
