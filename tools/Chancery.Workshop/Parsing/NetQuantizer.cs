using System.Runtime.InteropServices;
using Chancery.Linguistics.Packs;
using Chancery.Linguistics.Parsing;

namespace Chancery.Workshop.Parsing;

/// <summary>Writes the trained net as the shipped one: tables and weights as 8-bit integers, each column of weights with a scale of its own.</summary>
internal static class NetQuantizer
{
    internal static byte[] Write(ParserNet net, ParserLessons lessons, IReadOnlyList<Example> examples, IEnumerable<(string, string)> header)
    {
        var shape = net.Shape;
        int[] sizes = [shape.Word, shape.Subword, shape.Tag, shape.Hidden, shape.Layers, shape.Arc, shape.Label, shape.Labels];
        var word = Table(InputTables.WordShift, [net.Word], examples, (e, w) => [e.Words[w]]);
        var subword = Table(InputTables.SubwordShift, [.. Enumerable.Repeat(net.Subword, FormFeatures.PerWord)], examples, (e, w) => e.Subwords.AsSpan(w * FormFeatures.PerWord, FormFeatures.PerWord).ToArray());
        var tags = Table(InputTables.TagShift, [net.Upos, net.Xpos], examples, (e, w) => [e.Upos[w], e.Xpos[w]]);
        List<byte[]> sections = [Bytes<int>(sizes), Bytes<uint>(lessons.Forms), ModelFile.WriteStrings(lessons.Xpos), word.Rows[0], subword.Rows[0], tags.Rows[0], tags.Rows[1]];
        foreach (var layer in net.Layers)
            for (var d = 0; d < 2; d++)
            {
                var (input, recurrent, bias) = layer.Direction(d);
                float Unit(int i) => layer != net.Layers[0] ? 1 : (i < shape.Word ? word : i < shape.Word + shape.Subword ? subword : tags).Unit;
                float Weight(int i, int c) => i < layer.Inputs ? input[i, c] * Unit(i) : recurrent[i - layer.Inputs, c];
                int Column(int c) => c % 48 / 16 * shape.Hidden + c / 48 * 16 + c % 16;
                Matrix(sections, layer.Inputs + shape.Hidden, 3 * shape.Hidden, (i, c) => Weight(i, Column(c)), c => bias.Value.Span[Column(c)]);
            }
        Projections(sections, net);
        Matrix(sections, shape.Arc, shape.Arc, (i, c) => net.Bilinear[i, c], c => net.BilinearBias.Value.Span[c]);
        Matrix(sections, shape.Label, shape.Labels, (i, c) => net.LabelOut[i, c], c => net.LabelOutBias.Value.Span[c]);
        sections.Add(Bytes<short>([.. Enumerable.Range(0, shape.Arc).Select(i => (short)Math.Clamp(MathF.Round(net.Root.Value.Span[i] * Linguistics.Parsing.ParserNet.KeyUnit), -32767, 32767))]));
        return ModelFile.Write(Linguistics.Parsing.ParserNet.Kind, header, sections);
    }

    private static void Projections(List<byte[]> sections, ParserNet net)
    {
        var (arc, label) = (net.Shape.Arc, net.Shape.Label);
        float Weight(int i, int c) => c < arc ? net.Dependent[i, c] : c < 2 * arc ? net.Head[i, c - arc]
            : c < 2 * arc + label ? net.LabelDependent[i, c - 2 * arc] : net.LabelHead[i, c - 2 * arc - label];
        float Bias(int c) => c < arc ? net.DependentBias.Value.Span[c] : c < 2 * arc ? net.HeadBias.Value.Span[c - arc]
            : c < 2 * arc + label ? net.LabelBias.Value.Span[c - 2 * arc] : 0;
        // Both halves of a relation are added as sums, so they share their scale.
        int Twin(int c) => c < 2 * arc ? c : c < 2 * arc + label ? c + label : c - label;
        Matrix(sections, 2 * net.Shape.Hidden, 2 * arc + 2 * label, Weight, Bias, Twin);
    }

    /// <summary>
    /// Tables that are summed share one step, chosen so that nearly all their sums and rows fit; what does not is cut off. Their unit is what
    /// the largest input is worth.
    /// </summary>
    private static (float Unit, byte[][] Rows) Table(int shift, Parameter[] tables, IReadOnlyList<Example> examples, Func<Example, int, int[]> rowsOf)
    {
        List<float> sums = [];
        foreach (var e in examples.Take(2000))
            for (var w = 0; w < e.Length; w++)
            {
                var rows = rowsOf(e, w);
                for (var i = 0; i < tables[0].Value.Columns; i++) sums.Add(MathF.Abs(rows.Select((row, t) => tables[t].Value.Span[row * tables[t].Value.Columns + i]).Sum()));
            }
        var largestRow = tables.Max(t => Largest([.. t.Value.Span.ToArray().Select(MathF.Abs)]));
        var step = Math.Max(Largest(sums) / IntegerMatrix.One, largestRow * (1 << shift) / 127);
        return (step * IntegerMatrix.One, [.. tables.Distinct().Select(t => t.Value.Span.ToArray().Select(x => (byte)(sbyte)Math.Clamp(MathF.Round(x / step * (1 << shift)), -127, 127)).ToArray())]);
    }

    private static float Largest(List<float> sizes)
    {
        sizes.Sort();
        return sizes[(int)(sizes.Count * 0.9995)];
    }

    private static void Matrix(List<byte[]> sections, int inputs, int columns, Func<int, int, float> weight, Func<int, float> bias, Func<int, int>? twin = null)
    {
        var weights = new sbyte[IntegerMatrix.Size(inputs, columns)];
        var padded = weights.Length / inputs;
        var scales = new float[padded];
        var start = new int[padded];
        for (var c = 0; c < columns; c++)
        {
            var scale = Math.Max(Scale(inputs, i => weight(i, c)), Scale(inputs, i => weight(i, twin?.Invoke(c) ?? c)));
            var sum = 0;
            for (var i = 0; i < inputs; i++) sum += weights[IntegerMatrix.Place(inputs, i, c)] = (sbyte)MathF.Round(weight(i, c) / scale);
            scales[c] = scale / IntegerMatrix.One;
            start[c] = (int)MathF.Round(bias(c) / scales[c]) - IntegerMatrix.Zero * sum;
        }
        sections.Add(Bytes<sbyte>(weights));
        sections.Add(Bytes<float>(scales));
        sections.Add(Bytes<int>(start));
    }

    /// <summary>The finest scale at which every weight fits into 8 bits, and those that are added in 16 bits are 258 at most (see <see cref="ILanes{T}.Add"/>).</summary>
    private static float Scale(int inputs, Func<int, float> weight)
    {
        var scale = 1e-6f;
        for (var i = 0; i < inputs; i++) scale = Math.Max(scale, Math.Abs(weight(i)) / 127);
        for (var i = 0; i < inputs; i += i % 4 == 0 ? 2 : 6)
            scale = Math.Max(scale, (Math.Abs(weight(i)) + Math.Abs(weight(i + 1)) + Math.Abs(weight(i + 4)) + Math.Abs(weight(i + 5))) / 256);
        return scale;
    }

    private static byte[] Bytes<T>(T[] values) where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
