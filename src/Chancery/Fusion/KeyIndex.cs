using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Fusion;

/// <summary>Things by their keys, and under each key by the block they lie in; a thing may have many keys, and most keys one thing. Takes some sixty bytes for each.</summary>
/// <remarks>One index for all blocks: a question asks for each of its keys once, and most of them are in none of the dozen blocks it is about.</remarks>
internal sealed class KeyIndex<T>
{
    /// <summary>The last run of each key.</summary>
    private readonly Dictionary<long, int> _last = [];

    /// <summary>The things that one block has under one key.</summary>
    private (long Block, int Last, int Before)[] _runs = new (long, int, int)[16];

    private (T Item, int Before)[] _items = new (T, int)[16];
    private int _runCount;

    /// <summary>How many pairs of a key and a thing are held; those taken out count until their block is let go.</summary>
    internal int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(long key, long block, T item)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, key, out var isKnown);
        if (!isKnown) last = -1;
        var run = last;
        while (run >= 0 && _runs[run].Block != block) run = _runs[run].Before;
        if (run < 0)
        {
            if (_runCount == _runs.Length) Array.Resize(ref _runs, 2 * _runCount);
            _runs[run = _runCount++] = (block, -1, last);
            last = run;
        }
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        _items[Count] = (item, _runs[run].Last);
        _runs[run].Last = Count++;
    }

    internal void Remove(long key, long block, T item)
    {
        for (var run = Last(key); run >= 0; run = Before(run))
        {
            if (BlockOf(run) != block) continue;
            ref var at = ref _runs[run].Last;
            while (at >= 0)
            {
                if (EqualityComparer<T>.Default.Equals(_items[at].Item, item)) at = _items[at].Before;
                else at = ref _items[at].Before;
            }
        }
    }

    /// <summary>The same but for one block.</summary>
    internal KeyIndex<T> Without(long block)
    {
        var rest = new KeyIndex<T>();
        var (runs, items) = (new Stack<int>(), new Stack<T>());
        foreach (var key in _last.Keys)
        {
            for (var run = Last(key); run >= 0; run = Before(run))
                if (BlockOf(run) != block) runs.Push(run);
            while (runs.TryPop(out var run))
            {
                foreach (var item in Items(run)) items.Push(item);
                while (items.TryPop(out var item)) rest.Add(key, BlockOf(run), item);
            }
        }
        return rest;
    }

    /// <summary>The last run of a key; -1 where there is none.</summary>
    internal int Last(long key) => _last.TryGetValue(key, out var run) ? run : -1;

    /// <summary>The run before one, of the same key; -1 where there is none.</summary>
    internal int Before(int run) => _runs[run].Before;

    internal long BlockOf(int run) => _runs[run].Block;

    /// <summary>The things of a run, the last one added first.</summary>
    internal Walk Items(int run) => new(_items, _runs[run].Last);

    /// <summary>Goes through the things of a run; over the array itself, since millions are gone through.</summary>
    internal struct Walk((T Item, int Before)[] items, int at)
    {
        private int _at = -1;
        private int _next = at;

        public readonly T Current => items[_at].Item;

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            _at = _next;
            if (_at < 0) return false;
            _next = items[_at].Before;
            return true;
        }
    }
}
