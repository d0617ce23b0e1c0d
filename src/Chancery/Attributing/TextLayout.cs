using Chancery.Linguistics;
using Chancery.Mentions.Turns;

namespace Chancery.Attributing;

/// <summary>What the stages of attributing look up again and again: how far each word's subtree reaches, and which paragraph a sentence stands in.</summary>
/// <remarks>Built once a document in linear time, whatever the shape of the trees.</remarks>
internal sealed class TextLayout
{
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _paragraphs;

    internal TextLayout(Document document)
    {
        Document = document;
        (_left, _right, Order) = Extents(document);
        _paragraphs = CountParagraphs(document);
    }

    internal Document Document { get; }

    /// <summary>All words, each behind its head.</summary>
    internal int[] Order { get; }

    /// <summary>First word of the subtree.</summary>
    internal int Left(int word) => _left[word];

    /// <summary>Last word of the subtree.</summary>
    internal int Right(int word) => _right[word];

    internal WordRange Subtree(int word) => new(_left[word], _right[word] + 1);

    internal int ParagraphOf(int sentence) => _paragraphs[sentence];

    internal TextSpan Span(WordRange range) => new(Document[range.First].Span.Start, Document[range.End - 1].Span.End);

    private static (int[], int[], int[]) Extents(Document document)
    {
        var n = document.Count;
        var (left, right, order, filled) = (new int[n], new int[n], new int[n], 0);
        for (var word = 0; word < n; word++)
        {
            (left[word], right[word]) = (word, word);
            if (document[word].HeadIndex < 0) order[filled++] = word;
        }
        for (var at = 0; at < filled; at++)
            foreach (var child in document[order[at]].Children) order[filled++] = child.Index;
        Array.Resize(ref order, filled);
        for (var at = filled - 1; at >= 0; at--)
        {
            var head = document[order[at]].HeadIndex;
            if (head < 0) continue;
            left[head] = Math.Min(left[head], left[order[at]]);
            right[head] = Math.Max(right[head], right[order[at]]);
        }
        return (left, right, order);
    }

    private static int[] CountParagraphs(Document document)
    {
        var paragraphs = new int[document.SentenceCount];
        for (var s = 1; s < paragraphs.Length; s++) paragraphs[s] = paragraphs[s - 1] + (Paragraphs.Begins(document, s) ? 1 : 0);
        return paragraphs;
    }
}

/// <summary>A half-open run of words of a document.</summary>
internal readonly record struct WordRange(int First, int End)
{
    internal bool IsEmpty => End <= First;

    internal bool Contains(int word) => First <= word && word < End;

    internal bool Contains(WordRange other) => First <= other.First && other.End <= End;

    internal bool Overlaps(WordRange other) => First < other.End && other.First < End;

    internal WordRange Union(WordRange other) => new(Math.Min(First, other.First), Math.Max(End, other.End));
}
