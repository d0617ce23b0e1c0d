using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding.Figures;

/// <summary>Tells what a number counts, of whom and in what act, so that counts of different reports can be compared.</summary>
/// <remarks>Immutable and thread-safe. The acts and the things are data (<see cref="CountLexicon"/>).</remarks>
internal sealed class CountFinder(CountLexicon lexicon, Reckonings reckonings)
{
    private const int Climb = 5;

    /// <summary>The row of words for losses: of people the killed, of arms the destroyed.</summary>
    private const string LostAct = "lost";

    /// <summary>The row of words for keeping: people, and what carries them, are held in custody.</summary>
    private const string KeptAct = "kept";

    /// <summary>True for a number without a noun of its own that is a count all the same: 'put the number at 16', 'a crew of 25', 'five had been fired'.</summary>
    internal bool IsCount(Document document, QuantityMention mention)
    {
        var number = document[mention.Head];
        if (reckonings.IsTold(document, mention) || Gathered(number) is not null) return true;
        if (mention.Quantity is not { Min: > 1 } || number.Upos != Upos.Num) return false;
        // '22 of whom were in hospital', 'two of them policemen', 'of whom five were officers', 'twenty of the dead are children'
        if (IsPart(document, mention) || Parted(number) is { Upos: Upos.Adj or Upos.Verb }) return true;
        // 'in clashes 33 were killed'
        if (Befalling(number) is { } befell && lexicon.Act(befell) is not null) return true;
        if (reckonings.IsOf(number) is not null) return true;
        return number is { Relation: Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj, Head: { Upos: Upos.Verb } done } && lexicon.Act(done) is not null;
    }

    /// <summary>True for a number of which is told what is done with money: it is sent, received, promised, lost or lacking.</summary>
    internal bool IsOfMoney(Token number) => Act(number) is "sent" or "received" or "promised" or "needed" or LostAct;

    /// <summary>'two of them', '22 of whom': a part of those counted before.</summary>
    internal static bool IsPart(Document document, QuantityMention mention)
    {
        var words = document.TokensIn(mention.Span);
        foreach (var word in words)
            if (word.Child(Deprel.Nmod) is { Upos: Upos.Pron } whole && whole.Child(Deprel.Case) is { Lemma: "of" }) return true;
        return words.First > 1 && document[words.First - 1].Lemma is "whom" or "which" && document[words.First - 2].Lemma is "of";
    }

    /// <summary>'46 wounded', '74 dead', '60 injured were taken to hospital': the word behind a bare number that says what befell them, whatever tagger and tree make of it.</summary>
    internal Token? Behind(Document document, QuantityMention mention)
    {
        var (number, end) = (document[mention.Head], document.TokensIn(mention.Span).End);
        return number.Upos == Upos.Num && end < number.Sentence.End && document[end] is var behind && (behind.Upos is Upos.Adj or Upos.Aux || behind.Xpos is "VBN") && lexicon.Act(behind) is not null ? behind : null;
    }

    /// <summary>'322 have been caught', 'and 30 people were injured': the passive right behind a bare number or a noun in the plural, whatever the tree makes of the two.</summary>
    internal static Token? Befalling(Token number)
    {
        var at = number.Index + 1;
        var end = number.Sentence.End;
        if (number is not ({ Upos: Upos.Num } or { Upos: Upos.Noun, Xpos: "NNS" }) || at >= end || number.Document[at].Upos != Upos.Aux) return null;
        var isPassive = number.Upos == Upos.Num;
        for (; at < end && number.Document[at].Upos is Upos.Aux or Upos.Adv; at++) isPassive |= number.Document[at].Lemma is "be";
        return isPassive && at < end && number.Document[at] is { Upos: Upos.Verb, Xpos: "VBN" } done ? done : null;
    }

    /// <summary>What those counted turned out to be: 'five were found dead'.</summary>
    internal static Token? Found(Token counted) => counted.Relation == Deprel.NsubjPass && counted.Head?.Child(Deprel.Xcomp) is { Upos: Upos.Adj } became ? became : null;

