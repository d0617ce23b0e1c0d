namespace Chancery.Workshop.Parsing;

/// <summary>One sentence to learn from, as numbers.</summary>
/// <param name="Words">Row of each form among the known ones; 0: unknown.</param>
/// <param name="Counts">How often each form was seen in training.</param>
/// <param name="Subwords">Rows of the letters' table, <see cref="Linguistics.Parsing.FormFeatures.PerWord"/> a word.</param>
/// <param name="Upos">Predicted universal tags.</param>
/// <param name="Xpos">Rows of the predicted Penn tags.</param>
/// <param name="Heads">Gold heads: 0 the root, otherwise 1 and the index of the head.</param>
/// <param name="Labels">Gold relations.</param>
internal sealed record Example(int[] Words, int[] Counts, int[] Subwords, int[] Upos, int[] Xpos, int[] Heads, int[] Labels)
{
    internal int Length => Words.Length;

    /// <summary>For every word the probabilities of its heads (1 + <see cref="Length"/> of them) as teachers see them; empty: the gold head is certain.</summary>
    internal float[] HeadTargets { get; init; } = [];

    /// <summary>For every word the probabilities of its relations to its head; empty: the gold one is certain.</summary>
    internal float[] LabelTargets { get; init; } = [];
}

/// <summary>Sentences laid side by side, the longest first, one row a word, all first words before all second words.</summary>
internal sealed class Batch
{
    private readonly int[] _offsets;
    private readonly int[] _active;

    internal Batch(IEnumerable<Example> sentences)
    {
        Sentences = [.. sentences.OrderByDescending(s => s.Length)];
        Steps = Sentences.Length == 0 ? 0 : Sentences[0].Length;
        _offsets = new int[Steps + 1];
        _active = new int[Steps];
        for (var t = 0; t < Steps; t++)
        {
            _active[t] = Sentences.Count(s => s.Length > t);
            _offsets[t + 1] = _offsets[t] + _active[t];
        }
        Starts = new int[Sentences.Length];
        for (var s = 1; s < Sentences.Length; s++) Starts[s] = Starts[s - 1] + Sentences[s - 1].Length;
    }

    internal Example[] Sentences { get; }
    internal int Steps { get; }
    internal int Width => Sentences.Length;
    internal int Rows => _offsets[Steps];

    /// <summary>First row of each sentence once the rows are laid sentence after sentence.</summary>
    internal int[] Starts { get; }

    internal int Row(int sentence, int word) => _offsets[word] + sentence;

    /// <summary>The i-th step of a direction: its first row, how many sentences are under way, the first row of the step before, how many came from there.</summary>
    internal (int Row, int Active, int Before, int Carried) Step(int direction, int i)
    {
        var t = direction == 0 ? i : Steps - 1 - i;
        var from = direction == 0 ? t - 1 : t + 1;
        return i == 0 ? (_offsets[t], _active[t], 0, 0) : (_offsets[t], _active[t], _offsets[from], Math.Min(_active[t], _active[from]));
    }
}
