using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Registry;

namespace Chancery.Mentions.Entities;

/// <summary>Finds entities by name, description and pronoun, resolves them to the registry and joins what is one in the report.</summary>
internal sealed class EntityFinder
{
    internal EntityFinder(LanguagePack pack, ActorRegistry registry) => _ = (pack, registry);

    internal ImmutableArray<EntityMention> Find(Report report, Document document, IReadOnlyList<NameSpan> names, ImmutableArray<PlaceMention> places) => [];
}
