using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Linguistics.Parsing;

/// <summary>One bidirectional recurrent layer: c = z + f·(c - z), h = o·c, where the gates f and o and the news z are read off input and h.</summary>
/// <remarks>Immutable and thread-safe. An LSTM with coupled gates; since |c| never passes 1, seven bits hold h.</remarks>
internal sealed unsafe class RecurrentLayer(IntegerMatrix forward, IntegerMatrix backward, int size)
{
    private const int Panel = IntegerMatrix.Panel;

    internal int Size => size;

    /// <summary>Sums of one direction.</summary>
    internal int Columns => forward.Columns;

    /// <summary>Runs both directions over a batch; output rows hold the forward half, then the backward half.</summary>
    internal void Run(in BatchPlan batch, byte* input, int inputs, byte* output, ParserScratch scratch)
    {
        Run(forward, 0, batch, input, inputs, output, scratch);
        Run(backward, 1, batch, input, inputs, output + size, scratch);
    }

    /// <summary>Runs both directions over a batch of words whose products are at hand.</summary>
    internal void Run(in BatchPlan batch, byte* output, ParserScratch scratch)
    {
        Run(forward, 0, batch, null, 0, output, scratch);
        Run(backward, 1, batch, null, 0, output + size, scratch);
    }

    /// <summary>Fills the sums of both directions for some rows of input, less what the words around them add.</summary>
    internal void Begin(byte* input, int inputs, int rows, int* sums)
    {
        for (var panel = 0; panel < forward.Panels; panel++)
        {
            Begin(forward, panel, rows, new(input, inputs, inputs), sums + panel * Panel, 2 * Columns);
            Begin(backward, panel, rows, new(input, inputs, inputs), sums + Columns + panel * Panel, 2 * Columns);
        }
    }

    private static void Begin(IntegerMatrix weights, int panel, int rows, in Inputs inputs, int* sums, int stride)
    {
        weights.Begin(panel, rows, sums, stride);
        weights.Add(panel, 0, rows, inputs, sums, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(IntegerMatrix weights, int direction, in BatchPlan batch, byte* input, int inputs, byte* output, ParserScratch scratch)
    {
        byte* old = scratch.State, next = old + (nint)BatchPlan.Widest * size;
        var memory = scratch.Memory;
        scratch.ClearState(size);
        var sums = stackalloc int[BatchPlan.Widest * Panel];
        for (var i = 0; i < batch.Steps; i++)
        {
            var t = direction == 0 ? i : batch.Steps - 1 - i;
            var (row, active) = (batch.Offsets[t], batch.Offsets[t + 1] - batch.Offsets[t]);
            for (var panel = 0; panel < weights.Panels; panel++)
            {
                if (input == null) scratch.Products.Copy(scratch.Words.AsSpan(row, active), direction * Columns + panel * Panel, sums);
                else Begin(weights, panel, active, new(input + (nint)row * inputs, inputs, inputs), sums, Panel);
                weights.Add(panel, weights.Inputs - size, active, new(old, size, size), sums);
                fixed (float* scales = &weights.Scales[panel * Panel])
                    for (var s = 0; s < active; s++) Cell(sums + s * Panel, scales, memory + s * size + panel * 16, next + s * size + panel * 16);
            }
            for (var s = 0; s < active; s++)
                new ReadOnlySpan<byte>(next + s * size, size).CopyTo(new Span<byte>(output + (nint)(row + s) * 2 * size, size));
            var kept = old;
            old = next;
            next = kept;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cell(int* sums, float* scales, float* memory, byte* output)
    {
        var forget = Bend.Gate(Vector512.ConvertToSingle(Vector512.Load(sums)) * Vector512.Load(scales));
        var news = Bend.Line(Vector512.ConvertToSingle(Vector512.Load(sums + 16)) * Vector512.Load(scales + 16));
        var show = Bend.Gate(Vector512.ConvertToSingle(Vector512.Load(sums + 32)) * Vector512.Load(scales + 32));
        var c = news + forget * (Vector512.Load(memory) - news);
        c.Store(memory);
        Bend.ToInputs(show * c).Store(output);
    }
}
