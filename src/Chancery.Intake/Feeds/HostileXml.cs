using System.Net;
using System.Text.RegularExpressions;
using System.Xml;

namespace Chancery.Intake.Feeds;

/// <summary>Opens XML from strangers: no document type, so no entities of its own; nothing is fetched for it.</summary>
internal static partial class HostileXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    internal static XmlReader Open(string text) => XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')), Settings);

    /// <summary>The text with HTML's named characters written out and lone ampersands escaped, as many feeds need it to be XML at all.</summary>
    internal static string Repaired(string text) => Ampersand().Replace(text, match => match.Groups[1].Value is { Length: > 0 } name
        ? WebUtility.HtmlDecode($"&{name};") is { } decoded && !decoded.StartsWith('&') ? decoded : $"&amp;{name};"
        : "&amp;");

    // '&nbsp;' of HTML, or an ampersand that opens nothing; those of XML itself are left alone
    [GeneratedRegex(@"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,30});)?", RegexOptions.CultureInvariant)]
    private static partial Regex Ampersand();
}
