using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Naming;
using Chancery.Registry;

namespace Chancery.Mentions.Places;

/// <summary>Finds toponyms, tells their role and resolves them to the gazetteer.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PlaceFinder
{
    private readonly Gazetteer _gazetteer;
    private readonly ToponymScanner _scanner;
    private readonly PlaceResolver _resolver;
    private readonly PlaceRoles _roles;

    internal PlaceFinder(LanguagePack pack, ActorRegistry registry)
    {
        _gazetteer = new(pack);
        var words = new PlaceWords(pack);
        _scanner = new(new(_gazetteer), new(registry, _gazetteer), words, new(pack));
        _resolver = new(_gazetteer);
        _roles = new(words);
    }

    internal ImmutableArray<PlaceMention> Find(Document document, IReadOnlyList<NameSpan> names)
    {
        var toponyms = _scanner.Scan(document, names);
        _resolver.Resolve(document, toponyms);
        var found = ImmutableArray.CreateBuilder<PlaceMention>(toponyms.Count);
        foreach (var toponym in toponyms)
        {
            var head = HeadOf(new(document, toponym.First, toponym.End));
            var span = toponym.SpanIn(document);
            var place = Read(toponym, span.In(document.Text));
            found.Add(new(span, head, toponym.Form ?? _roles.Of(document, head, Governs(toponym)), place?.Name ?? span.In(document.Text), place));
        }
        return found.DrainToImmutable();
    }

    private Place? Read(Toponym toponym, string name) => toponym switch
    {
        { Chosen: >= 0, Kind: ToponymKind.Whole } => _gazetteer.Read(toponym.Chosen),
        { Chosen: >= 0, Kind: ToponymKind.Around } => Near(toponym.Chosen, name, "A.ADM2"),
        { Within: { Chosen: >= 0 } within } => Near(within.Chosen, name, "L.LCTY"),
        _ => null,
    };

    /// <summary>A place the gazetteer does not have, at one that it has.</summary>
    private Place Near(int place, string name, string feature) =>
        _gazetteer.Read(place) with { GeoNameId = 0, Name = name, Feature = feature, IsApproximate = true };

    /// <summary>States, capitals and regions stand for those who govern them; other towns only house people.</summary>
    private bool Governs(Toponym toponym) => toponym is { Chosen: >= 0 and var place, Kind: not ToponymKind.Unlisted }
        && (_gazetteer.FeatureClass(place) is 'A' or 'L' || _gazetteer.Feature(place) == "P.PPLC");

    /// <summary>The word whose head lies outside; the last one where the tree has none.</summary>
    private static int HeadOf(TokenRange range)
    {
        foreach (var word in range)
            if (word.HeadIndex < range.First || word.HeadIndex >= range.End) return word.Index;
        return range.End - 1;
    }
}
