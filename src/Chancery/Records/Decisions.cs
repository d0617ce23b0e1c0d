using System.Globalization;
using Chancery.Exports;

namespace Chancery.Records;

/// <summary>What makes a decision one that can be kept.</summary>
public static class Decisions
{
    /// <summary>What a correction can be about.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["status", "actor", "recipient", "from", "to"];

    /// <summary>What is wrong with a decision, in one line; null where it can be kept.</summary>
    public static string? Fault(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision switch
        {
            { Claims.IsDefaultOrEmpty: true } => "a decision is about one claim or more",
            { By: null or "" } => "a decision is somebody's: it must say whose",
            { Kind: DecisionKind.Join, Claims.Length: < 2 } => "to join takes two claims or more",
            { Kind: DecisionKind.Split, From.IsDefaultOrEmpty: true } => "to split takes claims to split from",
            { Kind: DecisionKind.Split } when decision.Claims.Intersect(decision.From, StringComparer.Ordinal).Any() => "no claim can be split from itself",
            { Kind: DecisionKind.Correct } => Fault(decision.Field, decision.Value),
            _ => null,
        };
    }

    /// <summary>The value a claim has for a field, in the form in which corrections give it; empty for none.</summary>
    public static string Value(EventClaim claim, string field)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return field switch
        {
            "status" => claim.Status.Name(),
            "actor" => Parties(claim.Actors),
            "recipient" => Parties(claim.Recipients),
            "from" => Day(claim.Time?.From),
            "to" => Day(claim.Time?.To),
            _ => "",
        };
    }

    private static string? Fault(string? field, string? value) => field switch
    {
        "status" => Enum.GetValues<ClaimStatus>().Any(s => s.Name() == value) ? null
            : $"'{value}' is no status: expected one of {string.Join(", ", Enum.GetValues<ClaimStatus>().Select(s => s.Name()))}",
        "from" or "to" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : $"'{value}' is no day such as 2025-03-21",
        "actor" or "recipient" => string.IsNullOrWhiteSpace(value) || value.StartsWith('/') ? "a participant has a name, or a name and a country such as 'Russia/RUS'" : null,
        _ => $"'{field}' is nothing that can be corrected: expected one of {string.Join(", ", Fields)}",
    };

    private static string Parties(IEnumerable<Participant> parties) => string.Join("; ", parties.Select(p => p.Country is null ? p.Name : $"{p.Name}/{p.Country}"));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
