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

    /// <summary>The claims, by publication and then by place in the report.</summary>
    public required ImmutableArray<FiledClaim> Claims { get; init; }

    /// <summary>The claim that tells it best: the earliest of those with most participants told.</summary>
    public required FiledClaim Best { get; init; }

    /// <summary>Whether it happened, on the weight of the claims.</summary>
    public required ClaimStatus Status { get; init; }

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
}

/// <summary>A claim with the reading it stands in.</summary>
public sealed record FiledClaim(FiledReading Reading, EventClaim Claim);

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

/// <summary>How a report came to be.</summary>
public enum ReportKind
{
    /// <summary>Derived from no other report of the record.</summary>
    Original,

    /// <summary>The words of another report.</summary>
    Copy,

    /// <summary>Another report told in other words.</summary>
    Rewrite,

    /// <summary>A later version by the same publisher.</summary>
    Update,
}

/// <summary>Where a report stands among the tellings of one dispatch.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Dispatch">Name of the group: the id of its earliest report.</param>
/// <param name="DerivedFrom">Id of the report it was taken from; null for an original.</param>
/// <param name="Kind">How it was taken.</param>
public sealed record Lineage(string Report, string Dispatch, string? DerivedFrom, ReportKind Kind);

/// <summary>One telling of a number that is followed over time.</summary>
public sealed record FigureEntry
{
    /// <summary>Stable id: report and position.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the series: what is counted, by unit and subject.</summary>
    public required string Series { get; init; }

    /// <summary>The reading it stands in.</summary>
    public required FiledReading Reading { get; init; }

    /// <summary>The figure as read.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The day it holds for: the claim's, else the day of publication.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Id of the entry of the same source that this one replaces.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Ids of entries of other sources that cannot hold beside this one.</summary>
    public ImmutableArray<string> Contradicts { get; init; } = [];

    /// <summary>What changed against the report this one was taken from.</summary>
    public Drift? Drift { get; init; }
}

/// <summary>What a rewrite changed in a claim it took over.</summary>
/// <param name="Field"><c>source</c>, <c>certainty</c>, <c>number</c> or <c>actor</c>.</param>
/// <param name="From">What the earlier report said.</param>
/// <param name="To">What this one says.</param>
/// <param name="Report">Id of the earlier report.</param>
public sealed record Drift(string Field, string From, string To, string Report);

/// <summary>Everything fusion makes of a record: recomputed, never edited.</summary>
/// <param name="Lineages">One for every report, in order of publication.</param>
/// <param name="Events">The events, by time.</param>
/// <param name="Figures">The figures, by series and day.</param>
public sealed record FusedRecord(ImmutableArray<Lineage> Lineages, ImmutableArray<Event> Events, ImmutableArray<FigureEntry> Figures);
