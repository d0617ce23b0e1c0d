using System.Collections.Immutable;
using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>Finds who stands behind a phrase: those it names, else those who own or qualify what it names ('Russian troops', 'the offer of Iran').</summary>
internal sealed class ParticipantFinder(Document document, ActorWords actors, FrameLexicon lexicon)
{
    private const int Depth = 4;

    private static readonly string[] OwnerPrepositions = ["of", "by", "from", "in", "to", "against", "with", "between", "at", "for", "on"];

    /// <summary>Of these an act's doers own it: 'the drone attack on the port killed three' tells of nobody's doing but the attackers'.</summary>
    private static readonly string[] DoerPrepositions = ["of", "by", "from", "with", "between"];

    /// <summary>'people, including 12 Americans', 'soldiers against Israel': whom these bring in does not own the noun.</summary>
    private static readonly string[] Apart =
        ["to", "toward", "towards", "into", "against", "after", "before", "despite", "over", "about", "via", "include", "including", "like", "such as", "as", "than", "unlike", "except", "besides"];

    /// <summary>The participants a phrase names, coordinated ones apart; none where nobody stands behind it.</summary>
    /// <param name="head">Head word of the phrase.</param>
    /// <param name="to">Takes the participants.</param>
    /// <param name="areDoers">True where those are wanted who did what the phrase names, not those it was done to.</param>
    /// <param name="asStates">True where leaders and armies stand for their states, as those who act do.</param>
    internal void Add(Token head, ImmutableArray<Participant>.Builder to, bool areDoers = false, bool asStates = true)
    {
        if (UnseenPartner(head) is { } partner) AddOne(partner, to, Depth, areDoers);
        foreach (var word in Arguments.Coordinated(head))
        {
            if (Owners(word) is { Count: > 1 } owners)
            {
                var sectors = Sectors(null, word);
                // a state acts by its leaders and its army; what is done to them is not done to the state
                foreach (var owner in owners) Put(asStates ? new(owner.Span, owner.Name, owner.Country, sectors.IsEmpty ? owner.Sectors : sectors, owner.Actor?.Id) : new(owner.Span, $"{Phrase(word).In(document.Text)} of {owner.Name}", owner.Country, sectors, null), to);
                continue;
            }
            AddOne(word, to, Depth, areDoers);
            foreach (var other in NextHolders(word)) AddOne(other, to, Depth, areDoers);
        }
    }

    /// <summary>'Presidents Ann Lee of Kenya and Bo Berg of Norway', where the tree joins the second to the country of the first.</summary>
    private IEnumerable<Token> NextHolders(Token holder)
    {
        var phrase = new Clause(holder).Oblique("of");
        foreach (var child in holder.Children) if (child.Relation == Deprel.Flat) phrase ??= new Clause(child).Oblique("of");
        if (phrase is not { } first || actors.MentionAt(first) is not { Type: EntityType.Place, Country: not null }) yield break;
        if (actors.MentionAt(holder) is not { Kind: MentionKind.Name, Type: EntityType.Person } && Bearer(holder) is null) yield break;
        foreach (var next in Arguments.Coordinated(first))
            if (next.Index != first.Index && actors.MentionAt(next) is { Kind: MentionKind.Name, Type: EntityType.Person }) yield return next;
    }

    /// <summary>
    /// 'the leaders of Kenya and Norway', 'the armies of Hamas and Fatah': whose they are, where each has some of its own; also where the tree
    /// joins the second name to those who are of the first. None for other words.
    /// </summary>
    private List<EntityMention>? Owners(Token holder)
    {
        if (holder.Xpos != "NNS" || !IsHeldApart(holder) || new Clause(holder).Oblique("of") is not { } first || actors.MentionAt(holder) is { Kind: MentionKind.Name } or { Members.Length: > 1 } || Bearer(holder) is not null) return null;
        var owners = new List<EntityMention>(2);
        var last = first.Index;
        foreach (var word in Arguments.Coordinated(first).Concat(Arguments.Coordinated(holder).Skip(1)))
        {
            if (word.Index > last && !IsJoined(last, word)) return owners;
            if (actors.MentionAt(word) is not { Kind: MentionKind.Name } mention || mention.Actor is null || mention.Type is not (EntityType.Place or EntityType.Org or EntityType.Norp)) return owners;
            last = document.TokensIn(mention.Span).End - 1;
            if (!owners.Exists(other => other.Name == mention.Name)) owners.Add(mention);
        }
        return owners;
    }

