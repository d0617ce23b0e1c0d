using System.Globalization;

namespace Chancery.Feeds.Fetching;

/// <summary>What a site asks of programs, after RFC 9309: the group that names the agent, else that of <c>*</c>; of its rules the longest that fits.</summary>
internal sealed class Robots
{
    private readonly List<(string Pattern, bool Allows)> _rules = [];

    /// <summary>Nothing is asked.</summary>
    internal static Robots AllowAll { get; } = new();

    /// <summary>Everything is off limits, as where the file cannot be had at all.</summary>
    internal static Robots DisallowAll { get; } = new() { _rules = { ("/", false) } };

    /// <summary>Time between two requests that is asked for; null where none is.</summary>
    internal TimeSpan? Delay { get; private set; }

    /// <param name="text">The file; lines that make no sense are passed over.</param>
    /// <param name="agent">Product name of the agent, without version.</param>
    internal static Robots Parse(string text, string agent)
    {
        var (own, all) = (new Robots(), new Robots());
        var (names, inRules, isNamed) = (new List<string>(), false, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.IndexOf('#') is var hash and >= 0 ? raw[..hash] : raw;
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim().ToString();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules) names.Clear();
                inRules = false;
                names.Add(value);
                continue;
            }
            inRules = true;
            foreach (var name in names)
            {
                var isOwn = name.Equals(agent, StringComparison.OrdinalIgnoreCase);
                if (isOwn) isNamed = true;
                if (isOwn || name == "*") (isOwn ? own : all).Add(key, value);
            }
        }
        return isNamed ? own : all;
    }

    /// <summary>True where the path, with its query, may be fetched.</summary>
    internal bool Allows(string path)
    {
        var (longest, allows) = (-1, true);
        foreach (var (pattern, rule) in _rules)
            if (pattern.Length >= longest && Fits(pattern, path) && (pattern.Length > longest || rule)) (longest, allows) = (pattern.Length, rule);
        return allows;
    }

    private void Add(ReadOnlySpan<char> key, string value)
    {
        if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) Delay = TimeSpan.FromSeconds(Math.Min(seconds, 60));
        }
        else if (value.Length > 0 && key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) _rules.Add((value, false));
        else if (value.Length > 0 && key.Equals("allow", StringComparison.OrdinalIgnoreCase)) _rules.Add((value, true));
    }

    /// <summary><c>*</c> stands for anything, <c>$</c> at the end for the end. Takes no longer than pattern times path.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isAnchored = pattern.EndsWith('$');
        var (p, at, star, from) = (0, 0, -1, 0);
        var end = isAnchored ? pattern.Length - 1 : pattern.Length;
        while (true)
        {
            if (p == end && (!isAnchored || at == path.Length)) return true;
            if (p < end && pattern[p] == '*') (star, from) = (p++, at);
            else if (p < end && at < path.Length && pattern[p] == path[at]) (p, at) = (p + 1, at + 1);
            else if (star >= 0 && from < path.Length) (p, at) = (star + 1, ++from);
            else return false;
        }
    }
}
