using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Decides whether two claims tell of one happening, and under which keys those that may can be found.</summary>
internal static class ClaimComparer
{
    /// <summary>Days that two tellings of one happening may lie apart where neither names the day.</summary>
    private const int Slack = 3;

    /// <summary>Days after which a claim without a time of its own is no longer the same news.</summary>
    internal const int Memory = 30;

    /// <summary>The frame, or the one it is a kind of.</summary>
    internal static string Family(EventClaim claim) => claim.Frame.Parent ?? claim.Frame.Name;

    /// <summary>
    /// What a claim must share one of with another to agree with it: a participant of the same part by id or name, or both countries. Plans
    /// have keys of their own, so that they meet plans.
    /// </summary>
    internal static IReadOnlyCollection<long> Keys(EventClaim claim, bool real)
    {
        var family = Family(claim) + (real ? "" : "?");
        var keys = new HashSet<long>();
        foreach (var party in claim.Actors) Add("a", party);
        foreach (var party in claim.Recipients) Add("r", party);
        foreach (var actor in claim.Actors)
            foreach (var recipient in claim.Recipients)
                if (IsState(actor.Country) && IsState(recipient.Country)) keys.Add(Hash(family, actor.Country, recipient.Country));
        return keys;

        void Add(string part, Participant party)
        {
            keys.Add(Hash(family, part, party.Name.ToUpperInvariant()));
            if (party.ActorId is { } id) keys.Add(Hash(family, part, id));
        }
    }

    internal static IReadOnlyCollection<long> Keys(EventClaim claim) => Keys(claim, Testimony.IsReal(claim.Status));

    /// <summary>How well two claims agree on who, whom, when and how many; 0 or less where they cannot be one happening.</summary>
    internal static int Agreement(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim, right.Claim);
        if (Testimony.IsReal(a.Status) != Testimony.IsReal(b.Status) || !Kin(a.Frame, b.Frame)) return 0;
        var actors = Parties.Agreement(a.Actors, b.Actors);
        var recipients = Parties.Agreement(a.Recipients, b.Recipients);
        if (actors < 0 || recipients < 0) return 0;
        var time = TimeAgreement(left, right);
        // The farther apart two tellings lie, the more of who and whom they must share.
        if (time < 0 || actors + recipients < (time > 0 ? 2 : 4) || !FiguresAgree(left, right)) return 0;
        return actors + recipients + time + (a.Frame.Name == b.Frame.Name ? 1 : 0);
    }

    /// <summary>What two claims agree on, for whoever asks why they stand together.</summary>
    internal static ImmutableArray<string> Why(Testimony left, Testimony right)
    {
        var why = ImmutableArray.CreateBuilder<string>(4);
        if (left.Claim.Frame.Name == right.Claim.Frame.Name) why.Add("act");
        if (Parties.Agreement(left.Claim.Actors, right.Claim.Actors) > 0) why.Add("actor");
        if (Parties.Agreement(left.Claim.Recipients, right.Claim.Recipients) > 0) why.Add("recipient");
        if (TimeAgreement(left, right) is > 0 and var time) why.Add(time > 1 ? "day" : "days-near");
        return why.ToImmutable();
    }

    /// <summary>The same act, or one told less exactly than the other: 'attacked' and 'shelled', but not 'visited' and 'telephoned'.</summary>
    private static bool Kin(EventFrame a, EventFrame b) => a.Name == b.Name || a.Parent == b.Name || b.Parent == a.Name;

    private static int TimeAgreement(Testimony left, Testimony right)
    {
        var (a, b) = (left.Claim.Time, right.Claim.Time);
        if (a is not null && b is not null && a.Basis == TimeBasis.Explicit && b.Basis == TimeBasis.Explicit)
            return (a.To is null || b.From is null || a.To >= b.From) && (b.To is null || a.From is null || b.To >= a.From) ? 2 : -1;
        var days = Math.Abs(left.Days.Last - right.Days.Last);
        return days <= Slack ? 1 : days <= Memory ? 0 : -1;
    }

    /// <summary>'Another 3,000' is not the first 10,000; and one report that gives two numbers tells of two things.</summary>
    private static bool FiguresAgree(Testimony left, Testimony right)
    {
        foreach (var a in left.Claim.Figures)
        {
            foreach (var b in right.Claim.Figures)
            {
                if (CountedUnit.Of(a.Quantity) != CountedUnit.Of(b.Quantity)) continue;
                if ((a.Quantity.Change == QuantityChange.Additional) != (b.Quantity.Change == QuantityChange.Additional)) return false;
                if (left.At.Report == right.At.Report && (a.Quantity.Min, a.Quantity.Max) != (b.Quantity.Min, b.Quantity.Max)) return false;
            }
        }
        return true;
    }

    private static bool IsState(string? country) => country is not null and not ("IGO" or "NGO");

    /// <summary>FNV-1a over the parts; the same on every machine, since stores keep it.</summary>
    private static long Hash(params ReadOnlySpan<string?> parts)
    {
        var hash = 14695981039346656037ul;
        foreach (var part in parts)
        {
            foreach (var c in part.AsSpan()) hash = (hash ^ c) * 1099511628211ul;
            hash = (hash ^ 0xFFFF) * 1099511628211ul;
        }
        return (long)hash;
    }
}
