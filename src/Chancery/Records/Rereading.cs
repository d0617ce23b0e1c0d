using System.Collections.Immutable;

namespace Chancery.Records;

/// <summary>Carries decisions over from one reading of a report to another: they pass to the claims that stand at the same words.</summary>
internal static class Rereading
{
    /// <summary>For claims of the old reading the claims of the new one that take their place; those without a successor are left out.</summary>
    internal static IReadOnlyDictionary<string, string> Successors(FiledReading before, FiledReading after)
    {
        var successors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var old in before.Claims)
        {
            var next = after.Claims.Where(c => c.Trigger.Start < old.Trigger.End && old.Trigger.Start < c.Trigger.End)
                .OrderByDescending(c => c.Id == old.Id)
                .ThenByDescending(c => c.Frame.Name == old.Frame.Name)
                .FirstOrDefault();
            if (next is not null) successors[old.Id] = next.Id;
        }
        return successors;
    }

    /// <summary>The decision about the successors of its claims; null where nothing changes.</summary>
    internal static Decision? Moved(Decision decision, IReadOnlyDictionary<string, string> successors)
    {
        var (claims, from) = (Moved(decision.Claims, successors), Moved(decision.From, successors));
        return claims.SequenceEqual(decision.Claims) && from.SequenceEqual(decision.From) ? null : decision with { Claims = claims, From = from };
    }

    private static ImmutableArray<string> Moved(ImmutableArray<string> claims, IReadOnlyDictionary<string, string> successors) =>
        [.. claims.Select(c => successors.GetValueOrDefault(c, c)).Distinct(StringComparer.Ordinal)];
}
