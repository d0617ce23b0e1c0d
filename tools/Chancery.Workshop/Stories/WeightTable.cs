using System.Globalization;
using Chancery.Fusion;

namespace Chancery.Workshop.Stories;

/// <summary>Writes what was learned of traits as the table that the library reads.</summary>
internal static class WeightTable
{
    /// <param name="path">Where it is written.</param>
    /// <param name="head">Lines that say what it is, where it comes from and its licence.</param>
    /// <param name="score">How well the weights do.</param>
    /// <param name="traits">The traits.</param>
    /// <param name="weights">What their values weigh.</param>
    internal static void Write(string path, string head, string score, TraitSet traits, TraitWeights weights)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(head);
        writer.WriteLine($"# Score: {score}.");
        writer.WriteLine("trait\tvalue\tacross\twithin");
        foreach (var (i, (trait, value)) in traits.Names.Index()) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trait}\t{value}\t{weights.Of(i).Across:f3}\t{weights.Of(i).Within:f3}"));
    }
}
