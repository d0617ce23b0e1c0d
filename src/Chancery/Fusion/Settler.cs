using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Joins what was planned, possible or demanded to what it became.</summary>
internal sealed class Settler(IFusionState state, FusionWeights weights)
{
    /// <summary>Tellings by which an event is known to its counterpart; of more the earliest.</summary>
    private const int Known = 8;

    /// <summary>Steps of fit to one of the logarithm of odds.</summary>
    private const int Fineness = 100;

    /// <summary>How well by rule a plan and a deed fit of which an affair has one at a time: less than by odds that are enough, and better than a denial, whose place is taken by what came about after all.</summary>
    private const int TheOne = 5;

    /// <summary>What events are known by, which no link changes.</summary>
    private readonly Dictionary<string, Side> _sides = new(StringComparer.Ordinal);

    /// <summary>Number of the event for which counterparts are looked for.</summary>
    private int _round;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string[] Pair(string id)
    {
        if (state.Event(id) is not { } row) return [];
        var side = Of(row);
        var (tellings, real) = (side.Tellings, side.IsReal);
        if (Testimony.IsReal(side.Best.Claim.Status) != real) return []; // its claims are not of one mind
        // who finds whom must not hang on who looks: each is known by its tellings alone, and both look as far
        if (!tellings.Any(c => c.Published is not null)) return []; // what has no day of telling is not known to come before or after
        var (first, last) = (tellings.Min(c => c.Days.First), tellings.Max(c => c.Days.Last));
        (EventRow Row, Testimony Best, int Fit)? found = null;
        _round++;
        foreach (var claim in state.Bearing([.. tellings.Select(t => CounterKeys(t, real))], !real, first - Fulfilment.Patience, last + Fulfilment.Patience))
        {
            if (!MayBeOne(claim) || Of(claim.Event!) is not { } its || its.IsReal == real || its.Round == _round || !IsOneOf(its.Tellings, claim)) continue;
            its.Round = _round;
            var fit = real ? Fit(its, side) : Fit(side, its);
            if (fit == 0 || state.Event(claim.Event!) is not { } one || !Takes(row, its.Best, fit) || !Takes(one, side.Best, fit)) continue;
            if (found is not { } before || fit > before.Fit || fit == before.Fit && Testimony.Order.Compare(its.Best, before.Best) < 0) found = (one, its.Best, fit);
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
                if (real ? Fulfilment.Precedes(claim, telling) : Fulfilment.Precedes(telling, claim)) return true;
            return false;
        }
    }

    private Side? Of(string id) => _sides.TryGetValue(id, out var side) ? side : state.Event(id) is { } row ? Of(row) : null;

    private Side Of(EventRow row)
    {
        if (_sides.TryGetValue(row.Id, out var side)) return side;
        var (best, real) = (state.Claim(row.Claims[row.Best]), Testimony.IsReal(row.Status));
        return _sides[row.Id] = new(best, [.. state.Told(row.Id).Where(t => Testimony.IsReal(t.Claim.Status) == real).Order(Testimony.Order).Take(Known)], real);
    }

    /// <summary>What the counterparts of a telling are known under.</summary>
    private static MeetingKeys CounterKeys(Testimony claim, bool real) => Testimony.IsReal(claim.Claim.Status) == real ? claim.CounterKeys : claim.Keys;

    private static string? Counterpart(EventRow row) => Testimony.IsReal(row.Status) ? row.Settles : row.SettledBy?.Event;

    /// <summary>True where an event has no counterpart, one that it fits less well, or a later one that it fits as well.</summary>
    private bool Takes(EventRow row, Testimony best, int offered)
    {
        if (Counterpart(row) is not { } counterpart || Of(counterpart) is not { } present) return true;
        var had = Testimony.IsReal(row.Status) ? Fit(present, Of(row)) : Fit(Of(row), present);
        return offered > had || offered == had && Testimony.Order.Compare(best, present.Best) < 0;
    }

    /// <summary>How surely a deed is what was planned, or a denial says that it was not to be; 0 where it rather is not. As both see it alike, no order of arrival matters.</summary>
    private int Fit(Side plan, Side deed)
    {
        if (plan.Fits.TryGetValue(deed, out var fit)) return fit;
        foreach (var planned in plan.Tellings)
            foreach (var done in deed.Tellings)
            {
                // of 12,000 soldiers expected 1,500 who came are no end, in however many words without a number either is told besides
                if (ClaimComparer.NumbersGainsay(planned.Claim, done.Claim)) return plan.Fits[deed] = 0;
                fit = Math.Max(fit, Fit(planned, done));
            }
        return plan.Fits[deed] = fit;
    }

    private int Fit(Testimony plan, Testimony deed)
    {
        if (MetTraits.MayBeMet(plan, deed))
        {
            if (MetTraits.Odds(plan, deed, weights) is var odds && odds > MetTraits.Enough) return (int)(Fineness * (odds - MetTraits.Enough)) + TheOne + 1;
            return Happenings.IsSingle(plan.Claim) && Happenings.IsSingle(deed.Claim) && Fulfilment.Is(plan, deed) ? TheOne : 0;
        }
        if (!Gainsaying.Denies(deed.Claim) || !Fulfilment.Is(plan, deed)) return 0;
        return 1 + (Fulfilment.IsOnDay(plan.Claim, deed) ? 2 : 0) + (plan.Claim.Frame.Name == deed.Claim.Frame.Name ? 1 : 0);
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

    private static bool IsOneOf(Testimony[] tellings, Testimony claim)
    {
        foreach (var telling in tellings)
            if (telling.At == claim.At) return true;
        return false;
    }

    /// <summary>The claims that a plan or a deed is known by: the one that tells it best, and others, one of which may have the words.</summary>
    private sealed class Side(Testimony best, Testimony[] tellings, bool isReal)
    {
        internal Testimony Best => best;

        internal Testimony[] Tellings => tellings;

        /// <summary>True for a deed.</summary>
        internal bool IsReal => isReal;

        /// <summary>How well deeds fit this plan, as far as it was compared with them.</summary>
        internal Dictionary<Side, int> Fits => field ??= [];

        /// <summary>Number of the last event that it was compared with.</summary>
        internal int Round { get; set; }
    }
}
