using System.Runtime.CompilerServices;

namespace Chancery.Intake;

/// <summary>Cuts a stream into lines without holding more than one of them; a line over the limit is passed over and said to be too long.</summary>
internal static class LineReader
{
    /// <summary>One line without its end; <see cref="Bytes"/> is good until the next line is asked for.</summary>
    internal readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, bool TooLong);

    internal static async IAsyncEnumerable<Line> ReadAsync(Stream stream, ReadOnlyMemory<byte> head, int limit, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new byte[Math.Max(64 * 1024, head.Length)];
        head.CopyTo(buffer);
        int start = 0, scanned = 0, end = head.Length, number = 1;
        var (skipping, last) = (false, false);
        while (true)
        {
            var at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, scanned + at - start);
                if (skipping || line.Length > limit) yield return new(number, default, TooLong: true);
                else yield return new(number, TrimReturn(line), TooLong: false);
                number++;
                skipping = false;
                start = scanned = scanned + at + 1;
                continue;
            }
            if (last) break;
            scanned = end;
            if (end - start > limit)
            {
                skipping = true;
                start = scanned = end = 0;
            }
            if (end == buffer.Length)
            {
                if (start == 0) Array.Resize(ref buffer, buffer.Length * 2);
                else buffer.AsSpan(start, end - start).CopyTo(buffer);
                (scanned, end, start) = (scanned - start, end - start, 0);
            }
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel);
            last = read == 0;
            end += read;
        }
        if (skipping) yield return new(number, default, TooLong: true);
        else if (end > start) yield return new(number, TrimReturn(buffer.AsMemory(start, end - start)), TooLong: false);
    }

    private static ReadOnlyMemory<byte> TrimReturn(ReadOnlyMemory<byte> line) => line.Span.EndsWith("\r"u8) ? line[..^1] : line;
}
