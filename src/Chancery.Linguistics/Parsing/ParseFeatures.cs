using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Parsing;

/// <summary>The templates of the greedy parser, shared by training and parsing.</summary>
internal static class ParseFeatures
{
    internal const int Max = 96;

    /// <summary>Fills the features of a state.</summary>
    /// <param name="s">The state.</param>
    /// <param name="w">Hash of every word; the artificial root's is the last.</param>
    /// <param name="t">Hash of every tag, likewise.</param>
    /// <param name="f">Where the features go.</param>
    /// <returns>How many there are.</returns>
    internal static int Fill(ArcHybrid s, ReadOnlySpan<ulong> w, ReadOnlySpan<ulong> t, Span<ulong> f)
    {
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), n0 = s.Next, n1 = n0 + 1, n2 = n0 + 2;
        int s0l = At(s.Left1, s0), s0l2 = At(s.Left2, s0), s0r = At(s.Right1, s0), s0r2 = At(s.Right2, s0);
        int s1l = At(s.Left1, s1), s1r = At(s.Right1, s1), s1r2 = At(s.Right2, s1), n0l = s.Left1[n0], n0l2 = s.Left2[n0];
        ulong s0w = W(w, s0), s1w = W(w, s1), s2w = W(w, s2), n0w = W(w, n0), n1w = W(w, n1), n2w = W(w, n2);
        ulong s0t = W(t, s0), s1t = W(t, s1), s2t = W(t, s2), n0t = W(t, n0), n1t = W(t, n1), n2t = W(t, n2);
        ulong s0lt = W(t, s0l), s0rt = W(t, s0r), s1lt = W(t, s1l), s1rt = W(t, s1r), n0lt = W(t, n0l);
        ulong d = (ulong)Math.Min(s0 < 0 ? 0 : n0 - s0, 7), d1 = (ulong)Math.Min(s1 < 0 ? 0 : s0 - s1, 7);
        ulong s0v = V(s, s0), s1v = V(s, s1), n0v = (ulong)Math.Min(s.LeftCount[n0], 3);
        ulong s0wt = Hash.Combine(s0w, s0t), s1wt = Hash.Combine(s1w, s1t), n0wt = Hash.Combine(n0w, n0t);
        var n = 0;
        f[n++] = M(1, s0w); f[n++] = M(2, s0t); f[n++] = M(3, s0wt); f[n++] = M(4, n0w); f[n++] = M(5, n0t); f[n++] = M(6, n0wt);
        f[n++] = M(7, s1w); f[n++] = M(8, s1t); f[n++] = M(9, s1wt); f[n++] = M(10, n1w, n1t); f[n++] = M(11, n1t); f[n++] = M(12, n2t);
        f[n++] = M(13, n2w); f[n++] = M(14, s2t); f[n++] = M(15, s2w);
        f[n++] = M(16, s0wt, n0wt); f[n++] = M(17, s0wt, n0w); f[n++] = M(18, s0w, n0wt); f[n++] = M(19, s0wt, n0t); f[n++] = M(20, s0t, n0wt);
        f[n++] = M(21, s0w, n0w); f[n++] = M(22, s0t, n0t); f[n++] = M(23, s1wt, s0wt); f[n++] = M(24, s1w, s0w); f[n++] = M(25, s1t, s0t);
        f[n++] = M(26, s1t, s0wt); f[n++] = M(27, s1wt, s0t); f[n++] = M(28, s1t, n0t); f[n++] = M(29, s1w, n0t); f[n++] = M(30, s1t, n0w);
        f[n++] = M(31, s0t, n0t, n1t); f[n++] = M(32, s0w, n0t, n1t); f[n++] = M(33, s1t, s0t, n0t); f[n++] = M(34, s1w, s0t, n0t);
        f[n++] = M(35, s1t, s0w, n0t); f[n++] = M(36, s1t, s0t, n0w); f[n++] = M(37, n0t, n1t, n2t); f[n++] = M(38, s2t, s1t, s0t);
        f[n++] = M(39, s0t, s0lt, n0t); f[n++] = M(40, s0t, s0rt, n0t); f[n++] = M(41, s0t, n0lt, n0t); f[n++] = M(42, s1t, s1rt, s0t);
        f[n++] = M(43, s1t, s0lt, s0t); f[n++] = M(44, s1t, s1lt, s0t); f[n++] = M(45, s1t, s0t, s0rt);
        f[n++] = M(46, s0wt, d); f[n++] = M(47, s0t, n0t, d); f[n++] = M(48, s0w, n0w, d); f[n++] = M(49, s1t, s0t, d1); f[n++] = M(50, s1w, s0w, d1);
        f[n++] = M(51, s0wt, s0v); f[n++] = M(52, s0t, s0v); f[n++] = M(53, n0wt, n0v); f[n++] = M(54, n0t, n0v); f[n++] = M(55, s1t, s1v); f[n++] = M(56, s1wt, s1v);
        f[n++] = M(57, s0t, L(s, s0l), n0t); f[n++] = M(58, s0t, L(s, s0r), n0t); f[n++] = M(59, s0wt, L(s, s0l)); f[n++] = M(60, s0wt, L(s, s0r));
        f[n++] = M(61, n0wt, L(s, n0l)); f[n++] = M(62, n0t, L(s, n0l), s0t); f[n++] = M(63, s1wt, L(s, s1l)); f[n++] = M(64, s1wt, L(s, s1r));
        f[n++] = M(65, s1t, L(s, s1r), s0t); f[n++] = M(66, s1t, L(s, s1l), s0t); f[n++] = M(67, L(s, s0l), L(s, s0l2), s0t); f[n++] = M(68, L(s, s0r), L(s, s0r2), s0t);
        f[n++] = M(69, L(s, s1r), L(s, s1r2), s1t); f[n++] = M(70, L(s, n0l), L(s, n0l2), n0t);
        f[n++] = M(71, W(w, s0l), s0t); f[n++] = M(72, W(w, s0r), s0wt); f[n++] = M(73, W(w, n0l), n0wt); f[n++] = M(74, W(w, s1r), s1t, s0w);
        f[n++] = M(75, s0w, W(w, s0r), n0w); f[n++] = M(76, s1w, s0t, W(w, s0l)); f[n++] = M(77, W(t, s0 - 1), s0t, W(t, s0 + 1)); f[n++] = M(78, W(t, n0 - 1), n0t);
        f[n++] = M(79, W(t, s0 + 1), s0t, n0t); f[n++] = M(80, 0);
        return n;
    }

    private static int At(int[] side, int word) => word < 0 ? -1 : side[word];

    private static ulong W(ReadOnlySpan<ulong> values, int word) => (uint)word < (uint)values.Length ? values[word] : word < 0 ? 3UL : 5UL;

    private static ulong V(ArcHybrid s, int word) => word < 0 ? 15UL : (ulong)((Math.Min(s.LeftCount[word], 3) << 2) | Math.Min(s.RightCount[word], 3));

    private static ulong L(ArcHybrid s, int word) => word < 0 ? 99UL : (ulong)s.Labels[word] + 100;

    private static ulong M(ulong template, ulong a) => Hash.Combine(template, a);

    private static ulong M(ulong template, ulong a, ulong b) => Hash.Combine(Hash.Combine(template, a), b);

    private static ulong M(ulong template, ulong a, ulong b, ulong c) => Hash.Combine(Hash.Combine(Hash.Combine(template, a), b), c);
}
