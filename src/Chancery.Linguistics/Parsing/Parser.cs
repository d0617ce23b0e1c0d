using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Parsing;

/// <summary>Gives every sentence its UD tree.</summary>
/// <remarks>
/// Immutable and thread-safe. Two bidirectional recurrent layers over forms, letters and tags, a bilinear score of every pair of words
/// (Dozat and Manning 2017), the best tree under these scores. Sums are of integers and the rest is rounded step by step: the same trees on
/// every machine. Sentences run side by side, the longest first; one of more than 256 words is scored in parts, so time stays linear.
/// </remarks>
internal sealed class Parser
{
    /// <summary>Most words that are scored as one.</summary>
    internal const int Longest = 256;

    /// <summary>From so many batches on, a text is long enough to be parsed on all cores by itself.</summary>
    private const int Many = 32;

    private readonly ParserNet _net;
    private readonly ArcScorer _arcs;
    private readonly RelationScorer _relations;
    private readonly ConcurrentBag<ParserScratch> _pool = [];

    internal Parser(ModelFile model, Lanes? lanes = null)
    {
        _net = new ParserNet(model, lanes ?? (Avx512BW.IsSupported ? Lanes.Avx512 : Avx2.IsSupported ? Lanes.Avx2 : Lanes.Plain));
        (_arcs, _relations) = (new ArcScorer(_net), new RelationScorer(_net));
    }

    /// <summary>Parses all sentences.</summary>
    internal Document Parse(TaggedText tagged)
    {
        var heads = new int[tagged.Count];
        var relations = new Deprel[tagged.Count];
        if (!_pool.TryTake(out var scratch)) scratch = new ParserScratch(_net);
        var stretches = scratch.Stretches;
        Cut(tagged.Words.SentenceEnds, stretches);
        var batches = (stretches.Count + BatchPlan.Widest - 1) / BatchPlan.Widest;
        if (batches < Many) for (var batch = 0; batch < batches; batch++) Parse(tagged, stretches, batch, heads, relations, scratch);
        else Parallel.For(0, batches, batch => ParseApart(tagged, stretches, batch, heads, relations));
        Join(stretches, heads, relations);
        stretches.Clear();
        _pool.Add(scratch);
        return new Document(tagged, heads, relations);
    }

    private void ParseApart(TaggedText tagged, List<Stretch> stretches, int batch, int[] heads, Deprel[] relations)
    {
        if (!_pool.TryTake(out var scratch)) scratch = new ParserScratch(_net);
        Parse(tagged, stretches, batch, heads, relations, scratch);
        _pool.Add(scratch);
    }

    private void Parse(TaggedText tagged, List<Stretch> stretches, int batch, int[] heads, Deprel[] relations, ParserScratch scratch)
    {
        var first = batch * BatchPlan.Widest;
        var some = CollectionsMarshal.AsSpan(stretches).Slice(first, Math.Min(BatchPlan.Widest, stretches.Count - first));
        Parse(tagged, new BatchPlan(some, scratch.Offsets), heads, relations, scratch);
    }

    private static void Cut(int[] sentenceEnds, List<Stretch> stretches)
    {
        var first = 0;
        foreach (var end in sentenceEnds)
        {
            for (var at = first; at < end; at += Longest) stretches.Add(new(at, Math.Min(Longest, end - at), at == first));
            first = end;
        }
        stretches.Sort((a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.First.CompareTo(b.First));
    }

    private unsafe void Parse(TaggedText tagged, in BatchPlan batch, int[] heads, Deprel[] relations, ParserScratch scratch)
    {
        scratch.Reserve(batch);
        for (var s = 0; s < batch.Stretches.Length; s++)
            for (var w = 0; w < batch.Stretches[s].Length; w++)
            {
                _net.Tables.Fill(tagged, batch.Stretches[s].First + w, scratch.Products.Next);
                scratch.Words[batch.Offsets[w] + s] = scratch.Products.Number();
            }
        scratch.Products.Compute();
        byte* from = scratch.Lower, to = scratch.Upper;
        _net.Layers[0].Run(batch, from, scratch);
        foreach (var layer in _net.Layers.AsSpan(1))
        {
            layer.Run(batch, from, 2 * layer.Size, to, scratch);
            from = to;
            to = from == scratch.Lower ? scratch.Upper : scratch.Lower;
        }
        _arcs.Project(batch, from, scratch);
        var row = 0;
        foreach (var stretch in batch.Stretches)
        {
            var found = scratch.Heads.AsSpan(0, stretch.Length);
            var scores = _arcs.Score(row, stretch.Length, scratch, out var stride);
            scratch.Trees.Build(scores, stride, found);
            _relations.Choose(row, found, relations.AsSpan(stretch.First, stretch.Length), scratch);
            for (var w = 0; w < found.Length; w++) heads[stretch.First + w] = found[w] == 0 ? -1 : stretch.First + found[w] - 1;
            row += stretch.Length;
        }
    }

    /// <summary>Hangs the later parts of a sentence on its first.</summary>
    private static void Join(List<Stretch> stretches, int[] heads, Deprel[] relations)
    {
        var cut = false;
        foreach (var stretch in stretches) cut |= !stretch.Begins;
        if (!cut) return;
        stretches.Sort((a, b) => a.First.CompareTo(b.First));
        var root = -1;
        foreach (var stretch in stretches)
        {
            var own = Array.IndexOf(heads, -1, stretch.First, stretch.Length);
            if (stretch.Begins) root = own;
            else (heads[own], relations[own]) = (root, Deprel.Parataxis);
        }
    }
}