    private bool IsHeldApart(Token noun) => lexicon.IsOf("officials", noun) || lexicon.IsOf("troops", noun) || lexicon.IsOf("armed", noun) || lexicon.IsOf("police", noun) || lexicon.IsOf("civilians", noun);

    /// <summary>True where nothing but commas, 'and' and articles stands between a word and the name of another.</summary>
    private bool IsJoined(int word, Token name)
    {
        var first = actors.MentionAt(name) is { } mention ? document.TokensIn(mention.Span).First : name.Index;
        for (var between = word + 1; between < first; between++) if (document[between].Upos is not (Upos.Cconj or Upos.Punct or Upos.Det)) return false;
        return true;
    }

    /// <summary>'the U.S. and South Korea', where the tree takes the first for a part of the second: a name of its own right before the 'and'.</summary>
    private Token? UnseenPartner(Token head)
    {
        if (actors.MentionAt(head) is not { Kind: MentionKind.Name, Country: not null } mention) return null;
        var first = document.TokensIn(mention.Span)[0].Index;
        if (first < 2 || document[first - 1].Upos != Upos.Cconj) return null;
        return document[first - 2] is var before && before.SentenceIndex == head.SentenceIndex && before.IsWithin(head) && before.Relation is not Deprel.Conj
            && actors.MentionAt(before) is { Kind: MentionKind.Name, Country: not null } other && other != mention ? before : null;
    }

    /// <summary>The phrase itself, whoever it may stand for.</summary>
    internal void AddAsIs(Token word, ImmutableArray<Participant>.Builder to)
    {
        if (!actors.IsTime(word) && !actors.IsInert(word) && !actors.IsAbstract(word)) Put(new(Phrase(word), Phrase(word).In(document.Text), null, [], null), to);
    }

    /// <summary>What something happens to: those a phrase names, else the thing itself, with the country it is said to be of ('a Russian plane').</summary>
    internal void AddThing(Token head, ImmutableArray<Participant>.Builder to)
    {
        foreach (var word in Arguments.Coordinated(head))
        {
            if (actors.IsTime(word)) continue;
            if (actors.IsActor(word)) AddOne(word, to, Depth, areDoers: true);
            else if (Counted(word) is { } counted) AddThing(counted, to);
            else if (word.Upos is Upos.Noun or Upos.Propn) Put(new(Phrase(word, withOther: true), Phrase(word, withOther: true).In(document.Text), Qualifiers(word) is [var only] ? only.Country : null, [], null), to);
        }
    }

    /// <summary>What a number or a counter stands before: 'two of the guards', 'most of the shops', 'a group of rebels'; null where it stands before nothing.</summary>
    private Token? Counted(Token word) => word.Upos == Upos.Num || lexicon.IsOf("transparent", word) ? new Clause(word).Oblique("of") : null;

