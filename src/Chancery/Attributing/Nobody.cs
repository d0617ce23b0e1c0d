using Chancery.Linguistics;

namespace Chancery.Attributing;

/// <summary>Tells words that stand for nobody and nothing.</summary>
internal static class Nobody
{
    /// <summary>'nobody knows', 'no troops were sent', 'neither side left'.</summary>
    internal static bool Is(Token word) => word.Lemma is "nobody" or "none" or "nothing" || word.Child(Deprel.Det)?.Lemma is "no" or "neither";
}
