using System.Text;

namespace Chancery.Formats.Tables;

/// <summary>Makes any text fit for a format that cannot hold every unit; what does not fit becomes U+FFFD.</summary>
internal static class WellFormed
{
    /// <summary>Without lone surrogates.</summary>
    internal static string Of(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Without what XML 1.0 does not allow.</summary>
    internal static string Xml(string text)
    {
        var at = 0;
        while (at < text.Length && (System.Xml.XmlConvert.IsXmlChar(text[at]))) at++;
        if (at == text.Length) return text;
        var clean = new StringBuilder(Of(text));
        for (var i = 0; i < clean.Length; i++)
            if (!System.Xml.XmlConvert.IsXmlChar(clean[i]) && !char.IsSurrogate(clean[i])) clean[i] = '\uFFFD';
        return clean.ToString();
    }
}
