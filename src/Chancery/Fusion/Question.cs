using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>What a report leaves open, by the name of the report and its place among what that one leaves open.</summary>
internal readonly record struct QuestionRef(string Report, int Index);

/// <summary>A question of the record, and what answers it.</summary>
/// <param name="At">Where it is asked.</param>
/// <param name="Asked">What an answer must say.</param>
/// <param name="Answer">The first claim that answers it, with the day it was published; null while none does.</param>
internal sealed record Question(QuestionRef At, AskedWords Asked, (DateOnly Published, ClaimRef Claim)? Answer)
{
    /// <summary>What it is looked up by: somebody it may be about, with a word it cannot be answered without.</summary>
    internal long[] Keys => field ??= [.. KeysOf(Asked.People, Asked.Clues)];

    /// <summary>The keys of the questions that a claim may answer.</summary>
    internal static IEnumerable<long> KeysOf(PossibleAnswer claim) => KeysOf(claim.Parties, claim.Sentence.Keys);

    /// <summary>True where one claim is told before another, by publication and then by the names of the reports.</summary>
    internal static bool IsBefore((DateOnly Published, ClaimRef Claim) one, (DateOnly Published, ClaimRef Claim) other)
    {
        if (one.Published != other.Published) return one.Published < other.Published;
        var name = string.CompareOrdinal(one.Claim.Report, other.Claim.Report);
        return name != 0 ? name < 0 : one.Claim.Index < other.Claim.Index;
    }

    private static IEnumerable<long> KeysOf(ImmutableArray<string> parties, IEnumerable<string> stems)
    {
        foreach (var stem in stems)
            foreach (var party in parties) yield return KeyHash.Of(party, stem);
    }
}
