namespace Chancery.Fusion;

/// <summary>What can be said by rule of a plan, a prediction or a demand and of what is told after it.</summary>
internal static class Fulfilment
{
    /// <summary>Days after which a plan without a date is no longer taken as what was carried out.</summary>
    internal const int Patience = 120;

    /// <summary>Days by which a deed may come late.</summary>
    internal const int Delay = 3;

    /// <summary>Words that two reports of one affair turn on alike.</summary>
    private const int Affair = 5;

    /// <summary>True where one is told before the other, and not too long before. On the day itself one newsroom tells what is to come and another what came.</summary>
    internal static bool Precedes(Testimony plan, Testimony deed) =>
        plan.Published is { } announced && deed.Published is { } told
        && (told.DayNumber - announced.DayNumber is > 0 and <= Patience || told == announced && plan.At.Report != deed.At.Report && deed.Claim.Time is { Basis: TimeBasis.Explicit } && IsOnDay(plan.Claim, deed));

    /// <summary>True where the plan names its day and the deed is told of that very day, or right after it with no day of its own.</summary>
    internal static bool IsOnDay(EventClaim plan, Testimony deed)
    {
        if (plan.Time is not { Basis: TimeBasis.Explicit, From: { } from, To: { } to } || to.DayNumber - from.DayNumber > Delay) return false;
        if (deed.Claim.Time is { Basis: TimeBasis.Explicit } time) return (time.To is null || time.To >= from) && (time.From is null || time.From <= to);
        return deed.Published is { } told && told >= from && told <= to.AddDays(Delay);
    }

    /// <summary>True where what is told after a plan is surely of it: of its kind, by who was to do it, or on the day of the plan and told of one affair.</summary>
    internal static bool Is(Testimony plan, Testimony deed)
    {
        var (p, d) = (plan.Claim, deed.Claim);
        if (!Precedes(plan, deed) || deed.Published is not { } told || ClaimComparer.Kind(p) != ClaimComparer.Kind(d)) return false;
        var (actors, recipients) = (Parties.Agreement(p.Actors, d.Actors), Parties.Agreement(p.Recipients, d.Recipients));
        if (ClaimComparer.PlaceAgreement(p, d) < 0) return false;
        if (IsOnDay(p, deed) && ArePartiesOfOne(p, d, actors, recipients)) return true;
        if (recipients < 0) return false;
        if (p.Time is { To: { } latest } && d.Time is { From: { } from } && from > latest.AddDays(Delay)) return false;
        // The deed must be as definite as the plan: the same person or state does it, to the same counterpart where both name one.
        if (actors >= 2) return true;
        // What a party says it will do to somebody, another body of its state may do to the same one.
        if (actors > 0 && recipients >= 3) return true;
        if (Happenings.Is(p) && Happenings.Is(d)) return actors >= 0 && Happenings.AreOfOneAffair(plan, deed) && (p.Time is not { Basis: TimeBasis.Explicit, From: { } day } || told >= day);
        if (actors > 0) return false;
        // 'The hostages are to be freed on Sunday' names nobody who does it: the day and the words must say that it is the same.
        return p.Actors.IsEmpty && p.Time is { Basis: TimeBasis.Explicit, From: { } due } && told >= due && told <= due.AddDays(Delay) && Gists.Compare(p.Gist, d.Gist) is { Shared: >= 3, Share: >= 0.4 };
    }

    /// <summary>On the day it was planned for an act of its kind is the one planned, where both are told of one affair and name no others: three hostages may be three women now.</summary>
    private static bool ArePartiesOfOne(EventClaim plan, EventClaim deed, int actors, int recipients)
    {
        if (actors < 0 || Parties.NameOthers(plan.Recipients, deed.Recipients)) return false;
        var words = Gists.Compare(plan.Gist, deed.Gist);
        return !Gists.NameOthers(plan.Gist, deed.Gist, words) && !Gists.NameOtherStates(plan.Gist, deed.Gist, words)
            && (words.Theme >= Affair || words.Named >= 2 || actors > 0 || recipients > 0 || words.Shared >= 3);
    }
}
