namespace Chancery.Fusion;

/// <summary>What a claim or a figure is looked up by. It meets another that has one of its own keys, or that is of one of its kinds where both reports turn on two names alike.</summary>
/// <remarks>Pairs are the report's: they are kept once for all that it tells, which takes a fifth of what a key for each pair and each thing told would take.</remarks>
/// <param name="Own">Keys it must share one of with another.</param>
/// <param name="Kinds">Of what kind it is.</param>
/// <param name="Pairs">Pairs of names that its report turns on.</param>
internal sealed record MeetingKeys(long[] Own, long[] Kinds, long[] Pairs)
{
    /// <summary>The key of a kind among what one report tells.</summary>
    internal static long In(long report, long kind) => KeyHash.Of(report, kind);

    /// <summary>True where two of them meet.</summary>
    internal bool Meet(MeetingKeys other) => Own.Intersect(other.Own).Any() || Kinds.Intersect(other.Kinds).Any() && Pairs.Intersect(other.Pairs).Any();
}
