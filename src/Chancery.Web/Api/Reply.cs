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
    private ReadOnlyMemory<byte>? _body;

    internal const string Json = "application/json; charset=utf-8";

    /// <summary>True where whoever asks has the answer of this state already.</summary>
    internal static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Tag == "*" || k.Tag.Equals(Quoted(tag), StringComparison.Ordinal));

    /// <summary>The answer as bytes, whole before it is sent: a fault on the way becomes a problem reply, not half an answer.</summary>
    internal ReadOnlyMemory<byte> Render()
    {
        if (_body is { } made) return made;
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, ReadingJson.Compact)) write(json);
        var body = buffer.WrittenSpan.ToArray();
        _body = body;
        return body;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = Quoted(tag);
        if (HttpMethods.IsGet(request.Method) && IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var body = Render();
        response.ContentType = Json;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    internal static string Quoted(string tag) => $"\"{tag}\"";
}

/// <summary>Whoever asks has the answer of this state already.</summary>
internal sealed class Unchanged(string tag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Reply.Quoted(tag);
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
