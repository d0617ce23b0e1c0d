using System.Text.RegularExpressions;

namespace Chancery.Intake.Feeds;

/// <summary>Reads a feed of any of its kinds; what comes before a broken place is read, and the place is named.</summary>
public static partial class FeedReader
{
    /// <summary>The feed.</summary>
    /// <param name="bytes">The document as it was sent.</param>
    /// <param name="charset">Charset that came with it; null where none did.</param>
    /// <param name="address">Where it came from, for addresses that are told in relation to it; null for none.</param>
    public static Feed Read(byte[] bytes, string? charset, Uri? address)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var declared = EncodingLine().Match(System.Text.Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 200)))) is { Success: true } match ? match.Groups[1].Value : charset;
        if (TextDecoder.Decode(bytes, declared, out _) is not { } text) return new(null, [], "not text: its bytes are those of a binary file");
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return start.IsEmpty ? new(null, [], "empty") : start[0] == '{' ? JsonFeed.Read(text, address) : ReadXml(text, address);
    }

    private static Feed ReadXml(string text, Uri? address)
    {
        var feed = XmlFeed.Read(text, address);
        if (feed.Fault is null || !text.Contains('&', StringComparison.Ordinal)) return feed;
        var repaired = XmlFeed.Read(HostileXml.Repaired(text), address);
        return repaired.Fault is null || repaired.Items.Count > feed.Items.Count ? repaired : feed;
    }

    [GeneratedRegex("""^\s*(?:ï»¿)?<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingLine();
}
