using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>Tells what a number counts, of whom and in what act, so that counts of different reports can be compared.</summary>
/// <remarks>Immutable and thread-safe. The acts are data: <c>figures/acts.tsv</c>.</remarks>
internal sealed class CountFinder
{
    private const int Climb = 5;

    /// <summary>The row of verbs that tell a count, not what was done.</summary>
    private const string Reckoning = "reckoned";

    private readonly Dictionary<string, string> _acts = new(StringComparer.OrdinalIgnoreCase);

    internal CountFinder(LanguagePack pack, string language)
    {
        foreach (var row in pack.Read($"languages/{language}/figures/acts.tsv", "name", "words", "example").Rows)
            foreach (var word in row.Parts("words")) _acts.TryAdd(word, row["name"]);
    }

    internal (Counted Counted, string? Act) Find(Document document, MentionSet mentions, QuantityMention mention)
    {
        var head = document[mention.Head];
        var noun = Parted(head) ?? Counts(head) ?? head;
        var act = Act(head) ?? OfCounting(head);
        var quantity = mention.Quantity;
        var people = PeopleOf(document, mentions, mention, noun);
        var things = quantity.Currency ?? Things(
            people is not null && noun.Index == head.Index && IsPeople(mentions, head) ? "people"
            : noun.Index != head.Index ? noun.Upos == Upos.Num ? "part" : noun.Lemma
            : quantity.Unit is { Length: > 0 } unit ? unit[(unit.LastIndexOf(' ') + 1)..] : "", act);
        return (new(things, people, Place(mentions, head), IsReckoned(head)), act == Reckoning ? null : act);
    }

    /// <summary>'three of the attackers': those it is a part of.</summary>
    private static Token? Parted(Token number) =>
        number.Upos == Upos.Num && number.Child(Deprel.Nmod) is { } whole && whole.Child(Deprel.Case) is { Lemma: "of" } && whole.Upos is Upos.Noun or Upos.Num ? whole : null;

    private bool IsReckoned(Token number)
    {
        var at = number;
        for (var step = 0; step < 3 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb) return _acts.TryGetValue(above.Lemma, out var act) && act == Reckoning;
        return false;
    }

    private static bool IsPeople(MentionSet mentions, Token head)
    {
        foreach (var entity in mentions.Entities) if (entity.Head == head.Index && entity.Type == EntityType.Norp) return true;
        return false;
    }

    /// <summary>Words for people at large, and for those who fight, are one thing each: one report's soldiers are the other's troops.</summary>
    private static string Things(string noun, string? act) => noun.ToLowerInvariant() switch
    {
        "person" or "people" or "man" or "body" or "corpse" or "life" or "resident" or "dead" or "toll" or "death" or "fatality" or "casualty" or "victim" => "people",
        "troop" or "troops" or "soldier" or "serviceman" or "fighter" or "personnel" or "recruit" or "reinforcement" or "combatant" or "trooper" or "force" => "troop",
        "" or "number" or "count" or "total" or "figure" or "tally" when act is "killed" or "wounded" or "casualties" or "missing" or "displaced" => "people",
        "number" or "count" or "total" or "figure" or "tally" => "",
        var other => other,
    };

    /// <summary>'the number of troops … at 1,000', 'its toll to 40': the noun that a verb of counting has beside the number.</summary>
    private static Token? Counts(Token number)
    {
        var at = number;
        for (var step = 0; step < 3 && at.Head is { } above; step++, at = above)
        {
            if (above.Upos != Upos.Verb) continue;
            foreach (var child in above.Children)
                if (child.Index != at.Index && child.Relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj && child.Lemma is "number" or "toll" or "count" or "total" or "figure" or "crowd" or "strength" or "tally")
                    return child.Child(Deprel.Nmod) ?? child;
        }
        return null;
    }

    private string? OfCounting(Token number)
    {
        if (Counts(number) is not { } noun) return null;
        var top = noun.Relation == Deprel.Nmod && noun.Head is { } above ? above : noun;
        var within = number.Document.TokensIn(top.SubtreeSpan);
        foreach (var word in within) if (_acts.TryGetValue(word.Lemma, out var act) && act != Reckoning) return act;
        return null;
    }

    private string? Act(Token word)
    {
        foreach (var child in word.Children)
            if (child.Relation is Deprel.Acl or Deprel.AclRelcl or Deprel.Amod && child.Upos is Upos.Verb or Upos.Adj && _acts.TryGetValue(child.Lemma, out var modified) && modified != Reckoning) return With(word, child, modified);
        var at = word;
        // What is done to votes and bodies comes before what they are.
        if (word.Head is { Upos: Upos.Verb } verb && word.Relation is Deprel.Obj or Deprel.NsubjPass && _acts.TryGetValue(verb.Lemma, out var done) && done != Reckoning) return With(word, verb, done);
        for (var step = 0; step < Climb; step++)
        {
            if (_acts.TryGetValue(at.Lemma, out var act) && act != Reckoning) return With(word, at, act);
            if (at.Head is not { } head) return null;
            // Those who do it are not counted by it: 'thirty gunmen killed an officer'.
            if (at.Relation == Deprel.Nsubj && head.Upos == Upos.Verb && head.Has(Deprel.Obj)) return null;
            if (at.Upos == Upos.Verb && step > 0) return null;
            at = head;
        }
        return null;
    }

    /// <summary>'killed or wounded' counts both; 'nine were killed and two wounded' each.</summary>
    private string With(Token word, Token verb, string act)
    {
        if (act is not ("killed" or "wounded")) return act;
        foreach (var other in verb.Children)
            if (other.Relation == Deprel.Conj && IsBoth(word, other, act)) return "casualties";
        return act;
    }

    private bool IsBoth(Token counted, Token other, string act)
    {
        if (!_acts.TryGetValue(other.Lemma, out var second) || second is not ("killed" or "wounded") || second == act) return false;
        foreach (var within in other.Document.TokensIn(other.SubtreeSpan))
            if (within.Index != counted.Index && within.Upos == Upos.Num || within.Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && within.HeadIndex == other.Index) return false;
        return true;
    }

    private static string? PeopleOf(Document document, MentionSet mentions, QuantityMention mention, Token noun)
    {
        var words = document.TokensIn(mention.Span.Union(noun.Span));
        foreach (var entity in mentions.Entities)
            if (entity.Type == EntityType.Norp && entity.Country is { } people && entity.Head >= words.First && entity.Head < words.End && entity.Head <= noun.Index + 1) return people;
        return null;
    }

    /// <summary>The town told in the same sentence.</summary>
    private static string? Place(MentionSet mentions, Token head)
    {
        PlaceMention? nearest = null;
        foreach (var place in mentions.Places)
            if (place.Role == PlaceRole.Literal && place.Place is { Feature: ['P', not 'C', ..] } && head.Document[place.Head].SentenceIndex == head.SentenceIndex
                && (nearest is null || Math.Abs(place.Head - head.Index) < Math.Abs(nearest.Head - head.Index))) nearest = place;
        return nearest?.Name;
    }
}
