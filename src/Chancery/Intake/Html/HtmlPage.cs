using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Chancery.Intake.Html;

/// <summary>Reads a web page as one report: its text is the article without navigation, scripts, styles and advertisement.</summary>
internal static partial class HtmlPage
{
    /// <summary>The article finder walks the page by recursion; pages nested deeper than any page a person wrote go without it.</summary>
    private const int DeepestPage = 400;

    /// <summary>Below so many letters and digits the finder has missed the article, and the whole page is taken.</summary>
    private const int ShortestArticle = 140;

    private static readonly Uri Nowhere = new("http://localhost/");

    /// <summary>The charset a page declares, looked for where the standard asks it to stand; null where it declares none.</summary>
    internal static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var match = Charset().Match(System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]));
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>The report; null where the page has no text.</summary>
    internal static Report? Parse(string id, string html, ImmutableArray<Notice> notices)
    {
        if (Depth(html) > DeepestPage) return Whole(id, html, notices);
        using var page = new HtmlParser().ParseDocument(html);
        var facts = PageFacts.Of(page);
        var article = new SmartReader.Reader(Nowhere.ToString(), html).GetArticle();
        var text = article.IsReadable ? HtmlText.Of(new HtmlParser().ParseDocument(article.Content).Body!) : "";
        if (text.Count(char.IsLetterOrDigit) < ShortestArticle) text = page.Body is { } body ? HtmlText.Of(body) : "";
        var published = facts.Published ?? (article.PublicationDate is { } day ? DateOnly.FromDateTime(day) : null);
        return text.Length == 0 ? null : new()
        {
            Id = id,
            Text = text,
            Title = facts.Title ?? Some(article.Title),
            Publisher = facts.Publisher ?? Some(article.SiteName),
            Published = published,
            Url = facts.Url,
            Notices = notices,
        };
    }

    /// <summary>A page taken as it is, its tags cut out one after the other.</summary>
    private static Report? Whole(string id, string html, ImmutableArray<Notice> notices)
    {
        var text = HtmlText.OfMarkup(html);
        return text.Length == 0 ? null : new() { Id = id, Text = text, Notices = notices.Add(IntakeNotices.DeepPage) };
    }

    /// <summary>How deep tags are nested at most, every tag that is not closed counted.</summary>
    private static int Depth(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !HtmlText.IsVoid(html.AsSpan(at + 1))) deepest = Math.Max(deepest, ++depth);
        }
        return deepest;
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