    private void AddOne(Token word, ImmutableArray<Participant>.Builder to, int depth, bool areDoers)
    {
        word = Arguments.Antecedent(word);
        if (depth == 0 || actors.IsTime(word) || actors.IsUnnamed(word)) return;
        var mention = actors.MentionAt(word);
        if (mention is { Members.Length: > 1 } && actors.Members(mention) is { Count: > 1 } members)
        {
            foreach (var member in members) Put(Of(member, document[member.Head]), to);
            return;
        }
        if (mention is { Type: EntityType.Event or EntityType.Product or EntityType.Work }) mention = null;
        var countries = Qualifiers(word);
        if (countries.Count > 1 && word.Upos == Upos.Noun && mention is not { Kind: MentionKind.Name })
        {
            foreach (var qualifier in countries) Put(Of(qualifier, document.TokensIn(qualifier.Span)[0]), to);
            return;
        }
        // 'a senior official, Sergei Shoigu', 'the ministers, Rubio and Lavrov': those named
        if (mention is not { Kind: MentionKind.Name } && Bearer(word) is { } bearer)
        {
            Put(Of(bearer, word), to);
            if (word.Xpos is "NNS" && word.Child(Deprel.Appos) is { } named)
                foreach (var other in Arguments.Coordinated(named)) if (actors.MentionAt(other) is { Kind: MentionKind.Name, Type: EntityType.Person } also && also != bearer) Put(Of(also, other), to);
            return;
        }
        // 'the town of Lashio'
        if (lexicon.IsOf("site", word) && mention is not { Kind: MentionKind.Name } && new Clause(word).Oblique("of") is { } town && actors.MentionAt(town) is { Kind: MentionKind.Name, Type: EntityType.Place } place)
        {
            Put(Of(place, town), to);
            return;
        }
        // 'its ally', 'Kenya's neighbors': whose they are is not where they belong; 'his Russian counterpart' is Russian
        if (mention is not { Kind: MentionKind.Name } && lexicon.IsOf("relational", word) && Bearer(word) is null)
        {
            Put(new(Phrase(word), Phrase(word).In(document.Text), countries.Count > 0 ? countries[0].Country : null, Sectors(mention, word), null), to);
            return;
        }
        if (mention is { Country: not null } or { Kind: MentionKind.Name })
        {
            Put(Of(mention, word), to);
            return;
        }
        if (Counted(word) is { } counted && (actors.IsActor(counted) || !actors.IsActor(word)))
        {
            foreach (var other in Arguments.Coordinated(counted)) AddOne(other, to, depth - 1, areDoers);
            return;
        }
        // 'Kenya and Chad postponed their meeting': the pronoun stands for all of them together
        if (word is { Upos: Upos.Pron, Relation: Deprel.NmodPoss, Lemma: "they" or "their" } && Arguments.Governor(word) is { } verb && Arguments.Subject(verb) is { } subject && subject.Has(Deprel.Conj) && subject.Index < word.Index)
        {
            foreach (var one in Arguments.Coordinated(subject)) AddOne(one, to, depth - 1, areDoers);
            return;
        }
        if (actors.IsActor(word))
        {
            var owner = countries.Count > 0 ? countries[0] : Owner(word, Depth);
            Put(new(Phrase(word), mention?.Name ?? Phrase(word).In(document.Text), mention?.Country ?? owner?.Country ?? actors.PlaceAt(word)?.Place?.Country, Sectors(mention, word), mention?.Actor?.Id), to);
            return;
        }
        // what is named is no actor: look at who owns it; 'the Beirut bombing killed ten' tells of nobody's doing
        if (areDoers && lexicon.IsOf("violence", word)) countries.RemoveAll(Scenes(word, takesObject: !lexicon.IsOf("attack", word)).Contains);
        if (countries.Count > 0)
        {
            Put(Of(countries[0], word), to);
            return;
        }
        // 'crimes committed by Croat forces'
        foreach (var child in word.Children)
            if (child.Relation == Deprel.Acl && (child.Child(Deprel.OblAgent) ?? new Clause(child).Oblique("by")) is { } doer) { foreach (var other in Arguments.Coordinated(doer)) AddOne(other, to, depth - 1, areDoers); if (to.Count > 0) return; }
        if (word.Child(Deprel.NmodPoss) is { } poss) { foreach (var other in Arguments.Coordinated(poss)) AddOne(other, to, depth - 1, areDoers); return; }
        foreach (var preposition in areDoers ? DoerPrepositions : OwnerPrepositions)
            if (new Clause(word).Oblique(preposition) is { } phrase && to.Count == 0)
            {
                foreach (var other in Arguments.Coordinated(phrase)) AddOne(other, to, depth - 1, areDoers);
                if (to.Count > 0) return;
            }
    }

