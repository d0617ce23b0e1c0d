namespace Chancery.Linguistics.Packs;

/// <summary>Gives equal characters the same string, so that a word met often is made once.</summary>
/// <remarks>Thread-safe without locks; a slot holds the last string of its hash, so memory is bounded and a lost race costs one string.</remarks>
internal sealed class StringPool
{
    private const int Size = 1 << 15;
    private const int Longest = 40;
    private readonly string?[] _slots = new string?[Size];

    internal string Get(ReadOnlySpan<char> chars)
    {
        if (chars.Length > Longest) return chars.ToString();
        ref var slot = ref _slots[(int)Hash.Of(chars) & (Size - 1)];
        var known = slot;
        if (known is not null && chars.SequenceEqual(known)) return known;
        return slot = chars.ToString();
    }
}
