namespace Chancery.Linguistics.Naming;

/// <summary>Finds the best label sequence of a sentence (Viterbi).</summary>
internal static class NameDecoder
{
    private const int Never = int.MinValue / 4;

    /// <param name="scores">A row of <see cref="NameLabels.Stride"/> scores a word.</param>
    /// <param name="transitions">Score of label b behind label a at <c>16a + b</c>.</param>
    /// <param name="allowed">For every word the labels it may take, as bits; empty for all.</param>
    /// <param name="back">Scratch as long as the scores.</param>
    /// <param name="labels">Takes the labels.</param>
    internal static void Decode(ReadOnlySpan<int> scores, ReadOnlySpan<int> transitions, ReadOnlySpan<uint> allowed, Span<byte> back, Span<byte> labels)
    {
        if (labels.Length == 0) return;
        Span<int> best = stackalloc int[NameLabels.Stride];
        Span<int> next = stackalloc int[NameLabels.Stride];
        for (var b = 0; b < NameLabels.Count; b++)
            best[b] = NameLabels.MayFollow(NameLabels.Outside, b) && May(allowed, 0, b) ? scores[b] + transitions[(NameLabels.Count * NameLabels.Stride) + b] : Never;
        for (var i = 1; i < labels.Length; i++)
        {
            var row = scores.Slice(i * NameLabels.Stride, NameLabels.Stride);
            for (var b = 0; b < NameLabels.Count; b++)
            {
                var (top, from) = (Never, 0);
                if (May(allowed, i, b))
                {
                    if (b == NameLabels.Outside || NameLabels.IsBegin(b))
                    {
                        for (var a = 0; a < NameLabels.Count; a++)
                        {
                            var score = best[a] + transitions[(a * NameLabels.Stride) + b];
                            if (score > top) (top, from) = (score, a);
                        }
                    }
                    else
                    {
                        for (var a = b - 1; a <= b; a++)
                        {
                            var score = best[a] + transitions[(a * NameLabels.Stride) + b];
                            if (score > top) (top, from) = (score, a);
                        }
                    }
                    top = Math.Max(Never, top + row[b]);
                }
                next[b] = top;
                back[(i * NameLabels.Stride) + b] = (byte)from;
            }
            next.CopyTo(best);
        }
        var last = 0;
        for (var b = 1; b < NameLabels.Count; b++) if (best[b] > best[last]) last = b;
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * NameLabels.Stride) + last];
        }
    }

    private static bool May(ReadOnlySpan<uint> allowed, int word, int label) => allowed.IsEmpty || (allowed[word] & (1u << label)) != 0;
}