    /// <summary>The name that stands beside a title: 'Defence Secretary Tom King', 'watchdog Amnesty International'.</summary>
    private EntityMention? Bearer(Token word)
    {
        foreach (var child in word.Children)
        {
            if (child.Relation is not (Deprel.Appos or Deprel.Flat or Deprel.NmodDesc or Deprel.NmodUnmarked or Deprel.Compound)) continue;
            if (actors.MentionAt(child) is { Kind: MentionKind.Name, Type: EntityType.Person } mention) return mention;
            if (child.Relation is Deprel.Appos && actors.MentionAt(child) is { Kind: MentionKind.Name, Type: EntityType.Org } body) return body;
        }
        return null;
    }

    /// <summary>The mentions with a country that qualify a noun: 'Russian', 'U.S.-South Korea'.</summary>
    internal List<EntityMention> Qualifiers(Token word)
    {
        var found = new List<EntityMention>(2);
        foreach (var child in word.Children)
        {
            if (child.Relation is not (Deprel.Amod or Deprel.Compound or Deprel.Nmod or Deprel.Flat or Deprel.Appos or Deprel.NmodDesc or Deprel.NmodUnmarked)) continue;
            if (child.Relation is Deprel.Nmod && child.Has(Deprel.Case)) continue;
            Collect(child, found, Depth);
        }
        return found;
    }

    /// <summary>
    /// The places before the noun of a one-sided act that say whom it befell: 'the Gaza offensive', 'the Beirut bombing'. A state does the
    /// act ('the Israel strike'), unless the noun takes what it befalls with 'of': 'the Kuwait invasion'; and where it says itself whom it
    /// befell ('the US invasion of Iraq'), what stands before it is the doer.
    /// </summary>
    internal List<EntityMention> Scenes(Token act, bool takesObject)
    {
        var found = new List<EntityMention>(1);
        foreach (var preposition in (ReadOnlySpan<string>)["of", "on", "against", "into"]) if (new Clause(act).Oblique(preposition) is not null) return found;
        foreach (var mention in Qualifiers(act))
            if (mention is { Type: EntityType.Place, Kind: MentionKind.Name } && document[mention.Head] is { Upos: Upos.Propn, Relation: Deprel.Compound } name
                && actors.PlaceAt(name)?.Place is { } place && (takesObject && !IsShort(name) || !place.Feature.StartsWith("A.PCL", StringComparison.Ordinal))) found.Add(mention);
        return found;
    }

    /// <summary>'US', 'U.K.': such names stand for the adjective.</summary>
    private static bool IsShort(Token name) => name.Chars.IndexOf('.') >= 0 || name.Chars.Length <= 3 && name.Chars.IndexOfAnyExceptInRange('A', 'Z') < 0;

    private void Collect(Token word, List<EntityMention> found, int depth)
    {
        // 'the Iran-backed group': who backs it is another
        if (word is { Upos: Upos.Verb, Lemma: "back" or "support" or "fund" or "arm" or "finance" or "sponsor" or "align" or "ally" or "train" or "broker" or "mediate" }) return;
        var mention = actors.MentionAt(word);
        if (mention is { Country: not null } && !found.Exists(m => m.Country == mention.Country)) found.Add(mention);
        // 'U.S.-South Korea' taken for one name: the places in it count each
        if (mention is { Kind: MentionKind.Name } && (mention.Country is null || mention.Span.In(document.Text).AsSpan().IndexOfAny('-', '–') >= 0))
            foreach (var part in document.TokensIn(mention.Span))
                if (actors.PlaceAt(part) is { Place.Country: { } country } place && !found.Exists(m => m.Country == country))
                    found.Add(new(place.Span, place.Head, MentionKind.Name, EntityType.Place) { Name = place.Name, Country = country });
        if (depth == 0) return;
        foreach (var other in word.Children) if (other.Relation is Deprel.Conj or Deprel.Compound or Deprel.Amod) Collect(other, found, depth - 1);
    }

