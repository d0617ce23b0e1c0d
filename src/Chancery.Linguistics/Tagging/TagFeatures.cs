using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Tagging;

/// <summary>The templates of the tagger, shared by training and tagging.</summary>
internal static class TagFeatures
{
    /// <summary>Words seen on either side.</summary>
    internal const int Window = 3;

    /// <summary>Upper bound of the number of features of one word.</summary>
    internal const int Max = 64;

    /// <summary>Fills the features of one word.</summary>
    /// <param name="shapes">Shapes of the sentence, <see cref="Window"/> places of padding before and behind.</param>
    /// <param name="i">Place of the word in <paramref name="shapes"/>.</param>
    /// <param name="style">How the sentence uses capitals.</param>
    /// <param name="tag1">Tag of the word before, plus one; 0 at the beginning.</param>
    /// <param name="tag2">Tag of the word before that, plus one.</param>
    /// <param name="features">Where they go.</param>
    /// <returns>How many there are.</returns>
    internal static int Fill(ReadOnlySpan<WordShape> shapes, int i, CasingStyle style, int tag1, int tag2, Span<ulong> features)
    {
        ref readonly var w = ref shapes[i];
        ref readonly var p1 = ref shapes[i - 1];
        ref readonly var p2 = ref shapes[i - 2];
        ref readonly var n1 = ref shapes[i + 1];
        ref readonly var n2 = ref shapes[i + 2];
        ulong t1 = (ulong)tag1, t12 = (ulong)((tag1 << 10) | tag2);
        var n = 0;
        features[n++] = Hash.Combine(1, w.Exact);
        features[n++] = Hash.Combine(2, w.Folded);
        features[n++] = Hash.Combine(3, w.Suffix1);
        features[n++] = Hash.Combine(4, w.Suffix2);
        features[n++] = Hash.Combine(5, w.Suffix3);
        features[n++] = Hash.Combine(6, w.Suffix4);
        features[n++] = Hash.Combine(7, w.Suffix5);
        features[n++] = Hash.Combine(8, w.Prefix1);
        features[n++] = Hash.Combine(9, w.Prefix2);
        features[n++] = Hash.Combine(10, w.Prefix3);
        features[n++] = Hash.Combine(11, w.Prefix4);
        features[n++] = Hash.Combine(12, w.Shape);
        features[n++] = Hash.Combine(13, w.Shape ^ (w.Suffix3 << 1));
        features[n++] = Hash.Combine(14, w.Shape ^ (p1.Shape << 1));
        features[n++] = Hash.Combine(15, w.Shape ^ (n1.Shape << 1));
        features[n++] = Hash.Combine(16, p1.Folded);
        features[n++] = Hash.Combine(17, n1.Folded);
        features[n++] = Hash.Combine(18, p2.Folded);
        features[n++] = Hash.Combine(19, n2.Folded);
        features[n++] = Hash.Combine(20, p1.Suffix3);
        features[n++] = Hash.Combine(21, n1.Suffix3);
        features[n++] = Hash.Combine(22, n1.Suffix2);
        features[n++] = Hash.Combine(23, n2.Suffix3);
        features[n++] = Hash.Combine(24, n1.Shape);
        features[n++] = Hash.Combine(25, p1.Shape);
        features[n++] = Hash.Combine(26, t1);
        features[n++] = Hash.Combine(27, t12);
        features[n++] = Hash.Combine(28, t1 ^ (w.Folded << 7));
        features[n++] = Hash.Combine(29, t12 ^ (w.Folded << 7));
        features[n++] = Hash.Combine(30, t1 ^ (n1.Folded << 7));
        features[n++] = Hash.Combine(31, t1 ^ (w.Suffix3 << 7));
        features[n++] = Hash.Combine(32, t1 ^ (w.Suffix2 << 7) ^ (n1.Suffix2 << 1));
        features[n++] = Hash.Combine(33, w.Folded ^ (p1.Folded << 1));
        features[n++] = Hash.Combine(34, w.Folded ^ (n1.Folded << 1));
        features[n++] = Hash.Combine(35, p1.Folded ^ (n1.Folded << 1));
        features[n++] = Hash.Combine(36, t1 ^ (w.Shape << 7));
        features[n++] = Hash.Combine(37, t1 ^ (p1.Folded << 7));
        features[n++] = Hash.Combine(38, w.Suffix3 ^ (n1.Folded << 1));
        features[n++] = Hash.Combine(39, n1.Folded ^ (n2.Folded << 1));
        features[n++] = Hash.Combine(40, 0);
        features[n++] = Hash.Combine(41, w.Parts);
        features[n++] = Hash.Combine(42, w.Parts ^ (w.Suffix2 << 7));
        features[n++] = Hash.Combine(43, n1.Parts);
        features[n++] = Hash.Combine(44, t1 ^ (w.Parts << 9));
        features[n++] = Hash.Combine(45, t1 ^ (w.Parts << 9) ^ (n1.Parts << 20));
        features[n++] = Hash.Combine(46, w.Field);
        features[n++] = Hash.Combine(47, n1.Known);
        features[n++] = Hash.Combine(48, t1 ^ (n1.Known << 9));
        features[n++] = Hash.Combine(49, w.Known ^ (n1.Known << 16) ^ (t1 << 32));
        features[n++] = Hash.Combine(50, n1.Known ^ (n2.Known << 16));
        features[n++] = Hash.Combine(51, w.Folded ^ n1.Known);
        features[n++] = Hash.Combine(52, w.Known ^ (n1.Known << 16) ^ (n2.Known << 32));
        features[n++] = Hash.Combine(53, w.Shape ^ w.Parts ^ (p1.Shape << 1));
        features[n++] = Hash.Combine(54 + ((ulong)style << 8), w.Shape ^ (w.Parts << 3));
        features[n++] = Hash.Combine(55 + ((ulong)style << 8), w.Shape ^ (p1.Shape << 3) ^ (n1.Shape << 5));
        return n;
    }
}
