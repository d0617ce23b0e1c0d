using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>Lists are handed out a page at a time, with a cursor for the next; or whole, as JSON Lines, where that is asked for.</summary>
internal static class Page
{
    internal const int Usual = 50;

    internal const int Most = 500;

    private const string Lines = "application/x-ndjson";

    /// <summary>A page of a list, by the request's <c>limit</c> and <c>cursor</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="record">The state it is a list of.</param>
    /// <param name="items">The whole list, in an order that later reports do not change for those in it.</param>
    /// <param name="key">Name of an item within the list.</param>
    /// <param name="write">Writes one item.</param>
    internal static IResult Of<T>(HttpRequest request, RecordSnapshot record, IReadOnlyList<T> items, Func<T, string> key, Action<Utf8JsonWriter, T> write)
    {
        if (request.Headers.Accept.ToString().Contains(Lines, StringComparison.OrdinalIgnoreCase) || request.Query["format"] == "jsonl") return new Stream<T>(items, write);
        var limit = Query.Whole(request, "limit", 1, Most) ?? Usual;
        var start = Start(request, items, key);
        return new Reply(record, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            var end = Math.Min(items.Count, start + limit);
            for (var i = start; i < end; i++) write(json, items[i]);
            json.WriteEndArray();
            json.WriteNumber("total", items.Count);
            json.WritePropertyName("next");
            if (end < items.Count) json.WriteTextValue(Cursor(request, end, key(items[end - 1])));
            else json.WriteNullValue();
            json.WriteEndObject();
        });
    }

    private static string Cursor(HttpRequest request, int next, string last) =>
        Base64Url.EncodeToString(Encoding.Unicode.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{request.Path}\n{next}\n{last}")));

    /// <summary>Where the page begins: behind the item the cursor names, which may have moved on since.</summary>
    private static int Start<T>(HttpRequest request, IReadOnlyList<T> items, Func<T, string> key)
    {
        if (request.Query["cursor"].ToString() is not { Length: > 0 } cursor) return 0;
        var parts = Decode(cursor).Split('\n', 3);
        if (parts is not [var path, var at, var last] || path != request.Path || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            throw new BadRequest("bad-cursor", "The cursor is not one of this list; ask for the first page again.");
        if (start <= items.Count && start > 0 && key(items[start - 1]) == last) return start;
        for (var i = 0; i < items.Count; i++)
            if (key(items[i]) == last) return i + 1;
        throw new BadRequest("bad-cursor", "The cursor names nothing in this list: it is of another record, or of another question.");
    }

    private static string Decode(string cursor) =>
        Base64Url.IsValid(cursor) ? Encoding.Unicode.GetString(Base64Url.DecodeFromChars(cursor)) : "";

    /// <summary>One JSON object a line, as fast as the reader takes them.</summary>
    private sealed class Stream<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = Lines;
            var writer = httpContext.Response.BodyWriter;
            using var json = new Utf8JsonWriter(writer, ReadingJson.Compact);
            foreach (var item in items)
            {
                write(json, item);
                await json.FlushAsync(httpContext.RequestAborted);
                writer.GetSpan(1)[0] = (byte)'\n';
                writer.Advance(1);
                json.Reset();
                if ((await writer.FlushAsync(httpContext.RequestAborted)).IsCompleted) return;
            }
        }
    }
}
