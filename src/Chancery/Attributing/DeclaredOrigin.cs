using System.Text.RegularExpressions;

namespace Chancery.Attributing;

/// <summary>Finds what a report itself names as its origin: a credit line such as 'Original Source: …', or the agency of its dateline.</summary>
internal static partial class DeclaredOrigin
{
    /// <summary>Credits and datelines stand near an end of the text; no more than this many UTF-16 units of each are looked at.</summary>
    private const int Reach = 1500;

    internal static string? Find(string text)
    {
        var head = text.Length <= Reach ? text : text[..Reach];
        var tail = text.Length <= Reach ? text : text[^Reach..];
        foreach (var match in (Match[])[Credit().Match(tail), Credit().Match(head), Dateline().Match(head)])
            if (match.Success) return match.Groups["origin"].Value.Trim().TrimEnd('.', ',');
        return null;
    }

    // 'Original Source: www.example.org', 'Source: Meridian', 'First published by Meridian'
    [GeneratedRegex(@"^[ \t(\[]*(?:(?:original )?source|credit)[ \t]*:[ \t]*(?<origin>[^\r\n)\]]{2,80})[)\]]?[ \t]*\r?$|^[ \t(\[]*(?:originally|first) (?:published|appeared) (?:by|in|on|at)[ \t]+(?<origin>[^\r\n)\]]{2,80}?)[.)\]]*[ \t]*\r?$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    // a place in capitals, a day: 'SEOUL, March 21 (Yonhap) --', 'WASHINGTON (AP) —', '(Reuters) -'
    [GeneratedRegex(@"^[ \t\uFEFF]*(?:\p{Lu}[\p{Lu}'’. -]{1,40}(?:,[^\r\n()]{1,50})?[ \t])?\((?<origin>\p{Lu}[^\r\n()]{1,40})\)[ \t]*(?:-{1,2}|[\u2012-\u2015])[ \t]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}
