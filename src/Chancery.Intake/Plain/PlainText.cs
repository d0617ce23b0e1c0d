using System.Collections.Immutable;

namespace Chancery.Intake.Plain;

/// <summary>Reads a plain text file as one report.</summary>
/// <remarks>
/// The file may open with front lines, which are not part of the text: <c>Title:</c>, <c>Date:</c>, <c>Publisher:</c>, <c>URL:</c>, in any order, then an empty line.
/// Without them a first line that reads as a headline is the title as well as part of the text, and a line that is nothing but a date tells the day.
/// </remarks>
internal static class PlainText
{
    /// <summary>Lines looked at for a headline and a date.</summary>
    private const int HeadLines = 6;

    /// <summary>Longest line, in UTF-16 units, that is taken for a headline.</summary>
    private const int LongestHeadline = 200;

    internal static Report Parse(string id, string text, ImmutableArray<Notice> notices)
    {
        var front = FrontLines.Parse(text);
        var body = front is null ? text : text[front.Length..];
        var published = PublicationDate.Parse(front?.Date);
        if (front?.Date is { } date && published is null) notices = notices.Add(IntakeNotices.BadDate(date));
        return new()
        {
            Id = id,
            Text = body,
            Title = front?.Title ?? Headline(body),
            Publisher = front?.Publisher,
            Url = front?.Url,
            Published = published ?? DateLine(body),
            Notices = notices,
        };
    }

    private static string? Headline(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF\r\n \t");
        var end = start.IndexOfAny('\r', '\n');
        if (end is < 0 or > LongestHeadline || start[end..].IsWhiteSpace()) return null;
        var line = start[..end].Trim();
        return line.Length == 0 || ".!?;:,\"”".Contains(line[^1], StringComparison.Ordinal) ? null : line.ToString();
    }

    private static DateOnly? DateLine(string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > HeadLines) break;
            if (line.Length is > 0 and < 40 && PublicationDate.Parse(line.ToString()) is { } day) return day;
        }
        return null;
    }
}
