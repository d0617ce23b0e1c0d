using Chancery.Linguistics;

namespace Chancery.Fusion.Coreference;

/// <summary>Puts reports that tell of the same affair together, by the words they share and few others have: average linkage over cosines.</summary>
/// <remarks>Time and memory grow with the square of the number of reports: made for thousands, not for millions.</remarks>
internal static class StoryFinder
{
    /// <summary>Cosine of the weighted words from which a report belongs to a story.</summary>
    private const double SameStory = 0.20;

    /// <summary>Reports imagined beside those given: among a few, a word that all share would else count for nothing.</summary>
    private const int Elsewhere = 10;

    /// <summary>For every document the number of its story.</summary>
    internal static int[] Find(IReadOnlyList<Document> documents)
    {
        var counts = documents.Select(Count).ToArray();
        var holders = counts.SelectMany(c => c.Keys).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var vectors = counts.Select(c => Weigh(c, holders, documents.Count)).ToArray();
        return Join(Likenesses(vectors));
    }

    /// <summary>Cosines of all pairs, found through the words they share.</summary>
    private static float[][] Likenesses(Dictionary<string, double>[] vectors)
    {
        var likenesses = new float[vectors.Length][];
        var holders = new Dictionary<string, List<(int Document, float Weight)>>(StringComparer.Ordinal);
        for (var i = 0; i < vectors.Length; i++)
        {
            likenesses[i] = new float[vectors.Length];
            foreach (var (word, weight) in vectors[i])
            {
                if (!holders.TryGetValue(word, out var list)) holders.Add(word, list = []);
                foreach (var (earlier, other) in list) likenesses[i][earlier] += (float)weight * other;
                list.Add((i, (float)weight));
            }
            for (var j = 0; j < i; j++) likenesses[j][i] = likenesses[i][j];
        }
        return likenesses;
    }

    /// <summary>Joins the two closest stories until none are close enough; a row holds the sums over all pairs of documents.</summary>
    private static int[] Join(float[][] sums)
    {
        var size = new int[sums.Length];
        Array.Fill(size, 1);
        var into = Enumerable.Range(0, sums.Length).ToArray();
        var nearest = Enumerable.Range(0, sums.Length).Select(i => Nearest(sums, size, i)).ToArray();
        while (true)
        {
            var left = -1;
            for (var i = 0; i < size.Length; i++)
                if (size[i] > 0 && nearest[i].Story >= 0 && (left < 0 || nearest[i].Likeness > nearest[left].Likeness)) left = i;
            if (left < 0 || nearest[left].Likeness < SameStory) break;
            var right = nearest[left].Story;
            for (var k = 0; k < size.Length; k++)
            {
                sums[left][k] += sums[right][k];
                sums[k][left] = sums[left][k];
            }
            (size[left], size[right], into[right]) = (size[left] + size[right], 0, left);
            for (var i = 0; i < size.Length; i++)
                if (size[i] > 0 && (i == left || nearest[i].Story == left || nearest[i].Story == right)) nearest[i] = Nearest(sums, size, i);
        }
        return [.. into.Select(story => Root(into, story))];
    }

    private static (int Story, float Likeness) Nearest(float[][] sums, int[] size, int story)
    {
        var nearest = (Story: -1, Likeness: 0f);
        for (var other = 0; other < size.Length; other++)
        {
            if (other == story || size[other] == 0) continue;
            var likeness = sums[story][other] / ((float)size[story] * size[other]);
            if (likeness > nearest.Likeness) nearest = (other, likeness);
        }
        return nearest;
    }

    private static int Root(int[] into, int story)
    {
        while (into[story] != story) story = into[story];
        return story;
    }

    private static Dictionary<string, double> Count(Document document)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in document.Tokens)
        {
            if (token.Upos is not (Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num)) continue;
            var word = token.Lemma.ToLowerInvariant();
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        return counts;
    }

    private static Dictionary<string, double> Weigh(Dictionary<string, double> counts, Dictionary<string, int> holders, int documents)
    {
        var weights = counts.ToDictionary(c => c.Key, c => (1 + Math.Log(c.Value)) * Math.Log((double)(Elsewhere + documents) / holders[c.Key]), StringComparer.Ordinal);
        var length = Math.Sqrt(weights.Values.Sum(w => w * w));
        return length == 0 ? weights : weights.ToDictionary(w => w.Key, w => w.Value / length, StringComparer.Ordinal);
    }
}
