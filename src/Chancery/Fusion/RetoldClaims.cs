using System.Runtime.CompilerServices;
using static Chancery.Fusion.ClaimTraits;

namespace Chancery.Fusion;

/// <summary>
/// The claims of a report and those of its rewrite. Which one tells which again is learned (<c>retold-claims.tsv</c>) from what tells that two claims tell of one happening and from what
/// a rewrite does: it says each sentence in other words, and may name others in it.
/// </summary>
internal sealed class RetoldClaims
{
    /// <summary>Odds, as their logarithm, from which a claim tells another one again: whatever it hangs on stands in one event with it, so that a wrong one costs more than a missing one.</summary>
    internal const double Enough = 2;

    private readonly IReadOnlyList<Testimony> _before, _after;
    private readonly Likeness[,] _likeness;

    /// <summary>For each claim of the one report, the most that a sentence of the other shares with its own.</summary>
    private readonly double[] _mostBefore, _mostAfter;

    /// <summary>For each claim whether it is the only one of its act, or of its sentence, in its report.</summary>
    private readonly bool[] _onlyOfActBefore, _onlyOfActAfter, _onlyOfSentenceBefore, _onlyOfSentenceAfter;

    /// <summary>Takes the claims of two reports.</summary>
    /// <param name="before">Those of the report.</param>
    /// <param name="after">Those of its rewrite.</param>
    internal RetoldClaims(IReadOnlyList<Testimony> before, IReadOnlyList<Testimony> after)
    {
        (_before, _after) = (before, after);
        (_onlyOfActBefore, _onlyOfActAfter) = (Only(before, AreOfOneAct), Only(after, AreOfOneAct));
        (_onlyOfSentenceBefore, _onlyOfSentenceAfter) = (Only(before, AreOfOneSentence), Only(after, AreOfOneSentence));
        (_likeness, _mostBefore, _mostAfter) = (new Likeness[before.Count, after.Count], new double[before.Count], new double[after.Count]);
        for (var b = 0; b < before.Count; b++)
            for (var a = 0; a < after.Count; a++)
            {
                var like = _likeness[b, a] = Gists.Compare(before[b].Claim.Gist, after[a].Claim.Gist);
                (_mostBefore[b], _mostAfter[a]) = (Math.Max(_mostBefore[b], like.Shared), Math.Max(_mostAfter[a], like.Shared));
            }
    }

    /// <summary>Traits of a claim and one it may tell again.</summary>
    internal static TraitSet Traits { get; } = new(
        Set,
        ("likest", TraitSet.Values<Flag>()), ("only of its act", TraitSet.Values<Flag>()), ("only of its sentence", TraitSet.Values<Flag>()), ("status", TraitSet.Values<YesNo>()), ("place in the report", TraitSet.Values<Apart>()),
        ("likest, act", TraitSet.Values<Flag, Act>()), ("likest, only of its act", TraitSet.Values<Flag, Flag>()), ("likest, only of its sentence", TraitSet.Values<Flag, Flag>()), ("share, act", TraitSet.Values<Degree, Act>()), ("share, actors", TraitSet.Values<Degree, Sides>()));

    /// <summary>How far from each other two stand, as parts of their reports.</summary>
    internal enum Apart { Near, Some, Far }

    /// <summary>How far apart one of so many of a report stands from one of so many of its rewrite.</summary>
    internal static Apart Places(int before, int ofBefore, int after, int ofAfter) =>
        Math.Abs((before + 0.5) / ofBefore - (after + 0.5) / ofAfter) switch { < 0.15 => Apart.Near, < 0.4 => Apart.Some, _ => Apart.Far };

    /// <summary>For each claim of the rewrite, the one that it tells again; none for those that it tells anew.</summary>
    internal Dictionary<ClaimRef, Testimony> Sources(TraitWeights weights)
    {
        var sources = new Dictionary<ClaimRef, Testimony>();
        for (var a = 0; a < _after.Count; a++)
        {
            var best = Enough;
            for (var b = 0; b < _before.Count; b++)
            {
                var odds = Odds(b, a, weights);
                if (odds > best) (sources[_after[a].At], best) = (_before[b], odds);
            }
        }
        return sources;
    }

    /// <summary>Numbers of the values that a pair has, one for each trait.</summary>
    /// <param name="before">Place of a claim among those of the report.</param>
    /// <param name="after">Place of one among those of the rewrite.</param>
    /// <param name="numbers">Where they are put.</param>
    internal void Find(int before, int after, Span<int> numbers)
    {
        var parts = Agreed.Of(_before[before].Claim, _after[after].Claim);
        var found = new TraitFinding(Traits, numbers);
        FindQuick(_before[before], _after[after], parts, ref found);
        FindRest(before, after, parts, ref found);
    }

    private double Odds(int before, int after, TraitWeights weights)
    {
        Span<int> numbers = stackalloc int[Traits.Count];
        var parts = Agreed.Of(_before[before].Claim, _after[after].Claim);
        var found = new TraitFinding(Traits, numbers);
        FindQuick(_before[before], _after[after], parts, ref found);
        if (weights.AtMost(numbers[..found.Count], isWithin: false) <= Enough) return double.NegativeInfinity;
        FindRest(before, after, parts, ref found);
        return weights.Odds(numbers, isWithin: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindRest(int before, int after, Agreed parts, ref TraitFinding found)
    {
        var (source, claim, like) = (_before[before], _after[after], _likeness[before, after]);
        ClaimTraits.FindRest(source, claim, like, ref found);
        int likest = (int)Both(like.Shared > 0 && like.Shared >= _mostAfter[after], like.Shared > 0 && like.Shared >= _mostBefore[before]), act = (int)Acts(source, claim), share = (int)Much((int)(like.Share * 6));
        int ofAct = (int)Both(_onlyOfActBefore[before], _onlyOfActAfter[after]), ofSentence = (int)Both(_onlyOfSentenceBefore[before], _onlyOfSentenceAfter[after]);
        found.Put(likest);
        found.Put(ofAct);
        found.Put(ofSentence);
        found.Put(source.Claim.Status == claim.Claim.Status ? 1 : 0);
        found.Put((int)Places(before, _before.Count, after, _after.Count));
        found.Put<Act>(likest, act);
        found.Put<Flag>(likest, ofAct);
        found.Put<Flag>(likest, ofSentence);
        found.Put<Act>(share, act);
        found.Put<Sides>(share, (int)Side(source.Claim.Actors.Length, claim.Claim.Actors.Length, parts.Actors));
    }

    private static bool AreOfOneAct(EventClaim one, EventClaim other) => one.Frame.Name == other.Frame.Name;

    private static bool AreOfOneSentence(EventClaim one, EventClaim other) => one.Sentence == other.Sentence;

    private static bool[] Only(IReadOnlyList<Testimony> claims, Func<EventClaim, EventClaim, bool> alike) =>
        [.. claims.Select(one => !claims.Any(other => !ReferenceEquals(one, other) && alike(one.Claim, other.Claim)))];
}
