using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Intake.Warc;

/// <summary>One record of a web archive.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Type">Its <c>WARC-Type</c>.</param>
/// <param name="Address">Its <c>WARC-Target-URI</c>.</param>
/// <param name="ContentType">Its <c>Content-Type</c>.</param>
/// <param name="Block">Its content; null where it is larger than asked for.</param>
internal sealed record WarcRecord(int Number, string Type, string? Address, string? ContentType, byte[]? Block);

/// <summary>Reads the records of a web archive, one at a time.</summary>
internal static class WarcReader
{
    private const int LongestLine = 64 * 1024;

    /// <summary>True where bytes open as a web archive does, packed or not.</summary>
    internal static bool IsWarc(ReadOnlySpan<byte> head) => head.StartsWith("WARC/1."u8) || head is [0x1F, 0x8B, 8, ..];

    /// <param name="stream">The archive.</param>
    /// <param name="maxBlock">Larger contents are passed over.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FormatException">It is no archive from some place on; the message says where.</exception>
    internal static async IAsyncEnumerable<WarcRecord> ReadAsync(Stream stream, int maxBlock, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffered = new BufferedStream(stream, 128 * 1024);
        var head = new byte[2];
        var length = await buffered.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancel);
        var whole = new HeadedStream(head[..length], buffered);
        // .NET reads gzip members that follow one another as one stream
        var input = new ByteReader(head is [0x1F, 0x8B] ? new GZipStream(whole, CompressionMode.Decompress) : whole);
        for (var number = 1; ; number++)
        {
            var line = await LineAsync(input, number, cancel);
            while (line?.Length == 0) line = await LineAsync(input, number, cancel);
            if (line is null) yield break;
            if (!line.StartsWith("WARC/", StringComparison.Ordinal)) throw new FormatException($"record {number} does not open with 'WARC/'");
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await LineAsync(input, number, cancel) is { Length: > 0 } field)
                if (field.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) fields[field[..colon].Trim()] = field[(colon + 1)..].Trim();
            if (!long.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var size)) throw new FormatException($"record {number} does not say how long it is");
            var type = fields.GetValueOrDefault("WARC-Type") ?? "";
            byte[]? block = null;
            if (size <= maxBlock && type is "response" or "resource") block = await Guarded(number, () => input.ReadAsync((int)size, cancel));
            else await Guarded(number, async () => await input.SkipAsync(size, cancel));
            yield return new(number, type, fields.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>'), fields.GetValueOrDefault("Content-Type"), block);
        }
    }

    private static async Task<T> Guarded<T>(int number, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception problem) when (problem is EndOfStreamException or InvalidDataException)
        {
            throw new FormatException($"record {number} breaks off", problem);
        }
    }

    private static Task<string?> LineAsync(ByteReader input, int number, CancellationToken cancel) => Guarded(number, () => input.LineAsync(LongestLine, cancel));

    /// <summary>Lines and blocks of bytes from one stream.</summary>
    private sealed class ByteReader(Stream stream)
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _from, _to;

        /// <summary>A line without its end; null at the end of the stream.</summary>
        internal async Task<string?> LineAsync(int longest, CancellationToken cancel)
        {
            var line = new List<byte>();
            while (true)
            {
                if (_from == _to && !await FillAsync(cancel)) return line.Count == 0 ? null : throw new EndOfStreamException();
                var rest = _buffer.AsSpan(_from, _to - _from);
                var end = rest.IndexOf((byte)'\n');
                line.AddRange(end < 0 ? rest : rest[..end]);
                _from += end < 0 ? rest.Length : end + 1;
                if (line.Count > longest) throw new InvalidDataException();
                if (end < 0) continue;
                if (line.Count > 0 && line[^1] == '\r') line.RemoveAt(line.Count - 1);
                return Encoding.UTF8.GetString([.. line]);
            }
        }

        internal async Task<byte[]> ReadAsync(int count, CancellationToken cancel)
        {
            using var block = new MemoryStream();
            while (block.Length < count)
            {
                if (_from == _to && !await FillAsync(cancel)) throw new EndOfStreamException();
                var take = (int)Math.Min(_to - _from, count - block.Length);
                block.Write(_buffer, _from, take);
                _from += take;
            }
            return block.ToArray();
        }

        internal async Task<bool> SkipAsync(long count, CancellationToken cancel)
        {
            while (count > 0)
            {
                if (_from == _to && !await FillAsync(cancel)) throw new EndOfStreamException();
                var take = (int)Math.Min(_to - _from, count);
                (_from, count) = (_from + take, count - take);
            }
            return true;
        }

        private async Task<bool> FillAsync(CancellationToken cancel)
        {
            (_from, _to) = (0, await stream.ReadAsync(_buffer, cancel));
            return _to > 0;
        }
    }
}
