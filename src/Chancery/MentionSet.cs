using System.Collections.Immutable;

namespace Chancery;

/// <summary>All mentions of one report, each kind in text order: the result of finding, the input of attributing.</summary>
public sealed record MentionSet(
    ImmutableArray<EntityMention> Entities,
    ImmutableArray<TimeMention> Times,
    ImmutableArray<PlaceMention> Places,
    ImmutableArray<QuantityMention> Quantities)
{
    /// <summary>Trouble the finders met: a day that does not exist, a number too large to keep.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];
}

/// <summary>Who says what in one report, and what is said of every predicate: the result of attributing, the input of coding.</summary>
/// <param name="Relations">The attribution relations in text order.</param>
/// <param name="Predicates">The predicates in text order.</param>
/// <param name="Unknowns">What the report says is not known.</param>
public sealed record Attributions(ImmutableArray<Attribution> Relations, ImmutableArray<Predicate> Predicates, ImmutableArray<Unknown> Unknowns);

/// <summary>What is claimed in one report: the result of coding.</summary>
/// <param name="Claims">The claims in text order.</param>
/// <param name="Figures">The figures in text order.</param>
public sealed record EventClaims(ImmutableArray<EventClaim> Claims, ImmutableArray<Figure> Figures);
