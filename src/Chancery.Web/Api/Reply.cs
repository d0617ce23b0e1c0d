using System.Buffers;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chancery.Web.Api;

/// <summary>An answer in JSON, written in the contract's words straight into the response.</summary>
/// <remarks>It carries the state of the record it was made from as its ETag; whoever has that already gets 304 and no body.</remarks>
internal sealed class Reply(RecordSnapshot record, Action<Utf8JsonWriter> write) : IResult
{
    internal const string Json = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var etag = $"\"{record.Tag}\"";
        httpContext.Response.Headers.ETag = etag;
        if (IsKnown(httpContext.Request, etag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        // whole before it is sent: a fault on the way becomes a problem reply, not half an answer
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, ReadingJson.Compact)) write(json);
        httpContext.Response.ContentType = Json;
        httpContext.Response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, string etag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Tag == "*" || k.Tag.Equals(etag, StringComparison.Ordinal));
}
