namespace Chancery.Fusion;

/// <summary>Puts claims into events: each joins the event it agrees with best, or opens one.</summary>
internal sealed class EventJoiner(IFusionState state)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>Ids of events whose claims changed; some may have none left.</summary>
    internal IReadOnlyCollection<string> Touched => _touched;

    /// <summary>Adds claims that stand in no event. Events that hold later claims which agree are taken apart and put together again in order.</summary>
    internal void Add(IReadOnlyCollection<Testimony> claims)
    {
        var pool = new SortedSet<Testimony>(claims, Testimony.Order);
        // A claim that is placed anew may draw those after it along, and so on: what comes out is what the whole record, read in order, would give.
        var open = new Queue<Testimony>(claims);
        while (open.TryDequeue(out var claim))
        {
            foreach (var id in Later(claim))
            {
                foreach (var freed in TakeApart(id))
                    if (pool.Add(freed)) open.Enqueue(freed);
            }
        }
        foreach (var claim in pool) Place(claim);
    }

    /// <summary>Takes every claim out of an event.</summary>
    internal IReadOnlyList<Testimony> TakeApart(string id)
    {
        var claims = state.Told(id);
        foreach (var claim in claims) state.Assign(claim.At, null);
        _touched.Add(id);
        return claims;
    }

    /// <summary>Marks an event to be judged anew.</summary>
    internal void Touch(string id) => _touched.Add(id);

    /// <summary>Events with claims that agree with this one and come after it.</summary>
    private string[] Later(Testimony claim) => Bearing(claim)
        .Where(other => Testimony.Order.Compare(other, claim) > 0 && ClaimComparer.Agreement(claim, other) > 0)
        .Select(other => other.Event!)
        .Distinct(StringComparer.Ordinal)
        .ToArray();

    private IReadOnlyList<Testimony> Bearing(Testimony claim)
    {
        var (first, last) = claim.Days;
        return state.Bearing(ClaimComparer.Keys(claim.Claim), first - ClaimComparer.Memory, last + ClaimComparer.Memory);
    }

    private void Place(Testimony claim)
    {
        var id = Best(claim) ?? NewId(claim);
        state.Assign(claim.At, id);
        _touched.Add(id);
    }

    private string? Best(Testimony claim)
    {
        if (state.Rulings.With(claim.Claim.Id) is { Count: > 0 } partners && Ruled(claim, partners) is { } ruled) return ruled;
        var scores = new Dictionary<string, (int Score, Testimony First)>(StringComparer.Ordinal);
        foreach (var other in Bearing(claim))
        {
            if (other.At == claim.At) continue;
            var agreement = ClaimComparer.Agreement(other, claim);
            if (agreement <= 0) continue;
            if (!scores.TryGetValue(other.Event!, out var best)) scores[other.Event!] = (agreement, other);
            else scores[other.Event!] = (Math.Max(agreement, best.Score), Testimony.Order.Compare(other, best.First) < 0 ? other : best.First);
        }
        return scores
            .OrderByDescending(s => s.Value.Score)
            .ThenBy(s => s.Value.First, Testimony.Order)
            .Select(s => s.Key)
            .FirstOrDefault(id => !state.Told(id).Any(other => state.Rulings.AreApart(claim.Claim.Id, other.Claim.Id)));
    }

    private string? Ruled(Testimony claim, IReadOnlyCollection<string> partners) => partners
        .Select(state.EventOf)
        .FirstOrDefault(id => id is not null && !state.Told(id).Any(other => state.Rulings.AreApart(claim.Claim.Id, other.Claim.Id)));

    /// <summary>Named after the claim that opens it. Two claims of one id, which only readings that were never filed can have, get events of their own.</summary>
    private string NewId(Testimony claim)
    {
        var id = "e" + claim.Claim.Id;
        for (var n = 2; state.Told(id).Count > 0; n++) id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{claim.Claim.Id}~{n}");
        return id;
    }
}
