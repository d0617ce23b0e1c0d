using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>One news item exactly as received.</summary>
/// <remarks>Immutable. The text is kept as given; what the report says of itself (title, publisher, dates) stands beside it, not in it.</remarks>
public sealed record Report
{
    /// <summary>Name of the report: given by the sender, else made from the content.</summary>
    public required string Id { get; init; }

    /// <summary>The text exactly as given.</summary>
    public required string Text { get; init; }

    /// <summary>Headline where it was given apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet that published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Day of publication; null where unknown: relative times then stay unresolved.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Address it came from.</summary>
    public string? Url { get; init; }

    /// <summary>Who wrote it, as it says itself; names with commas between.</summary>
    public string? Byline { get; init; }

    /// <summary>Where it was taken from, as said beside the text by the page or whoever sent it; null where at most the text names an origin.</summary>
    public string? DeclaredOrigin { get; init; }

    /// <summary>When this version took the place of a former one of the same <see cref="Url"/>; null for the first version known.</summary>
    public DateTimeOffset? Revised { get; init; }

    /// <summary>Sentence bounds that came with the report, in UTF-16 units; null where they are ours to find.</summary>
    public IReadOnlyList<TextSpan>? Sentences { get; init; }

    /// <summary>Words that came with the report, as from a CoNLL-U file; null where they are ours to find.</summary>
    public TokenizedText? Words { get; init; }

    /// <summary>Mentions of events that came with the report, in UTF-16 units; null where none did.</summary>
    public IReadOnlyList<TextSpan>? Mentions { get; init; }

    /// <summary>Trouble met on the way in, such as bytes that are no text.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];
}

/// <summary>How serious a <see cref="Notice"/> is.</summary>
public enum NoticeSeverity
{
    /// <summary>Worth knowing; nothing is lost.</summary>
    Info,

    /// <summary>Something could not be read as well as usual.</summary>
    Warning,

    /// <summary>Part of the report could not be read.</summary>
    Error,
}

/// <summary>Trouble in the material: data of the reading, not an exception.</summary>
/// <param name="Code">Stable name, such as <c>date-missing</c>; listed in docs/notices.md.</param>
/// <param name="Severity">How serious.</param>
/// <param name="Span">Where in the text.</param>
/// <param name="Message">What was found and what was done about it, quoting the material.</param>
public sealed record Notice(string Code, NoticeSeverity Severity, TextSpan Span, string Message);
