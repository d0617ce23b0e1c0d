using System.Collections.Immutable;

namespace Chancery;

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

    /// <summary>What changed against the report this one was taken from, and what else did.</summary>
    public Drift? Drift { get; init; }
}

/// <summary>What a rewrite changed in a claim it took over.</summary>
/// <param name="Field"><c>source</c>, <c>certainty</c>, <c>number</c> or <c>actor</c>.</param>
/// <param name="From">What the earlier report said.</param>
/// <param name="To">What this one says.</param>
/// <param name="Report">Id of the earlier report.</param>
public sealed record Drift(string Field, string From, string To, string Report)
{
    /// <summary>What else it changed: another number may be told on another's word.</summary>
    public Drift? And { get; init; }

    /// <summary>This and all that <see cref="And"/> leads on to.</summary>
    public IEnumerable<Drift> All()
    {
        for (var drift = this; drift is not null; drift = drift.And) yield return drift;
    }
}