    internal (Counted Counted, string? Act) Find(Document document, MentionSet mentions, QuantityMention mention)
    {
        var head = document[mention.Head];
        var counts = reckonings.Counts(document, mention);
        var gathered = Listed(head) ?? Gathered(head, mentions);
        var noun = Parted(head) ?? counts ?? gathered ?? head;
        // '300,000 of the million shells': what is done to the part
        var place = head is { Relation: Deprel.Nmod, Head: { Upos: Upos.Num } part } && mention.Span.Contains(part.Span.Start) ? part : head;
        var act = OfCounting(counts) ?? (Parted(head) is { Upos: Upos.Adj or Upos.Verb } whole ? lexicon.Act(whole) : null) ?? (gathered is null && Behind(document, mention) is { } behind ? lexicon.Act(behind) : null) ?? Act(gathered ?? place);
        var quantity = mention.Quantity;
        var people = PeopleOf(document, mentions, mention, noun);
        var things = quantity.Currency ?? Things(
            head is { Relation: Deprel.Nmod, Head: { Upos: Upos.Noun } remains } && lexicon.Act(remains) == "killed" && Name(remains) == "people" && head.Child(Deprel.Case) is { Lemma: "of" } ? "people"
            : people is not null && noun.Index == head.Index && IsPeople(mentions, head) || head.Lemma is "name" && noun.Index == head.Index ? "people"
            : head.Upos == Upos.Noun && quantity.Noun is { } own && counts is not null ? own
            : noun.Index != head.Index && IsBefallen(noun) && head is { Relation: Deprel.Nsubj, Head: { Upos: Upos.Noun } some } && some.Has(Deprel.Cop) ? some.Lemma
            : noun.Index != head.Index ? noun.Upos is Upos.Num or Upos.Pron ? "part" : IsBefallen(noun) ? "people" : noun.Lemma
            : quantity.Unit is null && IsPart(document, mention) ? "part"
            : quantity.Noun ?? "", head, act);
        // 'left a crater four meters wide': nobody left the meters
        if (head.Upos == Upos.Noun && head.Index + 1 < head.Sentence.End && Name(document[head.Index + 1]) == "dimension") act = null;
        // 'claimed 65 lives', 'cost two men their lives'
        if (act is null && head.Lemma is "life" && quantity.Currency is null) act = "killed";
        // 'eight rounds of talks were held', 'a list that holds 88 names': none of them is in custody
        if (act is KeptAct) act = head.Lemma is "name" && noun.Index == head.Index || things.Length > 0 && !IsHeld(mentions, noun, head, things) ? null : "held";
        if (act is LostAct) people ??= LoserOf(mentions, counts, head);
        if (act is LostAct && things.Length == 0 && IsArmed(mentions, head)) things = "people";
        // money and measures that are lost are no more than that
        if (act is not null && !(act is LostAct && (quantity.Currency is not null || lexicon.Thing(things) is "measure"))) act = lexicon.Told(act, things);
        var isRunning = IsRunning(head);
        var reckoning = reckonings.Find(document, mention) ?? (reckonings.IsOf(head) is not null ? head : null);
        return (new(things, people, Place(mentions, head), reckoning is not null, IsAhead(place)) { IsFormer = reckoning is { } verb && reckonings.IsFormer(verb) || IsLeft(document, mention), On = act is not null && !isRunning ? DayOf.Find(mentions, head, reckoning is not null) : null, IsRunning = isRunning, ArePeople = quantity.Currency is null && (IsOfPeople(things) || IsHuman(mentions, noun) || IsHuman(mentions, head)) }, act);
    }

