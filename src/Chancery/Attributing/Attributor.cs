using Chancery.Attributing.Cues;
using Chancery.Attributing.Predicates;
using Chancery.Attributing.Relations;
using Chancery.Attributing.Unknowns;
using Chancery.Linguistics;

namespace Chancery.Attributing;

/// <summary>Finds who says what, and how far each source commits to each predicate.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Attributor
{
    private readonly RelationFinder _relations;
    private readonly PredicateReader _predicates;
    private readonly UnknownFinder _unknowns;

    internal Attributor(LanguagePack pack)
    {
        var untruths = new Untruths(pack);
        _relations = new(new CueLexicon(pack, untruths));
        var factuality = new FactualityLexicon(pack, untruths);
        _predicates = new(pack, factuality);
        _unknowns = new(pack, factuality);
    }

    internal Attributions Attribute(Document document, MentionSet mentions)
    {
        var layout = new TextLayout(document);
        var names = new SourceNames(layout, mentions);
        var relations = _relations.Find(layout, mentions, names);
        var attributions = new Attributions(relations, _predicates.Read(layout, mentions, relations), []);
        return attributions with { Unknowns = _unknowns.Find(layout, names, attributions.SourcesOf) };
    }
}
