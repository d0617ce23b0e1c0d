using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Trains the sequence model: a conditional random field over hashed features (AdaGrad, L2), which may choose among labels equally right.</summary>
internal sealed class NameTrainer(byte[] lexicon, int bits)
{
    private const int L = NameLabels.Stride;

    private const float Rate = 0.02f;
    private const float Forgetting = 1e-6f;

    /// <summary>Shares of a word's features that are hidden while it is learnt, first of the words around it, then of all others: what unseen names lack is not relied on.</summary>
    private const float HiddenWords = 0.3f, HiddenOthers = 0.1f;

    /// <summary>So many features stand first that name words.</summary>
    private const int WordFeatures = 8;

    private readonly int _mask = (1 << bits) - 1;
    private readonly float[] _weights = new float[(1 << bits) + L];
    private readonly float[] _squares = new float[(1 << bits) + L];
    private readonly float[] _moves = new float[L * L];
    private readonly float[] _moveSquares = new float[L * L];

    private readonly float[] _sums = new float[(1 << bits) + L];
    private readonly float[] _moveSums = new float[L * L];
    private int _runs;

    private sealed record Example(uint[][] Features, uint[] Allowed);

    /// <summary>Trains anew; <see cref="Average"/> takes all runs together.</summary>
    internal void Train(IReadOnlyList<NameSentence> sentences, int epochs, int seed)
    {
        var examples = Read(sentences);
        foreach (var table in new[] { _weights, _squares, _moves, _moveSquares }) Array.Clear(table);
        var random = new Random(seed);
        var longest = examples.Max(e => e.Features.Length);
        var lattice = new NameLattice(longest);
        var scores = new float[longest * L];
        var gradient = new float[longest * L];
        var moveGradient = new float[L * L];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(examples);
            var loss = 0.0;
            foreach (var whole in examples)
            {
                var example = Thin(whole, random);
                var n = example.Features.Length;
                Score(example, scores);
                Array.Clear(gradient, 0, n * L);
                Array.Clear(moveGradient);
                loss += lattice.Add(scores, _moves, [], n, 1, gradient, moveGradient) - lattice.Add(scores, _moves, example.Allowed, n, -1, gradient, moveGradient);
                Step(example, gradient, moveGradient);
            }
            Console.Error.WriteLine($"epoch {epoch + 1}: loss {loss / examples.Length:F4}");
        }
        for (var i = 0; i < _sums.Length; i++) _sums[i] += _weights[i];
        for (var i = 0; i < _moves.Length; i++) _moveSums[i] += _moves[i];
        _runs++;
    }

    private static Example Thin(Example whole, Random random) =>
        whole with { Features = Array.ConvertAll(whole.Features, f => f.Where((_, i) => i == 0 || random.NextSingle() >= (i < WordFeatures ? HiddenWords : HiddenOthers)).ToArray()) };

    /// <summary>The mean of all runs: the sum of linear models is one.</summary>
    internal (sbyte[] Weights, short[] Moves) Average()
    {
        var weights = Array.ConvertAll(_sums, w => w / _runs);
        var moves = Array.ConvertAll(_moveSums, w => w / _runs);
        // what few weights lie beyond are cut: 8 bits are spent on the many
        var sizes = Array.ConvertAll(weights, MathF.Abs);
        Array.Sort(sizes);
        var scale = sbyte.MaxValue / sizes[^(sizes.Length / 2000)];
        return (Array.ConvertAll(weights, w => (sbyte)Math.Clamp(MathF.Round(scale * w), -127, 127)), Array.ConvertAll(moves, w => (short)Math.Clamp(MathF.Round(scale * w), short.MinValue, short.MaxValue)));
    }

    private Example[] Read(IReadOnlyList<NameSentence> sentences)
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
        return examples;
    }

    private void Score(Example example, float[] scores)
    {
        for (var i = 0; i < example.Features.Length; i++)
        {
            var row = scores.AsSpan(i * L, L);
            row.Clear();
            foreach (var feature in example.Features[i]) Accumulate(row, (int)feature & _mask);
        }
    }

    private void Accumulate(Span<float> row, int at)
    {
        for (var l = 0; l < L; l++) row[l] += _weights[at + l];
    }

    private void Step(Example example, float[] gradient, float[] moveGradient)
    {
        for (var i = 0; i < example.Features.Length; i++)
        {
            var row = gradient.AsSpan(i * L, NameLabels.Count);
            var any = false;
            foreach (var g in row) any |= Math.Abs(g) > 1e-4f;
            if (!any) continue;
            foreach (var feature in example.Features[i])
            {
                var at = (int)feature & _mask;
                for (var l = 0; l < row.Length; l++) Move(_weights, _squares, at + l, row[l]);
            }
        }
        for (var i = 0; i < _moves.Length; i++) if (moveGradient[i] != 0) Move(_moves, _moveSquares, i, moveGradient[i]);
    }

    private static void Move(float[] weights, float[] squares, int at, float gradient)
    {
        gradient += Forgetting * weights[at];
        squares[at] += gradient * gradient;
        weights[at] -= Rate * gradient / (MathF.Sqrt(squares[at]) + 1e-6f);
    }
}
