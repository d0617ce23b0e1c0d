using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>Tells what a number counts, of whom and in what act, so that counts of different reports can be compared.</summary>
/// <remarks>Immutable and thread-safe. The acts are data: <c>figures/acts.tsv</c>.</remarks>
internal sealed class CountFinder
{
    private const int Climb = 5;

    /// <summary>The row of verbs that tell a count, not what was done.</summary>
    private const string ReckonedAct = "reckoned";

    private readonly Dictionary<string, string> _acts = new(StringComparer.OrdinalIgnoreCase);

    internal CountFinder(LanguagePack pack, string language)
    {
        foreach (var row in pack.Read($"languages/{language}/figures/acts.tsv", "name", "words", "example").Rows)
            foreach (var word in row.Parts("words")) _acts.TryAdd(word, row["name"]);
    }

    internal (Counted Counted, string? Act) Find(Document document, MentionSet mentions, QuantityMention mention)
    {
        var head = document[mention.Head];
        var counts = Counts(document, mention);
        var noun = Parted(head) ?? counts ?? head;
        var act = OfCounting(counts) ?? Act(head);
        var quantity = mention.Quantity;
        var people = PeopleOf(document, mentions, mention, noun);
        var things = quantity.Currency ?? Things(
            people is not null && noun.Index == head.Index && IsPeople(mentions, head) ? "people"
            : noun.Index != head.Index ? noun.Upos == Upos.Num ? "part" : noun.Lemma
            : quantity.Unit is { Length: > 0 } unit ? unit[(unit.LastIndexOf(' ') + 1)..] : "", act);
        return (new(things, people, Place(mentions, head), Reckoning(document, mention) is not null, IsAhead(head)), act == ReckonedAct ? null : act);
    }

    /// <summary>'three of the attackers': those it is a part of.</summary>
    private static Token? Parted(Token number) =>
        number.Upos == Upos.Num && number.Child(Deprel.Nmod) is { } whole && whole.Child(Deprel.Case) is { Lemma: "of" } && whole.Upos is Upos.Noun or Upos.Num ? whole : null;

    /// <summary>Who puts the number at so many: 'South Korean media have put it at 1,000'; null where nobody is said to.</summary>
    internal string? Reckoner(Document document, MentionSet mentions, QuantityMention mention)
    {
        if (Reckoning(document, mention) is not { } verb || verb.Child(Deprel.Nsubj) is not { } subject || IsCount(subject)) return null;
        foreach (var entity in mentions.Entities)
            if (entity.Head == subject.Index && entity.Type is EntityType.Org or EntityType.Person) return entity.Kind == MentionKind.Pronoun ? entity.Name : entity.Actor?.Name ?? entity.Name;
        return null;
    }

    /// <summary>The verb that tells the number as a count, also where what stands between parts them in the tree: 'put the number … at 1,000'.</summary>
    private Token? Reckoning(Document document, QuantityMention mention)
    {
        var first = document.TokensIn(mention.Span).First;
        var sentence = document[first].Sentence;
        if (first > sentence.First && document[first - 1].Lemma is "at")
            for (var i = first - 2; i >= sentence.First; i--)
                if (document[i].Upos == Upos.Verb && IsReckoning(document[i]) && Counted(document[i], -1) is not null) return document[i];
        return Reckoning(document[mention.Head]);
    }

    /// <summary>The verb that tells the number as a count.</summary>
    private Token? Reckoning(Token number)
    {
        foreach (var child in number.Children) if (child.Relation is Deprel.AclRelcl or Deprel.Acl && IsReckoning(child)) return child;
        var at = number;
        for (var step = 0; step < 3 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb) return IsReckoning(above) ? above : null;
        return null;
    }

    private bool IsReckoning(Token verb) => _acts.TryGetValue(verb.Lemma, out var act) && act == ReckonedAct;

    private static bool IsCount(Token noun) => noun.Lemma is "number" or "toll" or "count" or "total" or "figure" or "crowd" or "strength" or "tally";

    /// <summary>True for a number that is expected: it is no count of what is.</summary>
    private static bool IsAhead(Token number)
    {
        var at = number;
        for (var step = 0; step < Climb; step++)
        {
            if (at.Lemma is "expect" or "plan" or "intend" or "threaten" or "promise" or "need" || at.Upos == Upos.Verb && at.Child(Deprel.Aux) is { Lemma: "will" or "would" or "could" or "may" or "might" }) return true;
            if (at.Head is not { } head) return false;
            at = head;
        }
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
    private Token? Counts(Document document, QuantityMention mention)
    {
        if (Reckoning(document, mention) is { } verb && Counted(verb, mention.Head) is { } counted) return counted;
        var at = document[mention.Head];
        for (var step = 0; step < 3 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb && Counted(above, at.Index) is { } noun) return noun;
        return null;
    }

    private static Token? Counted(Token verb, int number)
    {
        foreach (var child in verb.Children)
            if (child.Index != number && child.Relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj && IsCount(child)) return child.Child(Deprel.Nmod) ?? child;
        return null;
    }

    private string? OfCounting(Token? counted)
    {
        if (counted is not { } noun) return null;
        var top = noun.Relation == Deprel.Nmod && noun.Head is { } above ? above : noun;
        var within = noun.Document.TokensIn(top.SubtreeSpan);
        foreach (var word in within) if (_acts.TryGetValue(word.Lemma, out var act) && act != ReckonedAct) return act;
        return null;
    }

    private string? Act(Token word)
    {
        foreach (var child in word.Children)
            if (child.Relation is Deprel.Acl or Deprel.AclRelcl or Deprel.Amod && child.Upos is Upos.Verb or Upos.Adj && _acts.TryGetValue(child.Lemma, out var modified) && modified != ReckonedAct) return With(word, child, modified);
        var at = word;
        // What is done to votes and bodies comes before what they are.
        if (word.Head is { Upos: Upos.Verb } verb && word.Relation is Deprel.Obj or Deprel.NsubjPass && _acts.TryGetValue(verb.Lemma, out var done) && done != ReckonedAct) return With(word, verb, done);
        for (var step = 0; step < Climb; step++)
        {
            if (_acts.TryGetValue(at.Lemma, out var act) && act != ReckonedAct) return With(word, at, act);
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
