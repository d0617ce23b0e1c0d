using System.Text;

namespace Chancery.Sqlite;

/// <summary>Texts as bytes, kept unit by unit: as UTF-8 where that has bytes for them, else as UTF-16.</summary>
internal static class StoredText
{
    private const string Narrow = "utf-8";
    private const string Wide = "utf-16le";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static (string Encoding, byte[] Bytes) Encode(string text)
    {
        try
        {
            return (Narrow, Strict.GetBytes(text));
        }
        catch (EncoderFallbackException)
        {
            return (Wide, System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()).ToArray());
        }
    }

    internal static string Decode(string encoding, byte[] bytes) => encoding == Narrow
        ? Strict.GetString(bytes)
        : new string(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes));
}
