using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Briefs;

/// <summary>Why an event stands as it does, in words: who says so, who says otherwise, what it was settled by.</summary>
/// <param name="Words">One line without a full stop: 'two independent sources say so: the Pentagon and KCNA'.</param>
/// <param name="Claims">Ids of the claims it stands on, in order; never empty.</param>
public sealed record StandingReason(string Words, ImmutableArray<string> Claims)
{
    /// <summary>Names told; of more the number.</summary>
    private const int Most = 4;

    /// <summary>The reason for an event's <see cref="Event.Standing"/>.</summary>
    public static StandingReason Of(Event e)
    {
        ArgumentNullException.ThrowIfNull(e);
        FiledClaim[] speaking = [.. e.Claims.Where(c => Denies(c.Claim) == Denies(e.Best.Claim))];
        return e.Standing switch
        {
            Standing.Superseded => new($"{(e.SettledBy!.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred ? "it came to nothing" : "it came about")}: {e.SettledBy.Event}", Ids(e.Claims)),
            Standing.Contested => new(string.Join("; ", e.Disputes.Select(d => $"{About(d.Field)}: {string.Join(", ", d.Sides.Select(side => Side(e, d.Field, side)))}")), [.. e.Disputes.SelectMany(d => d.Sides).SelectMany(s => s).Distinct(StringComparer.Ordinal)]),
            Standing.Settled => new($"{Count(e.Independent)} independent sources {(Denies(e.Best.Claim) ? "deny it" : "say so")}: {Names(Vouchers(e))}", Ids(speaking)),
            _ => new($"one source alone {(Denies(e.Best.Claim) ? "denies it" : "says so")}: {Names(Vouchers(e))}{(Reports(speaking) is > 1 and var reports ? $", told by {Count(reports)} reports" : "")}", Ids(speaking)),
        };
    }

    /// <summary>Those who vouch for an event, as <see cref="Event.Origins"/> has them, by the names people know them by: a dispatch by its publisher, else by what it says that it is from.</summary>
    public static IEnumerable<string> Vouchers(Event e)
    {
        ArgumentNullException.ThrowIfNull(e);
        FiledClaim[] unsourced = [.. e.Claims.Where(c => c.Claim.Attribution.IsEmpty)];
        string[] named = [.. e.Claims.SelectMany(c => c.Claim.Attribution)];
        // a dispatch may be known here by those alone who took it over
        return e.Origins.Select(origin => named.Contains(origin, StringComparer.Ordinal) ? origin
            : (unsourced.FirstOrDefault(c => c.Reading.Report.Id == origin) ?? unsourced.FirstOrDefault()) is { } own ? Publisher(own.Reading) : origin);
    }

    /// <summary>Who vouches in the end for a claim: the innermost source named, else who published it; of a denial those who deny.</summary>
    internal static string Voucher(FiledClaim claim) =>
        claim.Claim.Attribution is [.., var source] ? source
        : claim.Claim.Frame.Name == "deny" && claim.Claim.Actors is [var denier, ..] ? denier.Name
        : Publisher(claim.Reading);

    /// <summary>Who published a report, else where it says that it is from.</summary>
    internal static string Publisher(FiledReading reading) => reading.Report.Publisher ?? reading.DeclaredOrigin ?? "the report";

    /// <summary>True where the claim says that it was not so.</summary>
    internal static bool Denies(EventClaim claim) => claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred || claim.Frame.Name == "deny";

    /// <summary>What a dispute is about.</summary>
    internal static string About(DisputeField field) => field switch
    {
        DisputeField.Status => "whether it happened",
        DisputeField.Figure => "how many",
        DisputeField.Place => "where",
        DisputeField.Time => "when",
        DisputeField.Actor => "who did it",
        _ => "to whom",
    };

    /// <summary>A number up to twelve as a word.</summary>
    internal static string Count(int number) => number is > 0 and <= 12
        ? ((ReadOnlySpan<string>)["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])[number - 1]
        : number.ToString(CultureInfo.InvariantCulture);

    private static string Side(Event e, DisputeField field, ImmutableArray<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        FiledClaim[] claims = [.. e.Claims.Where(c => wanted.Contains(c.Claim.Id))];
        var first = claims[0].Claim;
        var said = field switch
        {
            DisputeField.Status => Denies(first) ? "no" : "yes",
            DisputeField.Figure => string.Join(" and ", first.Figures.Select(f => FigureWords.Of(f.Quantity)).Distinct(StringComparer.Ordinal)),
            DisputeField.Place => first.Place?.Name ?? "elsewhere",
            DisputeField.Time => first.Time?.From is { } day ? Days.Of(day) : "otherwise",
            DisputeField.Actor => string.Join(" and ", first.Actors.Select(a => a.Name)),
            _ => string.Join(" and ", first.Recipients.Select(a => a.Name)),
        };
        return $"{said} ({Names(claims.Select(Voucher))})";
    }

    private static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (all.Length > Most) return $"{string.Join(", ", all[..(Most - 1)])} and {Count(all.Length - Most + 1)} more";
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static int Reports(IEnumerable<FiledClaim> claims) => claims.Select(c => c.Reading.Report.Id).Distinct(StringComparer.Ordinal).Count();

    private static ImmutableArray<string> Ids(IEnumerable<FiledClaim> claims) => [.. claims.Select(c => c.Claim.Id).Distinct(StringComparer.Ordinal)];
}
