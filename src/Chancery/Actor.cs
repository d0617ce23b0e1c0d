using System.Collections.Immutable;

namespace Chancery;

/// <summary>An actor of the registry: a person, state, ministry, agency, organization or armed group under one name.</summary>
public sealed record Actor
{
    /// <summary>Stable id, such as <c>state/PRK</c> or <c>person/sergei-shoigu</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of entity it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>ISO 3166-1 alpha-3, <c>IGO</c> or <c>NGO</c>; null where none applies.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors, the primary one first, where they do not depend on the date.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Other names, in the language of the pack.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Offices held, earliest first.</summary>
    public ImmutableArray<Office> Offices { get; init; } = [];
}

/// <summary>An office somebody held for a time.</summary>
/// <param name="Title">Name of the office: 'Minister of Defence'.</param>
/// <param name="Country">The state or organization it belongs to.</param>
/// <param name="Sector">PLOVER sector the office gives.</param>
/// <param name="From">First day, as precise as the source; null where unknown.</param>
/// <param name="To">Last day; null while it is held.</param>
/// <param name="Source">Where that is said; <c>unsourced</c> for general knowledge.</param>
public sealed record Office(string Title, string? Country, string Sector, DateOnly? From, DateOnly? To, string Source)
{
    /// <summary>True where the office was held on that day.</summary>
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
