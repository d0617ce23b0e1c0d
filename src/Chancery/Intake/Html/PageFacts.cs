using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>What a page says of itself in its head: headline, outlet, day and address.</summary>
internal sealed record PageFacts(string? Title, string? Publisher, DateOnly? Published, string? Url)
{
    internal static PageFacts Of(IDocument page) => new(
        Meta(page, "og:title") ?? Some(page.QuerySelector("h1")?.TextContent) ?? Some(page.Title),
        Meta(page, "og:site_name") ?? Meta(page, "application-name"),
        PublicationDate.Parse(Meta(page, "article:published_time") ?? Meta(page, "date") ?? Meta(page, "dc.date") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
        Some(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Meta(page, "og:url"));

    private static string? Meta(IDocument page, string name)
    {
        foreach (var meta in page.QuerySelectorAll("meta"))
            if (name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase)) return Some(meta.GetAttribute("content"));
        return null;
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
