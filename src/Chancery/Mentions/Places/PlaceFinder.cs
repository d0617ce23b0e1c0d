using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;

namespace Chancery.Mentions.Places;

/// <summary>Finds toponyms, tells their role and resolves them to the gazetteer.</summary>
internal sealed class PlaceFinder
{
    internal PlaceFinder(LanguagePack pack) => _ = pack;

    internal ImmutableArray<PlaceMention> Find(Document document, IReadOnlyList<NameSpan> names) => [];
}
