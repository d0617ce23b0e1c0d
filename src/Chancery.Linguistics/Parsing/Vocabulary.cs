using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Linguistics.Parsing;

/// <summary>The forms a net knows, by the hash of their letters.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Vocabulary
{
    private readonly (uint Hash, int Row)[] _slots;

    internal Vocabulary(ReadOnlySpan<byte> hashes)
    {
        var forms = MemoryMarshal.Cast<byte, uint>(hashes);
        _slots = new (uint, int)[(int)BitOperations.RoundUpToPowerOf2((uint)forms.Length * 2 + 16)];
        for (var i = 0; i < forms.Length; i++)
        {
            var slot = (int)forms[i] & (_slots.Length - 1);
            while (_slots[slot].Hash != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = (forms[i], i + 1);
        }
    }

    /// <summary>The row of a form; 0 where it is unknown.</summary>
    internal int Row(uint hash)
    {
        for (var slot = (int)hash & (_slots.Length - 1); _slots[slot].Hash != 0; slot = (slot + 1) & (_slots.Length - 1))
            if (_slots[slot].Hash == hash) return _slots[slot].Row;
        return 0;
    }
}
