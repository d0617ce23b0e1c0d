namespace Chancery.Attributing.Cues;

/// <summary>What the content of a cue may be.</summary>
[Flags]
internal enum Takes
{
    None = 0,

    /// <summary>Words between quotation marks.</summary>
    Quote = 1,

    /// <summary>'that …', 'whether …', 'what …'.</summary>
    Clause = 2,

    /// <summary>'to …', '… ing', a predicate noun or adjective.</summary>
    Phrase = 4,

    /// <summary>The object.</summary>
    Object = 8,

    /// <summary>'… is that …', and no clause beside the noun: 'the army's line is that the bridge fell', but 'the line that divides them'.</summary>
    Predicate = 16,
}

/// <summary>A word or phrase that ties a source to a content, with what it does and what it takes.</summary>
/// <param name="Lemma">As in the table.</param>
/// <param name="Kind">What the source does.</param>
/// <param name="Stance">How the source stands to the content.</param>
/// <param name="Takes">What the content may be.</param>
/// <param name="Prepositions">Prepositions whose phrase belongs to the content.</param>
/// <param name="Heads">Lemmas one of which the source must have; empty for any.</param>
internal sealed record Cue(string Lemma, AttributionKind Kind, Stance Stance, Takes Takes, string[] Prepositions, string[] Heads)
{
    internal bool Allows(Takes kind) => (Takes & kind) != 0;

    internal bool AllowsPhrase(string preposition) => Array.IndexOf(Prepositions, preposition) >= 0;
}
