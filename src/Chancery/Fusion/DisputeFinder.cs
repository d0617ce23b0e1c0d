using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Finds what the claims of one event disagree on; every side keeps its claims, nothing is averaged.</summary>
internal static class DisputeFinder
{
    internal static ImmutableArray<Dispute> Find(IReadOnlyList<Testimony> claims)
    {
        var disputes = ImmutableArray.CreateBuilder<Dispute>();
        Split(DisputeField.Status, claims, c => c.Claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred ? "no" : "yes");
        Split(DisputeField.Place, claims, c => c.Claim.Place is { Feature: ['P', ..] } place ? place.GeoNameId.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        Figures();
        return disputes.ToImmutable();

        void Split(DisputeField field, IEnumerable<Testimony> members, Func<Testimony, string?> side)
        {
            var sides = members.Select(c => (c, side: side(c))).Where(x => x.side is not null).GroupBy(x => x.side, x => x.c.Claim.Id).ToArray();
            if (sides.Length > 1) disputes.Add(new(field, [.. sides.Select(s => s.ToImmutableArray())]));
        }

        // Numbers dispute each other where the ranges of one unit do not meet.
        void Figures()
        {
            foreach (var unit in claims.SelectMany(c => c.Claim.Figures.Select(f => (c, f.Quantity))).GroupBy(x => CountedUnit.Of(x.Quantity), StringComparer.Ordinal))
            {
                var groups = new List<(Quantity Range, List<string> Claims)>();
                foreach (var (claim, quantity) in unit)
                {
                    var met = groups.FindIndex(g => Ranges.Meet(g.Range, quantity));
                    if (met >= 0) groups[met].Claims.Add(claim.Claim.Id);
                    else groups.Add((quantity, [claim.Claim.Id]));
                }
                if (groups.Count > 1) disputes.Add(new(DisputeField.Figure, [.. groups.Select(g => g.Claims.ToImmutableArray())]));
            }
        }
    }
}
