namespace Chancery.Fusion;

/// <summary>Under which keys a claim is filed, so that those that may tell of the same happening are found.</summary>
internal static class ClaimKeys
{
    /// <summary>
    /// What a claim must share one of with another to be compared with it: a participant of the same part by id or name, with the kind of act; or the kind of act, where both reports turn on
    /// two names alike. Plans have keys of their own, so that they meet plans.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="real">Whether it is looked up as what has happened, or as what is planned.</param>
    internal static MeetingKeys Of(EventClaim claim, bool real)
    {
        var (own, kinds) = (new HashSet<long>(), new HashSet<long>());
        Add(ClaimComparer.Kind(claim), real ? "" : "?", ["a"], ["r"]);
        // who denies it did it or had it done to him
        if (Gainsaying.IsDenial(claim))
            foreach (var act in Gainsaying.Deniable) Add(act, "", ["a", "r"], []);
        return new([.. own], [.. kinds], claim.Gist.Turns.SomePairs);

        void Add(string kind, string mood, ReadOnlySpan<string> actors, ReadOnlySpan<string> recipients)
        {
            foreach (var part in actors)
                foreach (var party in claim.Actors) Meet(kind, mood, part, party);
            foreach (var part in recipients)
                foreach (var party in claim.Recipients) Meet(kind, mood, part, party);
            kinds.Add(KeyHash.Of(ClaimComparer.IsBlow(kind) ? "blow" : kind, mood));
        }

        void Meet(string kind, string mood, string part, Participant party)
        {
            if (party.ActorId is { } id)
            {
                own.Add(KeyHash.Of(kind, mood, part, id));
                return;
            }
            own.Add(KeyHash.Of(kind, mood, part, party.Name.ToUpperInvariant()));
            if (Parties.Surname(party) is { } last) own.Add(KeyHash.Of(kind, mood, part, last.ToUpperInvariant()));
        }
    }
}
