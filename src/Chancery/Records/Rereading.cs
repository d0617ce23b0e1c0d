using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Fusion;

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

    /// <summary>The new reading with ids that no other report's claims have.</summary>
    internal static FiledReading Named(FiledReading reading, FiledReading before, Func<string, bool> isTaken)
    {
        var own = before.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return ClaimNames.Free(reading, id => !own.Contains(id) && isTaken(id));
    }

    /// <summary>True where nothing was read otherwise.</summary>
    internal static bool IsSame(FiledReading before, FiledReading after) =>
        (before.Language, before.DeclaredOrigin, before.Claims.Length) == (after.Language, after.DeclaredOrigin, after.Claims.Length)
        && Text(ReadingBody.Of(before), RecordJson.Default.ReadingBody) == Text(ReadingBody.Of(after), RecordJson.Default.ReadingBody)
        && before.Claims.Zip(after.Claims).All(pair => Text(pair.First, RecordJson.Default.EventClaim) == Text(pair.Second, RecordJson.Default.EventClaim));

    /// <summary>The decision without claims that are gone; null where too little is left of it.</summary>
    internal static Decision? Without(Decision decision, IReadOnlySet<string> gone)
    {
        var left = decision with { Claims = [.. decision.Claims.Where(c => !gone.Contains(c))], From = [.. decision.From.Where(c => !gone.Contains(c))] };
        return left.Claims.Length == decision.Claims.Length && left.From.Length == decision.From.Length ? decision : Decisions.Fault(left) is null ? left : null;
    }

    private static string Text<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>The decision about the successors of its claims; null where nothing changes.</summary>
    internal static Decision? Moved(Decision decision, IReadOnlyDictionary<string, string> successors)
    {
        var (claims, from) = (Moved(decision.Claims, successors), Moved(decision.From, successors));
        return claims.SequenceEqual(decision.Claims) && from.SequenceEqual(decision.From) ? null : decision with { Claims = claims, From = from };
    }

    private static ImmutableArray<string> Moved(ImmutableArray<string> claims, IReadOnlyDictionary<string, string> successors) =>
        [.. claims.Select(c => successors.GetValueOrDefault(c, c)).Distinct(StringComparer.Ordinal)];
}
