namespace Chancery.Linguistics.Parsing;

/// <summary>The best tree under scores of single arcs (Chu and Liu 1965, Edmonds 1967), with one word at the root.</summary>
/// <remarks>
/// Nearly always the best heads form a tree already and nothing is left to do; otherwise circles are drawn together one by one. No recursion.
/// Holds scratch memory: one instance serves one thread.
/// </remarks>
internal sealed class TreeBuilder
{
    private const long Never = long.MinValue / 4;
    private long[] _in = [];
    private int[] _edge = [], _best = [], _owner = [], _state = [];
    private readonly List<int> _members = [];
    private readonly List<(int Node, int First, int End)> _circles = [];

    /// <summary>Fills the heads of one sentence.</summary>
    /// <param name="scores">Row <c>d</c>: scores of the heads of word <c>d</c>; column 0 is the root, column <c>1 + h</c> word <c>h</c>.</param>
    /// <param name="stride">Columns from row to row.</param>
    /// <param name="heads">For every word 0 for the root, else 1 and the index of its head.</param>
    internal void Build(ReadOnlySpan<int> scores, int stride, Span<int> heads)
    {
        var n = heads.Length;
        var roots = 0;
        for (var d = 0; d < n; d++)
        {
            heads[d] = Best(scores.Slice(d * stride, n + 1), d);
            if (heads[d] == 0) roots++;
        }
        if (roots == 1 && IsTree(heads)) return;
        var root = RootWord(scores, stride, n);
        for (var d = 0; d < n; d++)
            if (d == root) heads[d] = 0;
            else if (heads[d] == 0) heads[d] = 1 + BestWord(scores.Slice(d * stride + 1, n), d);
        if (!IsTree(heads)) Contract(scores, stride, root, heads);
    }

    private static int Best(ReadOnlySpan<int> scores, int word)
    {
        var best = 0;
        for (var h = 1; h < scores.Length; h++)
            if (scores[h] > scores[best] && h != word + 1) best = h;
        return best;
    }

    private static int BestWord(ReadOnlySpan<int> scores, int word)
    {
        var best = word == 0 ? 1 : 0;
        for (var h = best + 1; h < scores.Length; h++)
            if (scores[h] > scores[best] && h != word) best = h;
        return best;
    }

    /// <summary>The word that would lose most by not being the root.</summary>
    private static int RootWord(ReadOnlySpan<int> scores, int stride, int n)
    {
        var (root, margin) = (0, Never);
        for (var d = 0; d < n && n > 1; d++)
        {
            var row = scores.Slice(d * stride, n + 1);
            var gain = (long)row[0] - row[1 + BestWord(row[1..], d)];
            if (gain > margin) (root, margin) = (d, gain);
        }
        return root;
    }

    private bool IsTree(ReadOnlySpan<int> heads)
    {
        if (_state.Length < heads.Length) _state = new int[heads.Length * 2];
        var state = _state.AsSpan(0, heads.Length);
        state.Clear();
        for (var start = 0; start < heads.Length; start++)
        {
            var at = start;
            while (at >= 0 && state[at] == 0)
            {
                state[at] = start + 1;
                at = heads[at] - 1;
            }
            if (at >= 0 && state[at] == start + 1) return false;
        }
        return true;
    }

    /// <summary>Draws circles together until the best arcs form a tree, then takes them apart again. Node 0 is the root, node 1 + w word w.</summary>
    private void Contract(ReadOnlySpan<int> scores, int stride, int root, Span<int> heads)
    {
        var n = heads.Length;
        var width = 2 * n + 1;
        Reserve(width);
        for (var d = 1; d <= n; d++)
            for (var h = 0; h <= n; h++)
            {
                var allowed = d == root + 1 ? h == 0 : h != 0 && h != d;
                _in[d * width + h] = allowed ? scores[(d - 1) * stride + h] : Never;
                _edge[d * width + h] = d * (n + 1) + h;
            }
        var nodes = n + 1;
        for (var v = 0; v < width; v++) _owner[v] = -1;
        for (var v = 1; v <= n; v++) _best[v] = BestIn(v, nodes, width);
        for (int node; (node = FindCircle(nodes)) >= 0; nodes++) Merge(node, nodes, width);
        Expand(nodes, n, width, heads);
    }

    private void Reserve(int width)
    {
        if (_in.Length < width * width) (_in, _edge) = (new long[width * width], new int[width * width]);
        if (_best.Length < width) (_best, _owner) = (new int[width], new int[width]);
        if (_state.Length < width) _state = new int[width];
        _members.Clear();
        _circles.Clear();
    }

    private int BestIn(int node, int nodes, int width)
    {
        var best = -1;
        for (var h = 0; h < nodes; h++)
            if (_owner[h] < 0 && h != node && (best < 0 || _in[node * width + h] > _in[node * width + best])) best = h;
        return best;
    }

    /// <summary>A node on a circle of best arcs, -1 where there is none.</summary>
    private int FindCircle(int nodes)
    {
        var state = _state.AsSpan(0, nodes);
        state.Clear();
        for (var start = 1; start < nodes; start++)
        {
            var at = start;
            while (at > 0 && _owner[at] < 0 && state[at] == 0)
            {
                state[at] = start;
                at = _best[at];
            }
            if (at > 0 && _owner[at] < 0 && state[at] == start) return at;
        }
        return -1;
    }

    private void Merge(int member, int node, int width)
    {
        var first = _members.Count;
        for (var v = member; _members.Count == first || v != member; v = _best[v]) _members.Add(v);
        _circles.Add((node, first, _members.Count));
        for (var i = first; i < _members.Count; i++) _owner[_members[i]] = node;
        for (var h = 0; h < node; h++)
        {
            if (_owner[h] >= 0) continue;
            var (into, from) = (-1, -1);
            for (var i = first; i < _members.Count; i++)
            {
                var v = _members[i];
                if (into < 0 || Loss(v, h, width) > Loss(into, h, width)) into = v;
                if (from < 0 || _in[h * width + v] > _in[h * width + from]) from = v;
            }
            (_in[node * width + h], _edge[node * width + h]) = (Math.Max(Never, Loss(into, h, width)), _edge[into * width + h]);
            if (h > 0) (_in[h * width + node], _edge[h * width + node]) = (_in[h * width + from], _edge[h * width + from]);
        }
        _best[node] = BestIn(node, node, width);
        for (var h = 1; h < node; h++)
            if (_owner[h] < 0 && _owner[_best[h]] == node) _best[h] = node;
    }

    private long Loss(int node, int head, int width) => _in[node * width + head] - _in[node * width + _best[node]];

    private void Expand(int nodes, int n, int width, Span<int> heads)
    {
        var chosen = _state.AsSpan(0, nodes);
        for (var v = 1; v < nodes; v++) chosen[v] = _edge[v * width + _best[v]];
        for (var c = _circles.Count - 1; c >= 0; c--)
        {
            var node = _circles[c].Node;
            var entered = chosen[node] / (n + 1);
            while (_owner[entered] != node) entered = _owner[entered];
            chosen[entered] = chosen[node];
        }
        for (var d = 0; d < n; d++) heads[d] = chosen[d + 1] % (n + 1);
    }
}
