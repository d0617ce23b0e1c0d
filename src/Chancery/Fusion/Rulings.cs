using System.Globalization;

namespace Chancery.Fusion;

/// <summary>The decisions in force, as fusion asks for them.</summary>
internal sealed class Rulings
{
    private readonly Dictionary<string, HashSet<string>> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _together = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _blocs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _foes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Decision>> _corrections = new(StringComparer.Ordinal);

    internal Rulings(IEnumerable<Decision> decisions)
    {
        // The later word holds: who joins what was split, or splits what was joined, undoes that.
        foreach (var decision in decisions.Where(d => !d.IsWithdrawn))
        {
            switch (decision.Kind)
            {
                case DecisionKind.Split:
                    Pair(decision.Claims, decision.From, _apart, _together);
                    break;
                case DecisionKind.Join:
                    Pair(decision.Claims, decision.Claims, _together, _apart);
                    break;
                case DecisionKind.Reject:
                    _rejected.UnionWith(decision.Claims);
                    _accepted.ExceptWith(decision.Claims);
                    break;
                case DecisionKind.Accept:
                    _accepted.UnionWith(decision.Claims);
                    _rejected.ExceptWith(decision.Claims);
                    break;
                default:
                    foreach (var claim in decision.Claims) Add(_corrections, claim).Add(decision);
                    break;
            }
        }
    }

    internal static Rulings None { get; } = new([]);

    /// <summary>True where somebody put claims together or apart.</summary>
    internal bool AnyConcern => _apart.Count + _together.Count > 0;

    /// <summary>The claims that somebody put together or apart.</summary>
    internal IEnumerable<string> Concerned => _apart.Keys.Union(_together.Keys, StringComparer.Ordinal);

    /// <summary>True where somebody put this claim together with others or apart from them.</summary>
    internal bool Concern(string claim) => _apart.ContainsKey(claim) || _together.ContainsKey(claim);

    /// <summary>The claims of which somebody corrected something.</summary>
    internal IEnumerable<string> CorrectedClaims => _corrections.Keys;

    /// <summary>The claims that must not stand with this one: whoever puts a claim apart from one puts it apart from what is put together with that one, and what is put together with it as well.</summary>
    internal IReadOnlyCollection<string> Apart(string claim)
    {
        if (!Concern(claim)) return [];
        if (_foes.TryGetValue(claim, out var known)) return known;
        var (own, foes) = (Bloc(claim), new HashSet<string>(StringComparer.Ordinal));
        foreach (var member in own)
            foreach (var other in Of(_apart, member)) foes.UnionWith(Bloc(other));
        foes.ExceptWith(own);
        foes.UnionWith(Of(_apart, claim));
        return _foes[claim] = foes;
    }

    /// <summary>The claims that somebody put together with this one, be it by way of others.</summary>
    internal IReadOnlyCollection<string> With(string claim) => Bloc(claim) is { Count: > 1 } bloc ? bloc : Of(_together, claim);

    /// <summary>A claim with all that must be asked again where it is: what it is put together with and what it is put apart from.</summary>
    internal IEnumerable<string> Around(string claim) => With(claim).Concat(Apart(claim)).Append(claim);

    /// <summary>A claim with all that are put together with it, be it by way of others; it alone where some of them are put apart from each other again.</summary>
    private HashSet<string> Bloc(string claim)
    {
        if (!_together.ContainsKey(claim)) return [claim];
        if (_blocs.TryGetValue(claim, out var known)) return known;
        var bloc = new HashSet<string>(StringComparer.Ordinal) { claim };
        var open = new Queue<string>(bloc);
        while (open.TryDequeue(out var next))
            foreach (var other in Of(_together, next))
                if (bloc.Add(other)) open.Enqueue(other);
        if (bloc.Any(member => bloc.Overlaps(Of(_apart, member)))) return _blocs[claim] = [claim];
        foreach (var member in bloc) _blocs[member] = bloc;
        return bloc;
    }

    internal bool IsRejected(string claim) => _rejected.Contains(claim);

    /// <summary>The claim as people corrected it; the claim itself where nobody did.</summary>
    internal EventClaim Corrected(EventClaim claim)
    {
        if (_accepted.Contains(claim.Id)) claim = claim with { Confidence = 1 };
        if (!_corrections.TryGetValue(claim.Id, out var corrections)) return claim;
        foreach (var correction in corrections) claim = Corrected(claim, correction.Field!, correction.Value!);
        return claim;
    }

    /// <summary>A reading with its claims as people corrected them.</summary>
    internal FiledReading Corrected(FiledReading reading) => _accepted.Count + _corrections.Count == 0 ? reading : reading with { Claims = [.. reading.Claims.Select(Corrected)] };

    private static EventClaim Corrected(EventClaim claim, string field, string value) => field switch
    {
        "status" when Enum.TryParse<ClaimStatus>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var status) => claim with { Status = status, IsPast = claim.IsPast && status == ClaimStatus.Possible, Statement = null },
        "actor" => claim with { Actors = [Named(claim.Actors, value)], Statement = null },
        "recipient" => claim with { Recipients = [Named(claim.Recipients, value)], Statement = null },
        "from" when Day(value) is { } day => claim with { Time = new(day, claim.Time?.To is { } to && to >= day ? to : day, TimeBasis.Explicit), Statement = null },
        "to" when Day(value) is { } day => claim with { Time = new(claim.Time?.From is { } from && from <= day ? from : day, day, TimeBasis.Explicit), Statement = null },
        _ => claim,
    };

    /// <summary>'Name' or 'Name/COUNTRY'; the words that name the participant in the report stay.</summary>
    private static Participant Named(System.Collections.Immutable.ImmutableArray<Participant> before, string value)
    {
        var parts = value.Split('/', 2);
        return new(before is [var first, ..] ? first.Span : default, parts[0], parts.Length > 1 ? parts[1] : null, [], null);
    }

    private static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Pair(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right, Dictionary<string, HashSet<string>> into, Dictionary<string, HashSet<string>> outOf)
    {
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (a == b) continue;
                Add(into, a).Add(b);
                Add(into, b).Add(a);
                if (outOf.TryGetValue(a, out var others)) others.Remove(b);
                if (outOf.TryGetValue(b, out others)) others.Remove(a);
            }
        }
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> index, string claim) => index.TryGetValue(claim, out var others) ? others : [];

    private static TValue Add<TValue>(Dictionary<string, TValue> index, string key) where TValue : new()
    {
        if (!index.TryGetValue(key, out var value)) index.Add(key, value = new());
        return value;
    }
}
