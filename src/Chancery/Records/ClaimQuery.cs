using Chancery.Ontologies;

namespace Chancery.Records;

/// <summary>Which claims are wanted; what is left null asks for nothing.</summary>
public sealed record ClaimQuery
{
    /// <summary>Who did it.</summary>
    public PartyFilter? Actor { get; init; }

    /// <summary>To whom.</summary>
    public PartyFilter? Recipient { get; init; }

    /// <summary>Who takes part, as actor or as recipient; all of them. Empty for anybody.</summary>
    public IReadOnlyList<PartyFilter> Parties { get; init; } = [];

    /// <summary>What kind of action.</summary>
    public FrameFilter? Kind { get; init; }

    /// <summary>First day: claims that may lie on it or later. A claim without time counts for the day of publication.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day: claims that may lie on it or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is said to have happened.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>Part of the name of someone on whose word it stands, or of the publisher; case does not matter.</summary>
    public string? Source { get; init; }

    /// <summary>Words that all stand in the claim's sentence; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Least confidence, 0–1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>Name of the report it stands in.</summary>
    public string? Report { get; init; }

    /// <summary>Id of the claim, or how it begins.</summary>
    public string? Id { get; init; }

    /// <summary>True for the latest report first.</summary>
    public bool LatestFirst { get; init; }

    /// <summary>True where a claim is wanted; stores that cannot ask better ask this.</summary>
    public bool Matches(FiledClaim filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        var (claim, days) = (filed.Claim, ClaimDays.Of(filed));
        return (Actor is null || claim.Actors.Any(Actor.Matches))
            && (Recipient is null || claim.Recipients.Any(Recipient.Matches))
            && Parties.All(p => claim.Actors.Any(p.Matches) || claim.Recipients.Any(p.Matches))
            && (Kind is null || Kind.Matches(claim))
            && (Status is null || claim.Status == Status)
            && claim.Confidence >= MinConfidence
            && days.Touch(Since, Until)
            && (Source is null || Vouches(filed, Source))
            && (Report is null || filed.Reading.Report.Id == Report)
            && (Id is null || claim.Id.StartsWith(Id, StringComparison.Ordinal))
            && (Text is null || Words.AllIn(Text, filed.Sentence()));
    }

    private static bool Vouches(FiledClaim filed, string source) =>
        filed.Claim.Attribution.Append(filed.Reading.Report.Publisher ?? "").Any(name => Words.Fold(name).Contains(Words.Fold(source), StringComparison.Ordinal));
}

/// <summary>Someone who takes part: any one of the three is enough.</summary>
/// <param name="Name">Part of the name; case does not matter.</param>
/// <param name="Country">ISO 3166-1 alpha-3, <c>IGO</c> or <c>NGO</c>; null for none.</param>
/// <param name="ActorId">Id in the registry; null for none.</param>
public sealed record PartyFilter(string Name, string? Country = null, string? ActorId = null)
{
    /// <summary>True where this is a participant asked for.</summary>
    public bool Matches(Participant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return (Country is not null && participant.Country == Country)
            || (ActorId is not null && participant.ActorId == ActorId)
            || Words.Fold(participant.Name).Contains(Words.Fold(Name), StringComparison.Ordinal);
    }
}
