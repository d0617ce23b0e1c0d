using System.Collections.Immutable;
using Chancery.Exports;

namespace Chancery.Watching;

/// <summary>What a watch remembers of an event, to see what has changed.</summary>
internal sealed record EventState(string Story, ClaimStatus Status, ImmutableArray<string> Origins, ImmutableArray<string> Denials, ImmutableArray<string> Disputes, string? SettledBy)
{
    internal static EventState Of(Event item, string story) => new(
        story, item.Status, item.Origins,
        [.. item.Claims.Where(IsDenial).Select(c => c.Claim.Id)],
        [.. item.Disputes.Select(d => d.Field.Name())],
        item.SettledBy?.Event);

    internal static bool IsDenial(FiledClaim filed) => filed.Claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred;
}

/// <summary>How far a watch has looked.</summary>
/// <param name="Sequence">The last change of the record it has seen.</param>
/// <param name="Question">What was asked; another question begins anew.</param>
internal sealed record WatchState(long Sequence, string Question);
