namespace Chancery.Records;

/// <summary>The days a claim counts for: its own, else the day its report was published; a null side is open.</summary>
internal readonly record struct ClaimDays(DateOnly? First, DateOnly? Last)
{
    internal static ClaimDays Of(FiledClaim filed) =>
        filed.Claim.Time is { } time && (time.From ?? time.To) is not null ? new(time.From, time.To) : new(filed.Reading.Report.Published, filed.Reading.Report.Published);

    /// <summary>True where some of the days lie within the bounds; a claim of which no day is known lies within none.</summary>
    internal bool Touch(DateOnly? since, DateOnly? until)
    {
        if (since is null && until is null) return true;
        if (First is null && Last is null) return false;
        return (since is null || Last is null || Last >= since) && (until is null || First is null || First <= until);
    }
}
