using System.Runtime.CompilerServices;
using Chancery.Fusion;

namespace Chancery.Sqlite;

/// <summary>Blocks of an index in the file, those that are asked often held in memory.</summary>
/// <remarks>
/// A block is fetched as soon as that costs no more than the questions about it have cost: who files one report does not wait for it. None goes for another while it is in use: where
/// not all that are asked find room, some are asked of the file rather than all fetched again and again.
/// </remarks>
/// <param name="most">Pairs of a key and an item that are held at most.</param>
/// <param name="fetched">Pairs that are fetched in the time of one question to the file.</param>
/// <param name="sizeOf">How many pairs a block has in the file; it may stop counting where it is given.</param>
/// <param name="fetch">The pairs of a block in the file.</param>
internal sealed class BlocksAtHand<T>(int most, int fetched, Func<long, long, long> sizeOf, Func<long, IEnumerable<(long Key, T Item)>> fetch)
{
    /// <summary>Questions after which a block that none of them was about may go for another.</summary>
    private const int Unused = 5000;

    private readonly Dictionary<long, Block> _blocks = [];
    private int _round;

    /// <summary>What all blocks have that are held.</summary>
    internal KeyIndex<T> Index { get; private set; } = new();

    internal void Clear()
    {
        _blocks.Clear();
        Index = new();
    }

    /// <summary>To be called before a change: lets those go that were asked for least lately, where too much is held.</summary>
    internal void Trim()
    {
        while (Index.Count > most && LeastUsed() is { } least) LetGo(least);
    }

    /// <summary>To be called before a question, which may be about many blocks.</summary>
    internal void Next() => _round++;

    /// <summary>True where a block that is asked for is held; else it is to be asked of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Ask(long number)
    {
        if (!_blocks.TryGetValue(number, out var block)) _blocks.Add(number, block = new(number));
        block.Used = _round;
        if (block.IsHeld || !int.IsPow2(++block.Asked)) return block.IsHeld;
        var worth = (long)block.Asked * fetched;
        if (sizeOf(number, worth + 1) is var size && size <= worth && HasRoom(size))
        {
            (block.Asked, block.IsHeld) = (0, true);
            foreach (var (key, item) in fetch(number)) Index.Add(key, number, item);
        }
        return block.IsHeld;
    }

    /// <summary>Adds to a block, where it is held.</summary>
    internal void Add(long number, long key, T item)
    {
        if (IsHeld(number)) Index.Add(key, number, item);
    }

    /// <summary>Takes out of a block, where it is held.</summary>
    internal void Remove(long number, long key, T item)
    {
        if (IsHeld(number)) Index.Remove(key, number, item);
    }

    private bool IsHeld(long number) => _blocks.TryGetValue(number, out var block) && block.IsHeld;

    private bool HasRoom(long size)
    {
        while (Index.Count + size > most)
        {
            if (LeastUsed() is not { } least || _round - least.Used < Unused) return false;
            LetGo(least);
        }
        return true;
    }

    private void LetGo(Block block)
    {
        block.IsHeld = false;
        Index = Index.Without(block.Number);
    }

    private Block? LeastUsed() => _blocks.Values.Where(block => block.IsHeld).MinBy(block => block.Used);

    private sealed class Block(long number)
    {
        internal long Number => number;

        /// <summary>False while the file is asked.</summary>
        internal bool IsHeld { get; set; }

        /// <summary>Questions to the file since it was held last.</summary>
        internal int Asked { get; set; }

        /// <summary>The last question about it.</summary>
        internal int Used { get; set; }
    }
}
