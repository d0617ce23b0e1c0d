namespace Chancery.Linguistics.Naming;

/// <summary>The labels of the sequence model: 0 outside, then begin and inside of every <see cref="NameType"/>.</summary>
internal static class NameLabels
{
    internal const int Outside = 0;
    internal const int Types = 7;
    internal const int Count = 1 + (2 * Types);

    /// <summary>Scores of a word are kept in rows of this many, so that a row is whole vectors.</summary>
    internal const int Stride = 16;

    internal static int Begin(NameType type) => 1 + (2 * (int)type);
    internal static int Inside(NameType type) => 2 + (2 * (int)type);
    internal static bool IsBegin(int label) => (label & 1) == 1;
    internal static NameType TypeOf(int label) => (NameType)((label - 1) >> 1);

    /// <summary>Inside follows only begin or inside of its own type.</summary>
    internal static bool MayFollow(int previous, int label) =>
        label == Outside || IsBegin(label) || (previous != Outside && TypeOf(previous) == TypeOf(label));
}
