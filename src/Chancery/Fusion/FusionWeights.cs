namespace Chancery.Fusion;

/// <summary>What was learned of stories, by which reports are fused.</summary>
/// <param name="Joins">What tells that two claims tell of one happening.</param>
/// <param name="Gainsaid">What tells that two claims tell one happening against each other.</param>
/// <param name="Counts">What tells that two figures count one thing.</param>
/// <param name="RetoldClaims">What tells that a claim of a rewrite tells one of its source again.</param>
/// <param name="RetoldFigures">What tells that a figure of a rewrite does.</param>
/// <param name="Met">What tells that a deed is what was planned.</param>
internal sealed record FusionWeights(TraitWeights Joins, TraitWeights Gainsaid, TraitWeights Counts, TraitWeights RetoldClaims, TraitWeights RetoldFigures, TraitWeights Met)
{
    /// <summary>The weights that the library brings.</summary>
    internal static FusionWeights Learned { get; } = new(
        TraitWeights.Read(ClaimTraits.Set, "joins.tsv"),
        TraitWeights.Read(GainsaidTraits.Set, "gainsaid.tsv"),
        TraitWeights.Read(CountTraits.Set, "counts.tsv"),
        TraitWeights.Read(Fusion.RetoldClaims.Traits, "retold-claims.tsv"),
        TraitWeights.Read(Fusion.RetoldFigures.Traits, "retold-figures.tsv"),
        TraitWeights.Read(MetTraits.Set, "met.tsv"));
}
