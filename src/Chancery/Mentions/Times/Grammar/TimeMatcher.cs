using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Times.Grammar;

/// <summary>Finds every match of the rules in a text, step after step, so that later rules build on earlier ones.</summary>
/// <remarks>Immutable and thread-safe; the work of one text lives in <see cref="Run"/>. Time is linear in the text: a match is no longer than a rule.</remarks>
internal sealed class TimeMatcher(RuleTrie[] steps, TimeLexicon lexicon)
{
    /// <summary>Pieces a single place may hold at most; hostile text cannot pile them up.</summary>
    private const int MostItems = 24;

    internal List<Item> Match(Pieces pieces) => new Run(steps, lexicon, pieces).Match();

    private sealed class Run(RuleTrie[] steps, TimeLexicon lexicon, Pieces pieces)
    {
        private readonly List<Item>?[] _items = new List<Item>?[pieces.Count + 1];
        private readonly List<Item> _found = [];
        private readonly List<Item> _pending = [];
        private readonly Item?[] _captured = new Item?[64];
        private readonly int[] _bounds = new int[65];
        private RuleTrie _trie = steps[0];
        private int _origin;

        internal List<Item> Match()
        {
            for (var at = 0; at < pieces.Count; at++) _items[at] = lexicon.Items(pieces, at);
            foreach (var trie in steps)
            {
                _trie = trie;
                for (_origin = pieces.Count - 1; _origin >= 0; _origin--)
                    if (pieces.Word(_origin) >= 0 || _items[_origin] is not null) Walk(0, _origin, 0);
                foreach (var item in _pending) Keep(item);
                _pending.Clear();
            }
            return _found;
        }

        private void Walk(int node, int at, int depth)
        {
            _bounds[depth] = at;
            if (_trie.Ends(node) is { } ends) foreach (var end in ends) Accept(end, depth);
            if (at >= pieces.Count || depth > 60 || depth > 0 && !pieces.SameSentence(_origin, at)) return;
            var glued = pieces.IsGlued(at);
            var word = pieces.Word(at);
            if (word >= 0) Step(node, word, at + 1, null, depth, glued);
            if (_items[at] is not { } items) return;
            foreach (var item in items)
                foreach (var symbol in item.Symbols)
                    Step(node, symbol, item.End, item, depth, glued);
        }

        private void Step(int node, int symbol, int end, Item? item, int depth, bool glued)
        {
            var next = _trie.Next(node, symbol, false);
            if (next >= 0) Go(next);
            if (glued && (next = _trie.Next(node, symbol, true)) >= 0) Go(next);

            void Go(int to)
            {
                _captured[depth] = item;
                Walk(to, end, depth + 1);
            }
        }

        private void Accept(RuleTrie.End end, int depth)
        {
            var arguments = new Item?[end.Captures.Length];
            for (var i = 0; i < arguments.Length; i++) arguments[i] = end.Captures[i] < 0 ? null : _captured[end.Captures[i]];
            var match = new RuleMatch(end.Rule, arguments, _bounds[0], _bounds[depth]);
            var symbols = end.Rule.SymbolsOf(arguments);
            if (symbols.Length > 0) _pending.Add(new Item { Start = _bounds[end.Lead], End = _bounds[depth - end.Trail], Symbols = symbols, Code = end.Rule.Code, Match = match });
        }

        /// <summary>Of two rules that make the same of the same words, the one that looked at more around them holds, then the earlier.</summary>
        private void Keep(Item item)
        {
            var here = _items[item.Start] ??= [];
            var mine = item.Match!;
            for (var i = 0; i < here.Count; i++)
            {
                var other = here[i];
                if (other.Match is not { } its || other.End != item.End || other.Symbols[0] != item.Symbols[0]) continue;
                if (its.From <= mine.From && its.To >= mine.To && its.Rule.Order <= mine.Rule.Order) return;
                if (its.From < mine.From || its.To > mine.To || its.Rule.Order <= mine.Rule.Order) continue;
                here[i] = item;
                if (mine.Rule.IsReported) _found.Add(item);
                return;
            }
            if (here.Count >= MostItems) return;
            here.Add(item);
            if (mine.Rule.IsReported) _found.Add(item);
        }
    }
}
