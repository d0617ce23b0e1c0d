using System.Collections.Immutable;

namespace Chancery;

/// <summary>How the record stands on an event.</summary>
public enum Standing
{
    /// <summary>Two or more independent origins say so and none gainsays it.</summary>
    Settled,

    /// <summary>Sources disagree on whether it happened, who, to whom, where, when or how many.</summary>
    Contested,

    /// <summary>One independent origin says so.</summary>
    SingleSource,

    /// <summary>A later event settled it: a plan that was carried out or called off.</summary>
    Superseded,
}

/// <summary>Claims judged to tell of one happening, with what is agreed and what is disputed about it.</summary>
/// <remarks>Recomputed from the claims whenever they change, never edited; its id is made from its earliest claim, so that it lasts.</remarks>
public sealed record Event
{
    /// <summary>Stable as long as its earliest claim is.</summary>
    public required string Id { get; init; }

    /// <summary>The id of an event that a claim opens, being the first of it.</summary>
    internal static string Opened(string claim) => "e" + claim;

    /// <summary>The claims, by publication and then by place in the report.</summary>
    public required ImmutableArray<FiledClaim> Claims { get; init; }

    /// <summary>The claim that tells it best: the earliest of those with most participants told.</summary>
    public required FiledClaim Best { get; init; }

    /// <summary>Whether it happened, on the weight of the claims.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>True for a possibility that most of its claims tell as past: it may have happened already, and nothing of it is awaited.</summary>
    public bool IsPast { get; init; }

    /// <summary>True for what lies ahead, or did when it was told: planned, demanded, conditional, or possible and not told as past.</summary>
    public bool IsExpected => Expectation.IsExpected(Status) && !IsPast;

    /// <summary>How the record stands on it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Independent origins that say so; copies and rewrites of one dispatch count once.</summary>
    public required int Independent { get; init; }

    /// <summary>The days it may lie on.</summary>
    public ClaimTime? Time { get; init; }

    /// <summary>What is disputed about it.</summary>
    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    /// <summary>Id of the planned, possible or demanded event that this one settles; null where there is none.</summary>
    public string? Settles { get; init; }

    /// <summary>For a plan, possibility or demand: what became of it; null while nothing has.</summary>
    public Settlement? SettledBy { get; init; }

    /// <summary>Why each claim after the first stands here, in the order of <see cref="Claims"/>.</summary>
    public ImmutableArray<Join> Joins { get; init; } = [];

    /// <summary>Those who vouch for it independently: named sources, else dispatches; as many as <see cref="Independent"/>.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary>What rewrites changed in claims of this event that they took over.</summary>
    public ImmutableArray<ClaimDrift> Drifts { get; init; } = [];
}

/// <summary>What became of a plan.</summary>
/// <param name="Event">Id of the event that settled it.</param>
/// <param name="Status">Occurred or ongoing where it was carried out; denied or not occurred where it came to nothing.</param>
public sealed record Settlement(string Event, ClaimStatus Status);

/// <summary>Why a claim was taken to tell of the same happening as another.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="With">Id of the claim it agrees with best.</param>
/// <param name="Why">What they agree on, one word each: <c>actor</c>, <c>recipient</c>, <c>day</c>, <c>days-near</c>, <c>act</c>, <c>decision</c>.</param>
public sealed record Join(string Claim, string With, ImmutableArray<string> Why);

/// <summary>What a rewrite changed in a claim.</summary>
/// <param name="Claim">Id of the claim of the rewrite.</param>
/// <param name="Drift">What it changed.</param>
public sealed record ClaimDrift(string Claim, Drift Drift);

/// <summary>A claim with the reading it stands in.</summary>
public sealed record FiledClaim(FiledReading Reading, EventClaim Claim)
{
    /// <summary>Id of the event it stands in, where a store was asked for claims one by one; null for one that counts for nothing.</summary>
    public string? Event { get; init; }

    /// <summary>The words of the sentence the claim stands in; where its reading keeps no such sentence, those of its evidence.</summary>
    public string Sentence() => (Claim.Sentence >= 0 && Claim.Sentence < Reading.Sentences.Length ? Reading.Sentences[Claim.Sentence] : Claim.Evidence).In(Reading.Report.Text);
}

/// <summary>What claims of one event disagree on.</summary>
public enum DisputeField
{
    /// <summary>Whether it happened.</summary>
    Status,

    /// <summary>Who did it.</summary>
    Actor,

    /// <summary>To whom.</summary>
    Recipient,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Time,

    /// <summary>How many.</summary>
    Figure,
}

/// <summary>A disagreement between claims of one event.</summary>
/// <param name="Field">What about.</param>
/// <param name="Sides">Ids of the claims on each side; two sides or more.</param>
public sealed record Dispute(DisputeField Field, ImmutableArray<ImmutableArray<string>> Sides);
