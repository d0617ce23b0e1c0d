using System.Globalization;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Coding;

/// <summary>How likely a claim was read right, 0–1: a logistic regression over what is seen of the claim.</summary>
/// <remarks>Immutable and thread-safe. The weights are those of <see cref="Path"/>, fitted by <c>eval/confidence.py</c> on whole reports with gold records.</remarks>
internal sealed class ConfidenceModel
{
    internal const string Path = "languages/en/frames/confidence.tsv";

    /// <summary>A sentence with as many claims is crowded: parties and circumstances are taken for one another's.</summary>
    private const int Crowd = 3;

    /// <summary>A sentence with more words and marks than this is long.</summary>
    private const int Long = 30;

    private readonly Dictionary<string, double> _weights;

    internal ConfidenceModel(LanguagePack pack) =>
        _weights = pack.Read(Path, "feature", "weight").Rows.ToDictionary(row => row["feature"], Weight, StringComparer.Ordinal);

    /// <param name="claim">All of the claim but its confidence.</param>
    /// <param name="trigger">The word that names the action.</param>
    /// <param name="neighbors">Claims of the sentence, this one among them.</param>
    internal double Of(EventClaim claim, Token trigger, int neighbors)
    {
        var sum = _weights["base"];
        if (trigger.Upos != Upos.Verb) sum += _weights["noun"];
        if (!claim.Actors.IsEmpty) sum += _weights[claim.Actors.Any(a => a.Country is not null) ? "actor-known" : "actor-unknown"];
        if (!claim.Recipients.IsEmpty) sum += _weights[claim.Recipients.Any(r => r.Country is not null) ? "recipient-known" : "recipient-unknown"];
        if (claim.Status is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Demanded or ClaimStatus.Conditional) sum += _weights["ahead"];
        if (claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred) sum += _weights["not-so"];
        if (!claim.Attribution.IsEmpty) sum += _weights["attributed"];
        if (claim.Within is not null) sum += _weights["within"];
        if (neighbors >= Crowd) sum += _weights["crowded"];
        var sentence = trigger.Sentence;
        if (sentence.End - sentence.First > Long) sum += _weights["long"];
        return Math.Round(1 / (1 + Math.Exp(-sum)), 2);
    }

    private static double Weight(TableRow row) =>
        double.TryParse(row["weight"], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : throw new PackException([row.Fault($"no number: '{row["weight"]}'")]);
}
