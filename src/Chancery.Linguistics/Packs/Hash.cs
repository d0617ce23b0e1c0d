namespace Chancery.Linguistics.Packs;

/// <summary>The one hash of features and words; the same on every machine, as models depend on it.</summary>
internal static class Hash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    internal static ulong Combine(ulong a, ulong b) => Finish((a ^ (b * 0xD6E8FEB86659FD93)) * Prime + b);

    internal static ulong Of(ReadOnlySpan<char> chars)
    {
        var hash = (ulong)chars.Length + 1;
        foreach (var c in chars) hash = (hash ^ c) * Prime + (hash >> 29);
        return Finish(hash);
    }

    /// <summary>The hash of the word in lower case with every digit as 0; unlike words seldom share it.</summary>
    internal static ulong OfFolded(ReadOnlySpan<char> chars)
    {
        var hash = (ulong)chars.Length + 1;
        foreach (var c in chars) hash = (hash ^ Fold(c)) * Prime + (hash >> 29);
        return Finish(hash);
    }

    internal static char Fold(char c) => c < 128 ? (char.IsAsciiLetterUpper(c) ? (char)(c | 32) : char.IsAsciiDigit(c) ? '0' : c) : c == '’' ? '\'' : char.ToLowerInvariant(c);

    private static ulong Finish(ulong h)
    {
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93;
        return h ^ (h >> 29);
    }
}
