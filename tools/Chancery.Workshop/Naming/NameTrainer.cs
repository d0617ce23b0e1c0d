using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Trains the sequence model: a conditional random field over hashed features (AdaGrad, L2), which may choose among labels equally right.</summary>
internal sealed class NameTrainer(byte[] lexicon, int bits)
{
    private const int L = NameLabels.Stride;
    private const float Rate = 0.02f;
    private const float Forgetting = 1e-6f;

    private readonly int _mask = (1 << bits) - 1;
    private readonly float[] _weights = new float[(1 << bits) + L];
    private readonly float[] _squares = new float[(1 << bits) + L];
    private readonly float[] _moves = new float[L * L];
    private readonly float[] _moveSquares = new float[L * L];

    private sealed record Example(uint[][] Features, uint[] Allowed);

    internal (sbyte[] Weights, short[] Moves) Train(IReadOnlyList<NameSentence> sentences, int epochs, int seed)
    {
        var examples = Read(sentences);
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
            foreach (var example in examples)
            {
                var n = example.Features.Length;
                Score(example, scores);
                Array.Clear(gradient, 0, n * L);
                Array.Clear(moveGradient);
                loss += lattice.Add(scores, _moves, [], n, 1, gradient, moveGradient) - lattice.Add(scores, _moves, example.Allowed, n, -1, gradient, moveGradient);
                Step(example, gradient, moveGradient);
            }
            Console.Error.WriteLine($"epoch {epoch + 1}: loss {loss / examples.Length:F4}");
        }
        // what few weights lie beyond are cut: 8 bits are spent on the many
        var sizes = Array.ConvertAll(_weights, MathF.Abs);
        Array.Sort(sizes);
        var scale = sbyte.MaxValue / sizes[^(sizes.Length / 2000)];
        return (Array.ConvertAll(_weights, w => (sbyte)Math.Clamp(MathF.Round(scale * w), -127, 127)), Array.ConvertAll(_moves, w => (short)Math.Clamp(MathF.Round(scale * w), short.MinValue, short.MaxValue)));
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
