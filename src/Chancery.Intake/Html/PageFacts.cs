using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>What a page says of itself: headline, outlet, day, address, who wrote it and where it was taken from.</summary>
internal sealed partial record PageFacts(string? Title, string? Publisher, DateOnly? Published, string? Url, string? Byline, string? Origin)
{
    private static readonly string[] Authors = ["author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author"];

    /// <param name="page">The page.</param>
    /// <param name="address">Where it was; null where that is not known.</param>
    internal static PageFacts Of(IDocument page, Uri? address = null)
    {
        var news = NewsObject.Of(page);
        var canonical = Some(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        var publisher = Meta(page, "og:site_name") ?? Meta(page, "application-name") ?? news?.Publisher;
        return new(
            Meta(page, "og:title") ?? news?.Headline ?? Some(page.QuerySelector("h1")?.TextContent) ?? Some(page.Title),
            publisher,
            PublicationDate.Parse(Meta(page, "article:published_time") ?? Meta(page, "date") ?? Meta(page, "dc.date"))
                ?? PublicationDate.Parse(news?.Published) ?? PublicationDate.Parse(page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            canonical ?? Meta(page, "og:url"),
            Person(news?.Author) ?? Authors.Select(name => Person(Meta(page, name))).FirstOrDefault(name => name is not null),
            news?.Source(publisher) ?? Meta(page, "syndication-source") ?? Meta(page, "original-source") ?? Meta(page, "dc.source") ?? OtherOutlet(canonical, address));
    }

    /// <summary>The host a page names as the true place of its text, where that is another outlet's.</summary>
    private static string? OtherOutlet(string? canonical, Uri? address) =>
        address is not null && canonical is not null && Uri.TryCreate(address, canonical, out var origin) && !IsSameOutlet(origin, address) ? origin.Host : null;

    /// <summary>Two addresses are of one outlet where their hosts share their longest label: <c>news.harbor.example</c>, <c>www.harbor.co.example</c>.</summary>
    internal static bool IsSameOutlet(Uri left, Uri right) => left.Host == right.Host || Name(left.Host).Equals(Name(right.Host), StringComparison.OrdinalIgnoreCase);

    private static string Name(string host) => host.Split('.') is { Length: > 1 } labels ? labels[..^1].MaxBy(label => label.Length)! : host;

    private static string? Meta(IDocument page, string name)
    {
        foreach (var meta in page.QuerySelectorAll("meta"))
            if (name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase)) return Some(meta.GetAttribute("content"));
        return null;
    }

    /// <summary>A name without the 'By' before it; null where there is none, or an address in its place.</summary>
    private static string? Person(string? text) =>
        Some(text) is { Length: < 200 } name && !name.Contains("://", StringComparison.Ordinal) ? By().Replace(name, "") : null;

    internal static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^by\\s+(?=\\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();
}
