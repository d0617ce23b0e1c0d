namespace Chancery.Linguistics;

/// <summary>A text with its sentences, words and dependency trees: what everything above the language engine reads.</summary>
/// <remarks>
/// Immutable and thread-safe. Annotation is kept in parallel arrays, one entry a word; <see cref="Token"/> and <see cref="Sentence"/> are
/// views on a row and cost nothing. Words are numbered through the whole document.
/// </remarks>
public sealed class Document
{
    private readonly TaggedText _tagged;
    private readonly int[] _heads;
    private readonly Deprel[] _relations;
    private readonly int[] _sentenceOf;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    /// <summary>Joins tagged words with their trees.</summary>
    /// <param name="tagged">The tagged words.</param>
    /// <param name="heads">For every word the index of its head in the document, -1 for the root of a sentence. Kept, not copied.</param>
    /// <param name="relations">For every word the relation to its head. Kept, not copied.</param>
    /// <exception cref="ArgumentException">The arrays are of different length.</exception>
    public Document(TaggedText tagged, int[] heads, Deprel[] relations)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(relations);
        if (heads.Length != tagged.Count || relations.Length != tagged.Count)
            throw new ArgumentException($"{tagged.Count} words, but {heads.Length} heads and {relations.Length} relations.");
        (_tagged, _heads, _relations) = (tagged, heads, relations);
        _sentenceOf = new int[heads.Length];
        for (int s = 0, word = 0; s < SentenceCount; s++)
            for (; word < tagged.Words.SentenceEnds[s]; word++) _sentenceOf[word] = s;
        (_firstChild, _nextSibling) = LinkChildren(heads);
    }

    /// <summary>The text exactly as given.</summary>
    public string Text => _tagged.Words.Text;

    /// <summary>Number of words.</summary>
    public int Count => _heads.Length;

    /// <summary>Number of sentences.</summary>
    public int SentenceCount => _tagged.Words.SentenceEnds.Length;

    /// <summary>The words with their tags, as parallel arrays.</summary>
    public TaggedText Tagged => _tagged;

    /// <summary>The word at an index of the document.</summary>
    public Token this[int index] => new(this, index);

    /// <summary>All words in order.</summary>
    public TokenRange Tokens => new(this, 0, Count);

    /// <summary>All sentences in order.</summary>
    public IEnumerable<Sentence> Sentences
    {
        get { for (var s = 0; s < SentenceCount; s++) yield return new Sentence(this, s); }
    }

    /// <summary>One sentence.</summary>
    public Sentence Sentence(int index) => new(this, index);

    /// <summary>The words that touch a span of the text.</summary>
    public TokenRange TokensIn(TextSpan span)
    {
        var ends = _tagged.Words.Ends;
        var first = Array.BinarySearch(ends, span.Start + 1);
        if (first < 0) first = ~first;
        while (first > 0 && ends[first - 1] > span.Start) first--;
        var end = first;
        while (end < Count && _tagged.Words.Starts[end] < span.End) end++;
        return new(this, first, end);
    }

    /// <summary>Who does what stands below which word; knows nothing where the document was built without a language pack.</summary>
    internal ControlLexicon Control { get; private set; } = ControlLexicon.Empty;

    /// <summary>Lends a document that nobody else holds yet the knowledge of its language.</summary>
    internal Document Under(ControlLexicon control)
    {
        Control = control;
        return this;
    }

    internal int Head(int word) => _heads[word];
    internal Deprel Relation(int word) => _relations[word];
    internal int SentenceOf(int word) => _sentenceOf[word];
    internal int FirstChild(int word) => _firstChild[word];
    internal int NextSibling(int word) => _nextSibling[word];

    private static (int[] First, int[] Next) LinkChildren(int[] heads)
    {
        var first = new int[heads.Length];
        var next = new int[heads.Length];
        Array.Fill(first, -1);
        for (var word = heads.Length - 1; word >= 0; word--)
        {
            var head = heads[word];
            next[word] = -1;
            if (head < 0) continue;
            next[word] = first[head];
            first[head] = word;
        }
        return (first, next);
    }
}
