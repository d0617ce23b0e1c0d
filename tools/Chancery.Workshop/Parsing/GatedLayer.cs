using System.Runtime.Intrinsics;

namespace Chancery.Workshop.Parsing;

/// <summary>One bidirectional recurrent layer: an LSTM whose input gate is what the forget gate leaves (c = f·c + (1 - f)·z, h = o·c).</summary>
/// <remarks>Coupled gates cost a quarter less than an LSTM and keep the memory within -1…1, so that integers hold it.</remarks>
internal sealed unsafe class GatedLayer
{
    private readonly Weights[] _input = new Weights[2], _recurrent = new Weights[2];
    private readonly Parameter[] _bias = new Parameter[2];

    internal GatedLayer(List<Parameter> parameters, int inputs, int size, Random random)
    {
        (Inputs, Size) = (inputs, size);
        for (var d = 0; d < 2; d++)
        {
            _input[d] = Add(parameters, inputs, 3 * size, random, MathF.Sqrt(6f / (inputs + size)));
            _recurrent[d] = Add(parameters, size, 3 * size, random, MathF.Sqrt(3f / size));
            parameters.Add(_bias[d] = new Parameter(parameters.Count, 1, 3 * size, sparse: false));
            for (var i = 0; i < size; i++) _bias[d].Value.Data[i] = 1;
        }
    }

    internal int Inputs { get; }
    internal int Size { get; }
    internal IEnumerable<Weights> AllWeights => [.. _input, .. _recurrent];
    internal (Weights Input, Weights Recurrent, Parameter Bias) Direction(int d) => (_input[d], _recurrent[d], _bias[d]);

    internal static Weights Add(List<Parameter> parameters, int k, int n, Random random, float bound)
    {
        var weights = new Weights(parameters.Count, k, n, random, bound);
        parameters.Add(weights.Parameter);
        return weights;
    }

    /// <summary>What a pass leaves behind for the way back.</summary>
    internal sealed class Tape
    {
        internal readonly Matrix[] Gates = [new(), new()], Memory = [new(), new()];
        internal readonly Matrix Output = new();
        internal readonly Matrix Before = new(), Carry = new(), CarryMemory = new(), GateSlopes = new();
    }

    internal Matrix Forward(Batch batch, Matrix x, Tape tape)
    {
        var h = Size;
        tape.Output.Shape(batch.Rows, 2 * h);
        for (var d = 0; d < 2; d++)
        {
            var (g, c) = (tape.Gates[d].Shape(batch.Rows, 3 * h), tape.Memory[d].Shape(batch.Rows, h));
            var bias = new ReadOnlySpan<float>(_bias[d].Value.Data, 3 * h);
            for (var r = 0; r < batch.Rows; r++) bias.CopyTo(new Span<float>(g.Row(r), 3 * h));
            _input[d].Apply(batch.Rows, x.Data, x.Columns, g.Data, 3 * h, add: true);
            for (var i = 0; i < batch.Steps; i++)
            {
                var (row, active, before, carried) = batch.Step(d, i);
                if (carried > 0) _recurrent[d].Apply(carried, tape.Output.Row(before) + d * h, 2 * h, g.Row(row), 3 * h, add: true);
                for (var s = 0; s < active; s++)
                    Cell(h, g.Row(row + s), s < carried ? c.Row(before + s) : null, c.Row(row + s), tape.Output.Row(row + s) + d * h);
            }
        }
        return tape.Output;
    }

    internal void Backward(Batch batch, Matrix x, Tape tape, Matrix slopes, Matrix? into, Gradients gradients)
    {
        var h = Size;
        for (var d = 0; d < 2; d++)
        {
            var (g, c, dg) = (tape.Gates[d], tape.Memory[d], tape.GateSlopes.Shape(batch.Rows, 3 * h));
            var (carry, carryMemory) = (tape.Carry.Shape(batch.Width, h).Clear(), tape.CarryMemory.Shape(batch.Width, h).Clear());
            var previous = tape.Before.Shape(batch.Rows, h).Clear();
            for (var i = batch.Steps - 1; i >= 0; i--)
            {
                var (row, active, before, carried) = batch.Step(d, i);
                for (var s = 0; s < active; s++)
                {
                    CellBack(h, g.Row(row + s), s < carried ? c.Row(before + s) : null, c.Row(row + s), slopes.Row(row + s) + d * h, carry.Row(s), carryMemory.Row(s), dg.Row(row + s));
                    if (s < carried) new ReadOnlySpan<float>(tape.Output.Row(before + s) + d * h, h).CopyTo(new Span<float>(previous.Row(row + s), h));
                }
                if (carried > 0) _recurrent[d].ApplyTransposed(carried, dg.Row(row), 3 * h, carry.Data, h, add: false);
            }
            _input[d].Learn(gradients, batch.Rows, x.Data, x.Columns, dg.Data, 3 * h);
            _recurrent[d].Learn(gradients, batch.Rows, previous.Data, h, dg.Data, 3 * h);
            Sums.AddRows(dg, gradients[_bias[d]].Data);
            if (into is not null) _input[d].ApplyTransposed(batch.Rows, dg.Data, 3 * h, into.Data, into.Columns, add: d > 0);
        }
    }

    private static void Cell(int h, float* g, float* before, float* c, float* output)
    {
        for (var i = 0; i < h; i += 16)
        {
            var forget = Curve.Gate(Vector512.Load(g + i));
            var news = Curve.Bend(Vector512.Load(g + h + i));
            var show = Curve.Gate(Vector512.Load(g + 2 * h + i));
            var old = before == null ? Vector512<float>.Zero : Vector512.Load(before + i);
            var memory = news + forget * (old - news);
            memory.Store(c + i);
            (show * memory).Store(output + i);
        }
    }

    private static void CellBack(int h, float* g, float* before, float* c, float* slope, float* carry, float* carryMemory, float* dg)
    {
        for (var i = 0; i < h; i += 16)
        {
            var (gf, gz, go) = (Vector512.Load(g + i), Vector512.Load(g + h + i), Vector512.Load(g + 2 * h + i));
            var (forget, news, show) = (Curve.Gate(gf), Curve.Bend(gz), Curve.Gate(go));
            var old = before == null ? Vector512<float>.Zero : Vector512.Load(before + i);
            var dh = Vector512.Load(slope + i) + Vector512.Load(carry + i);
            var dc = dh * show + Vector512.Load(carryMemory + i);
            (dc * (old - news) * Curve.GateSlope(gf)).Store(dg + i);
            (dc * (Vector512<float>.One - forget) * Curve.BendSlope(gz)).Store(dg + h + i);
            (dh * Vector512.Load(c + i) * Curve.GateSlope(go)).Store(dg + 2 * h + i);
            (dc * forget).Store(carryMemory + i);
        }
    }
}
