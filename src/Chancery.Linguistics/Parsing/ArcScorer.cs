using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Linguistics.Parsing;

/// <summary>Scores every word of a sentence, and the root, as head of every other.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed unsafe class ArcScorer(ParserNet net)
{
    private const int Panel = IntegerMatrix.Panel, Block = 32;

    // A query is kept within what sixteen bits hold.
    private const float Largest = 32700 / ParserNet.QueryUnit;

    /// <summary>Projects the top of the layers to what arcs and relations are read off; from here rows lie sentence after sentence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Project(in BatchPlan batch, byte* top, ParserScratch scratch)
    {
        var sums = stackalloc int[Block * Panel];
        for (var panel = 0; panel < net.Projections.Panels; panel++)
        {
            for (var row = 0; row < batch.Rows; row += Block)
            {
                var rows = Math.Min(Block, batch.Rows - row);
                net.Projections.Sum(panel, rows, new(top + (nint)row * 2 * net.Hidden, 2 * net.Hidden, 2 * net.Hidden), sums);
                for (var column = panel * Panel; column < Math.Min((panel + 1) * Panel, net.Projections.Columns); column += 16)
                    for (var r = 0; r < rows; r++)
                        Place(column, sums + r * Panel + column % Panel, scratch.RowOf[row + r], scratch);
            }
        }
        for (var panel = 0; panel < net.Bilinear.Panels; panel++)
            for (var row = 0; row < batch.Rows; row += Block)
            {
                var rows = Math.Min(Block, batch.Rows - row);
                net.Bilinear.Sum(panel, rows, new(scratch.Dependent + (nint)row * net.Arc, net.Arc, net.Arc), sums);
                for (var column = panel * Panel; column < Math.Min((panel + 1) * Panel, net.Arc); column += 16)
                    for (var r = 0; r < rows; r++) PlaceQuery(column, sums + r * Panel + column % Panel, scratch.Query + (nint)(row + r) * net.Arc + column);
            }
    }

    /// <summary>Scores of one sentence, a row a word: column 0 the root, column 1 + h word h.</summary>
    internal ReadOnlySpan<int> Score(int row, int length, ParserScratch scratch, out int stride)
    {
        stride = length + 1;
        var scores = scratch.Scores(length * stride);
        short* queries = scratch.Query + (nint)row * net.Arc, keys = scratch.Key + (nint)row * net.Arc;
        if (net.Lanes == Lanes.Avx512) Score<Lanes512, Vector512<int>>(length, queries, keys, scores);
        else if (net.Lanes == Lanes.Avx2) Score<Lanes256, Vector256<int>>(length, queries, keys, scores);
        else Score<LanesPlain, Vector128<int>>(length, queries, keys, scores);
        return new(scores, length * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score<TLanes, TVector>(int length, short* queries, short* keys, int* scores) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        var arc = net.Arc;
        fixed (short* root = net.RootKey)
            for (var w = 0; w < length; w++, queries += arc)
            {
                *scores++ = TLanes.Dot(queries, root, arc);
                for (var h = 0; h < length; h++) *scores++ = TLanes.Dot(queries, keys + (nint)h * arc, arc);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(int column, int* sums, int row, ParserScratch scratch)
    {
        var (arc, label) = (net.Arc, net.Label);
        if (column >= 2 * arc)
        {
            var at = column - 2 * arc;
            Vector512.Load(sums).Store(at < label ? scratch.LabelDependent + (nint)row * label + at : scratch.LabelHead + (nint)row * label + at - label);
            return;
        }
        fixed (float* scales = &net.Projections.Scales[column])
        {
            var value = Bend.Line(Vector512.ConvertToSingle(Vector512.Load(sums)) * Vector512.Load(scales));
            if (column < arc) Bend.ToInputs(value).Store(scratch.Dependent + (nint)row * arc + column);
            else Bend.Round(value, ParserNet.KeyUnit).Store(scratch.Key + (nint)row * arc + column - arc);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PlaceQuery(int column, int* sums, short* to)
    {
        fixed (float* scales = &net.Bilinear.Scales[column])
        {
            var value = Vector512.ConvertToSingle(Vector512.Load(sums)) * Vector512.Load(scales);
            Bend.Round(Vector512.Min(Vector512.Max(value, Vector512.Create(-Largest)), Vector512.Create(Largest)), ParserNet.QueryUnit).Store(to);
        }
    }
}
