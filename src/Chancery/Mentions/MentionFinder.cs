using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Mentions.Entities;
using Chancery.Mentions.Places;
using Chancery.Mentions.Quantities;
using Chancery.Mentions.Times;
using Chancery.Mentions.Turns;
using Chancery.Registry;

namespace Chancery.Mentions;

/// <summary>Finds what a report mentions: entities, times, places, quantities.</summary>
/// <remarks>Immutable and thread-safe. Each kind has a folder of its own below this one.</remarks>
internal sealed class MentionFinder(LanguagePack pack, ActorRegistry registry)
{
    private readonly NameTagger _names = new(pack);
    private readonly TimeFinder _times = new(pack);
    private readonly QuantityFinder _quantities = new(pack);
    private readonly PlaceFinder _places = new(pack, registry);
    private readonly TurnFinder _turns = new(pack);
    private readonly EntityFinder _entities = new(pack, registry);

    internal MentionSet Find(Report report, Document document)
    {
        var notices = ImmutableArray.CreateBuilder<Notice>();
        IReadOnlyList<NameSpan> names = _names.Tag(document);
        var times = _times.Find(report, document, notices);
        var turns = _turns.Find(document, names);
        names = Turn.Apart(names, turns);
        var places = _places.Find(document, names);
        return new(
            Entities: _entities.Find(report, document, names, places, turns),
            Times: times,
            Places: places,
            Quantities: _quantities.Find(document, times, notices))
        {
            Notices = notices.ToImmutable(),
            Turns = turns,
        };
    }
}
