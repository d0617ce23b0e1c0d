namespace Chancery.Records;

/// <summary>Holds an event to what is true of every event of a record.</summary>
public static class EventChecks
{
    /// <summary>What is wrong with it, a line each; none where it is sound.</summary>
    public static IEnumerable<string> Faults(Event item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var claims = item.Claims.Select(c => c.Claim.Id).ToHashSet(StringComparer.Ordinal);
        if (claims.Count == 0) yield return $"event '{item.Id}' has no claims";
        if (claims.Count < item.Claims.Length) yield return $"event '{item.Id}' has a claim twice";
        if (!claims.Contains(item.Best.Claim.Id)) yield return $"event '{item.Id}' is told best by a claim that is none of its own";
        if (item.Independent < 1) yield return $"event '{item.Id}' has no origin";
        if (item.Disputes.Any(d => d.Sides.Length < 2 || d.Sides.Any(side => side.IsEmpty))) yield return $"event '{item.Id}' has a dispute with a side that nobody is on";
        foreach (var claim in item.Disputes.SelectMany(d => d.Sides).SelectMany(side => side).Concat(item.Joins.Select(j => j.Claim)).Where(c => !claims.Contains(c)))
            yield return $"event '{item.Id}' speaks of '{claim}', which is none of its claims";
    }
}
