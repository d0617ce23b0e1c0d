namespace Chancery.Briefs;

/// <summary>Tells what the reports of a day and later ones changed in the record.</summary>
internal static class Changes
{
    /// <summary>True where a report of that day or a later one tells of the event, gainsays it, adds an origin to it, or of what became of it.</summary>
    internal static bool Touch(Event e, DateOnly since) => e.Claims.Any(c => IsNew(c.Reading, since)) && !e.Claims.Where(c => IsNew(c.Reading, since)).All(c => IsRepeat(e, c, since));

    internal static bool IsNew(FiledReading reading, DateOnly since) => reading.Report.Published is { } day && day >= since;

    /// <summary>What an earlier report of the same word said already changes nothing.</summary>
    private static bool IsRepeat(Event e, FiledClaim claim, DateOnly since) => e.Claims.Any(c =>
        !IsNew(c.Reading, since) && c.Claim.Status == claim.Claim.Status && c.Claim.Attribution.SequenceEqual(claim.Claim.Attribution, StringComparer.OrdinalIgnoreCase)
        && c.Claim.Figures.Select(f => f.Quantity).SequenceEqual(claim.Claim.Figures.Select(f => f.Quantity)));
}
