using Chancery.Attributing.Cues;
using Chancery.Attributing.Predicates;
using Chancery.Attributing.Relations;
using Chancery.Linguistics;

namespace Chancery.Attributing;

/// <summary>Finds who says what, and how far each source commits to each predicate.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Attributor
{
    private readonly RelationFinder _relations;
    private readonly PredicateReader _predicates;

    internal Attributor(LanguagePack pack)
    {
        _relations = new(new CueLexicon(pack));
        _predicates = new(pack);
    }

    internal Attributions Attribute(Report report, Document document, MentionSet mentions)
    {
        _ = report;
        var layout = new TextLayout(document);
        var relations = _relations.Find(layout, mentions);
        return new(relations, _predicates.Read(layout, relations), []);
    }
}
