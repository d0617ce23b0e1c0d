using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Chancery.Intake.Html;

/// <summary>The text of a page as a reader sees it: blocks on lines of their own, blanks folded, scripts and styles left out.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "head", "title", "svg", "iframe", "footer", "aside", "object", "nav", "form", "button", "select", "textarea" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    private static readonly string[] Voids = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>Pages nested deeper than any page a person wrote are not walked as trees.</summary>
    private const int Deepest = 400;

    /// <summary>True where tags are nested deeper than a tree should be made of, every tag that is not closed counted.</summary>
    internal static bool IsDeep(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1))) deepest = Math.Max(deepest, ++depth);
        }
        return deepest > Deepest;
    }

    /// <summary>The text below a node. No recursion: pages may be nested to any depth.</summary>
    internal static string Of(INode root)
    {
        var text = new Builder();
        INode? node = root;
        while (node is not null)
        {
            var (enter, isBlock) = (true, false);
            if (node is IText words) text.Words(words.Data);
            else if (node is IElement element)
            {
                enter = !Unseen.Contains(element.LocalName);
                isBlock = !Inline.Contains(element.LocalName);
                if (isBlock) text.Break();
            }
            if (enter && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is IElement closed && !Inline.Contains(closed.LocalName)) text.Break();
            }
            node = node is null || node == root ? null : node.NextSibling;
        }
        return text.ToString();
    }

    /// <summary>The text of markup that is not worth a tree: tags become breaks, what stands in scripts and styles is left out.</summary>
    internal static string OfMarkup(string html)
    {
        var text = new Builder();
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            text.Words(WebUtility.HtmlDecode(html[at..open]));
            if (open == html.Length) break;
            var name = Name(html.AsSpan(open + 1));
            var close = Unseen.Contains(name) ? html.IndexOf("</" + name, open, StringComparison.OrdinalIgnoreCase) : open;
            close = close < 0 ? -1 : html.IndexOf('>', close);
            if (!Inline.Contains(name)) text.Break();
            at = close < 0 ? html.Length : close + 1;
        }
        return text.ToString();
    }

    /// <summary>True where a tag that opens with these characters has no end tag.</summary>
    internal static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in Voids)
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length]))) return true;
        return false;
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith("/")) tag = tag[1..];
        var end = 0;
        while (end < tag.Length && end < 20 && char.IsAsciiLetterOrDigit(tag[end])) end++;
        return tag[..end].ToString();
    }

    /// <summary>Folds runs of blanks to one and runs of breaks to an empty line.</summary>
    private sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private bool _blank, _break;

        internal void Words(string words)
        {
            foreach (var unit in words)
            {
                if (char.IsWhiteSpace(unit))
                {
                    _blank = true;
                    continue;
                }
                if (_text.Length > 0 && _break) _text.Append("\n\n");
                else if (_text.Length > 0 && _blank) _text.Append(' ');
                (_blank, _break) = (false, false);
                _text.Append(unit);
            }
        }

        internal void Break() => _break = true;

        public override string ToString() => _text.ToString();
    }
}
