using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>Answers that something is wrong, as problem+json (RFC 9457).</summary>
internal static class Problems
{
    internal static Task Write(HttpContext context, int status, string code, string detail)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:chancery:problem:{code}");
            json.WriteString("title", code.Replace('-', ' '));
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }
        return response.Body.WriteAsync(bytes.GetBuffer(), 0, (int)bytes.Length, context.RequestAborted);
    }

    /// <summary>An answer to be returned from an endpoint.</summary>
    /// <param name="status">Of HTTP.</param>
    /// <param name="code">Its name.</param>
    /// <param name="detail">A sentence.</param>
    /// <param name="retryAfter">Seconds after which it may be asked again; null where that would not help.</param>
    internal static IResult Result(int status, string code, string detail, int? retryAfter = null) => new Answer(status, code, detail, retryAfter);

    internal static IResult NotFound(string what, string id) => Result(StatusCodes.Status404NotFound, "unknown-id", $"The record has no {what} '{Short(id)}'.");

    internal static IResult Bad(string code, string detail) => Result(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>A caller's words, not longer than a reader wants them back.</summary>
    internal static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private sealed class Answer(int status, string code, string detail, int? retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (retryAfter is { } seconds) httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Write(httpContext, status, code, detail);
        }
    }
}

/// <summary>A request cannot be understood; becomes a problem reply with status 400.</summary>
internal sealed class BadRequest(string code, string detail) : Exception(detail)
{
    internal string Code => code;
}