    /// <summary>'since the war began', '34 dead in all', 'so far': a total of a time, not of one blow.</summary>
    private bool IsRunning(Token number)
    {
        var sentence = number.Sentence;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var word = number.Document[i];
            if (word.Upos is Upos.Adp or Upos.Sconj or Upos.Adv && lexicon.IsRunning(i + 1 < sentence.End && word.Lemma is "in" or "so" or "to" ? $"{word.Lemma} {number.Document[i + 1].Lemma}" : word.Lemma)) return true;
        }
        return false;
    }

    /// <summary>'the number of wounded', 'put the injured at 12': a word for what befell people stands for them.</summary>
    private bool IsBefallen(Token noun) => noun.Upos is Upos.Verb or Upos.Adj && lexicon.Act(noun) is not null;

    /// <summary>True for what is kept against its will: people, and ships, cars and planes with them.</summary>
    private bool IsHeld(MentionSet mentions, Token noun, Token head, string things) =>
        things is "vessel" or "vehicle" or "aircraft" or "part" or "officer" || IsOfPeople(things) || IsHuman(mentions, noun) || IsHuman(mentions, head) || lexicon.Act(noun) is not null
        // 'took 45 tourists hostage', which trees take for one noun
        || head is { Relation: Deprel.Compound, Head: { } whole } && ArePeople(mentions, whole);

    /// <summary>What the act of a claim did to those counted, where they are the ones that it was done to: 'the rebels carried off 30 girls'.</summary>
    internal string? Suffered(Document document, QuantityMention mention, EventClaim claim)
    {
        var counted = document[mention.Head];
        while (counted is { Relation: Deprel.Conj, Head: { Upos: Upos.Noun or Upos.Num } before }) counted = before;
        return counted.Relation is Deprel.Obj or Deprel.NsubjPass && counted.HeadIndex == claim.Word ? lexicon.Act(claim.Frame) : null;
    }

    /// <summary>'the army lost twelve': what an army or a band loses, with nothing said of what, are its own.</summary>
    private static bool IsArmed(MentionSet mentions, Token number) =>
        number is { Relation: Deprel.Obj, Head: { Upos: Upos.Verb } lost } && lost.Child(Deprel.Nsubj) is { } loser && At(mentions, loser).Any(entity => entity.Sectors.Any(sector => sector is "MIL" or "REB" or "UAF" or "PRM" or "COP"));

    /// <summary>Whose losses they are: 'India lost 21 civilians', 'India put its losses at 21'.</summary>
    private static string? LoserOf(MentionSet mentions, Token? counts, Token head)
    {
        var owner = counts?.Child(Deprel.NmodPoss);
        var at = head;
        for (var step = 0; owner is null && step < 3 && at.Head is { } above; step++, at = above)
            if (above.Upos == Upos.Verb) { owner = above.Child(Deprel.Nsubj); break; }
        if (owner is not { } loser) return null;
        foreach (var entity in At(mentions, loser)) if (entity is { Country: { Length: 3 } country, Type: not EntityType.Person } && country is not ("IGO" or "NGO")) return country;
        return null;
    }

    /// <summary>'from 45 to 67', 'from 70 men to 130': the number that a count has left behind.</summary>
    private static bool IsLeft(Document document, QuantityMention mention)
    {
        var words = document.TokensIn(mention.Span);
        if (words.First == 0 || document[words.First - 1].Lemma is not "from") return false;
        var end = Math.Min(words.End + 2, document[mention.Head].Sentence.End - 1);
        for (var i = words.End; i < end; i++) if (document[i].Lemma is "to" && document[i + 1].Upos == Upos.Num) return true;
        return false;
    }

    /// <summary>'three of the attackers': those it is a part of.</summary>
    private Token? Parted(Token number) =>
        number.Upos == Upos.Num && number.Child(Deprel.Nmod) is { } whole && whole.Child(Deprel.Case) is { Lemma: "of" } && (whole.Upos is Upos.Noun or Upos.Num or Upos.Pron || IsBefallen(whole)) ? whole : null;

    /// <summary>Whom a word is the head of, or a part of the name of.</summary>
    internal static IEnumerable<EntityMention> At(MentionSet mentions, Token word) =>
        mentions.Entities.Where(entity => entity.Head == word.Index || entity.Kind == MentionKind.Name && entity.Span.Contains(word.Span.Start));

    /// <summary>'2,700 names of detainees': those on a list.</summary>
    private static Token? Listed(Token head) => head is { Lemma: "name", Upos: Upos.Noun } && head.Child(Deprel.Nmod) is { } listed && listed.Child(Deprel.Case) is { Lemma: "of" } ? listed : null;

    /// <summary>'a crew of 25 Filipinos': of what people those are who are counted together.</summary>
    private Token? Gathered(Token head, MentionSet mentions) =>
        head is { Upos: not Upos.Num, Relation: Deprel.Nmod, Head: { Upos: Upos.Noun } group } && head.Child(Deprel.Case) is { Lemma: "of" } && Name(group) == "group" && IsPeople(mentions, head) ? group : Gathered(head);

    /// <summary>'a crew of 25', 'the bodies of four', 'the arrest of 20': those that the number counts together, or what became of them.</summary>
    private Token? Gathered(Token number) =>
        number is { Upos: Upos.Num, Relation: Deprel.Nmod, Head: { Upos: Upos.Noun } group } && number.Child(Deprel.Case) is { Lemma: "of" } && (Name(group) == "group" || lexicon.Act(group) is not null) ? group : null;

    private string? Name(Token noun) => lexicon.Thing(noun.Lemma);

    /// <summary>True for a number that is expected: it is no count of what is.</summary>
    private static bool IsAhead(Token number)
    {
        // '735 prisoners who could be freed', '33 hostages to be released'; but 'found 800,000 shells that could be sent': there are as many, whatever becomes of them
        if (number is not { Relation: Deprel.Obj, Head: { Upos: Upos.Verb } found } || found.Xpos is not "VBD" && !new Clause(found).IsPerfect)
            foreach (var child in number.Children) if (child.Relation is Deprel.AclRelcl or Deprel.Acl && (MayBe(child) || child.Child(Deprel.Mark) is { Lemma: "to" })) return true;
        var (at, under) = (number, number.Relation);
        for (var step = 0; step < Climb; step++)
        {
            // 'the motion needs 200 votes'; of those who 'needed an operation' there are so many
            if (at.Lemma is "expect" or "plan" or "intend" or "threaten" or "promise" || at.Lemma is "need" && under == Deprel.Obj || MayBe(at)) return true;
            // 'could pay more after drones hit two plants': what may be is not what went before it
            if (at.Head is not { } head || at.Relation == Deprel.Advcl && at.Child(Deprel.Mark) is { Lemma: "after" or "since" or "because" or "when" or "as" or "while" or "before" }) return false;
            under = at.Relation;
            at = head;
        }
        return false;
    }

    /// <summary>'will be freed', 'could be freed'.</summary>
    private static bool MayBe(Token verb) => verb.Upos == Upos.Verb && verb.Child(Deprel.Aux) is { Lemma: "will" or "would" or "could" or "may" or "might" };

    private static bool IsPeople(MentionSet mentions, Token head)
    {
        foreach (var entity in mentions.Entities) if (entity.Head == head.Index && entity.Type == EntityType.Norp) return true;
        return false;
    }

    /// <summary>True for a noun that people are counted by.</summary>
    internal bool ArePeople(MentionSet mentions, Token noun) => IsOfPeople(Name(noun)) || IsHuman(mentions, noun);

    private static bool IsOfPeople(string? things) => things is "people" or "troop" or "fighter" or "child";

    /// <summary>True for the head of a word for persons or a people, as against the name of a person.</summary>
    private static bool IsHuman(MentionSet mentions, Token head) =>
        IsPeople(mentions, head) || mentions.Entities.Any(entity => entity.Head == head.Index && entity is { Type: EntityType.Person, Kind: MentionKind.Nominal });

    /// <summary>Words for people at large, and for those who fight, are one thing each: one report's soldiers are the other's troops.</summary>
    private string Things(string noun, Token head, string? act)
    {
        var name = lexicon.Thing(noun) ?? noun.ToLowerInvariant();
        return name switch
        {
            // 'eight rounds of talks' are none of ammunition
            "shell" when noun is "round" && head.Child(Deprel.Nmod) is { } of && of.Child(Deprel.Case) is { Lemma: "of" } && lexicon.Thing(of.Lemma) != name => noun,
            "" or "number" => act is "killed" or "wounded" or "casualties" or "missing" or "displaced" or "held" or KeptAct ? "people" : "",
            "group" => noun.ToLowerInvariant(),
            // 'an altitude of 50 kilometers' and 'a range of 500' measure two things
            "measure" => head is { Relation: Deprel.Nmod, Head: { Upos: Upos.Noun } measured } && head.Child(Deprel.Case) is { Lemma: "of" } ? $"{lexicon.Spelled(noun)} {measured.Lemma}" : lexicon.Spelled(noun),
            _ => name,
        };
    }

    /// <summary>'The rebels freed prisoners. Their number was put at 90': the nearest noun in the plural, here or in the sentence before, that has no number yet and can have this one, and what was done to it.</summary>
    internal (string Things, string? Act)? Meant(Document document, MentionSet mentions, QuantityMention mention)
    {
        var number = document[mention.Head];
        if (reckonings.Find(document, mention) is not { } verb || (verb.Child(Deprel.Obj) ?? verb.Child(Deprel.NsubjPass) ?? verb.Child(Deprel.Nsubj)) is not { } told) return null;
        if ((told.Child(Deprel.NmodPoss) ?? told) is not { Upos: Upos.Pron, Lemma: "they" or "their" or "them" }) return null;
        for (var i = verb.Index - 1; i >= 0 && document[i].SentenceIndex >= number.SentenceIndex - 1; i--)
            if (document[i] is { Xpos: "NNS" } noun && !noun.Has(Deprel.Nummod) && (Name(noun) is not (null or "number" or "measure" or "dimension") || IsHuman(mentions, noun))) return (Things(noun.Lemma, noun, null), Act(noun) is var act and not KeptAct ? act : "held");
        return null;
    }

    private string? OfCounting(Token? counted)
    {
        if (counted is not { } noun) return null;
        var top = noun.Relation == Deprel.Nmod && noun.Head is { } above ? above : noun;
        var within = noun.Document.TokensIn(top.SubtreeSpan);
        foreach (var word in within) if (lexicon.Act(word) is { } act) return act;
        // 'the number of people in custody', whatever the tree hangs the custody on
        for (var i = noun.Index + 1; i < Math.Min(noun.Index + 4, noun.Sentence.End) && noun.Document[i].Upos is not (Upos.Punct or Upos.Verb or Upos.Num); i++)
            if (lexicon.Act(noun.Document[i]) is { } beside) return beside;
        return null;
    }

    private string? Act(Token word)
    {
        // '41 planes hit', whatever the tree makes of it
        if (word.Upos == Upos.Noun && word.Index + 2 < word.Sentence.End && word.Document[word.Index + 1] is { Xpos: "VBN" or "VBD" } past && !past.Has(Deprel.Obj) && word.Document[word.Index + 2].Upos is Upos.Punct or Upos.Adp && lexicon.Act(past) is { } suffered) return With(word, past, suffered);
        if (Befalling(word) is { } befalling && lexicon.Act(befalling) is { } bare) return With(word, befalling, bare);
        // What is done to votes and bodies comes before what they are and what else is told of them.
        if (word.Head is { Upos: Upos.Verb } verb && word.Relation is Deprel.Obj or Deprel.NsubjPass && lexicon.Act(verb) is { } done && !(done == "received" && lexicon.Act(word) is not null)) return With(word, verb, done);
        foreach (var child in word.Children)
            if (child.Relation is Deprel.Acl or Deprel.AclRelcl or Deprel.Amod && child.Upos is Upos.Verb or Upos.Adj && lexicon.Act(child) is { } modified) return With(word, child, modified);
        if (Found(word) is { } became && lexicon.Act(became) is { } found) return found;
        var at = word;
        // 'were in hospital', 'are in custody'
        if (word.Relation == Deprel.Nsubj && word.Head is { Upos: Upos.Noun } state && state.Has(Deprel.Cop) && lexicon.Act(state) is { } held) return held;
        for (var step = 0; step < Climb; step++)
        {
            if (lexicon.Act(at) is { } act) return With(word, at, act);
            if (at.Head is not { } head) return null;
            // Those who do it are not counted by it: 'thirty gunmen killed an officer'.
            if (at.Relation == Deprel.Obl && at.Child(Deprel.Case) is { Lemma: "at" or "on" or "against" } && lexicon.Act(head) is "fired") return "struck";
            if (at.Relation == Deprel.Nsubj && head.Upos == Upos.Verb && head.Has(Deprel.Obj)) return lexicon.ActOfSubject(head) ?? (lexicon.Act(head) is ("displaced" or "voted" or "protested") and var counted ? counted : null);
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
        if (lexicon.Act(other) is not { } second || second is not ("killed" or "wounded") || second == act) return false;
        foreach (var within in other.Document.TokensIn(other.SubtreeSpan))
            if (within.Index != counted.Index && within.Upos == Upos.Num || within.Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && within.HeadIndex == other.Index) return false;
        return true;
    }

    /// <summary>The country of those counted: 'Russian soldiers', and where Russia speaks 'its soldiers'.</summary>
    private string? PeopleOf(Document document, MentionSet mentions, QuantityMention mention, Token noun)
    {
        var words = document.TokensIn(mention.Span.Union(noun.Span));
        // 'its own count' is of those it counts, 'its losses' are its own
        var owner = lexicon.IsCount(noun) && noun.Lemma is not ("loss" or "losses" or "strength" or "toll") ? -1 : noun.Child(Deprel.NmodPoss)?.Index ?? -1;
        foreach (var entity in mentions.Entities)
        {
            if (entity.Country is not { } people || entity.Head == document[mention.Head].Index && noun.Index != mention.Head && entity.Type != EntityType.Norp) continue;
            if (entity.Head == owner && entity.Type is not EntityType.Person) return people;
            // 'Ukrainian losses'
            if (entity.Type == EntityType.Norp && (entity.Head >= words.First && entity.Head < words.End && entity.Head <= noun.Index + 1 || lexicon.IsCount(noun) && entity.Head == noun.Index - 1)) return people;
        }
        return null;
    }

    /// <summary>What the gazetteer does not know is a place behind a preposition, not where it counts or speaks.</summary>
    private static bool IsWhere(Token name) => name.Child(Deprel.Case) is { Lemma: not "of" } || name.Relation is Deprel.Compound or Deprel.Appos or Deprel.Flat && name.Head is { Upos: Upos.Noun or Upos.Propn } || name.Relation is Deprel.Nmod;

    /// <summary>'the prosecutor in Baku said': where he speaks who tells it.</summary>
    private bool IsOfSpeaker(Token counted, Token place)
    {
        if (place.Head is not { } at || place.SentenceIndex != counted.SentenceIndex) return false;
        while (at.Relation is Deprel.Nmod or Deprel.Compound or Deprel.Appos or Deprel.Flat && at.Head is { } above) at = above;
        return at.Relation == Deprel.Nsubj && at.Head is { Upos: Upos.Verb } verb && !at.SubtreeSpan.Contains(counted.Span.Start) && (lexicon.Puts(verb) || lexicon.IsOfCounting(verb) || verb.Child(Deprel.Ccomp) is { } said && said.SubtreeSpan.Contains(counted.Span.Start) || verb.Relation == Deprel.Parataxis);
    }

    /// <summary>The town told in the same sentence, known to the gazetteer or not.</summary>
    private string? Place(MentionSet mentions, Token head)
    {
        PlaceMention? nearest = null;
        foreach (var place in mentions.Places)
            if (place.Role == PlaceRole.Literal && !IsOfSpeaker(head, head.Document[place.Head]) && (place.Place is { Feature: ['P', not 'C', ..] } || place.Place is null && IsWhere(head.Document[place.Head])) && head.Document[place.Head].SentenceIndex == head.SentenceIndex
                && (nearest is null || Math.Abs(place.Head - head.Index) < Math.Abs(nearest.Head - head.Index))) nearest = place;
        return nearest?.Name;
    }
}
