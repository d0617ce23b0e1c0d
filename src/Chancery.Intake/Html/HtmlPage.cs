using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Chancery.Intake.Html;

/// <summary>Reads a web page as one report: its text is the article without navigation, scripts, styles and advertisement.</summary>
internal static partial class HtmlPage
{
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
    /// <param name="id">Name of the report.</param>
    /// <param name="html">The page.</param>
    /// <param name="notices">What there is to say of it so far.</param>
    /// <param name="address">Where the page was; null where that is not known.</param>
    internal static Report? Parse(string id, string html, ImmutableArray<Notice> notices, Uri? address = null)
    {
        // the article finder walks the page by recursion
        if (HtmlText.IsDeep(html)) return Whole(id, html, notices);
        using var page = new HtmlParser().ParseDocument(html);
        var facts = PageFacts.Of(page, address);
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
            Byline = facts.Byline,
            DeclaredOrigin = facts.Origin,
            Notices = notices,
        };
    }

    /// <summary>A page taken as it is, its tags cut out one after the other.</summary>
    private static Report? Whole(string id, string html, ImmutableArray<Notice> notices)
    {
        var text = HtmlText.OfMarkup(html);
        return text.Length == 0 ? null : new() { Id = id, Text = text, Notices = notices.Add(IntakeNotices.DeepPage) };
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
