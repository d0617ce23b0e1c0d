using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Chancery.Exports;
using Chancery.Exports.Json;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>What is read from the words of a report, read again on the spot: the record keeps claims, not every mention.</summary>
/// <remarks>Thread-safe. So many readings at a time, and the last ones are kept, since a page that is looked at is looked at again.</remarks>
internal sealed class Annotations(Knowledge knowledge) : IDisposable
{
    private const Layers Marks = Layers.Entities | Layers.Times | Layers.Places | Layers.Quantities | Layers.Attributions | Layers.Claims | Layers.Figures | Layers.Unknowns;

    /// <summary>All are let go of above so many bytes.</summary>
    private const long Kept = 32 * 1024 * 1024;

    private readonly SemaphoreSlim _reading = new(2, 2);
    private readonly ConcurrentDictionary<Report, byte[]> _last = [];
    private long _bytes;

    internal async Task<IResult> Of(Report report, string tag, CancellationToken cancel)
    {
        if (!_last.TryGetValue(report, out var json))
        {
            await _reading.WaitAsync(cancel);
            try
            {
                json = Read(report);
            }
            finally
            {
                _reading.Release();
            }
            if (Interlocked.Add(ref _bytes, json.Length) > Kept)
            {
                _last.Clear();
                Interlocked.Exchange(ref _bytes, json.Length);
            }
            _last[report] = json;
        }
        return new Reply(tag, writer => writer.WriteRawValue(json, skipInputValidation: true));
    }

    public void Dispose() => _reading.Dispose();

    private byte[] Read(Report report)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, ReadingJson.Compact)) ReadingJson.Write(json, knowledge.Reader.Read(report), Marks, knowledge.Codes);
        return buffer.WrittenSpan.ToArray();
    }
}
