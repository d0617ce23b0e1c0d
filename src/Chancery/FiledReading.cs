using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>What the record keeps of a reading: the report and what was read from it, without words and trees, which a rereading brings back.</summary>
public sealed record FiledReading
{
    /// <summary>The report as received.</summary>
    public required Report Report { get; init; }

    /// <summary>ISO 639-1 code of the language found, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";

    /// <summary>What the report itself names as its origin; null where it names none.</summary>
    public string? DeclaredOrigin { get; init; }

    /// <summary>The sentences, in UTF-16 units.</summary>
    public ImmutableArray<TextSpan> Sentences { get; init; } = [];

    /// <summary>What is claimed.</summary>
    public ImmutableArray<EventClaim> Claims { get; init; } = [];

    /// <summary>The numbers to follow.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>What is said not to be known.</summary>
    public ImmutableArray<Unknown> Unknowns { get; init; } = [];

    /// <summary>Trouble in the material.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The part of a reading that is kept.</summary>
    public static FiledReading Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new()
        {
            Report = reading.Report,
            Language = reading.Language,
            DeclaredOrigin = reading.DeclaredOrigin,
            Sentences = [.. reading.Document.Sentences.Select(s => s.Span)],
            Claims = reading.Claims.Claims,
            Figures = reading.Claims.Figures,
            Unknowns = reading.Attributions.Unknowns,
            Notices = reading.Notices,
        };
    }
}
