using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>A span of a report that names an entity, a time, a place or a quantity.</summary>
/// <param name="Span">Where, in UTF-16 units.</param>
/// <param name="Head">Index in the document of the word that heads the mention.</param>
public abstract record Mention(TextSpan Span, int Head);

/// <summary>How an entity is mentioned (ACE: mention level).</summary>
public enum MentionKind
{
    /// <summary>By its name: 'Sergei Shoigu'.</summary>
    Name,

    /// <summary>By a description: 'the delegation'.</summary>
    Nominal,

    /// <summary>By a pronoun: 'he'.</summary>
    Pronoun,
}

/// <summary>What kind of thing an entity is.</summary>
public enum EntityType
{
    /// <summary>A person or a group of named persons.</summary>
    Person,

    /// <summary>An organization: a ministry, a company, an army, a party.</summary>
    Org,

    /// <summary>A place, states included.</summary>
    Place,

    /// <summary>A nationality, religious or political group: 'Russian', 'Kurds'.</summary>
    Norp,

    /// <summary>A named event: 'the Winter Olympics'.</summary>
    Event,

    /// <summary>A product, a weapon included: 'Hwasong-17'.</summary>
    Product,

    /// <summary>A work: a law, a treaty, a book, a newspaper as a text.</summary>
    Work,
}

/// <summary>A mention of someone or something, resolved as far as the report and the registry allow.</summary>
public sealed record EntityMention(TextSpan Span, int Head, MentionKind Kind, EntityType Type) : Mention(Span, Head)
{
    /// <summary>The fullest name the report gives this entity, else the words of the mention.</summary>
    public required string Name { get; init; }

    /// <summary>The registry's actor; null for those it does not know.</summary>
    public Actor? Actor { get; init; }

    /// <summary>ISO 3166-1 alpha-3, <c>IGO</c> or <c>NGO</c>; null where the text gives none.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors such as <c>GOV</c>, the primary one first.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Number of the coreference chain: mentions of one entity in this report share it.</summary>
    public int Chain { get; init; }

    /// <summary>Chains of those meant by a group ('the two nations', 'both sides'), where they are entities of their own; else empty.</summary>
    public ImmutableArray<int> Members { get; init; } = [];
}

/// <summary>A mention of a time.</summary>
public sealed record TimeMention(TextSpan Span, int Head, Timex Timex) : Mention(Span, Head);

/// <summary>How a toponym is used.</summary>
public enum PlaceRole
{
    /// <summary>As the place itself: 'arrived in Pyongyang'.</summary>
    Literal,

    /// <summary>As an adjective: 'Russian'.</summary>
    Adjective,

    /// <summary>For those who govern or live there: 'Pyongyang said'.</summary>
    Metonym,

    /// <summary>Inside another name: 'Bank of China'.</summary>
    InName,
}

/// <summary>A mention of a place: every toponym, whatever its role.</summary>
public sealed record PlaceMention(TextSpan Span, int Head, PlaceRole Role, string Name, Place? Place) : Mention(Span, Head);

/// <summary>A mention of a quantity: 'between 10,000 to 12,000 troops'.</summary>
public sealed record QuantityMention(TextSpan Span, int Head, Quantity Quantity) : Mention(Span, Head);
