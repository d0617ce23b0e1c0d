using Chancery.Attributing.Cues;

namespace Chancery.Attributing.Relations;

/// <summary>An attribution relation while it is being put together, in words of the document.</summary>
internal sealed class Draft
{
    internal required AttributionKind Kind { get; init; }

    internal required Stance Stance { get; init; }

    /// <summary>The head of the source; -1 where nobody is named.</summary>
    internal int SourceHead { get; set; } = -1;

    /// <summary>The words of the source; empty where nobody is named.</summary>
    internal WordRange Source { get; set; }

    /// <summary>The word the cue is found by; -1 where punctuation alone ties source to content.</summary>
    internal int CueWord { get; init; } = -1;

    /// <summary>The words of the cue.</summary>
    internal WordRange Cue { get; set; }

    /// <summary>The content, runs of words in text order.</summary>
    internal List<WordRange> Content { get; } = [];

    /// <summary>The words of an answer that the report sets behind what it answers; empty where it is none.</summary>
    internal WordRange Rejoinder { get; set; }

    /// <summary>True where the content is a quotation, wholly or in part.</summary>
    internal bool Quoted { get; set; }

    /// <summary>Where the relation stands: the cue, else the source, else the content.</summary>
    internal int Anchor => !Cue.IsEmpty ? Cue.First : !Source.IsEmpty ? Source.First : Content[0].First;

    /// <summary>Words of content.</summary>
    internal int Length
    {
        get
        {
            var length = 0;
            foreach (var range in Content) length += range.End - range.First;
            return length;
        }
    }

    internal static Draft Of(Cue cue, int word) => new() { Kind = cue.Kind, Stance = cue.Stance, CueWord = word, Cue = new(word, word + 1) };

    /// <summary>Adds a run of words, leaving out those of the cue and the source; runs that touch or overlap are joined.</summary>
    internal void Add(WordRange range)
    {
        foreach (var hole in (ReadOnlySpan<WordRange>)[Cue, Source])
        {
            if (hole.IsEmpty || !range.Overlaps(hole)) continue;
            if (range.First < hole.First) Add(new(range.First, hole.First));
            if (hole.End < range.End) Add(new(hole.End, range.End));
            return;
        }
        if (range.IsEmpty) return;
        var at = 0;
        while (at < Content.Count && Content[at].End < range.First) at++;
        while (at < Content.Count && Content[at].First <= range.End)
        {
            range = range.Union(Content[at]);
            Content.RemoveAt(at);
        }
        Content.Insert(at, range);
    }

    /// <summary>Takes a run of words out of the content.</summary>
    internal void Remove(WordRange hole)
    {
        for (var i = Content.Count - 1; i >= 0; i--)
        {
            var range = Content[i];
            if (hole.IsEmpty || !range.Overlaps(hole)) continue;
            Content.RemoveAt(i);
            if (hole.End < range.End) Content.Insert(i, new(hole.End, range.End));
            if (range.First < hole.First) Content.Insert(i, new(range.First, hole.First));
        }
    }
}
