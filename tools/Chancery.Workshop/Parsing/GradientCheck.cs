using System.CommandLine;
using Chancery.Linguistics.Parsing;

namespace Chancery.Workshop.Parsing;

/// <summary><c>check-gradients</c>: compares the way back through a small net with what a small change of a weight does to the loss.</summary>
internal static class GradientCheck
{
    private const float Change = 2e-3f;
    private const double Tolerance = 2e-3;

    internal static Command Create()
    {
        var command = new Command("check-gradients", "Checks the parser's training against differences of its loss; 1 where they disagree.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        var random = new Random(3);
        var net = new ParserNet(new NetShape(Words: 20, SubwordRows: 64, Xpos: 5, Labels: 9, Word: 32, Subword: 32, Tag: 32, Hidden: 32, Arc: 32, Label: 32), seed: 1);
        var batch = new Batch(Enumerable.Range(3, 5).Select(n => Sentence(n, random)));
        var worker = new Worker(net, new Dropout());
        var worst = net.Parameters.Max(p => Worst(p, net, worker, batch, random));
        Console.WriteLine(FormattableString.Invariant($"{net.Parameters.Count} parameters, worst difference {worst:f5} (allowed {Tolerance})"));
        return worst <= Tolerance ? 0 : 1;
    }

    private static double Worst(Parameter p, ParserNet net, Worker worker, Batch batch, Random random)
    {
        worker.Learn(batch, seed: 7);
        var slopes = worker.Gradients[p].Span.ToArray();
        var rows = p.Sparse ? worker.Gradients.Rows[p.Index].ToArray() : [0];
        double Loss(int at, float change)
        {
            p.Value.Span[at] += change;
            foreach (var w in net.AllWeights) w.Transpose();
            worker.Learn(batch, seed: 7);
            p.Value.Span[at] -= change;
            return worker.Loss;
        }
        var worst = 0.0;
        for (var trial = 0; trial < 10; trial++)
        {
            var at = rows[random.Next(rows.Length)] * p.Value.Columns + random.Next(p.Value.Columns);
            worst = Math.Max(worst, Math.Abs((Loss(at, Change) - Loss(at, -Change)) / (2 * Change) - slopes[at]));
        }
        foreach (var w in net.AllWeights) w.Transpose();
        return worst;
    }

    private static Example Sentence(int length, Random random)
    {
        int[] Draw(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
        var heads = Enumerable.Range(0, length).Select(w => (w + 1 + random.Next(1, length + 1)) % (length + 1)).ToArray();
        return new Example(Draw(length, 20), Draw(length, 30), Draw(length * FormFeatures.PerWord, 64), Draw(length, 17), Draw(length, 5), heads, Draw(length, 9));
    }
}
