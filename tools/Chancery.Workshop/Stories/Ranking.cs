namespace Chancery.Workshop.Stories;

/// <summary>
/// Weighs traits so that what is told again finds what was told before: for each telling the odds of its candidates and of its being something new sum to one, and those of the right
/// ones are made as great as can be (Durrett and Klein 2013). One right candidate that is found easily is enough. The same tellings give the same weights.
/// </summary>
internal static class Ranking
{
    private const int Passes = 150;

    /// <summary>Pull towards 0.</summary>
    private const double Ridge = 3;

    private const double Step = 0.05;

    /// <summary>Something told before that a telling may tell again.</summary>
    /// <param name="Values">Numbers of the values of the pair's traits.</param>
    /// <param name="IsOne">Whether it does.</param>
    /// <param name="Weight">How much an error with it counts.</param>
    internal readonly record struct Candidate(int[] Values, bool IsOne, double Weight);

    /// <summary>Learns what every value weighs.</summary>
    /// <param name="tellings">For each telling its candidates.</param>
    /// <param name="values">How many values there are.</param>
    internal static double[] Learn(IReadOnlyList<Candidate[]> tellings, int values)
    {
        double[] weights = new double[values], slopes = new double[values], squares = new double[values];
        var odds = new double[tellings.Max(t => t.Length)];
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < values; i++) slopes[i] = Ridge * weights[i];
            foreach (var candidates in tellings)
            {
                var (all, right) = (1.0, 0.0);
                for (var c = 0; c < candidates.Length; c++)
                {
                    var sum = 0.0;
                    foreach (var value in candidates[c].Values) sum += weights[value];
                    all += odds[c] = Math.Exp(sum);
                    if (candidates[c].IsOne) right += odds[c];
                }
                for (var c = 0; c < candidates.Length; c++)
                {
                    var error = candidates[c].Weight * (odds[c] / all - (candidates[c].IsOne ? odds[c] / right : 0));
                    foreach (var value in candidates[c].Values) slopes[value] += error;
                }
            }
            // steps by the size of the last slopes (RMSProp), shorter and shorter
            for (var i = 0; i < values; i++)
            {
                squares[i] = 0.95 * squares[i] + 0.05 * slopes[i] * slopes[i];
                weights[i] -= Step / Math.Sqrt(1 + pass / 20.0) * slopes[i] / (Math.Sqrt(squares[i]) + 1e-8);
            }
        }
        return weights;
    }
}
