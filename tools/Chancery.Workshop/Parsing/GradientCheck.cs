namespace Chancery.Workshop.Parsing;

/// <summary>Compares the way back with what a small change of a weight does to the loss.</summary>
internal static class GradientCheck
{
    internal static void Run(ParserNet net, Example[] examples)
    {
        var worker = new Worker(net, new Dropout(0.25f, 0.05f, 0.15f, 0.25f));
        var batch = new Batch(examples.Where(e => e.Length is > 3 and < 12).Take(5));
        var random = new Random(3);
        foreach (var p in net.Parameters)
        {
            worker.Learn(batch, 7);
            double worst = 0, largest = 0;
            var kept = worker.Gradients[p].Span.ToArray();
            var touched = p.Sparse ? worker.Gradients.Rows[p.Index].ToArray() : [0];
            for (var trial = 0; trial < 12; trial++)
            {
                var at = touched[random.Next(touched.Length)] * p.Value.Columns + random.Next(p.Value.Columns);
                double Loss(float delta)
                {
                    p.Value.Span[at] += delta;
                    foreach (var w in net.AllWeights) w.Transpose();
                    worker.Learn(batch, 7);
                    p.Value.Span[at] -= delta;
                    return worker.Loss;
                }
                const float e = 2e-3f;
                var numeric = (Loss(e) - Loss(-e)) / (2 * e);
                worst = Math.Max(worst, Math.Abs(numeric - kept[at]));
                largest = Math.Max(largest, Math.Abs(numeric));
            }
            foreach (var w in net.AllWeights) w.Transpose();
            Console.WriteLine(FormattableString.Invariant($"parameter {p.Index} {p.Value.Rows}x{p.Value.Columns}: largest slope {largest:f4}, worst difference {worst:f5}"));
        }
    }
}
