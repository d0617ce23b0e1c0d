using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>All that was obtained from one report. Immutable and thread-safe.</summary>
public sealed record Reading
{
    /// <summary>The report as received.</summary>
    public required Report Report { get; init; }

    /// <summary>ISO 639-1 code of the language found, or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the report itself names as its origin: 'Original Source: …', '(AP)'; null where it names none.</summary>
    public string? DeclaredOrigin { get; init; }

    /// <summary>Words, tags and trees.</summary>
    public required Document Document { get; init; }

    /// <summary>Entities, times, places, quantities.</summary>
    public required MentionSet Mentions { get; init; }

    /// <summary>Who says what, how sure.</summary>
    public required Attributions Attributions { get; init; }

    /// <summary>What is claimed.</summary>
    public required EventClaims Claims { get; init; }

    /// <summary>Trouble in the material.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];
}
