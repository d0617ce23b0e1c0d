using System.Globalization;
using System.Runtime.CompilerServices;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>What the values of traits weigh for and against two things being one, as the workshop learned it from stories.</summary>
internal sealed class TraitWeights
{
    /// <summary>More than sums of the same weights in another order differ by.</summary>
    private const double Rounding = 1e-9;

    private readonly Side _across;
    private readonly Side _within;

    /// <summary>Takes weights by the numbers of the values.</summary>
    /// <param name="traits">The traits that are weighed.</param>
    /// <param name="across">Of a pair from two reports.</param>
    /// <param name="within">Of two of one report.</param>
    internal TraitWeights(TraitSet traits, double[] across, double[] within) => (_across, _within) = (new(traits, across), new(traits, within));

    /// <summary>What the numbers of the values that a pair has weigh together: the logarithm of the odds that the two are one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Odds(ReadOnlySpan<int> numbers, bool isWithin)
    {
        var weights = (isWithin ? _within : _across).Weights;
        var odds = 0.0;
        foreach (var number in numbers) odds += weights[number];
        return odds;
    }

    /// <summary>The most that a pair can weigh of which the first traits are known: what is too little then need not be looked at further.</summary>
    internal double AtMost(ReadOnlySpan<int> first, bool isWithin) => Odds(first, isWithin) + (isWithin ? _within : _across).Rest[first.Length] + Rounding;

    /// <summary>What a value weighs, by its number.</summary>
    internal (double Across, double Within) Of(int number) => (_across.Weights[number], _within.Weights[number]);

    /// <summary>Reads a table of the assembly.</summary>
    /// <param name="traits">The traits it weighs.</param>
    /// <param name="path">Its name there.</param>
    internal static TraitWeights Read(TraitSet traits, string path)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (trait, value) in traits.Names) numbers.Add($"{trait}: {value}", numbers.Count);
        double[] across = new double[numbers.Count], within = new double[numbers.Count];
        foreach (var row in LanguagePack.FromAssembly(typeof(TraitWeights).Assembly).Read(path, "trait", "value", "across", "within").Rows)
        {
            var number = numbers[$"{row["trait"]}: {row["value"]}"];
            (across[number], within[number]) = (double.Parse(row["across"], CultureInfo.InvariantCulture), double.Parse(row["within"], CultureInfo.InvariantCulture));
        }
        return new(traits, across, within);
    }

    private sealed class Side
    {
        internal Side(TraitSet traits, double[] weights)
        {
            (Weights, Rest) = (weights, new double[traits.Count + 1]);
            var most = traits.AtMost(weights);
            for (var trait = most.Length - 1; trait >= 0; trait--) Rest[trait] = Rest[trait + 1] + most[trait];
        }

        internal double[] Weights { get; }

        /// <summary>By trait the most that it and those after it can weigh.</summary>
        internal double[] Rest { get; }
    }
}
