using Chancery.Linguistics;

namespace Chancery.Mentions.Numbers;

/// <summary>What a piece is made of.</summary>
internal enum PieceKind : byte
{
    /// <summary>A run of letters, or an abbreviation with full stops ('p.m.').</summary>
    Letters,

    /// <summary>A run of the digits 0–9.</summary>
    Digits,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>A text cut finer than words: letters, digits and marks apart, so that '8.30pm', 'EUR50m' and '10-year' are read whatever the tokenizer made of them.</summary>
/// <remarks>Parallel arrays, one entry a piece; each piece knows the document's word it lies in. Immutable once cut.</remarks>
internal sealed class Pieces(Document document, int[] starts, int[] ends, int[] words, PieceKind[] kinds, int[] tokens, int count)
{
    internal Document Document => document;

    internal string Text => document.Text;

    internal int Count => count;

    internal int Start(int piece) => starts[piece];

    internal int End(int piece) => ends[piece];

    /// <summary>Number of the piece in the grammar's vocabulary; -1 where it has none, and beyond the last piece.</summary>
    internal int Word(int piece) => (uint)piece < (uint)count ? words[piece] : -1;

    internal PieceKind Kind(int piece) => (uint)piece < (uint)count ? kinds[piece] : PieceKind.Mark;

    /// <summary>Index in the document of the word the piece lies in.</summary>
    internal int Token(int piece) => tokens[piece];

    internal ReadOnlySpan<char> Chars(int piece) => Text.AsSpan(starts[piece], ends[piece] - starts[piece]);

    /// <summary>True where nothing stands between this piece and the one before.</summary>
    internal bool IsGlued(int piece) => piece > 0 && piece < count && starts[piece] == ends[piece - 1];

    /// <summary>True where both are pieces of one sentence.</summary>
    internal bool SameSentence(int one, int other) =>
        (uint)one < (uint)count && (uint)other < (uint)count && document[tokens[one]].SentenceIndex == document[tokens[other]].SentenceIndex;

    internal bool IsDigits(int piece) => Kind(piece) == PieceKind.Digits;

    internal int Length(int piece) => ends[piece] - starts[piece];

    /// <summary>The character of a mark; NUL for anything else.</summary>
    internal char Mark(int piece) => Kind(piece) == PieceKind.Mark && piece < count ? Text[starts[piece]] : '\0';

    internal bool IsCapital(int piece) => char.IsUpper(Text[starts[piece]]);

    internal TextSpan Span(int first, int end) => new(starts[first], ends[end - 1]);
}
