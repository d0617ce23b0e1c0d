using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Tagging;

/// <summary>Learns which lemma and features a word has under a tag.</summary>
internal static class MorphologyTrainer
{
    internal static byte[] Train(Treebank treebank, IReadOnlyList<int> sentences, int[] tags, (string, string)[] header)
    {
        var gold = treebank.Tags;
        var lemmas = new Lessons();
        var feats = new Lessons();
        foreach (var s in sentences)
        {
            var (first, end) = treebank.Sentence(s);
            for (var i = first; i < end; i++)
            {
                var word = treebank.Words[i].ToString();
                feats.Add(tags[i], word, gold.Feats[i]);
                if (gold.Lemmas[i] != "_" || word == "_") lemmas.Add(tags[i], word, LemmaEdit.Between(word, gold.Lemmas[i]).ToString());
            }
        }
        var (edits, lemmaTable) = lemmas.ToTable();
        var (values, featsTable) = feats.ToTable();
        return ModelFile.Write(Morphology.Kind, header, ModelFile.WriteStrings(edits), lemmaTable, ModelFile.WriteStrings(values), featsTable);
    }

    /// <summary>What was seen: for every tag and folded word how often each value.</summary>
    private sealed class Lessons
    {
        private readonly SortedDictionary<(int Tag, string Word), Dictionary<string, int>> _seen = [];

        internal void Add(int tag, string word, string value)
        {
            var key = (tag, string.Concat(word.Select(Hash.Fold)));
            if (!_seen.TryGetValue(key, out var counts)) _seen.Add(key, counts = new(StringComparer.Ordinal));
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        internal (string[] Values, byte[] Section) ToTable()
        {
            var best = _seen.Select(s => (s.Key.Tag, s.Key.Word, Value: Best(s.Value), Total: s.Value.Values.Sum())).ToList();
            var endings = new Dictionary<(int Tag, string Ending), Dictionary<string, int>>();
            foreach (var (tag, word, value, _) in best)
            {
                for (var k = 0; k <= Math.Min(EndingTable.Longest, word.Length); k++)
                {
                    var key = (tag, word[^k..]);
                    if (!endings.TryGetValue(key, out var counts)) endings.Add(key, counts = new(StringComparer.Ordinal));
                    counts[value] = counts.GetValueOrDefault(value) + 1;
                }
            }
            var kept = new SortedDictionary<(int Tag, string Ending), string>();
            foreach (var (key, counts) in endings.OrderBy(e => e.Key.Ending.Length).ThenBy(e => e.Key.Tag).ThenBy(e => e.Key.Ending, StringComparer.Ordinal))
            {
                var value = Best(counts);
                if (key.Ending.Length == 0) kept[key] = value;
                else if (counts[value] >= 2 && value != Inherited(kept, key.Tag, key.Ending[1..])) KeepWithShorter(kept, key, value);
            }
            var values = best.Select(b => b.Value).Distinct().Order(StringComparer.Ordinal).ToArray();
            var idOf = values.Select((v, i) => (v, i)).ToDictionary(x => x.v, x => (ushort)x.i, StringComparer.Ordinal);
            var entries = kept.Select(k => (EndingKey(k.Key.Tag, k.Key.Ending), idOf[k.Value])).ToList();
            foreach (var (tag, word, value, _) in best)
                if (value != Inherited(kept, tag, word[^Math.Min(word.Length, EndingTable.Longest)..])) entries.Add((EndingTable.WholeKey(tag, word), idOf[value]));
            return (values, EndingTable.Write(entries));
        }

        private static string Best(Dictionary<string, int> counts) => counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;

        private static string Inherited(SortedDictionary<(int, string), string> kept, int tag, string ending)
        {
            for (; ; ending = ending[1..])
                if (kept.TryGetValue((tag, ending), out var value)) return value;
        }

        /// <summary>The walk from short endings to long ones stops at the first gap, so gaps are filled with what they inherit.</summary>
        private static void KeepWithShorter(SortedDictionary<(int, string), string> kept, (int Tag, string Ending) key, string value)
        {
            for (var k = 1; k < key.Ending.Length; k++)
            {
                var shorter = (key.Tag, key.Ending[^k..]);
                if (!kept.ContainsKey(shorter)) kept[shorter] = Inherited(kept, key.Tag, key.Ending[^(k - 1)..]);
            }
            kept[key] = value;
        }

        private static ulong EndingKey(int tag, string ending)
        {
            var key = EndingTable.EndingKey(tag);
            for (var k = 0; k < ending.Length; k++) key = EndingTable.Longer(key, ending[ending.Length - 1 - k]);
            return key;
        }
    }
}
