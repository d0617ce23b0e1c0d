using System.Globalization;
using Chancery.Intake.Feeds;

namespace Chancery.Intake;

/// <summary>Reads the day a report was published on.</summary>
internal static class PublicationDate
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy",
    ];

    /// <summary>The day of a field that is said to hold one, in whatever form feeds and data sets write it.</summary>
    internal static DateOnly? ParseAny(string? text) => Parse(text) ?? (FeedDate.Parse(text) is { } instant ? DateOnly.FromDateTime(instant.DateTime) : null);

    /// <summary>The day; null where the text is no date. Of an instant with an offset the day is that of its own clock.</summary>
    internal static DateOnly? Parse(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        var isInstant = text.Length > 10 && text[10] is ('T' or ' ') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        return isInstant && DateOnly.TryParseExact(text[..10], Forms[0], CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
    }
}
