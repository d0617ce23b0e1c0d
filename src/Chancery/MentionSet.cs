using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Mentions.Turns;

namespace Chancery;

/// <summary>All mentions of one report, each kind in text order: the result of finding, the input of attributing.</summary>
public sealed record MentionSet(
    ImmutableArray<EntityMention> Entities,
    ImmutableArray<TimeMention> Times,
    ImmutableArray<PlaceMention> Places,
    ImmutableArray<QuantityMention> Quantities)
{
    /// <summary>Trouble the finders met: a day that does not exist, a number too large to keep.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>Who speaks where a label says so, in text order.</summary>
    internal ImmutableArray<Turn> Turns { get; init; } = [];
}

/// <summary>Who says what in one report, and what is said of every predicate: the result of attributing, the input of coding.</summary>
/// <param name="Relations">The attribution relations in text order.</param>
/// <param name="Predicates">The predicates in text order.</param>
/// <param name="Unknowns">What the report says is not known.</param>
public sealed record Attributions(ImmutableArray<Attribution> Relations, ImmutableArray<Predicate> Predicates, ImmutableArray<Unknown> Unknowns)
{
    private (TextSpan Span, int Relation, int Reach)[]? _contents;

    /// <summary>The predicate that this word is; null where it denotes no event or state.</summary>
    /// <param name="word">Index of the word in the document.</param>
    public Predicate? PredicateAt(int word)
    {
        int low = 0, high = Predicates.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Predicates[middle].Word == word) return Predicates[middle];
            if (Predicates[middle].Word < word) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>The relations in whose content a span stands, outermost first.</summary>
    public IEnumerable<Attribution> Around(TextSpan span)
    {
        var contents = _contents ??= Sort();
        int low = 0, high = contents.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (contents[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle;
        }
        int? inner = null;
        var shortest = int.MaxValue;
        for (var i = low - 1; i >= 0 && contents[i].Reach >= span.End; i--)
            if (contents[i].Span.Contains(span) && contents[i].Span.Length < shortest) (inner, shortest) = (contents[i].Relation, contents[i].Span.Length);
        var chain = new Stack<Attribution>();
        for (; inner is { } at && chain.Count < Relations.Length; inner = Relations[at].Within) chain.Push(Relations[at]);
        return chain;
    }

    /// <summary>All contents by their start; each with how far those up to it reach, so that a search can stop.</summary>
    private (TextSpan, int, int)[] Sort()
    {
        var contents = Relations.SelectMany((relation, i) => relation.Content.Select(span => (Span: span, Relation: i, Reach: 0))).OrderBy(content => content.Span.Start).ToArray();
        for (int i = 0, reach = 0; i < contents.Length; i++) contents[i].Reach = reach = Math.Max(reach, contents[i].Span.End);
        return contents;
    }

    /// <summary>On whose word a span stands, outermost first: the named sources around it that vouch for what they tell; empty for the report's own voice.</summary>
    public ImmutableArray<string> SourcesOf(TextSpan span) => [.. Around(span).Where(relation => relation.Vouches).Select(relation => relation.SourceName).Distinct()];
}

/// <summary>What is claimed in one report: the result of coding.</summary>
/// <param name="Claims">The claims in text order.</param>
/// <param name="Figures">The figures in text order.</param>
public sealed record EventClaims(ImmutableArray<EventClaim> Claims, ImmutableArray<Figure> Figures);
