using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Linguistics.Parsing;

/// <summary>Names the relation of every word to its head.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed unsafe class RelationScorer(ParserNet net)
{
    private const int Panel = IntegerMatrix.Panel;

    internal void Choose(int row, ReadOnlySpan<int> heads, Span<Deprel> relations, ParserScratch scratch)
    {
        var (n, label) = (heads.Length, net.Label);
        for (var w = 0; w < n; w++)
        {
            // The root's relation is known; its row is filled all the same, to keep the rows together.
            var head = row + Math.Max(0, heads[w] - 1);
            Pair(scratch.LabelDependent + (nint)(row + w) * label, scratch.LabelHead + (nint)head * label, scratch.Pair + (nint)w * label);
        }
        var stride = net.LabelOut.Panels * Panel;
        var sums = scratch.Scores(2 * n * stride);
        var all = sums + (nint)n * stride;
        for (var panel = 0; panel < net.LabelOut.Panels; panel++)
        {
            net.LabelOut.Sum(panel, n, new(scratch.Pair, label, label), sums);
            for (var w = 0; w < n; w++) new ReadOnlySpan<int>(sums + (nint)w * Panel, Panel).CopyTo(new Span<int>(all + (nint)w * stride + panel * Panel, Panel));
        }
        for (var w = 0; w < n; w++) relations[w] = heads[w] == 0 ? Deprel.Root : Best(all + (nint)w * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pair(int* dependent, int* head, byte* to)
    {
        for (var i = 0; i < net.Label; i += 16)
            fixed (float* scales = &net.Projections.Scales[2 * net.Arc + i])
                Bend.ToInputs(Bend.Line(Vector512.ConvertToSingle(Vector512.Load(dependent + i) + Vector512.Load(head + i)) * Vector512.Load(scales))).Store(to + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Deprel Best(int* sums)
    {
        var (best, highest) = (Deprel.Dep, float.NegativeInfinity);
        for (var l = 0; l < net.Labels; l++)
        {
            var score = sums[l] * net.LabelOut.Scales[l];
            if (score > highest && l != (int)Deprel.Root) (best, highest) = ((Deprel)l, score);
        }
        return best;
    }
}
