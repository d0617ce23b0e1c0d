using System.Buffers;
using System.Globalization;
using System.IO.Compression;

namespace Chancery.Feeds.Fetching;

/// <summary>Reads the body of a reply and unpacks it, within bounds: neither a large body nor a small one that unpacks to a large one takes more than they allow.</summary>
internal static class BodyReader
{
    /// <summary>Unpacked bytes from which the ratio counts: short texts of one letter pack better than that and do no harm.</summary>
    private const int RatioFrom = 1024 * 1024;

    /// <exception cref="InvalidDataException">The body is larger than allowed, or packed in a way that cannot be read; the message says which.</exception>
    internal static async Task<byte[]> ReadAsync(HttpContent content, FetchOptions options, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > options.MaxBytes) throw new InvalidDataException(TooLarge(options.MaxBytes));
        string[] encodings = [.. content.Headers.ContentEncoding.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase))];
        if (encodings.Length > 1) throw new InvalidDataException($"it is packed {encodings.Length} times over ({string.Join(", ", encodings)})");
        await using var sent = new CountingStream(await content.ReadAsStreamAsync(cancel), options.MaxBytes);
        await using var unpacked = Unpack(sent, encodings is [var encoding] ? encoding : null);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await unpacked.ReadAsync(buffer, cancel)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > options.MaxUnpackedBytes) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {options.MaxUnpackedBytes:#,0} bytes"));
                if (body.Length > RatioFrom && body.Length > sent.Count * options.MaxRatio) throw new InvalidDataException($"it unpacks to more than {options.MaxRatio} times its size");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return body.ToArray();
    }

    private static Stream Unpack(Stream sent, string? encoding) => encoding?.ToUpperInvariant() switch
    {
        null => sent,
        "GZIP" or "X-GZIP" => new GZipStream(sent, CompressionMode.Decompress),
        "DEFLATE" => new ZLibStream(sent, CompressionMode.Decompress),
        "BR" => new BrotliStream(sent, CompressionMode.Decompress),
        _ => throw new InvalidDataException($"it is packed as '{encoding}', which was not asked for"),
    };

    private static string TooLarge(int most) => string.Create(CultureInfo.InvariantCulture, $"it is larger than {most:#,0} bytes");

    /// <summary>Counts the bytes that come in and lets no more than so many through.</summary>
    private sealed class CountingStream(Stream inner, int most) : Stream
    {
        internal long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Counted(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private int Counted(int read) => (Count += read) > most ? throw new InvalidDataException(TooLarge(most)) : read;
    }
}
