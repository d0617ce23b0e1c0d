using System.Text.Json;
using Chancery.Exports.Json;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>A whole list as JSON Lines: one object a line, as fast as the reader takes them and never all in memory.</summary>
internal sealed class Lines<T>(IAsyncEnumerable<T> items, Action<Utf8JsonWriter, T> write) : IResult
{
    private const string Type = "application/x-ndjson";

    /// <summary>True where the request asks for lines.</summary>
    internal static bool Wanted(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains(Type, StringComparison.OrdinalIgnoreCase) || request.Query["format"] == "jsonl";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = Type;
        var (writer, cancel) = (httpContext.Response.BodyWriter, httpContext.RequestAborted);
        using var json = new Utf8JsonWriter(writer, ReadingJson.Compact);
        await foreach (var item in items.WithCancellation(cancel))
        {
            write(json, item);
            json.Flush();
            json.Reset();
            writer.GetSpan(1)[0] = (byte)'\n';
            writer.Advance(1);
            if (writer.UnflushedBytes > 32 * 1024 && (await writer.FlushAsync(cancel)).IsCompleted) return;
        }
        await writer.FlushAsync(cancel);
    }
}
