using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Mentions.Quantities;

/// <summary>Finds quantities: numbers in words and digits with their bounds and units.</summary>
internal sealed class QuantityFinder
{
    internal QuantityFinder(LanguagePack pack) => _ = pack;

    /// <param name="document">The document.</param>
    /// <param name="times">Times already found: the numbers inside them are no quantities.</param>
    /// <param name="notices">Takes what could not be read.</param>
    internal ImmutableArray<QuantityMention> Find(Document document, ImmutableArray<TimeMention> times, ICollection<Notice> notices) => [];
}
