using System.Net;
using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;
using Chancery.Intake.Html;

namespace Chancery.Intake.Feeds;

/// <summary>RSS and Atom, told apart by the names of their elements alone: feeds mix them.</summary>
internal static class XmlFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    internal static Feed Read(string text, Uri? address)
    {
        var items = new List<FeedItem>();
        string? title = null;
        try
        {
            using var xml = HostileXml.Open(text);
            if (xml.MoveToContent() != XmlNodeType.Element) return new(null, [], "no feed: there is no element in it");
            var root = xml.LocalName;
            if (root.Equals("html", StringComparison.OrdinalIgnoreCase)) return new(null, [], WebPage(text));
            if (root is not ("rss" or "RDF" or "feed" or "channel")) return new(null, [], $"no feed: its root is <{Shortened(root)}>");
            xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "item" or "entry")
                {
                    items.Add(ReadItem(xml, address));
                    continue;
                }
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "image" or "textinput" or "textInput") xml.Skip();
                else if (title is null && xml.NodeType == XmlNodeType.Element && xml.LocalName == "title") title = Plain(xml.ReadElementContentAsText());
                else xml.Read();
            }
            return new(title, items, null);
        }
        catch (XmlException problem)
        {
            return new(title, items, Fault(problem, text));
        }
    }

    private static string Fault(XmlException problem, string text) =>
        text.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) ? WebPage(text)
        : text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && problem.Message.Contains("DTD", StringComparison.Ordinal) ? "it declares a document type, which is refused: a feed has no use for one"
        : $"no well-formed XML from line {problem.LineNumber}, position {problem.LinePosition}";

    /// <summary>What to do about a page where a feed was looked for: many name their feed.</summary>
    private static string WebPage(string text)
    {
        if (HtmlText.IsDeep(text)) return "a web page, no feed";
        using var page = new HtmlParser().ParseDocument(text);
        var feed = page.QuerySelector("link[rel~=alternate][type='application/rss+xml'], link[rel~=alternate][type='application/atom+xml'], link[rel~=alternate][type='application/feed+json']")?.GetAttribute("href");
        return feed is null ? "a web page, no feed" : $"a web page, no feed; it names '{Shortened(feed)}' as its feed";
    }

    /// <summary>The item the reader stands on; the reader stands behind it afterwards.</summary>
    private static FeedItem ReadItem(XmlReader xml, Uri? address)
    {
        var item = new FeedItem();
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return item;
        }
        var depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1) item = With(item, xml, address);
            else xml.Read();
        }
        if (xml.NodeType == XmlNodeType.EndElement) xml.Read();
        return item;
    }

    /// <summary>The item with what one of its elements says; the reader stands behind the element afterwards.</summary>
    private static FeedItem With(FeedItem item, XmlReader xml, Uri? address)
    {
        switch (xml.LocalName)
        {
            case "guid" or "id":
                var isLink = xml.LocalName == "guid" && xml.GetAttribute("isPermaLink") is null or "true";
                var id = Some(xml.ReadElementContentAsText());
                return item with { Id = id, Link = item.Link ?? (isLink && id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? Absolute(id, address) : null) };
            case "link" when xml.GetAttribute("href") is { } href:
                var isItself = xml.GetAttribute("rel") is null or "alternate";
                xml.Skip();
                return isItself && item.Link is null ? item with { Link = Absolute(href, address) } : item;
            case "link" when xml.NamespaceURI != Atom: return Absolute(xml.ReadElementContentAsText(), address) is { } link ? item with { Link = link } : item;
            case "title" when item.Title is null: return item with { Title = Plain(xml.ReadElementContentAsText()) };
            case "pubDate" or "published" or "issued" or "date": return item with { Published = FeedDate.Parse(xml.ReadElementContentAsText()) ?? item.Published };
            case "updated" or "modified": return item with { Updated = FeedDate.Parse(xml.ReadElementContentAsText()) };
            case "encoded" or "content" or "description" or "summary": return Fuller(item, xml.ReadElementContentAsMarkup());
            case "author" or "creator": return item with { Author = item.Author ?? ReadName(xml) };
            case "source": return item with { Source = ReadName(xml) };
            default:
                xml.Skip();
                return item;
        }
    }

    private static FeedItem Fuller(FeedItem item, string content) => content.Length > (item.Content?.Length ?? 0) && !string.IsNullOrWhiteSpace(content) ? item with { Content = content } : item;

    /// <summary>The text of an element, or of the <c>name</c> or <c>title</c> in it.</summary>
    private static string? ReadName(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return null;
        }
        var (depth, text, name) = (xml.Depth, new StringBuilder(), (string?)null);
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName is "name" or "title" && name is null) name = xml.ReadElementContentAsText();
                else xml.Skip();
                continue;
            }
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text.Append(xml.Value);
            xml.Read();
        }
        if (xml.NodeType == XmlNodeType.EndElement) xml.Read();
        return Plain(name ?? text.ToString());
    }

    /// <summary>Titles and names may hold markup or entities of HTML.</summary>
    private static string? Plain(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal)) text = HtmlText.OfMarkup(text);
        return Some(WebUtility.HtmlDecode(text));
    }

    internal static string? Absolute(string? text, Uri? address)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 2000) return null;
        var isWhole = address is null ? Uri.TryCreate(text, UriKind.Absolute, out var found) : Uri.TryCreate(address, text, out found);
        return isWhole && found!.Scheme is "http" or "https" ? found!.AbsoluteUri : null;
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100] + "…";

    /// <summary>All text in the element the reader stands on, tags left out; the reader stands behind it afterwards.</summary>
    private static string ReadElementContentAsText(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }
        var (depth, text) = (xml.Depth, new StringBuilder());
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
            xml.Read();
        }
        if (xml.NodeType == XmlNodeType.EndElement) xml.Read();
        return text.ToString();
    }

    /// <summary>The content as HTML, whether it was escaped or stands in the feed as elements.</summary>
    private static string ReadElementContentAsMarkup(this XmlReader xml) => xml.GetAttribute("type") == "xhtml" ? xml.ReadOuterXml() : xml.ReadElementContentAsText();
}
