namespace Chancery.Workshop.Stories;

/// <summary>Finds the weights that err least by steps against their slopes; the same slopes give the same weights.</summary>
internal static class Descent
{
    private const double Step = 0.05;

    /// <summary>Goes down from weights of 0.</summary>
    /// <param name="values">How many weights there are.</param>
    /// <param name="passes">Steps that are taken.</param>
    /// <param name="ridge">Pull towards 0.</param>
    /// <param name="add">Adds to the second the slopes of the errors that the first make.</param>
    internal static double[] Find(int values, int passes, double ridge, Action<double[], double[]> add)
    {
        double[] weights = new double[values], slopes = new double[values], squares = new double[values];
        for (var pass = 0; pass < passes; pass++)
        {
            for (var i = 0; i < values; i++) slopes[i] = ridge * weights[i];
            add(weights, slopes);
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
