using System.Globalization;
using System.Text.RegularExpressions;

namespace Chancery.Intake.Feeds;

/// <summary>Reads the instants of feeds: RFC 822 with the names of zones, and ISO 8601.</summary>
internal static partial class FeedDate
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = "+0000",
        ["UTC"] = "+0000",
        ["GMT"] = "+0000",
        ["Z"] = "+0000",
        ["EST"] = "-0500",
        ["EDT"] = "-0400",
        ["CST"] = "-0600",
        ["CDT"] = "-0500",
        ["MST"] = "-0700",
        ["MDT"] = "-0600",
        ["PST"] = "-0800",
        ["PDT"] = "-0700",
    };

    private static readonly string[] Forms = ["d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz", "d MMMM yyyy HH:mm:ss zzz", "d MMM yyyy"];

    /// <summary>The instant; null where the text is none.</summary>
    internal static DateTimeOffset? Parse(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        if (text.Length is 0 or > 60) return null;
        var plain = Weekday().Replace(text, "");
        var zone = plain.LastIndexOf(' ') is var space and > 0 && Zones.TryGetValue(plain[(space + 1)..], out var offset) ? plain[..(space + 1)] + offset : plain;
        zone = Offset().Replace(zone, "$1:$2");
        if (DateTimeOffset.TryParseExact(zone, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var instant)) return instant;
        // without a year the library would take today's
        return Year().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant) ? instant : null;
    }

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\p{L}{2,9},?\s+(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"([+-]\d\d)(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
