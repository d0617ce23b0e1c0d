namespace Chancery.Linguistics.Tokenizing;

/// <summary>The words found so far, as parallel arrays that grow; rented for one text and returned.</summary>
internal sealed class WordList
{
    internal int[] Starts = new int[1024];
    internal int[] Ends = new int[1024];
    internal Gap[] Gaps = new Gap[1024];

    internal int Count { get; private set; }

    /// <summary>What stands before the next word that is added.</summary>
    internal Gap NextGap { get; set; }

    internal void Add(int start, int end)
    {
        if (Count == Starts.Length)
        {
            Array.Resize(ref Starts, Count * 2);
            Array.Resize(ref Ends, Count * 2);
            Array.Resize(ref Gaps, Count * 2);
        }
        (Starts[Count], Ends[Count], Gaps[Count]) = (start, end, NextGap);
        Count++;
        NextGap = Gap.None;
    }

    internal void Clear() => (Count, NextGap) = (0, Gap.Break);
}
