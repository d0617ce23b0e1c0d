using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Trains the sequence model: an averaged structured perceptron that may choose among labels equally right.</summary>
internal sealed class NameTrainer(byte[] lexicon, int bits)
{
    private readonly int _mask = (1 << bits) - 1;
    private readonly float[] _weights = new float[(1 << bits) + NameLabels.Stride];
    private readonly double[] _sums = new double[(1 << bits) + NameLabels.Stride];
    private readonly float[] _moves = new float[NameLabels.Stride * NameLabels.Stride];
    private readonly double[] _moveSums = new double[NameLabels.Stride * NameLabels.Stride];
    private readonly int[] _intMoves = new int[NameLabels.Stride * NameLabels.Stride];
    private long _step = 1;

    private sealed record Example(uint[][] Features, uint[] Allowed);

    internal (short[] Weights, short[] Moves) Train(IReadOnlyList<NameSentence> sentences, int epochs, int seed)
    {
        var reader = new NameFeatures();
        var buffer = new uint[NameFeatures.Limit];
        var examples = new Example[sentences.Count];
        for (var s = 0; s < examples.Length; s++)
        {
            var words = sentences[s].Words;
            reader.Read(words, 0, words.Count, new NameLexicon(lexicon));
            var features = new uint[words.Count][];
            for (var i = 0; i < words.Count; i++) features[i] = buffer[..reader.Write(i, buffer)];
            examples[s] = new(features, sentences[s].Allowed);
        }
        var random = new Random(seed);
        var longest = examples.Max(e => e.Features.Length);
        var (scores, back) = (new int[longest * NameLabels.Stride], new byte[longest * NameLabels.Stride]);
        var (guess, gold) = (new byte[longest], new byte[longest]);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(examples);
            var wrong = 0;
            foreach (var example in examples)
            {
                var n = example.Features.Length;
                Score(example, scores);
                NameDecoder.Decode(scores.AsSpan(0, n * NameLabels.Stride), _intMoves, [], back, guess.AsSpan(0, n));
                if (Fits(guess, example.Allowed)) { _step++; continue; }
                NameDecoder.Decode(scores.AsSpan(0, n * NameLabels.Stride), _intMoves, example.Allowed, back, gold.AsSpan(0, n));
                wrong++;
                Update(example, guess, gold);
                _step++;
            }
            Console.Error.WriteLine($"epoch {epoch + 1}: {wrong} of {examples.Length} sentences wrong");
        }
        return (Average(_weights, _sums), Average(_moves, _moveSums));
    }

    private static bool Fits(byte[] guess, uint[] allowed)
    {
        for (var i = 0; i < allowed.Length; i++) if ((allowed[i] & (1u << guess[i])) == 0) return false;
        return true;
    }

    private void Score(Example example, int[] scores)
    {
        Span<float> row = stackalloc float[NameLabels.Stride];
        for (var i = 0; i < example.Features.Length; i++)
        {
            row.Clear();
            foreach (var feature in example.Features[i])
            {
                var window = _weights.AsSpan((int)feature & _mask, NameLabels.Stride);
                for (var l = 0; l < NameLabels.Count; l++) row[l] += window[l];
            }
            for (var l = 0; l < NameLabels.Count; l++) scores[(i * NameLabels.Stride) + l] = (int)row[l];
        }
        for (var i = 0; i < _moves.Length; i++) _intMoves[i] = (int)_moves[i];
    }

    private void Update(Example example, byte[] guess, byte[] gold)
    {
        int guessBefore = NameLabels.Count, goldBefore = NameLabels.Count;
        for (var i = 0; i < example.Features.Length; i++)
        {
            if (guess[i] != gold[i])
            {
                foreach (var feature in example.Features[i])
                {
                    Change(_weights, _sums, ((int)feature & _mask) + gold[i], 1);
                    Change(_weights, _sums, ((int)feature & _mask) + guess[i], -1);
                }
            }
            if (guess[i] != gold[i] || guessBefore != goldBefore)
            {
                Change(_moves, _moveSums, (goldBefore * NameLabels.Stride) + gold[i], 1);
                Change(_moves, _moveSums, (guessBefore * NameLabels.Stride) + guess[i], -1);
            }
            (guessBefore, goldBefore) = (guess[i], gold[i]);
        }
    }

    private void Change(float[] weights, double[] sums, int at, int by)
    {
        weights[at] += by;
        sums[at] += (double)by * _step;
    }

    /// <summary>The mean over all steps, in sixteenths of an update.</summary>
    private short[] Average(float[] weights, double[] sums)
    {
        var averaged = new short[weights.Length];
        for (var i = 0; i < averaged.Length; i++)
            averaged[i] = (short)Math.Clamp(Math.Round(16 * (weights[i] - (sums[i] / _step))), short.MinValue, short.MaxValue);
        return averaged;
    }
}
