namespace Chancery.Workshop.Coreference;

/// <summary>Best assignment of rows to columns (Kuhn–Munkres with potentials).</summary>
internal static class Assignment
{
    /// <summary>The greatest sum of one gain a row, no column twice; there are at least as many columns as rows.</summary>
    internal static double Best(int rows, int columns, Func<int, int, double> gain)
    {
        var (u, v) = (new double[rows + 1], new double[columns + 1]);
        var (owner, way) = (new int[columns + 1], new int[columns + 1]);
        for (var i = 1; i <= rows; i++)
        {
            owner[0] = i;
            var column = 0;
            var least = new double[columns + 1];
            Array.Fill(least, double.MaxValue);
            var used = new bool[columns + 1];
            do
            {
                used[column] = true;
                var (row, delta, next) = (owner[column], double.MaxValue, 0);
                for (var j = 1; j <= columns; j++)
                {
                    if (used[j]) continue;
                    var cost = -gain(row - 1, j - 1) - u[row] - v[j];
                    if (cost < least[j]) (least[j], way[j]) = (cost, column);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }
                for (var j = 0; j <= columns; j++)
                {
                    if (used[j]) (u[owner[j]], v[j]) = (u[owner[j]] + delta, v[j] - delta);
                    else least[j] -= delta;
                }
                column = next;
            }
            while (owner[column] != 0);
            for (; column != 0; column = way[column]) owner[column] = owner[way[column]];
        }
        var sum = 0.0;
        for (var j = 1; j <= columns; j++) if (owner[j] > 0) sum += gain(owner[j] - 1, j - 1);
        return sum;
    }
}
