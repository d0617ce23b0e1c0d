namespace Chancery.Fusion;

/// <summary>Under which keys a claim is filed, so that those that may tell of the same happening are found.</summary>
internal static class ClaimKeys
{
    /// <summary>Pairs of names that a claim is looked up by; of more those with the lowest keys, which are the lowest of a like claim too.</summary>
    private const int Most = 20;

    /// <summary>
    /// What a claim must share one of with another to be compared with it: a participant of the same part by id or name, or two of the names that their reports turn on, with the
    /// kind of act. Plans have keys of their own, so that they meet plans.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="real">Whether it is looked up as what has happened, or as what is planned.</param>
    internal static IReadOnlyCollection<long> Of(EventClaim claim, bool real)
    {
        var keys = Under(claim, ClaimComparer.Kind(claim), real ? "" : "?", ["a"], ["r"]);
        // who denies it did it or had it done to him
        return Gainsaying.IsDenial(claim) ? [.. Gainsaying.Deniable.SelectMany(act => Under(claim, act, "", ["a", "r"], [])).Concat(keys).Distinct()] : keys;
    }

    private static long[] Under(EventClaim claim, string kind, string mood, ReadOnlySpan<string> actors, ReadOnlySpan<string> recipients)
    {
        var keys = new HashSet<long>();
        foreach (var part in actors)
            foreach (var party in claim.Actors) Meet(part, party);
        foreach (var part in recipients)
            foreach (var party in claim.Recipients) Meet(part, party);
        var family = KeyHash.Of((ClaimComparer.IsBlow(kind) ? "blow" : kind) + mood, "t");
        long[] turned = [.. claim.Gist.Marks.Turned().Select(names => KeyHash.Of(family, names.One, names.Other))];
        Array.Sort(turned);
        keys.UnionWith(turned.Take(Most));
        return [.. keys]; // an array: they are held with the claim

        void Meet(string part, Participant party)
        {
            if (party.ActorId is { } id)
            {
                keys.Add(KeyHash.Of(kind, mood, part, id));
                return;
            }
            keys.Add(KeyHash.Of(kind, mood, part, party.Name.ToUpperInvariant()));
            if (Parties.Surname(party) is { } last) keys.Add(KeyHash.Of(kind, mood, part, last.ToUpperInvariant()));
        }
    }
}
