using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Chancery.Feeds.Fetching;
using Chancery.Intake;
using Chancery.Intake.Feeds;
using Chancery.Intake.Html;
using Chancery.Intake.Plain;

namespace Chancery.Feeds;

/// <summary>Makes a report of what a feed says of it and of its page.</summary>
internal static class PageReader
{
    private static readonly DateOnly FirstPlausible = new(1995, 1, 1);

    /// <summary>The report of a page; null, and why, where there is none in it.</summary>
    internal static Report? Read(string id, FeedItem item, Fetched page, DateOnly today, out string? fault)
    {
        fault = null;
        if (page.MediaType is not (null or "text/html" or "application/xhtml+xml" or "text/plain" or "application/xml" or "text/xml"))
        {
            fault = $"it is {page.MediaType}, which is not read";
            return null;
        }
        var charset = HtmlPage.DeclaredCharset(page.Body) ?? page.Charset;
        if (TextDecoder.Decode(page.Body, charset, out var notices) is not { } text)
        {
            fault = "it is not text: its bytes are those of a binary file";
            return null;
        }
        var report = string.IsNullOrWhiteSpace(text) ? null
            : page.MediaType == "text/plain" ? PlainText.Parse(id, text, notices) : HtmlPage.Parse(id, text, notices, page.Address);
        if (report is null) fault = "the page has no text";
        return report is null ? null : Completed(report with { Url = AddressOf(report.Url, page.Address) }, item, today);
    }

    /// <summary>The report of an item that is all there is, or that must do for its page; null where the item says nothing.</summary>
    internal static Report? Read(string id, FeedItem item, string key, ImmutableArray<Notice> notices, DateOnly today)
    {
        var text = TextOf(item.Content);
        if (text.Length == 0) text = item.Title ?? "";
        return text.Length == 0 ? null : Completed(new() { Id = id, Text = text, Url = item.Link ?? key, Notices = notices }, item, today);
    }

    /// <summary>Letters and digits of an item's own text.</summary>
    internal static int LengthOf(FeedItem item) => TextOf(item.Content).Count(char.IsLetterOrDigit);

    private static string TextOf(string? content) =>
        content is null ? "" : HtmlText.IsDeep(content) ? HtmlText.OfMarkup(content) : HtmlText.Of(new HtmlParser().ParseDocument(content).Body!);

    private static Report Completed(Report report, FeedItem item, DateOnly today)
    {
        var told = report.Published ?? Day(item.Published) ?? Day(item.Updated);
        var day = new[] { report.Published, Day(item.Published), Day(item.Updated) }.FirstOrDefault(d => d >= FirstPlausible && d <= today.AddDays(1));
        return report with
        {
            Title = report.Title ?? item.Title,
            Published = day,
            Byline = report.Byline ?? item.Author,
            DeclaredOrigin = report.DeclaredOrigin ?? item.Source,
            Notices = told is { } implausible && day is null ? report.Notices.Add(IntakeNotices.ImplausibleDate(implausible)) : report.Notices,
        };
    }

    /// <summary>The address a page names for itself, where it is one of its own outlet; else the one it was had from.</summary>
    private static string AddressOf(string? named, Uri address) =>
        named is not null && Uri.TryCreate(address, named, out var own) && own.Scheme is "http" or "https" && PageFacts.IsSameOutlet(own, address) && own.AbsolutePath != "/" ? own.AbsoluteUri : address.AbsoluteUri;

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? DateOnly.FromDateTime(at.DateTime) : null;
}
