namespace Chancery.Linguistics.Naming;

/// <summary>Hashes of words and phrases; the model file depends on them, so they never change within a version.</summary>
internal static class NameHash
{
    private const uint Prime = 16777619;
    private const uint Basis = 2166136261;

    internal static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word) hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    internal static uint OfLower(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word) hash = (hash ^ Lower(c)) * Prime;
        return Mix(hash);
    }

    /// <summary>As if the word were written with one capital at its start.</summary>
    internal static uint OfTitle(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        for (var i = 0; i < word.Length; i++) hash = (hash ^ (i == 0 ? char.ToUpperInvariant(word[0]) : Lower(word[i]))) * Prime;
        return Mix(hash);
    }

    /// <summary>The hash of a phrase from that of its beginning and its next word.</summary>
    internal static uint Join(uint phrase, uint word) => Mix((phrase * 31) ^ word ^ 0x5bd1e995);

    internal static uint Mix(uint x)
    {
        x ^= x >> 15;
        x *= 0x2c1b3c6d;
        x ^= x >> 12;
        x *= 0x297a2d39;
        return x ^ (x >> 15);
    }

    private static char Lower(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
}
