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

    internal void Clear() => _blocks.Clear();

    /// <summary>To be called before a change: lets those go that were asked for least lately, where too much is held.</summary>
    internal void Trim()
    {
        for (var held = Held(); held > most && LeastUsed() is { Index: { } index } block; held -= index.Count) block.Index = null;
    }

    /// <summary>To be called before a question, which may be about many blocks.</summary>
    internal void Next() => _round++;

    /// <summary>What is held of a block that is asked for; null where it is to be asked of the file.</summary>
    internal KeyIndex<T>? Ask(long number)
    {
        if (!_blocks.TryGetValue(number, out var block)) _blocks.Add(number, block = new());
        block.Used = _round;
        if (block.Index is not null || !int.IsPow2(++block.Asked)) return block.Index;
        var worth = (long)block.Asked * fetched;
        if (sizeOf(number, worth + 1) is var size && size <= worth && HasRoom(size))
        {
            block.Asked = 0;
            block.Index = new();
            foreach (var (key, item) in fetch(number)) block.Index.Add(key, item);
        }
        return block.Index;
    }

    /// <summary>What is held of a block, without asking for it.</summary>
    internal KeyIndex<T>? Of(long number) => _blocks.GetValueOrDefault(number)?.Index;

    private bool HasRoom(long size)
    {
        var held = Held();
        while (held + size > most)
        {
            if (LeastUsed() is not { Index: { } index } block || _round - block.Used < Unused) return false;
            held -= index.Count;
            block.Index = null;
        }
        return true;
    }

    private long Held() => _blocks.Values.Sum(block => (long)(block.Index?.Count ?? 0));

    private Block? LeastUsed() => _blocks.Values.Where(block => block.Index is not null).MinBy(block => block.Used);

    private sealed class Block
    {
        /// <summary>What it has; null while the file is asked.</summary>
        internal KeyIndex<T>? Index { get; set; }

        /// <summary>Questions to the file since it was held last.</summary>
        internal int Asked { get; set; }

        /// <summary>The last question about it.</summary>
        internal int Used { get; set; }
    }
}
