using System.Globalization;
using System.Text;
using System.Xml;

namespace Chancery.Watching;

/// <summary>Alerts as an Atom feed (RFC 4287): an entry a story, whose <c>updated</c> moves when it has news.</summary>
public static class AtomAlerts
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Entries of a feed; older alerts drop out of it.</summary>
    private const int Most = 200;

    /// <summary>Writes the feed.</summary>
    public static void Write(Stream stream, IEnumerable<Alert> alerts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var latest = alerts.OrderByDescending(a => a.Updated).ThenBy(a => a.Story, StringComparer.Ordinal).Take(Most).ToList();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = false });
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, "urn:chancery:watch");
        xml.WriteElementString("title", Atom, "Changes of state");
        xml.WriteElementString("updated", Atom, Instant(latest is [var first, ..] ? first.Updated : now));
        foreach (var alert in latest)
        {
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, alert.Urn());
            xml.WriteElementString("title", Atom, Clean(AlertText.Subject(alert)));
            xml.WriteElementString("published", Atom, Instant(alert.First));
            xml.WriteElementString("updated", Atom, Instant(alert.Updated));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Chancery");
            xml.WriteEndElement();
            foreach (var kind in alert.Changes.Select(c => c.Kind).Distinct())
            {
                xml.WriteStartElement("category", Atom);
                xml.WriteAttributeString("term", AlertText.Name(kind));
                xml.WriteEndElement();
            }
            if (alert.Changes.SelectMany(c => c.Because).Select(b => b.Url).OfType<string>().FirstOrDefault(u => u.StartsWith("http", StringComparison.OrdinalIgnoreCase)) is { } url)
            {
                xml.WriteStartElement("link", Atom);
                xml.WriteAttributeString("rel", "related");
                xml.WriteAttributeString("href", Clean(url));
                xml.WriteEndElement();
            }
            xml.WriteElementString("content", Atom, Clean(AlertText.Body(alert)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without what XML has no place for: control characters and half characters.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(r => r.Value is '\t' or '\n' || (r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF)) ? r.ToString() : " "));
}
