using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Puts claims into events: every claim hangs on the earlier one it agrees with best, and the claims that hang together are an event.</summary>
/// <remarks>
/// On which claim one hangs depends on no other link, so that a newcomer moves those later ones alone that agree with it better than with whatever they hang
/// on, and the order of arrival does not matter. Only claims that people ruled about are asked again when an event of theirs has changed.
/// </remarks>
internal sealed class EventJoiner(IFusionState state, FusionWeights weights, Retelling retelling)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>Events of which a claim hangs on another now.</summary>
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Claims that people ruled about and that must be asked again.</summary>
    private readonly SortedSet<Testimony> _ruled = new(Testimony.Order);

    /// <summary>Ids of events whose claims changed; some may have none left.</summary>
    internal IReadOnlyCollection<string> Touched => _touched;

    /// <summary>Marks an event to be judged anew.</summary>
    internal void Touch(string id) => _touched.Add(id);

    /// <summary>Adds claims that stand in no event and are known under their keys.</summary>
    internal void Add(IReadOnlyCollection<Testimony> claims)
    {
        var fresh = claims.Select(c => c.At).ToHashSet();
        foreach (var claim in claims) Enter(claim, fresh);
        Name(claims);
        Obey();
    }

    /// <summary>Takes claims out of their events.</summary>
    /// <returns>The claims of others that hung on them.</returns>
    internal IReadOnlyList<Testimony> TakeOut(IReadOnlyCollection<Testimony> claims)
    {
        var gone = claims.Select(c => c.At).ToHashSet();
        string[] events = [.. claims.Select(c => c.Event).OfType<string>().Distinct(StringComparer.Ordinal)];
        Testimony[] left = [.. events.SelectMany(state.Told).Where(c => c.Bond is { } bond && gone.Contains(bond.With) && !gone.Contains(c.At))];
        foreach (var claim in claims)
        {
            state.Hang(claim.At, null);
            state.Assign(claim.At, null);
        }
        _touched.UnionWith(events);
        return left;
    }

    /// <summary>Looks anew on what claims hang.</summary>
    internal void Rehang(IEnumerable<Testimony> claims)
    {
        foreach (var claim in claims)
        {
            var isRuled = state.Rulings.Concern(claim.Claim.Id);
            Hang(claim, isRuled ? null : Best(claim)?.Bond);
            if (isRuled) _ruled.Add(claim);
        }
        Name([]);
        Obey();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Enter(Testimony claim, HashSet<ClaimRef> fresh)
    {
        var isRuled = state.Rulings.Concern(claim.Claim.Id);
        var source = retelling.Source(claim.At);
        Candidate? best = null;
        foreach (var other in Bearing(claim, source))
        {
            if (other.At == claim.At) continue;
            if (Testimony.Order.Compare(other, claim) < 0)
            {
                if (!isRuled) best = Better(best, other, claim, source);
            }
            else if (!fresh.Contains(other.At))
            {
                Draw(other, claim);
            }
        }
        state.Hang(claim.At, best?.Bond);
        if (!isRuled) return;
        _ruled.Add(claim);
        foreach (var partner in state.Rulings.With(claim.Claim.Id).Select(state.Find).OfType<Testimony>())
            if (Testimony.Order.Compare(claim, partner) < 0) _ruled.Add(partner);
    }

    /// <summary>A claim that agrees with a newcomer before it better than with what it hangs on hangs on the newcomer.</summary>
    private void Draw(Testimony claim, Testimony newcomer)
    {
        var (isRuled, source) = (state.Rulings.Concern(claim.Claim.Id), retelling.Source(claim.At));
        if (Agreement(newcomer, claim, source) is not (> 0 and var agreement)) return;
        var isBetter = claim.Bond is not { } bond || agreement > bond.Agreement || agreement == bond.Agreement && Testimony.Order.Compare(newcomer, state.Claim(bond.With)) < 0;
        if (!(isRuled || isBetter) || HasRival(newcomer, claim, source, agreement)) return;
        if (isRuled) _ruled.Add(claim);
        else Hang(claim, new(newcomer.At, agreement));
    }

    private void Hang(Testimony claim, Bond? bond)
    {
        if (claim.Bond == bond) return;
        state.Hang(claim.At, bond);
        if (claim.Event is { } id) _open.Add(id);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<Testimony> Bearing(Testimony claim, Testimony? source)
    {
        var (first, last) = claim.Days;
        var bearing = state.Bearing([claim.Keys], Testimony.IsReal(claim.Claim.Status), first - ClaimComparer.Memory, last + ClaimComparer.Memory);
        var found = new List<Testimony>(bearing.Count);
        foreach (var other in bearing)
            if (other.At.Report != claim.At.Report) found.Add(other);
        // what a report tells again it tells in whatever words
        foreach (var other in state.Said(claim.At.Report))
            if (ClaimComparer.AreComparable(other.Claim, claim.Claim) && !state.Rulings.IsRejected(other.Claim.Id)) found.Add(other);
        if (source is not null && !found.Exists(c => c.At == source.At)) found.Add(state.Claim(source.At));
        return found;
    }

    /// <summary>The earlier claim that this one agrees with best; of several the earliest.</summary>
    private Candidate? Best(Testimony claim)
    {
        var source = retelling.Source(claim.At);
        Candidate? best = null;
        foreach (var other in Bearing(claim, source))
            if (Testimony.Order.Compare(other, claim) < 0) best = Better(best, other, claim, source);
        return best;
    }

    private Candidate? Better(Candidate? best, Testimony earlier, Testimony claim, Testimony? source)
    {
        var agreement = Agreement(earlier, claim, source);
        if (agreement <= 0 || best is not null && (agreement < best.Agreement || agreement == best.Agreement && Testimony.Order.Compare(earlier, best.Claim) > 0)) return best;
        return HasRival(earlier, claim, source, agreement) ? best : new(earlier, agreement);
    }

    /// <summary>Claims of which one hangs on another are named after the first of them.</summary>
    private void Name(IEnumerable<Testimony> claims)
    {
        var members = claims.Select(c => state.Claim(c.At)).Concat(_open.SelectMany(state.Told)).DistinctBy(c => c.At).ToDictionary(c => c.At);
        var names = new Dictionary<ClaimRef, string>(members.Count);
        _touched.UnionWith(_open);
        _open.Clear();
        foreach (var claim in members.Values)
        {
            var name = NameOf(claim);
            _touched.Add(name);
            if (claim.Event is { } before && before != name) _touched.Add(before);
            if (claim.Event != name) state.Assign(claim.At, name);
        }

        string NameOf(Testimony claim)
        {
            var way = new List<ClaimRef>();
            string? name;
            while (!names.TryGetValue(claim.At, out name))
            {
                way.Add(claim.At);
                if (claim.Bond is not { } bond) name = claim.EventAlone;
                else if (!members.TryGetValue(bond.With, out var earlier)) name = state.Claim(bond.With).Event!;
                else
                {
                    claim = earlier;
                    continue;
                }
                break;
            }
            foreach (var at in way) names[at] = name;
            return name;
        }
    }

    /// <summary>Sees to it that claims stand together and apart as people ruled, the earlier ones first.</summary>
    private void Obey()
    {
        if (!state.Rulings.AnyConcern) return;
        Summon(null);
        while (_ruled.Min is { } next)
        {
            _ruled.Remove(next);
            var claim = state.Claim(next.At);
            if (claim.Event is null) continue;
            Hang(claim, Ruled(claim));
            if (_open.Count == 0) continue;
            Name([]);
            Summon(claim);
        }

        // Where an event has changed, those that must not stand with one of its claims may have come or been let in.
        void Summon(Testimony? after)
        {
            foreach (var claim in state.Rulings.Concerned.Select(state.Find).OfType<Testimony>())
            {
                if (after is not null && Testimony.Order.Compare(claim, after) <= 0) continue;
                if (IsTouched(claim) || state.Rulings.Apart(claim.Claim.Id).Select(state.Find).OfType<Testimony>().Any(IsTouched)) _ruled.Add(claim);
            }
        }

        bool IsTouched(Testimony claim) => claim.Event is { } id && _touched.Contains(id);
    }

    /// <summary>What a claim hangs on by the word of people; where they leave it open, the one it agrees with best among the events that have none it must stand apart from.</summary>
    private Bond? Ruled(Testimony claim)
    {
        var closed = state.Rulings.Apart(claim.Claim.Id).Select(state.Find).OfType<Testimony>()
            .Where(other => Testimony.Order.Compare(other, claim) < 0).Select(other => other.Event).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var partner = state.Rulings.With(claim.Claim.Id).Select(state.Find).OfType<Testimony>()
            .Where(other => other.Event is { } id && !closed.Contains(id) && Testimony.Order.Compare(other, claim) < 0)
            .Order(Testimony.Order).FirstOrDefault();
        if (partner is not null) return new(partner.At, Bond.Decided);
        var source = retelling.Source(claim.At);
        Candidate? best = null;
        foreach (var other in Bearing(claim, source))
            if (Testimony.Order.Compare(other, claim) < 0 && !closed.Contains(other.Event!)) best = Better(best, other, claim, source);
        return best?.Bond;
    }

    /// <summary>How well two claims agree.</summary>
    /// <param name="earlier">The earlier claim.</param>
    /// <param name="claim">The later one.</param>
    /// <param name="source">What the later one tells again.</param>
    private int Agreement(Testimony earlier, Testimony claim, Testimony? source) =>
        IsRetold(earlier, claim, source) ? Bond.Retold : ClaimComparer.Agreement(earlier, claim, weights);

    /// <summary>True where the later report has a claim that is rather what the earlier claim tells. It is asked last, since it compares as many as that report has.</summary>
    private bool HasRival(Testimony earlier, Testimony claim, Testimony? source, int agreement)
    {
        if (earlier.At.Report == claim.At.Report || IsRetold(earlier, claim, source)) return false;
        foreach (var rival in state.Said(claim.At.Report))
            if (rival.At != claim.At && ClaimComparer.Agreement(earlier, rival, weights) > agreement) return true;
        return false;
    }

    private static bool IsRetold(Testimony earlier, Testimony claim, Testimony? source) =>
        source is not null && source.At == earlier.At && Testimony.IsReal(earlier.Claim.Status) == Testimony.IsReal(claim.Claim.Status);

    private sealed record Candidate(Testimony Claim, int Agreement)
    {
        internal Bond Bond => new(Claim.At, Agreement);
    }
}
