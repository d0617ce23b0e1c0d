using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Joins what was planned, possible or demanded to what it became.</summary>
internal sealed class Settler(IFusionState state)
{
    /// <summary>Days after which a plan without a date is no longer taken as what was carried out.</summary>
    private const int Patience = 120;

    /// <summary>Words that two reports of one affair turn on alike.</summary>
    private const int Affair = 5;

    /// <summary>Days by which a deed may come late.</summary>
    private const int Delay = 3;

    /// <summary>What events are known by, which no link changes.</summary>
    private readonly Dictionary<string, Side> _sides = new(StringComparer.Ordinal);

    /// <summary>Events that were compared with one: one set for all.</summary>
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);

    /// <summary>
    /// Looks for the counterpart of an event that was just judged: of a deed the plan it carries out, of a plan the deed. One that has a counterpart lets go of it for one that fits
    /// better, of those that fit as well for an earlier one, so that the order of arrival does not matter.
    /// </summary>
    internal void Settle(string id)
    {
        // Each round gives two a better counterpart than they had, or an earlier one that is as good, so that there is an end.
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var next))
            foreach (var left in Pair(next)) open.Enqueue(left);
    }

    /// <remarks>One that was found by another in the meantime looks too: an earlier one that has a later counterpart than it does not look again by itself.</remarks>
    /// <returns>The events that lost their counterparts to these two.</returns>
    private string[] Pair(string id)
    {
        if (state.Event(id) is not { } row) return [];
        var (best, tellings) = Of(row);
        var real = Testimony.IsReal(row.Status);
        if (Testimony.IsReal(best.Claim.Status) != real) return []; // its claims are not of one mind
        // who finds whom must not hang on who looks: each is known by its tellings alone, and both look as far
        if (!tellings.Any(c => c.Published is not null)) return []; // what has no day of telling is not known to come before or after
        var (first, last) = (tellings.Min(c => c.Days.First), tellings.Max(c => c.Days.Last));
        (EventRow Row, Testimony Best, int Fit)? found = null;
        _compared.Clear();
        foreach (var claim in state.Bearing([.. tellings.Select(t => CounterKeys(t, real))], !real, first - Patience, last + Patience))
        {
            if (!MayBeOne(claim) || state.Event(claim.Event!) is not { } one || Testimony.IsReal(one.Status) == real) continue;
            var (its, told) = Of(one);
            if (!IsOneOf(told, claim) || !_compared.Add(one.Id)) continue;
            if (!(real ? Fulfils(told, tellings) : Fulfils(tellings, told)) || !Takes(row, one, its) || !Takes(one, row, best)) continue;
            var fit = real ? Fit(one, row) : Fit(row, one);
            if (found is not { } before || fit > before.Fit || fit == before.Fit && Testimony.Order.Compare(its, before.Best) < 0) found = (one, its, fit);
        }
        if (found?.Row is not { } other) return [];
        string[] left = [.. Unlink(other), .. Unlink(row)];
        if (real) Link(other, row);
        else Link(row, other);
        return left;

        // asked of all that is known under the keys, most of which is of another time
        bool MayBeOne(Testimony claim)
        {
            foreach (var telling in tellings)
                if (real ? Precedes(claim, telling) : Precedes(telling, claim)) return true;
            return false;
        }
    }

    private Side Of(EventRow row)
    {
        if (_sides.TryGetValue(row.Id, out var side)) return side;
        var best = state.Claim(row.Claims[row.Best]);
        return _sides[row.Id] = new(best, Happenings.Is(best.Claim) ? [.. state.Told(row.Id)] : [best]);
    }

    /// <summary>What the counterparts of a telling are known under.</summary>
    private static MeetingKeys CounterKeys(Testimony claim, bool real) => Testimony.IsReal(claim.Claim.Status) == real ? claim.CounterKeys : claim.Keys;

    private static string? Counterpart(EventRow row) => Testimony.IsReal(row.Status) ? row.Settles : row.SettledBy?.Event;

    /// <summary>True where an event has no counterpart, one that it fits less well, or a later one that it fits as well.</summary>
    private bool Takes(EventRow row, EventRow other, Testimony best)
    {
        if (Counterpart(row) is not { } counterpart || state.Event(counterpart) is not { } present) return true;
        var real = Testimony.IsReal(row.Status);
        var (offered, had) = real ? (Fit(other, row), Fit(present, row)) : (Fit(row, other), Fit(row, present));
        return offered > had || offered == had && Testimony.Order.Compare(best, Of(present).Best) < 0;
    }

    /// <summary>How well a deed fits a plan beyond carrying it out: on the very day it was planned for, and by the same word. As both see it alike, no order of arrival matters.</summary>
    private int Fit(EventRow plan, EventRow deed)
    {
        var (planned, done) = (Of(plan), Of(deed));
        return (AreOnDay(planned.Tellings, done.Tellings) ? 2 : 0) + (planned.Best.Claim.Frame.Name == done.Best.Claim.Frame.Name ? 1 : 0);

        static bool AreOnDay(Testimony[] plan, Testimony[] deed)
        {
            foreach (var planned in plan)
                foreach (var done in deed)
                    if (IsOnDay(planned.Claim, done)) return true;
            return false;
        }
    }

    /// <summary>Undoes the links of an event that is about to change.</summary>
    /// <returns>Ids of events that have lost their counterpart.</returns>
    internal IReadOnlyList<string> Unlink(EventRow row)
    {
        var left = new List<string>(1);
        if (row.Settles is { } plan && state.Event(plan) is { } planned)
        {
            state.Keep(Free(planned));
            left.Add(plan);
        }
        if (row.SettledBy is { } end && state.Event(end.Event) is { } deed)
        {
            state.Keep(deed with { Settles = null });
            left.Add(end.Event);
        }
        return left;
    }

    private void Link(EventRow plan, EventRow deed)
    {
        state.Keep(plan with { SettledBy = new(deed.Id, deed.Status), Standing = Standing.Superseded });
        state.Keep(deed with { Settles = plan.Id });
    }

    private static EventRow Free(EventRow plan) => plan with
    {
        SettledBy = null,
        Standing = plan.Disputes.Length > 0 ? Standing.Contested : plan.Independent > 1 ? Standing.Settled : Standing.SingleSource,
    };

    /// <summary>True where one is told before the other, and not too long before. On the day itself one newsroom tells what is to come and another what came.</summary>
    private static bool Precedes(Testimony plan, Testimony deed) =>
        plan.Published is { } announced && deed.Published is { } told
        && (told.DayNumber - announced.DayNumber is > 0 and <= Patience || told == announced && plan.At.Report != deed.At.Report && deed.Claim.Time is { Basis: TimeBasis.Explicit } && IsOnDay(plan.Claim, deed));

    /// <summary>True where the plan names its day and the deed is told of that very day, or right after it with no day of its own.</summary>
    private static bool IsOnDay(EventClaim plan, Testimony deed)
    {
        if (plan.Time is not { Basis: TimeBasis.Explicit, From: { } from, To: { } to } || to.DayNumber - from.DayNumber > Delay) return false;
        if (deed.Claim.Time is { Basis: TimeBasis.Explicit } time) return (time.To is null || time.To >= from) && (time.From is null || time.From <= to);
        return deed.Published is { } told && told >= from && told <= to.AddDays(Delay);
    }

    /// <summary>On the day it was planned for an act of its kind is the one planned, where both are told of one affair and name no others: three hostages may be three women now.</summary>
    private static bool ArePartiesOfOne(EventClaim plan, EventClaim deed, int actors, int recipients)
    {
        if (actors < 0 || recipients < 0 && AreProper(plan.Recipients) && AreProper(deed.Recipients)) return false;
        var words = Gists.Compare(plan.Gist, deed.Gist);
        return !Gists.NameOthers(plan.Gist, deed.Gist, words) && !Gists.NameOtherStates(plan.Gist, deed.Gist, words)
            && (words.Theme >= Affair || words.Named >= 2 || actors > 0 || recipients > 0 || words.Shared >= 3);

        static bool AreProper(ImmutableArray<Participant> parties) => parties.Any(Parties.IsProper);
    }

    private static bool IsOneOf(Testimony[] tellings, Testimony claim)
    {
        foreach (var telling in tellings)
            if (telling.At == claim.At) return true;
        return false;
    }

    private static bool Fulfils(Testimony[] plan, Testimony[] deed)
    {
        foreach (var planned in plan)
            foreach (var done in deed)
                if (Fulfils(planned, done)) return true;
        return false;
    }

    private static bool Fulfils(Testimony plan, Testimony deed)
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
        if (Happenings.Is(p) && Happenings.Is(d)) return actors >= 0 && Happenings.AreOfOneAffair(p, d) && (p.Time is not { Basis: TimeBasis.Explicit, From: { } day } || told >= day);
        if (actors > 0) return false;
        // 'The hostages are to be freed on Sunday' names nobody who does it: the day and the words must say that it is the same.
        return p.Actors.IsEmpty && p.Time is { Basis: TimeBasis.Explicit, From: { } due } && told >= due && told <= due.AddDays(Delay) && Gists.Compare(p.Gist, d.Gist) is { Shared: >= 3, Share: >= 0.4 };
    }

    /// <summary>The claims that a plan or a deed is known by: the best, and of what has no parties to go by all of them, one of which may have the words.</summary>
    private sealed record Side(Testimony Best, Testimony[] Tellings);
}
