using System.Globalization;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>What the traits of two figures weigh for and against their counting one thing, as the workshop learned it from stories (<c>counts.tsv</c>).</summary>
internal sealed class CountWeights
{
    /// <summary>Name of the table in the assembly.</summary>
    internal const string Path = "counts.tsv";

    /// <summary>Odds, as their logarithm, at which two counts are of one thing: four in five pairs of figures in one series are then right in stories the weights were not learned from.</summary>
    internal const double Enough = 0.75;

    private readonly double[] _across;
    private readonly double[] _within;

    /// <summary>Takes weights by the numbers of <see cref="CountTraits.Names"/>.</summary>
    /// <param name="across">Of figures of two reports.</param>
    /// <param name="within">Of two figures of one report.</param>
    internal CountWeights(double[] across, double[] within) => (_across, _within) = (across, within);

    /// <summary>Those the library brings.</summary>
    internal static CountWeights Learned { get; } = Read();

    /// <summary>True for two counts of one thing, whether they agree or not.</summary>
    internal bool AreOne(FigureRow a, FigureRow b) => Closeness(a, b) > Enough;

    /// <summary>How surely two figures count one thing, as the logarithm of the odds: of two counts in a report the nearer one is the other report's.</summary>
    internal double Closeness(FigureRow a, FigureRow b)
    {
        if (a.Id == b.Id || !CountComparer.AreOfOneSort(a, b)) return double.NegativeInfinity;
        Span<int> traits = stackalloc int[CountTraits.Count];
        CountTraits.Find(a, b, traits);
        var weights = a.Report == b.Report ? _within : _across;
        var odds = 0.0;
        foreach (var trait in traits) odds += weights[trait];
        return odds;
    }

    /// <summary>What a value of a trait weighs, by its number.</summary>
    internal (double Across, double Within) Of(int value) => (_across[value], _within[value]);

    private static CountWeights Read()
    {
        var numbers = CountTraits.Names.Index().ToDictionary(name => name.Item, name => name.Index);
        double[] across = new double[numbers.Count], within = new double[numbers.Count];
        foreach (var row in LanguagePack.FromAssembly(typeof(CountWeights).Assembly).Read(Path, "trait", "value", "across", "within").Rows)
        {
            var number = numbers[(row["trait"], row["value"])];
            (across[number], within[number]) = (double.Parse(row["across"], CultureInfo.InvariantCulture), double.Parse(row["within"], CultureInfo.InvariantCulture));
        }
        return new(across, within);
    }
}
