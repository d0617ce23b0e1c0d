using Chancery.Linguistics;

namespace Chancery.Mentions.Turns;

/// <summary>Where paragraphs begin.</summary>
internal static class Paragraphs
{
    /// <summary>True for the first sentence, and for one that a line break parts from the sentence before.</summary>
    internal static bool Begins(Document document, int sentence)
    {
        if (sentence == 0) return true;
        var (before, at) = (document.Sentence(sentence - 1), document.Sentence(sentence));
        return at.First > before.First && at.End > at.First
            && document.Text.AsSpan(document[at.First - 1].Span.End..document[at.First].Span.Start).Contains('\n');
    }
}
