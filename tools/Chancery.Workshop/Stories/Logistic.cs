namespace Chancery.Workshop.Stories;

/// <summary>Logistic regression over traits that each have one of a few values; the same pairs give the same weights.</summary>
internal static class Logistic
{
    private const int Passes = 500;

    /// <summary>Pull towards 0.</summary>
    private const double Ridge = 1;

    /// <summary>Learns what every value weighs.</summary>
    /// <param name="pairs">Numbers of the values of each pair, whether the two are one, and how much the pair counts.</param>
    /// <param name="values">How many values there are.</param>
    internal static double[] Learn(IReadOnlyList<(int[] Values, bool IsOne, double Weight)> pairs, int values) =>
        Descent.Find(values, Passes, Ridge, (weights, slopes) =>
        {
            foreach (var (found, isOne, weight) in pairs)
            {
                var odds = 0.0;
                foreach (var value in found) odds += weights[value];
                var error = weight * (1 / (1 + Math.Exp(-odds)) - (isOne ? 1 : 0));
                foreach (var value in found) slopes[value] += error;
            }
        });
}
