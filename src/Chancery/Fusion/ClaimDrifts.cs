namespace Chancery.Fusion;

/// <summary>Compares a claim with the one of the report it was taken from.</summary>
internal static class ClaimDrifts
{
    internal static IEnumerable<ClaimDrift> Of(Testimony source, Testimony rewrite)
    {
        var (from, to) = (source.Claim, rewrite.Claim);
        if (Word(from) is { } left && Word(to) is { } right && !Same(left, right)) yield return Drift("source", left, right);
        else if (Word(from) is { } named && Word(to) is null) yield return Drift("source", named, rewrite.Publisher ?? "the report's own voice");
        if (Certainty(from) != Certainty(to)) yield return Drift("certainty", Certainty(from), Certainty(to));
        if (!from.Actors.IsEmpty && !to.Actors.IsEmpty && Parties.Key(from.Actors) != Parties.Key(to.Actors)) yield return Drift("actor", Parties.Names(from.Actors), Parties.Names(to.Actors));

        ClaimDrift Drift(string field, string was, string now) => new(to.Id, new(field, was, now, source.At.Report));
    }

    private static string? Word(EventClaim claim) => claim.Attribution is [.., var source] ? source : null;

    /// <summary>'The ministry' may be told for 'the Defense Ministry': one name within the other is one source.</summary>
    private static bool Same(string left, string right) =>
        left.Contains(right, StringComparison.OrdinalIgnoreCase) || right.Contains(left, StringComparison.OrdinalIgnoreCase);

    private static string Certainty(EventClaim claim) => claim.Status switch
    {
        ClaimStatus.Denied or ClaimStatus.NotOccurred => "denied",
        ClaimStatus.Possible or ClaimStatus.Conditional => "possible",
        ClaimStatus.Planned => "planned",
        ClaimStatus.Demanded => "demanded",
        _ => Math.Abs(claim.Factuality.Value) < 1.5 ? "possible" : "certain",
    };
}
