using System.Runtime.InteropServices;

namespace Chancery.Fusion;

/// <summary>Things by their keys; a thing may have many keys, and most keys one thing. Takes some forty bytes for each.</summary>
internal sealed class KeyIndex<T>
{
    private readonly Dictionary<long, int> _last = [];
    private (T Item, int Before)[] _items = new (T, int)[16];

    /// <summary>How many pairs of a key and a thing are held; those taken out count until the index is made anew.</summary>
    internal int Count { get; private set; }

    internal void Add(long key, T item)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, key, out var known);
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        _items[Count] = (item, known ? last : -1);
        last = Count++;
    }

    internal void Remove(long key, T item)
    {
        if (!_last.TryGetValue(key, out var at)) return;
        var kept = new Stack<T>();
        for (; at >= 0; at = _items[at].Before)
            if (!EqualityComparer<T>.Default.Equals(_items[at].Item, item)) kept.Push(_items[at].Item);
        _last.Remove(key);
        foreach (var other in kept) Add(key, other);
    }

    /// <summary>The things of a key, the last one added first.</summary>
    internal Walk Of(long key) => new(_items, _last.TryGetValue(key, out var at) ? at : -1);

    /// <summary>Goes through the things of one key; over the array itself, since millions are gone through.</summary>
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
