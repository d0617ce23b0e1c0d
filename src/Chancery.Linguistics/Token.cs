using System.Collections;
using Chancery.Linguistics.Tokenizing;

namespace Chancery.Linguistics;

/// <summary>A view on one word of a <see cref="Document"/>: one row of CoNLL-U.</summary>
/// <remarks>A value of two fields; equal where document and index are. The default value belongs to no document and must not be read.</remarks>
public readonly struct Token : IEquatable<Token>
{
    internal Token(Document document, int index) => (Document, Index) = (document, index);

    /// <summary>The document the word belongs to.</summary>
    public Document Document { get; }

    /// <summary>Position among the words of the document, from 0.</summary>
    public int Index { get; }

    /// <summary>Where the word stands.</summary>
    public TextSpan Span => new(Document.Tagged.Words.Starts[Index], Document.Tagged.Words.Ends[Index]);

    /// <summary>The word as written (UD: FORM).</summary>
    public string Text => Span.In(Document.Text);

    /// <summary>The word as written, without a copy.</summary>
    public ReadOnlySpan<char> Chars => Span.Of(Document.Text);

    /// <summary>Dictionary form (UD: LEMMA).</summary>
    public string Lemma => Document.Tagged.Lemmas[Index];

    /// <summary>Universal part of speech.</summary>
    public Upos Upos => Document.Tagged.Upos[Index];

    /// <summary>Penn Treebank tag, such as <c>VBD</c>.</summary>
    public string Xpos => Document.Tagged.Xpos[Index];

    /// <summary>Universal features, such as <c>Number=Sing</c>, or <c>_</c>.</summary>
    public string Feats => Document.Tagged.Feats[Index];

    /// <summary>True for the root of a sentence.</summary>
    public bool IsRoot => HeadIndex < 0;

    /// <summary>Index of the head in the document; -1 for a root.</summary>
    public int HeadIndex => Document.Head(Index);

    /// <summary>The head; null for a root.</summary>
    public Token? Head => IsRoot ? null : Document[HeadIndex];

    /// <summary>The relation to the head (UD: DEPREL).</summary>
    public Deprel Relation => Document.Relation(Index);

    /// <summary>Index of the sentence.</summary>
    public int SentenceIndex => Document.SentenceOf(Index);

    /// <summary>The sentence.</summary>
    public Sentence Sentence => new(Document, SentenceIndex);

    /// <summary>The words that depend on this one, in text order; no allocation when enumerated with <c>foreach</c>.</summary>
    public ChildList Children => new(this);

    /// <summary>The first dependent with this relation; null where there is none.</summary>
    public Token? Child(Deprel relation)
    {
        foreach (var child in Children) if (child.Relation == relation) return child;
        return null;
    }

    /// <summary>True where some dependent has this relation.</summary>
    public bool Has(Deprel relation) => Child(relation) is not null;

    /// <summary>True where this word is <paramref name="ancestor"/> or hangs below it.</summary>
    public bool IsWithin(Token ancestor)
    {
        for (var word = Index; word >= 0; word = Document.Head(word)) if (word == ancestor.Index) return true;
        return false;
    }

    /// <summary>The span from the first to the last word that hangs on this one, itself included.</summary>
    public TextSpan SubtreeSpan
    {
        get
        {
            var sentence = Sentence;
            int first = Index, last = Index;
            for (var word = sentence.First; word < sentence.End; word++)
            {
                if ((word < first || word > last) && Document[word].IsWithin(this)) (first, last) = (Math.Min(first, word), Math.Max(last, word));
            }
            return new(Document[first].Span.Start, Document[last].Span.End);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Token other) => Index == other.Index && ReferenceEquals(Document, other.Document);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Token other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Same word of the same document.</summary>
    public static bool operator ==(Token left, Token right) => left.Equals(right);

    /// <summary>Another word.</summary>
    public static bool operator !=(Token left, Token right) => !left.Equals(right);

    /// <summary>The word with its tag, for looking at in a debugger.</summary>
    public override string ToString() => Document is null ? "(no token)" : $"{Text}/{Upos.Name()}/{Relation.Name()}";
}

/// <summary>A view on one sentence of a <see cref="Document"/>.</summary>
/// <param name="Document">The document.</param>
/// <param name="Index">Position among the sentences, from 0.</param>
public readonly record struct Sentence(Document Document, int Index)
{
    /// <summary>Index of the first word.</summary>
    public int First => Index == 0 ? 0 : Document.Tagged.Words.SentenceEnds[Index - 1];

    /// <summary>Index of the first word behind the sentence.</summary>
    public int End => Document.Tagged.Words.SentenceEnds[Index];

    /// <summary>From the first word's first unit to the last word's last.</summary>
    public TextSpan Span => new(Document[First].Span.Start, Document[End - 1].Span.End);

    /// <summary>Index of the first word behind the dateline that opens the sentence, or that it is ('SEOUL (AP) —'): <see cref="First"/> where there is none.</summary>
    public int BodyStart => OpensLine ? Dateline.EndOf(Document.Text, Document.Tagged.Words.Starts, Document.Tagged.Words.Ends, First) : First;

    private bool OpensLine
    {
        get
        {
            var at = Document[First].Span.Start - 1;
            while (at >= 0 && char.IsWhiteSpace(Document.Text[at]) && Document.Text[at] is not ('\n' or '\r')) at--;
            return at < 0 || Document.Text[at] is '\n' or '\r';
        }
    }

    /// <summary>The words.</summary>
    public TokenRange Tokens => new(Document, First, End);

    /// <summary>The root of the tree.</summary>
    public Token Root
    {
        get
        {
            foreach (var token in Tokens) if (token.IsRoot) return token;
            return Document[First];
        }
    }

    /// <summary>The sentence as written.</summary>
    public string Text => Span.In(Document.Text);
}

/// <summary>A run of words; enumerating it with <c>foreach</c> allocates nothing.</summary>
/// <param name="Document">The document.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index of the first word behind the run.</param>
public readonly record struct TokenRange(Document Document, int First, int End) : IEnumerable<Token>
{
    /// <summary>Number of words.</summary>
    public int Count => Math.Max(0, End - First);

    /// <summary>The word at a position of the run.</summary>
    public Token this[int index] => Document[First + index];

    /// <summary>From the first word to the last; empty where there is none.</summary>
    public TextSpan Span => Count == 0 ? default : new(Document[First].Span.Start, Document[End - 1].Span.End);

    /// <summary>Enumerates without allocation.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => Walk().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Walk().GetEnumerator();

    private IEnumerable<Token> Walk()
    {
        for (var i = First; i < End; i++) yield return Document[i];
    }

    /// <summary>Walks the words in order.</summary>
    public struct Enumerator
    {
        private readonly TokenRange _range;
        private int _index;

        internal Enumerator(TokenRange range) => (_range, _index) = (range, range.First - 1);

        /// <summary>The word reached.</summary>
        public readonly Token Current => _range.Document[_index];

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext() => ++_index < _range.End;
    }
}

/// <summary>The dependents of a word in text order; enumerating it with <c>foreach</c> allocates nothing.</summary>
/// <param name="Head">The word they depend on.</param>
public readonly record struct ChildList(Token Head) : IEnumerable<Token>
{
    /// <summary>Enumerates without allocation.</summary>
    public Enumerator GetEnumerator() => new(Head);

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => Walk().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Walk().GetEnumerator();

    private IEnumerable<Token> Walk()
    {
        foreach (var child in this) yield return child;
    }

    /// <summary>Walks the dependents in text order.</summary>
    public struct Enumerator
    {
        private readonly Document _document;
        private int _next;
        private int _current;

        internal Enumerator(Token head) => (_document, _next, _current) = (head.Document, head.Document.FirstChild(head.Index), -1);

        /// <summary>The dependent reached.</summary>
        public readonly Token Current => _document[_current];

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext()
        {
            if (_next < 0) return false;
            _current = _next;
            _next = _document.NextSibling(_next);
            return true;
        }
    }
}
