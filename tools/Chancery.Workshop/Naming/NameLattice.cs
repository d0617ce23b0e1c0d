using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>All label sequences of a sentence at once (forward–backward, in scaled probabilities).</summary>
internal sealed class NameLattice(int longest)
{
    private const int L = NameLabels.Stride;
    private const int N = NameLabels.Count;

    private readonly double[] _forward = new double[longest * L];
    private readonly double[] _backward = new double[longest * L];
    private readonly double[] _emit = new double[longest * L];
    private readonly double[] _scale = new double[longest];
    private readonly double[] _move = new double[L * L];

    /// <summary>Adds the expected counts of labels and moves, times a sign; returns the logarithm of the summed weight of all sequences allowed.</summary>
    internal double Add(float[] scores, float[] moves, uint[] allowed, int n, int sign, float[] gradient, float[] moveGradient)
    {
        for (var a = 0; a <= N; a++)
            for (var b = 0; b < N; b++)
                _move[(a * L) + b] = NameLabels.MayFollow(a == N ? 0 : a, b) ? Math.Exp(moves[(a * L) + b]) : 0;
        var log = 0.0;
        for (var i = 0; i < n; i++)
        {
            var top = float.MinValue;
            for (var b = 0; b < N; b++) if (May(allowed, i, b)) top = Math.Max(top, scores[(i * L) + b]);
            for (var b = 0; b < N; b++) _emit[(i * L) + b] = May(allowed, i, b) ? Math.Exp(scores[(i * L) + b] - top) : 0;
            log += top;
            var sum = 0.0;
            for (var b = 0; b < N; b++)
            {
                var into = 0.0;
                if (i == 0) into = _move[(N * L) + b];
                else for (var a = 0; a < N; a++) into += _forward[((i - 1) * L) + a] * _move[(a * L) + b];
                sum += _forward[(i * L) + b] = into * _emit[(i * L) + b];
            }
            if (sum < 1e-280) sum = 1e-280;
            _scale[i] = sum;
            log += Math.Log(sum);
            for (var b = 0; b < N; b++) _forward[(i * L) + b] /= sum;
        }
        for (var b = 0; b < N; b++) _backward[((n - 1) * L) + b] = 1;
        for (var i = n - 1; i >= 0; i--)
        {
            for (var b = 0; b < N; b++) gradient[(i * L) + b] += (float)(sign * _forward[(i * L) + b] * _backward[(i * L) + b]);
            if (i == 0)
            {
                for (var b = 0; b < N; b++) moveGradient[(N * L) + b] += (float)(sign * _forward[b] * _backward[b]);
                break;
            }
            for (var a = 0; a < N; a++)
            {
                var sum = 0.0;
                for (var b = 0; b < N; b++)
                {
                    var step = _move[(a * L) + b] * _emit[(i * L) + b] * _backward[(i * L) + b] / _scale[i];
                    sum += step;
                    moveGradient[(a * L) + b] += (float)(sign * _forward[((i - 1) * L) + a] * step);
                }
                _backward[((i - 1) * L) + a] = sum;
            }
        }
        return log;
    }

    private static bool May(uint[] allowed, int word, int label) => allowed.Length == 0 || (allowed[word] & (1u << label)) != 0;
}
