using System.Buffers;
using System.Text.Json;
using Chancery.Exports.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chancery.Web.Api;

/// <summary>An answer in JSON, in the contract's words.</summary>
/// <remarks>It carries the state of the record it was made from as its ETag; whoever has that already gets 304 and no body.</remarks>
internal sealed class Reply(string tag, Action<Utf8JsonWriter> write) : IResult
{
    internal const string Json = "application/json; charset=utf-8";

    /// <summary>True where whoever asks has the answer of this state already.</summary>
    internal static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Tag == "*" || k.Tag.Equals(Quoted(tag), StringComparison.Ordinal));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = Quoted(tag);
        if (HttpMethods.IsGet(request.Method) && IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        // whole before it is sent: a fault on the way becomes a problem reply, not half an answer
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, ReadingJson.Compact)) write(json);
        response.ContentType = Json;
        response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
    }

    private static string Quoted(string tag) => $"\"{tag}\"";
}
