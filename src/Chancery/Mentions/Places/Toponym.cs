using Chancery.Linguistics;

namespace Chancery.Mentions.Places;

/// <summary>What the words of a toponym have to do with the places they were looked up by.</summary>
internal enum ToponymKind
{
    /// <summary>They are a name of each.</summary>
    Whole,

    /// <summary>They name the land around one: 'Orange County'.</summary>
    Around,

    /// <summary>They name something else, which may lie in a place beside it: 'Grand Avenue, Oakland'.</summary>
    Unlisted,
}

/// <summary>A toponym on its way to a <see cref="PlaceMention"/>: words <c>[First, End)</c> and what they may name.</summary>
internal sealed class Toponym(int first, int end)
{
    /// <summary>Index of the first word.</summary>
    internal int First { get; } = first;

    /// <summary>Index of the first word behind it.</summary>
    internal int End { get; } = end;

    /// <summary>Units of the first word that do not belong to it: 'anti-' in 'anti-Russian'.</summary>
    internal int Skip { get; init; }

    /// <summary>How the form names the place where that does not hang on the sentence: an adjective, a part of another name.</summary>
    internal PlaceRole? Form { get; init; }

    internal ToponymKind Kind { get; init; }

    /// <summary>Places it may name; empty where the gazetteer has none.</summary>
    internal List<PlaceCandidate> Candidates { get; init; } = [];

    /// <summary>Number of the place chosen; -1 while there is none.</summary>
    internal int Chosen { get; set; } = -1;

    /// <summary>The next toponym where it says in what this one lies: 'Texas' in 'Paris, Texas'.</summary>
    internal Toponym? Within { get; set; }

    /// <summary>Where it stands.</summary>
    internal TextSpan SpanIn(Document document)
    {
        var span = new TokenRange(document, First, End).Span;
        return span with { Start = span.Start + Skip };
    }
}
