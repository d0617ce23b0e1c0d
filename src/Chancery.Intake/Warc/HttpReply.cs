using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Chancery.Intake.Warc;

/// <summary>An HTTP reply as an archive keeps it: head and body in one, the body as it was sent.</summary>
internal sealed record HttpReply(int Status, string? ContentType, byte[] Body)
{
    /// <summary>A body unpacks to no more than this many bytes, nor to more than so many times its size.</summary>
    private const int MostBytes = 64 * 1024 * 1024, MostTimes = 200;

    /// <summary>Media type in lower case, without parameters.</summary>
    internal string? MediaType => ContentType?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Charset it was sent with.</summary>
    internal string? Charset => ContentType?.Split(';').Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?[8..].Trim('"', '\'', ' ');

    /// <summary>The reply; null, and why, where the block is none.</summary>
    internal static HttpReply? Parse(byte[] block, out string? fault)
    {
        fault = "no HTTP reply";
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        var skip = 4;
        if (end < 0) (end, skip) = (block.AsSpan().IndexOf("\n\n"u8), 2);
        if (end < 0) return null;
        var lines = Encoding.Latin1.GetString(block.AsSpan(0, end)).Split('\n');
        if (lines[0].Split(' ') is not [var protocol, var code, ..] || !protocol.StartsWith("HTTP/", StringComparison.Ordinal) || !int.TryParse(code.Trim(), CultureInfo.InvariantCulture, out var status)) return null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.AsSpan(1))
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) fields[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        try
        {
            var body = block.AsSpan(end + skip).ToArray();
            if (fields.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Joined(body);
            body = Unpacked(body, fields.GetValueOrDefault("Content-Encoding"));
            fault = null;
            return new(status, fields.GetValueOrDefault("Content-Type"), body);
        }
        catch (InvalidDataException problem)
        {
            fault = problem.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>The chunks of a body in one; archives that joined them already keep the header all the same.</summary>
    private static byte[] Joined(byte[] body)
    {
        using var joined = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            var size = line is < 0 or > 16 ? null : Encoding.ASCII.GetString(body, at, line).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0) return joined.Length == 0 ? body : joined.ToArray();
            at += line + 2;
            if (length == 0) break;
            joined.Write(body, at, Math.Min(length, body.Length - at));
            at = (int)Math.Min((long)at + length + 2, body.Length);
        }
        return joined.ToArray();
    }

    private static byte[] Unpacked(byte[] body, string? encoding)
    {
        using var packed = new MemoryStream(body);
        using Stream? stream = encoding?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null) return body;
        using var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > MostBytes || (unpacked.Length > 1024 * 1024 && unpacked.Length > (long)body.Length * MostTimes)) throw new InvalidDataException($"it unpacks to more than {MostTimes} times its size");
            }
        }
        catch (InvalidOperationException)
        {
            throw new InvalidDataException("its body is not packed as it says");
        }
        return unpacked.ToArray();
    }
}
