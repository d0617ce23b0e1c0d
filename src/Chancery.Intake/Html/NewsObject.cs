using System.Text.Json;
using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>What a page says of its article as JSON-LD, in the words of schema.org's <c>NewsArticle</c>.</summary>
internal sealed record NewsObject(string? Headline, string? Publisher, string? Published, string? Author, string? BasedOn, string? SourceOrganization)
{
    /// <summary>Longer scripts are no description of a page.</summary>
    private const int Longest = 512 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The first article described; null where there is none.</summary>
    internal static NewsObject? Of(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (script.TextContent is not { Length: > 0 and < Longest } text) continue;
            try
            {
                using var json = JsonDocument.Parse(text, Options);
                if (Article(json.RootElement) is { } article) return Read(article);
            }
            catch (Exception problem) when (problem is JsonException or InvalidOperationException)
            {
                // what is no JSON, or has half a character in it, says nothing; the page has other ways to
            }
        }
        return null;
    }

    /// <summary>Whose text it is, where that is not the publisher.</summary>
    internal string? Source(string? publisher) =>
        BasedOn ?? (SourceOrganization is { } source && !source.Equals(publisher ?? Publisher, StringComparison.OrdinalIgnoreCase) ? source : null);

    private static NewsObject Read(JsonElement article) => new(
        Text(article, "headline"), Name(article, "publisher"), Text(article, "datePublished"), Name(article, "author") ?? Name(article, "creator"),
        Name(article, "isBasedOn") ?? Name(article, "isBasedOnUrl"), Name(article, "sourceOrganization") ?? Name(article, "provider"));

    private static JsonElement? Article(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                if (Article(item) is { } found) return found;
        }
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("@type", out var type) && IsArticle(type)) return element;
        foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            if (element.TryGetProperty(name, out var inner) && Article(inner) is { } found) return found;
        return null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    /// <summary>A name: a string, the <c>name</c> or <c>url</c> of an object, or those of an array with commas between.</summary>
    private static string? Name(JsonElement element, string property) => element.TryGetProperty(property, out var value) ? Name(value) : null;

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => PageFacts.Some(value.GetString()),
        JsonValueKind.Object => Text(value, "name") ?? Text(value, "url") ?? Text(value, "@id"),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Name).OfType<string>()) is { Length: > 0 } names ? names : null,
        _ => null,
    };

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? PageFacts.Some(value.GetString()) : null;
}
