namespace Chancery.Linguistics;

/// <summary>A text cut into words and sentences: the result of tokenizing, the input of tagging.</summary>
/// <remarks>
/// Immutable and thread-safe. The text is never altered: word <c>i</c> is <c>Text[Starts[i]..Ends[i]]</c>, words ascend and do not overlap
/// (words of a contraction that are no slice of it share its span), and sentence <c>s</c> holds the words
/// <c>[SentenceEnds[s-1], SentenceEnds[s])</c>.
/// </remarks>
/// <param name="Text">The text exactly as given.</param>
/// <param name="Starts">First UTF-16 unit of every word.</param>
/// <param name="Ends">First unit behind every word.</param>
/// <param name="SentenceEnds">First word behind every sentence; ascending, the last one is the number of words.</param>
public sealed record TokenizedText(string Text, int[] Starts, int[] Ends, int[] SentenceEnds)
{
    /// <summary>Number of words.</summary>
    public int Count => Starts.Length;

    /// <summary>The word itself, without a copy.</summary>
    public ReadOnlySpan<char> this[int word] => Text.AsSpan(Starts[word], Ends[word] - Starts[word]);

    /// <summary>The same words in sentences that are known: each word goes to the sentence it begins in, or to the next one where it begins in none.</summary>
    /// <param name="sentences">Their bounds, ascending.</param>
    public TokenizedText In(IReadOnlyList<TextSpan> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var ends = new List<int>(sentences.Count + 1);
        var word = 0;
        foreach (var sentence in sentences)
        {
            var first = word;
            while (word < Count && Starts[word] < sentence.End) word++;
            if (word > first) ends.Add(word);
        }
        if (word < Count) ends.Add(Count);
        return this with { SentenceEnds = [.. ends] };
    }
}

/// <summary>Words with their part of speech, features and lemma: the result of tagging, the input of parsing.</summary>
/// <remarks>Immutable and thread-safe; one entry a word in every array. Strings come from shared tables.</remarks>
/// <param name="Words">The words.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag, such as <c>VBD</c>.</param>
/// <param name="Feats">Universal features as UD writes them, such as <c>Number=Sing|Person=3</c>, or <c>_</c>.</param>
/// <param name="Lemmas">Dictionary form.</param>
public sealed record TaggedText(TokenizedText Words, Upos[] Upos, string[] Xpos, string[] Feats, string[] Lemmas)
{
    /// <summary>Number of words.</summary>
    public int Count => Words.Count;
}
