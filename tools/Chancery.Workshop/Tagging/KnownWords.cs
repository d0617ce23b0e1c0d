using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Tagging;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop.Tagging;

/// <summary>For words met often in training, which tags they had: words of like tags form a class.</summary>
internal static class KnownWords
{
    private const int Often = 4, VeryOften = 60;
    private const double Share = 0.08, Pure = 0.997;

    internal static byte[] Write(Treebank treebank, IReadOnlyList<int> sentences, int[] tags)
    {
        var classes = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var entries = new List<(ulong, ushort)>();
        foreach (var (word, of) in Count(treebank, sentences, tags))
        {
            var total = of.Values.Sum();
            if (total < Often) continue;
            var name = string.Join(' ', of.Where(t => t.Value >= total * Share).OrderByDescending(t => t.Value).ThenBy(t => t.Key).Select(t => t.Key));
            if (!classes.TryGetValue(name, out var id)) classes.Add(name, id = (ushort)classes.Count);
            entries.Add((EndingTable.WholeKey(0, word), id));
        }
        return EndingTable.Write(entries);
    }

    /// <summary>Words met very often, and but once in some hundred times with another tag than their one.</summary>
    internal static byte[] WriteSure(Treebank treebank, IReadOnlyList<int> sentences, int[] tags) => EndingTable.Write(
    [
        .. Count(treebank, sentences, tags).Where(w => w.Value.Values.Sum() is var all && all >= VeryOften && w.Value.Values.Max() >= all * Pure).Select(w => (EndingTable.WholeKey(0, w.Key), (ushort)w.Value.MaxBy(t => t.Value).Key)),
    ]);

    private static SortedDictionary<string, Dictionary<int, int>> Count(Treebank treebank, IReadOnlyList<int> sentences, int[] tags)
    {
        var counts = new SortedDictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        foreach (var s in sentences)
        {
            var (first, end) = treebank.Sentence(s);
            for (var i = first; i < end; i++)
            {
                var word = string.Concat(treebank.Words[i].ToString().Select(Hash.Fold));
                if (!counts.TryGetValue(word, out var of)) counts.Add(word, of = []);
                of[tags[i]] = of.GetValueOrDefault(tags[i]) + 1;
            }
        }
        return counts;
    }

    internal static EndingTable Open(byte[] section)
    {
        const string Path = "known.bin";
        return new EndingTable(ModelFile.Open(MemoryPack.Of((Path, ModelFile.Write("known", [], section))), Path, "known"), 0);
    }
}