    /// <summary>Whose a noun is: 'opposition groups in Zimbabwe', 'doctors from two American groups'.</summary>
    private EntityMention? Owner(Token word, int depth)
    {
        if (depth == 0) return null;
        foreach (var child in word.Children)
        {
            // 'workers affiliated with the Polish union'
            if (child.Relation == Deprel.Acl)
            {
                foreach (var phrase in child.Children) if (phrase.Relation == Deprel.Obl && actors.MentionAt(phrase) is { Country: not null } affiliation) return affiliation;
                continue;
            }
            if (child.Relation.Universal() is not (Deprel.Nmod or Deprel.Appos or Deprel.Flat)) continue;
            // 'a trip by Kim to Russia', where the tree ties 'to Russia' to Kim: where somebody goes is not where he belongs; nor do a few tell whose the others are
            if (Clause.Preposition(child) is { } preposition && Apart.Contains(preposition) && !(preposition == "to" && IsAide(word, child))) continue;
            if (actors.MentionAt(child) is { Country: not null } mention) return mention;
            if (Qualifiers(child) is [var first, ..]) return first;
            if (Owner(child, depth - 1) is { } deeper) return deeper;
        }
        return null;
    }

    /// <summary>'two aides to the president': whose aides they are.</summary>
    private bool IsAide(Token word, Token whose) => word.Lemma is "aide" or "adviser" or "advisor" or "assistant" or "deputy" or "secretary" && actors.MentionAt(whose)?.Type == EntityType.Person;

    private Participant Of(EntityMention mention, Token word)
    {
        var country = mention.Country ?? actors.PlaceAt(word)?.Place?.Country ?? (Qualifiers(word) is [var first, ..] ? first : Owner(word, Depth))?.Country;
        // 'the Albanians of southern Serbia', 'ethnic Turks in Bulgaria': a people is counted where it lives
        if (mention.Type == EntityType.Norp && word.Index == mention.Head && word.Upos is Upos.Noun or Upos.Propn && word.Has(Deprel.Nmod) && Owner(word, 1) is { Type: EntityType.Place } home) country = home.Country;
        else if (mention.Type == EntityType.Norp && word.Child(Deprel.Amod)?.Lemma == "ethnic") country = null;
        // 'a Russian missile': who is meant is Russia; 'a Russian', 'five Russians' are people of it
        if (mention is not { Type: EntityType.Norp, Actor: { } state }) return new(mention.Span, mention.Name, country, mention.Sectors, mention.Actor?.Id);
        var noun = document[mention.Head];
        if (noun.Upos == Upos.Adj && noun.Relation is Deprel.Amod or Deprel.Compound or Deprel.Nmod) return new(mention.Span, state.Name, country, mention.Sectors, state.Id);
        return noun.Xpos is not ("NNS" or "NNPS") && noun.Child(Deprel.Det) is { Lemma: "a" or "an" } article ? new(new(article.Span.Start, mention.Span.End), $"{article.Lemma} {mention.Name}", country, mention.Sectors, null)
            : new(mention.Span, mention.Name, country, mention.Sectors, noun.Has(Deprel.Nummod) ? null : state.Id);
    }

    private ImmutableArray<string> Sectors(EntityMention? mention, Token word)
    {
        if (mention is { Sectors.Length: > 0 }) return mention.Sectors;
        if (lexicon.IsOf("police", word)) return ["COP"];
        if (lexicon.IsOf("rebels", word)) return ["REB"];
        if (lexicon.IsOf("troops", word)) return ["MIL"];
        if (lexicon.IsOf("officials", word)) return ["GOV"];
        return lexicon.IsOf("protesters", word) || lexicon.IsOf("civilians", word) || lexicon.IsOf("people", word) ? ["CVL"] : [];
    }

    /// <summary>The noun with what stands before it.</summary>
    private TextSpan Phrase(Token word, bool withOther = false)
    {
        var first = word.Index;
        foreach (var child in word.Children)
            if (child.Index < first && (child.Relation is Deprel.Amod or Deprel.Compound or Deprel.Nummod or Deprel.NmodPoss || withOther && child.Lemma is "another") && child.Lemma is not ("least" or "most" or "more") && child.Index >= word.Index - 8) first = Math.Min(first, child.Index);
        return new(document[first].Span.Start, word.Span.End);
    }

    private static void Put(Participant participant, ImmutableArray<Participant>.Builder to)
    {
        foreach (var other in to) if (other.IsSame(participant)) return;
        to.Add(participant);
    }
}
