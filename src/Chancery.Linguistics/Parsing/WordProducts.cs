using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Linguistics.Parsing;

/// <summary>What the first layer makes of a word before it looks at the words around it, for every word met lately.</summary>
/// <remarks>
/// Two words in three were met before, and their products are a sixth of the net's work. Words are told apart by the inputs themselves, so that
/// what is kept is what would be computed. When room runs out all are forgotten. Serves one thread at a time.
/// </remarks>
internal sealed unsafe class WordProducts(ParserNet net)
{
    /// <summary>Words there is room for, in 8 MB.</summary>
    private const int Most = 2048;

    private readonly RecurrentLayer _layer = net.Layers[0];
    private readonly int _width = net.Inputs, _columns = 2 * net.Layers[0].Columns;
    private byte[] _inputs = [];
    private int[] _products = [], _slots = [];
    private int _count, _computed, _room;

    /// <summary>Makes room for a batch of so many words, whose numbers then stay valid until the next one.</summary>
    internal void Reserve(int words)
    {
        if (_count + words <= _room) return;
        if (words > _room)
        {
            _room = Math.Max(words, Most);
            _inputs = IntegerMatrix.Aligned<byte>(_room * _width);
            _products = IntegerMatrix.Aligned<int>(_room * _columns);
            _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)_room * 2)];
        }
        Array.Clear(_slots);
        (_count, _computed) = (0, 0);
    }

    /// <summary>The inputs of the word that is asked for next.</summary>
    internal byte* Next => IntegerMatrix.Align(_inputs) + (nint)_count * _width;

    /// <summary>The number of the word whose inputs were written to <see cref="Next"/>.</summary>
    internal int Number()
    {
        var word = new ReadOnlySpan<byte>(Next, _width);
        var slot = Hash(word) & (_slots.Length - 1);
        for (; _slots[slot] > 0; slot = (slot + 1) & (_slots.Length - 1))
            if (word.SequenceEqual(new(IntegerMatrix.Align(_inputs) + (nint)(_slots[slot] - 1) * _width, _width))) return _slots[slot] - 1;
        _slots[slot] = ++_count;
        return _count - 1;
    }

    /// <summary>Computes the products of the words that are new.</summary>
    internal void Compute()
    {
        _layer.Begin(IntegerMatrix.Align(_inputs) + (nint)_computed * _width, _width, _count - _computed, IntegerMatrix.Align(_products) + (nint)_computed * _columns);
        _computed = _count;
    }

    /// <summary>Copies 48 sums of every word, from a column on: forward columns, then backward ones.</summary>
    internal void Copy(ReadOnlySpan<int> words, int column, int* to)
    {
        var from = IntegerMatrix.Align(_products) + column;
        foreach (var word in words)
        {
            new ReadOnlySpan<int>(from + (nint)word * _columns, IntegerMatrix.Panel).CopyTo(new(to, IntegerMatrix.Panel));
            to += IntegerMatrix.Panel;
        }
    }

    private static int Hash(ReadOnlySpan<byte> inputs)
    {
        ulong hash = 0;
        foreach (var part in MemoryMarshal.Cast<byte, ulong>(inputs)) hash = (BitOperations.RotateLeft(hash, 23) ^ part) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 33);
    }
}
