using System.Globalization;

namespace Chancery.Fusion;

/// <summary>What the traits of two figures weigh for and against their counting one thing, as the workshop learned it from stories (<c>counts.tsv</c>).</summary>
internal sealed class CountWeights
{
    private readonly double[] _across;
    private readonly double[] _within;

    /// <summary>Takes weights by the numbers of <see cref="CountTraits.Names"/>.</summary>
    /// <param name="across">Of figures of two reports.</param>
    /// <param name="within">Of two figures of one report.</param>
    internal CountWeights(double[] across, double[] within) => (_across, _within) = (across, within);

    /// <summary>Those the library brings.</summary>
    internal static CountWeights Learned { get; } = Read();

    /// <summary>The logarithm of the odds that two figures count one thing; above 0 where they rather do.</summary>
    internal double Odds(FigureRow a, FigureRow b)
    {
        Span<int> traits = stackalloc int[CountTraits.Count];
        CountTraits.Find(a, b, traits);
        var weights = a.Report == b.Report ? _within : _across;
        var odds = 0.0;
        foreach (var trait in traits) odds += weights[trait];
        return odds;
    }

    private static CountWeights Read()
    {
        using var stream = typeof(CountWeights).Assembly.GetManifestResourceStream("counts.tsv")!;
        using var reader = new StreamReader(stream);
        var numbers = CountTraits.Names.Index().ToDictionary(name => name.Item, name => name.Index);
        double[] across = new double[numbers.Count], within = new double[numbers.Count];
        while (reader.ReadLine() is { } line)
        {
            if (line is not ([not '#', ..]) || line.Split('\t') is not [var trait, var value, var two, var one] || !numbers.TryGetValue((trait, value), out var number)) continue;
            (across[number], within[number]) = (double.Parse(two, CultureInfo.InvariantCulture), double.Parse(one, CultureInfo.InvariantCulture));
        }
        return new(across, within);
    }
}
