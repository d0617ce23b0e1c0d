using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery;

/// <summary>How a source stands to what it is quoted with.</summary>
public enum Stance
{
    /// <summary>Says it is so.</summary>
    Asserts,

    /// <summary>Says it is not so.</summary>
    Denies,

    /// <summary>Holds it uncertain.</summary>
    Doubts,

    /// <summary>Asks it.</summary>
    Asks,

    /// <summary>Declines to say.</summary>
    Withholds,
}

/// <summary>What a source does with what it is quoted with.</summary>
public enum AttributionKind
{
    /// <summary>Says it: said, announced, according to.</summary>
    Say,

    /// <summary>Says it to somebody: told, assured.</summary>
    Tell,

    /// <summary>Asks it: asked, wondered, discussed.</summary>
    Ask,

    /// <summary>Holds it to be so: believes, fears, predicts.</summary>
    Think,

    /// <summary>Knows or learns it.</summary>
    Know,

    /// <summary>Shows it: a poll, an image, a document.</summary>
    Show,

    /// <summary>Wants or plans it.</summary>
    Want,

    /// <summary>Binds itself to it: promised, threatened.</summary>
    Pledge,

    /// <summary>Calls for it.</summary>
    Demand,

    /// <summary>Praises, blames or names it.</summary>
    Judge,

    /// <summary>Passes on what another said: citing, quoting.</summary>
    Cite,

    /// <summary>Declines it.</summary>
    Decline,
}

/// <summary>An attribution relation (PARC, PolNeAR): who says what by which words.</summary>
/// <param name="Source">The words that name the source; null where none does.</param>
/// <param name="Cue">The words that tie source to content: 'said', 'according to'; null where punctuation alone does.</param>
/// <param name="Content">What is attributed, in text order; more than one span where the quote is broken.</param>
/// <param name="SourceName">The source resolved: 'Korean Central News Agency'; the words themselves where it is not known.</param>
/// <param name="Stance">How the source stands to the content.</param>
/// <param name="Within">Index of the enclosing attribution in <see cref="Attributions.Relations"/>; null for the outermost.</param>
public sealed record Attribution(TextSpan? Source, TextSpan? Cue, ImmutableArray<TextSpan> Content, string SourceName, Stance Stance, int? Within)
{
    /// <summary>What the source does.</summary>
    public AttributionKind Kind { get; init; }

    /// <summary>Index of the word that names the source, which may stand outside <see cref="Source"/>: behind the 'A' of an interview the one interviewed; -1 for none.</summary>
    internal int Speaker { get; init; } = -1;

    /// <summary>What of the content stands in the source's own words, quotation marks included, in text order.</summary>
    internal ImmutableArray<TextSpan> Quoted { get; init; } = [];

    /// <summary>The words of an answer that the report sets behind what it answers (', which Chad denied'): no part of that; null where this is none.</summary>
    internal TextSpan? Rejoinder { get; init; }

    /// <summary>True where the source vouches for what is told ('said', 'believes', 'shows'), false where it wants, judges or withholds it, or nobody is named.</summary>
    public bool Vouches => SourceName.Length > 0 && Kind is (AttributionKind.Say or AttributionKind.Tell or AttributionKind.Think or AttributionKind.Know or AttributionKind.Show or AttributionKind.Cite);
}

/// <summary>Whether a claimed event is said to have happened.</summary>
public enum ClaimStatus
{
    /// <summary>Said to have happened.</summary>
    Occurred,

    /// <summary>Said to be going on.</summary>
    Ongoing,

    /// <summary>Announced or scheduled.</summary>
    Planned,

    /// <summary>May happen or may have happened.</summary>
    Possible,

    /// <summary>Called for, not reported done.</summary>
    Demanded,

    /// <summary>Would happen if something else did.</summary>
    Conditional,

    /// <summary>A source says it did or does not happen.</summary>
    Denied,

    /// <summary>Reported as not having happened.</summary>
    NotOccurred,
}

/// <summary>How far the source commits itself, certainty times polarity (FactBank): -3 certainly not … 0 uncommitted … +3 certainly.</summary>
/// <remarks>Not the reader's own confidence, and not a matter of time: 'will arrive' is +3 and planned.</remarks>
/// <param name="Value">From -3 to +3.</param>
public readonly record struct Factuality(double Value)
{
    /// <summary>Certain and positive.</summary>
    public static Factuality Certain => new(3);
}

/// <summary>A word that denotes an event or a state, political or not, with how far its source commits to it.</summary>
/// <param name="Word">Index of the word in the document.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Factuality">How far the source commits to it.</param>
/// <param name="Status">Whether it is said to have happened.</param>
public sealed record Predicate(int Word, TextSpan Span, string Lemma, Factuality Factuality, ClaimStatus Status);
