using System.Collections.Immutable;

namespace Chancery.Records;

/// <summary>A claim by the name of its report and its place among that report's claims.</summary>
internal readonly record struct ClaimRef(string Report, int Index);

/// <summary>An event as stores keep it: its claims by name.</summary>
internal sealed record EventRow(
    string Id, ImmutableArray<ClaimRef> Claims, int Best, ClaimStatus Status, Standing Standing, int Independent,
    ClaimTime? Time, ImmutableArray<Dispute> Disputes, string? Settles);

/// <summary>A followed figure as stores keep it: by the name of its report and its place among that report's figures.</summary>
internal sealed record FigureRow(
    string Id, string Series, string Report, int Index, DateOnly? AsOf, string? Supersedes, ImmutableArray<string> Contradicts, Drift? Drift);

/// <summary>Turns what was fused into rows and back.</summary>
internal static class FusedRows
{
    internal static EventRow Row(Event item)
    {
        var claims = item.Claims.Select(Ref).ToImmutableArray();
        return new(item.Id, claims, claims.IndexOf(Ref(item.Best)), item.Status, item.Standing, item.Independent, item.Time, item.Disputes, item.Settles);
    }

    internal static FigureRow Row(FigureEntry entry) => new(
        entry.Id, entry.Series, entry.Reading.Report.Id, entry.Reading.Figures.IndexOf(entry.Figure), entry.AsOf, entry.Supersedes, entry.Contradicts, entry.Drift);

    internal static Event Event(EventRow row, Func<string, FiledReading> reading)
    {
        var claims = row.Claims.Select(r => new FiledClaim(reading(r.Report), reading(r.Report).Claims[r.Index])).ToImmutableArray();
        return new()
        {
            Id = row.Id,
            Claims = claims,
            Best = claims[Math.Max(0, row.Best)],
            Status = row.Status,
            Standing = row.Standing,
            Independent = row.Independent,
            Time = row.Time,
            Disputes = row.Disputes,
            Settles = row.Settles,
        };
    }

    internal static FigureEntry Figure(FigureRow row, Func<string, FiledReading> reading) => new()
    {
        Id = row.Id,
        Series = row.Series,
        Reading = reading(row.Report),
        Figure = reading(row.Report).Figures[row.Index],
        AsOf = row.AsOf,
        Supersedes = row.Supersedes,
        Contradicts = row.Contradicts,
        Drift = row.Drift,
    };

    private static ClaimRef Ref(FiledClaim filed) => new(filed.Reading.Report.Id, filed.Reading.Claims.IndexOf(filed.Claim));
}
