using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>An event as stores keep it: its claims by name.</summary>
internal sealed record EventRow(string Id, ImmutableArray<ClaimRef> Claims, int Best, string Frame, ClaimStatus Status, Standing Standing, int Independent, ClaimTime? Time)
{
    /// <summary>The day it is listed by: its own, else that of the publication of the claim that tells it best.</summary>
    public DateOnly? Day { get; init; }

    public bool IsPast { get; init; }

    internal bool IsExpected => Expectation.IsExpected(Status) && !IsPast;

    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    /// <summary>For every claim after the first the place of the earlier one it hangs on.</summary>
    public ImmutableArray<int> With { get; init; } = [];

    /// <summary>Places of the claims that people put where they stand.</summary>
    public ImmutableArray<int> Decided { get; init; } = [];

    public ImmutableArray<string> Origins { get; init; } = [];

    public ImmutableArray<ClaimDrift> Drifts { get; init; } = [];

    public string? Settles { get; init; }

    public Settlement? SettledBy { get; init; }

    /// <summary>The event with its claims in full.</summary>
    internal Event Told(Func<string, FiledReading> reading)
    {
        var claims = Claims.Select(r => new FiledClaim(reading(r.Report), reading(r.Report).Claims[r.Index]) { Event = Id }).ToImmutableArray();
        return new()
        {
            Id = Id,
            Claims = claims,
            Best = claims[Best],
            Status = Status,
            IsPast = IsPast,
            Standing = Standing,
            Independent = Independent,
            Time = Time,
            Disputes = Disputes,
            Settles = Settles,
            SettledBy = SettledBy,
            Joins = [.. With.Select((with, i) => Join(claims[i + 1], claims[with], Decided.Contains(i + 1)))],
            Origins = Origins,
            Drifts = Drifts,
        };
    }

    private static Join Join(FiledClaim claim, FiledClaim with, bool decided) => new(claim.Claim.Id, with.Claim.Id, decided ? ["decision"] : ClaimComparer.Why(Testimony.Of(with), Testimony.Of(claim)));
}
