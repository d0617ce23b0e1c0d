namespace Chancery.Mentions.Times.Grammar;

/// <summary>The paths of all rules of one step, joined where they begin alike.</summary>
internal sealed class RuleTrie
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<End>?> _ends = [null];

    /// <summary>A rule whose path ends at a node.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Lead">Steps of context at the start.</param>
    /// <param name="Trail">Steps of context at the end.</param>
    /// <param name="Captures">For every argument of the rule the step whose match it takes; -1 for none.</param>
    internal sealed record End(TimeRule Rule, int Lead, int Trail, int[] Captures);

    internal void Add(TimeRule rule, PatternPath path)
    {
        var node = 0;
        foreach (var step in path.Steps)
        {
            var key = Key(node, step.Symbol, step.IsGlued);
            if (!_edges.TryGetValue(key, out var next))
            {
                _edges.Add(key, next = _ends.Count);
                _ends.Add(null);
            }
            node = next;
        }
        var captures = rule.Arguments.Select(argument => Capture(path, argument)).ToArray();
        (_ends[node] ??= []).Add(new(rule, path.Lead, path.Trail, captures));
    }

    internal int Next(int node, int symbol, bool glued) => _edges.GetValueOrDefault(Key(node, symbol, glued), -1);

    internal List<End>? Ends(int node) => _ends[node];

    private static long Key(int node, int symbol, bool glued) => ((long)node << 32) | ((uint)symbol << 1) | (glued ? 1u : 0u);

    /// <summary>'N2' is the second N of the path.</summary>
    private static int Capture(PatternPath path, string argument)
    {
        var count = argument.Length > 1 && char.IsAsciiDigit(argument[^1]) ? argument[^1] - '0' : 1;
        var name = count > 1 || argument.EndsWith('1') ? argument[..^1] : argument;
        for (var i = 0; i < path.Steps.Length; i++)
            if (path.Steps[i].Class == name && --count == 0) return i;
        return -1;
    }
}
