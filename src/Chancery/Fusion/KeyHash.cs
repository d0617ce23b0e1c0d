using System.Runtime.CompilerServices;

namespace Chancery.Fusion;

/// <summary>Hashes of what claims and figures are looked up by.</summary>
internal static class KeyHash
{
    /// <summary>FNV-1a over the parts; the same on every machine, since stores keep it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Of(params ReadOnlySpan<string?> parts)
    {
        var hash = 14695981039346656037ul;
        foreach (var part in parts)
        {
            foreach (var c in part.AsSpan()) hash = (hash ^ c) * 1099511628211ul;
            hash = (hash ^ 0xFFFF) * 1099511628211ul;
        }
        return (long)hash;
    }

    /// <summary>FNV-1a over what is hashed already.</summary>
    internal static long Of(long one, long two)
    {
        var hash = (14695981039346656037ul ^ (ulong)one) * 1099511628211ul;
        hash = (hash ^ hash >> 32 ^ (ulong)two) * 1099511628211ul;
        return (long)(hash ^ hash >> 32);
    }
}
