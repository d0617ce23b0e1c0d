using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>One step of a pattern: a word or a class, perhaps glued to what is before it.</summary>
/// <param name="Symbol">Number of the word or class.</param>
/// <param name="IsGlued">True where no blank may stand before it.</param>
/// <param name="Class">Name of the class; null for a word.</param>
internal readonly record struct PatternStep(int Symbol, bool IsGlued, string? Class);

/// <summary>A pattern with every choice made.</summary>
/// <param name="Steps">The steps, context included.</param>
/// <param name="Lead">Steps at the start that must be there but do not belong to the time.</param>
/// <param name="Trail">Steps at the end, likewise.</param>
internal sealed record PatternPath(PatternStep[] Steps, int Lead, int Trail);

/// <summary>Reads the pattern language: words, CLASSES, <c>(one|other)</c>, <c>?</c> for what may be missing, <c>~</c> for no blank before, <c>[context]</c>.</summary>
internal sealed class PatternReader(string pattern, Vocabulary vocabulary)
{
    private const int MostPaths = 4096;
    private readonly string[] _tokens = Cut(pattern);
    private int _at;

    /// <summary>All paths through the pattern.</summary>
    /// <exception cref="FormatException">The pattern is not well formed.</exception>
    internal List<PatternPath> Read()
    {
        var lead = Context();
        var body = Sequence("[", "");
        var trail = Context();
        if (_at < _tokens.Length) throw new FormatException($"'{_tokens[_at]}' is not expected");
        var paths = new List<PatternPath>();
        foreach (var before in lead)
            foreach (var middle in body)
                foreach (var after in trail)
                    if (middle.Length > 0) paths.Add(new([.. before, .. middle, .. after], before.Length, after.Length));
        return paths.Count <= MostPaths ? paths : throw new FormatException($"{paths.Count} paths; {MostPaths} is the most");
    }

    private List<PatternStep[]> Context()
    {
        if (_at >= _tokens.Length || _tokens[_at] != "[") return [[]];
        _at++;
        var paths = Sequence("]", "]");
        _at++;
        return paths;
    }

    private List<PatternStep[]> Sequence(string stop, string also)
    {
        List<PatternStep[]> paths = [[]];
        while (_at < _tokens.Length && _tokens[_at] != stop && _tokens[_at] != also && _tokens[_at] is not ("|" or ")"))
        {
            var glued = Take("~");
            List<PatternStep[]> choices = Take("(") ? Group() : [[Step(_tokens[_at++])]];
            if (glued) foreach (var choice in choices) choice[0] = choice[0] with { IsGlued = true };
            if (Take("?")) choices.Add([]);
            paths = [.. paths.SelectMany(p => choices.Select(c => (PatternStep[])[.. p, .. c]))];
        }
        return paths;
    }

    private List<PatternStep[]> Group()
    {
        var choices = new List<PatternStep[]>();
        do choices.AddRange(Sequence(")", ")")); while (Take("|"));
        return Take(")") ? choices : throw new FormatException("a bracket is left open");
    }

    private PatternStep Step(string token)
    {
        var symbol = TimeSymbols.Find(token.TrimStart('='));
        return symbol >= 0 && !token.StartsWith('=') ? new(symbol, false, token) : new(vocabulary.Add(token.TrimStart('=')), false, null);
    }

    private bool Take(string token)
    {
        if (_at >= _tokens.Length || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    /// <summary>Cuts at blanks and around the signs of the language; <c>=day</c> is the word 'day', not the class.</summary>
    private static string[] Cut(string pattern)
    {
        var tokens = new List<string>();
        for (var i = 0; i < pattern.Length;)
        {
            if (pattern[i] == ' ') { i++; continue; }
            var start = i++;
            if (!"()[]|?~".Contains(pattern[start], StringComparison.Ordinal))
                while (i < pattern.Length && !" ()[]|?~".Contains(pattern[i], StringComparison.Ordinal)) i++;
            tokens.Add(pattern[start..i]);
        }
        return [.. tokens];
    }
}
