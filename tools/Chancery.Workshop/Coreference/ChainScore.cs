namespace Chancery.Workshop.Coreference;

/// <summary>MUC, B³ and CEAF-e of chains against gold ones (Pradhan et al. 2014), summed over documents; CoNLL F1 is the mean of the three.</summary>
internal sealed class ChainScore
{
    private readonly double[] _right = new double[6];
    private readonly double[] _all = new double[6];

    /// <summary>Adds a document: for every mention, named by its span, the number of its chain.</summary>
    internal void Add(IReadOnlyDictionary<(int, int), int> gold, IReadOnlyDictionary<(int, int), int> found)
    {
        var (key, response) = (Chains(gold), Chains(found));
        Count(0, Muc(key, found));
        Count(1, Muc(response, gold));
        Count(2, Cubed(key, found));
        Count(3, Cubed(response, gold));
        var similarity = Align(key, response);
        Count(4, (similarity, key.Count));
        Count(5, (similarity, response.Count));
    }

    internal double Muc1 => F(0);
    internal double Cubed1 => F(2);
    internal double Ceaf1 => F(4);
    internal double Conll => (Muc1 + Cubed1 + Ceaf1) / 3;

    public override string ToString() => FormattableString.Invariant($"MUC {Muc1:f1}  B3 {Cubed1:f1}  CEAFe {Ceaf1:f1}  CoNLL {Conll:f1}");

    private void Count(int at, (double Right, double All) part) => (_right[at], _all[at]) = (_right[at] + part.Right, _all[at] + part.All);

    private double F(int at)
    {
        var (recall, precision) = (_right[at] / Math.Max(1e-9, _all[at]), _right[at + 1] / Math.Max(1e-9, _all[at + 1]));
        return recall + precision == 0 ? 0 : 200 * recall * precision / (recall + precision);
    }

    private static List<List<(int, int)>> Chains(IReadOnlyDictionary<(int, int), int> mentions) =>
        [.. mentions.GroupBy(m => m.Value).Select(g => g.Select(m => m.Key).ToList())];

    private static (double, double) Muc(List<List<(int, int)>> chains, IReadOnlyDictionary<(int, int), int> other)
    {
        double right = 0, all = 0;
        foreach (var chain in chains)
        {
            var parts = chain.Where(other.ContainsKey).Select(m => other[m]).Distinct().Count() + chain.Count(m => !other.ContainsKey(m));
            right += chain.Count - parts;
            all += chain.Count - 1;
        }
        return (right, all);
    }

    private static (double, double) Cubed(List<List<(int, int)>> chains, IReadOnlyDictionary<(int, int), int> other)
    {
        double right = 0, all = 0;
        foreach (var chain in chains)
        {
            foreach (var part in chain.Where(other.ContainsKey).GroupBy(m => other[m])) right += (double)part.Count() * part.Count() / chain.Count;
            all += chain.Count;
        }
        return (right, all);
    }

    /// <summary>The best one-to-one pairing of chains by shared mentions (φ4).</summary>
    private static double Align(List<List<(int, int)>> key, List<List<(int, int)>> response)
    {
        if (key.Count == 0 || response.Count == 0) return 0;
        if (key.Count > response.Count) (key, response) = (response, key);
        var sets = response.ConvertAll(r => r.ToHashSet());
        return Assignment.Best(key.Count, response.Count, (i, j) => 2.0 * key[i].Count(sets[j].Contains) / (key[i].Count + response[j].Count));
    }
}
