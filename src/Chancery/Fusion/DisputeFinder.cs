using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Finds what the claims of one event disagree on; every side keeps its claims, nothing is averaged.</summary>
internal static class DisputeFinder
{
    /// <param name="claims">The claims.</param>
    /// <param name="drifts">What rewrites among them changed.</param>
    internal static ImmutableArray<Dispute> Find(IReadOnlyList<Testimony> claims, ImmutableArray<ClaimDrift> drifts)
    {
        var renamed = drifts.Where(d => d.Drift.Field == "actor").Select(d => d.Claim).ToHashSet(StringComparer.Ordinal);
        var disputes = ImmutableArray.CreateBuilder<Dispute>();
        Split(DisputeField.Status, claims, c => Gainsaying.Denies(c.Claim) ? "no" : "yes");
        Testimony[] asserted = [.. claims.Where(c => !Gainsaying.Denies(c.Claim))];
        Part(DisputeField.Actor, asserted, (a, b) => IsRetold(a, b) ? renamed.Contains(a.Claim.Id) != renamed.Contains(b.Claim.Id) : Parties.Agreement(a.Claim.Actors, b.Claim.Actors) < 0);
        Part(DisputeField.Recipient, asserted, (a, b) => Parties.Agreement(a.Claim.Recipients, b.Claim.Recipients) < 0 && Known(a.Claim) && Known(b.Claim) && !IsRetold(a, b));
        Split(DisputeField.Place, claims, c => c.Claim.Place is { Feature: ['P', ..] } place ? place.GeoNameId.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        Figures();
        return disputes.ToImmutable();

        // what a rewrite says on the word of the same is another's only where it was seen to name somebody else
        static bool IsRetold(Testimony a, Testimony b) => a.Dispatch == b.Dispatch && a.At.Report != b.At.Report && IsOnOneWord(a.Claim, b.Claim);

        static bool IsOnOneWord(EventClaim a, EventClaim b) =>
            (a.Attribution, b.Attribution) is ([.., var one], [.., var other]) ? one == other : a.Within is null && b.Within is null;

        static bool Known(EventClaim claim) => claim.Recipients.Any(r => r.ActorId is not null);

        // Two that cannot both be right stand on two sides; who agrees with neither or both stands on none.
        void Part(DisputeField field, Testimony[] members, Func<Testimony, Testimony, bool> gainsay)
        {
            if (members.Length < 2 || Array.Find(members, m => gainsay(members[0], m)) is not { } other) return;
            string[] left = [.. members.Where(m => gainsay(other, m)).Select(m => m.Claim.Id)];
            string[] right = [.. members.Where(m => gainsay(members[0], m) && !left.Contains(m.Claim.Id)).Select(m => m.Claim.Id)];
            disputes.Add(new(field, [[.. left], [.. right]]));
        }

        void Split(DisputeField field, IEnumerable<Testimony> members, Func<Testimony, string?> side)
        {
            var sides = members.Select(c => (c, side: side(c))).Where(x => x.side is not null).GroupBy(x => x.side, x => x.c.Claim.Id).ToArray();
            if (sides.Length > 1) disputes.Add(new(field, [.. sides.Select(s => s.ToImmutableArray())]));
        }

        // The dead are not counted against the wounded.
        static string? Toll(EventClaim claim) => claim.Frame.Name switch
        {
            "kill" or "killing" or "death" => "kill",
            "wound" or "injury" => "wound",
            _ => null,
        };

        // Numbers dispute each other where the ranges of one unit do not meet.
        void Figures()
        {
            foreach (var unit in asserted.SelectMany(c => c.Claim.Figures.Select(f => (c, f.Quantity))).GroupBy(x => (Unit: CountedUnit.Of(x.Quantity), Toll: Toll(x.c.Claim))))
            {
                var groups = new List<(Quantity Range, List<string> Claims)>();
                foreach (var (claim, quantity) in unit)
                {
                    var met = groups.FindIndex(g => Ranges.Meet(g.Range, quantity));
                    if (met >= 0) groups[met].Claims.Add(claim.Claim.Id);
                    else groups.Add((quantity, [claim.Claim.Id]));
                }
                // 'of 11,000 about 4,000 were killed': one who gives two numbers does not dispute himself
                if (groups.Count > 1 && groups.SelectMany(g => g.Claims).Distinct(StringComparer.Ordinal).Skip(1).Any()) disputes.Add(new(DisputeField.Figure, [.. groups.Select(g => g.Claims.ToImmutableArray())]));
            }
        }
    }
}
