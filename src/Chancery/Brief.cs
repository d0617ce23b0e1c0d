using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>The record told back: sections of sentences, each with what it rests on.</summary>
/// <param name="Title">Headline: what matters most.</param>
/// <param name="Sections">In reading order; none is empty.</param>
public sealed record Brief(string Title, ImmutableArray<BriefSection> Sections)
{
    /// <summary>What it is about and drawn from: 'North Korea, Russia: 12 reports, 18 October 2024 to 12 July 2025'.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Figures that have a history, to be drawn.</summary>
    public ImmutableArray<BriefSeries> Series { get; init; } = [];
}

/// <summary>A series of figures, to be drawn.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Entries">By day; more than one.</param>
public sealed record BriefSeries(string Title, ImmutableArray<FigureEntry> Entries);

/// <summary>A section of a brief: the situation, the timeline, the figures, what is disputed, expected and unknown, the sources.</summary>
/// <param name="Heading">What the section tells.</param>
/// <param name="Sentences">In order of time.</param>
/// <param name="Omitted">How many more there are that the limit left out.</param>
public sealed record BriefSection(string Heading, ImmutableArray<BriefSentence> Sentences, int Omitted)
{
    /// <summary>True where its sentences are to be read as one paragraph.</summary>
    public bool IsParagraph { get; init; }
}

/// <summary>One sentence of a brief.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Sources">What it rests on; never empty.</param>
public sealed record BriefSentence(string Text, ImmutableArray<Citation> Sources)
{
    /// <summary>The words before a colon that a line is led by, such as its day, with which <see cref="Text"/> begins; null where there are none.</summary>
    public string? Lead { get; init; }
}

/// <summary>A place in a report that a sentence rests on.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Sentence">The sentence of the report, in UTF-16 units.</param>
/// <param name="ClaimId">The claim; null for an unknown or a figure without one.</param>
public sealed record Citation(FiledReading Reading, TextSpan Sentence, string? ClaimId);
