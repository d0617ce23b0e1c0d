namespace Chancery.Workshop.Stories;

/// <summary>
/// Weighs traits so that what is told again finds what was told before: for each telling the odds of its candidates and of its being something new sum to one, and those of the right
/// ones are made as great as can be (Durrett and Klein 2013). One right candidate that is found easily is enough. The same tellings give the same weights.
/// </summary>
internal static class Ranking
{
    private const int Passes = 150;

    /// <summary>Pull towards 0.</summary>
    private const double Ridge = 2;

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
        var odds = new double[tellings.Max(t => t.Length)];
        return Descent.Find(values, Passes, Ridge, (weights, slopes) =>
        {
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
        });
    }
}
