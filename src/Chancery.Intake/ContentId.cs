using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Chancery.Intake;

/// <summary>A name made from content: the same text gets the same name on every machine.</summary>
internal static class ContentId
{
    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the text's UTF-16 units, which are well defined for any string.</summary>
    internal static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}
