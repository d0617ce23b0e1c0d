using System.Net;
using System.Text.Json;

namespace Chancery.Intake.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    internal static Feed Read(string text, Uri? address)
    {
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'), Options);
            if (!json.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) return new(null, [], "no feed: a JSON object without items");
            return new(Text(json.RootElement, "title"), [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(i, address))], null);
        }
        catch (JsonException problem)
        {
            return new(null, [], $"no well-formed JSON from line {problem.LineNumber + 1}, byte {problem.BytePositionInLine}");
        }
        catch (InvalidOperationException)
        {
            return new(null, [], "no well-formed JSON: a text of it has half a character");
        }
    }

    private static FeedItem Item(JsonElement item, Uri? address) => new()
    {
        Id = Text(item, "id"),
        Link = XmlFeed.Absolute(Text(item, "url") ?? Text(item, "external_url"), address),
        Title = Text(item, "title"),
        Content = Text(item, "content_html") ?? Markup(Text(item, "content_text") ?? Text(item, "summary")),
        Published = FeedDate.Parse(Text(item, "date_published")),
        Updated = FeedDate.Parse(Text(item, "date_modified")),
        Author = Authors(item),
    };

    private static string? Markup(string? plain) => plain is null ? null : $"<p>{WebUtility.HtmlEncode(plain).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";

    private static string? Authors(JsonElement item)
    {
        if (item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
            return string.Join(", ", authors.EnumerateArray().Select(a => Text(a, "name")).OfType<string>()) is { Length: > 0 } names ? names : null;
        return item.TryGetProperty("author", out var author) ? Text(author, "name") : null;
    }

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
