using System.Xml;

namespace Chancery.Intake.Feeds;

/// <summary>A feed that somebody wants followed.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">What they call it; null for nothing.</param>
public sealed record Subscription(Uri Address, string? Title = null);

/// <summary>Reads lists of feeds: OPML, or plain text with an address a line, a name behind it, and <c>#</c> before remarks.</summary>
public static class FeedList
{
    /// <summary>The feeds of a list, each once.</summary>
    /// <param name="name">Name of the file, for faults.</param>
    /// <param name="text">The list.</param>
    /// <param name="onFault">Told of lines and outlines that name no address.</param>
    public static IReadOnlyList<Subscription> Read(string name, string text, Action<IntakeFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(onFault);
        var feeds = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<") ? Outlines(name, text, onFault) : Lines(name, text, onFault);
        return [.. feeds.DistinctBy(f => f.Address)];
    }

    private static List<Subscription> Outlines(string name, string text, Action<IntakeFault> onFault)
    {
        var feeds = new List<Subscription>();
        try
        {
            using var xml = HostileXml.Open(text);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "outline" || (xml.GetAttribute("xmlUrl") ?? xml.GetAttribute("xmlurl")) is not { } address) continue;
                if (Web(address) is { } uri) feeds.Add(new(uri, xml.GetAttribute("title") ?? xml.GetAttribute("text")));
                else onFault(new(name, ((IXmlLineInfo)xml).LineNumber, $"'{address}' is no http or https address"));
            }
        }
        catch (XmlException problem)
        {
            onFault(new(name, problem.LineNumber, "no well-formed OPML from here on"));
        }
        return feeds;
    }

    private static List<Subscription> Lines(string name, string text, Action<IntakeFault> onFault)
    {
        var (feeds, number) = (new List<Subscription>(), 0);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim("\uFEFF \t");
            if (line.IsEmpty || line[0] == '#') continue;
            var space = line.IndexOfAny(' ', '\t');
            var address = (space < 0 ? line : line[..space]).ToString();
            if (Web(address) is { } uri) feeds.Add(new(uri, space < 0 ? null : line[space..].Trim().ToString()));
            else onFault(new(name, number, $"'{address}' is no http or https address"));
        }
        return feeds;
    }

    /// <summary>The address; null where the text is none of the web.</summary>
    public static Uri? Web(string text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
