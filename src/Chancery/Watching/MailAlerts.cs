using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Watching;

/// <summary>Alerts as mails (RFC 5322) in a folder: a file a story, which is written anew when it has news.</summary>
public static class MailAlerts
{
    /// <summary>The name of the file an alert goes to: what it is about in letters a file system takes, and a hash that tells it from others.</summary>
    public static string FileName(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var name = string.Concat($"{alert.Watch}-{alert.Story}".Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        return $"{name[..Math.Min(name.Length, 60)]}-{Hash(alert)}.eml";
    }

    /// <summary>The mail: plain text, its subject and body encoded, so that nothing a report says can add a header.</summary>
    public static byte[] Of(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var mail = new StringBuilder()
            .Append("From: Chancery <chancery@localhost>\r\nTo: undisclosed-recipients:;\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {alert.Updated.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
            .Append("Message-ID: <").Append(Hash(alert)).Append("@chancery.invalid>\r\nSubject:");
        foreach (var part in Parts(AlertText.Subject(alert))) mail.Append(" =?utf-8?B?").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(part))).Append("?=\r\n");
        mail.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        mail.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(AlertText.Body(alert)), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    /// <summary>An encoded word holds 75 characters at most, and no part of a character.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var part = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(part.ToString()) + rune.Utf8SequenceLength > 42)
            {
                yield return part.ToString();
                part.Clear();
            }
            part.Append(rune.ToString());
        }
        yield return part.ToString();
    }

    private static string Hash(Alert alert) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alert.Urn())).AsSpan(0, 8));
}
