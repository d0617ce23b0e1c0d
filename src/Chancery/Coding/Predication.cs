using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>A word that may name an action, with the slots its dependents stand in, whatever the voice.</summary>
/// <remarks>
/// For a noun with a light verb ('held talks with') the light verb lends its subject and its prepositions. A slot is named as in the lexicon:
/// <c>subj</c>, <c>obj</c>, <c>iobj</c>, <c>self</c> (the word itself), <c>poss</c>, <c>comp</c> (subject of the complement clause), <c>compobj</c> (its object), <c>pred</c> (what is said of the object: 'called him *a liar*') or a preposition.
/// </remarks>
/// <param name="Word">The word.</param>
/// <param name="Light">The light verb; null where there is none.</param>
/// <param name="Actors">Tells which words are dates, and so fill no slot.</param>
/// <param name="PrepositionAsParticle">The preposition that an entry took for its particle ('look into'): its phrase is the object.</param>
internal readonly record struct Predication(Token Word, Token? Light, ActorWords Actors, string? PrepositionAsParticle = null)
{
    internal bool IsVerb => Word.Upos is Upos.Verb or Upos.Aux || IsUnseenVerb(Word);

    /// <summary>'Locals blamed bandits', tagged as an adjective: what has a subject and an object of its own is a verb.</summary>
    internal static bool IsUnseenVerb(Token word) => word.Upos == Upos.Adj && word.Has(Deprel.Obj) && word.Has(Deprel.Nsubj) && !word.Has(Deprel.Cop);

    /// <summary>
    /// 'Norway suspended aid to Peru', where the tree takes the verb for a participle before its object: between a noun and the root of the
    /// sentence, or of what is said in it, without an article or adjective before it.
    /// </summary>
    internal static bool IsSquashed(Token verb) =>
        verb is { Relation: Deprel.Amod, Xpos: "VBD" or "VBN", Head: { } thing } && (thing.IsRoot || verb.Xpos == "VBD" && thing.Relation is Deprel.Ccomp or Deprel.Parataxis) && thing.Index > verb.Index && verb.Index > 0
        && verb.Document[verb.Index - 1] is { Upos: Upos.Noun or Upos.Propn or Upos.Pron } before && before.SentenceIndex == verb.SentenceIndex;

    /// <summary>'accused Iran of arming rebels', where the tree takes the deed for an adjective of those it is done to: behind 'of', below a verb with somebody accused.</summary>
    internal static bool IsSquashedGerund(Token verb) => SquashedDoer(verb) is not null;

    private static Token? SquashedDoer(Token verb)
    {
        if (verb is not { Relation: Deprel.Amod, Xpos: "VBG", Head: { Relation: Deprel.Obl, Head: { Upos: Upos.Verb } above } thing } || verb.Index == 0) return null;
        if (verb.Document[verb.Index - 1] is not { Lemma: "of" } before || before.HeadIndex != thing.Index || thing.Index < verb.Index) return null;
        return new Clause(above).Patient is { } doer && doer.Index != thing.Index ? doer : null;
    }

    /// <summary>
    /// 'British aircraft killed four men', where the tree takes the verb for a participle behind its noun: a participle in the passive has no
    /// object, save that of a verb with two.
    /// </summary>
    private static bool IsUnseenPast(Token verb) =>
        verb is { Relation: Deprel.Acl, Xpos: "VBD" or "VBN", Head.Upos: Upos.Noun or Upos.Propn } && verb.Has(Deprel.Obj) && !verb.Has(Deprel.Mark) && !verb.Has(Deprel.AuxPass)
        && !verb.Has(Deprel.OblAgent) && new Clause(verb).Oblique("by") is null
        && verb.Lemma is not ("give" or "grant" or "offer" or "send" or "show" or "award" or "deny" or "hand" or "tell" or "teach" or "promise" or "pay" or "lend" or "call" or "name" or "dub" or "elect" or "appoint" or "make" or "assign" or "ask");

    internal Token? Slot(string name) => name switch
    {
        "self" => Word,
        "subj" => Agent(Light ?? Word),
        "obj" => PrepositionAsParticle is { } preposition ? Oblique(Word, preposition) : Object(),
        "iobj" => IndirectObject(),
        "poss" => Word.Child(Deprel.NmodPoss),
        "pred" => Word.Child(Deprel.Xcomp) is { Upos: Upos.Noun or Upos.Propn or Upos.Adj } said && !IsInfinitive(said) ? said : null,
        "compobj" => Complement() is { } done ? new Clause(done).Patient : null,
        "comp" => Complement() is { } complement ? Arguments.Subject(complement) : null,
        _ => Phrase(name),
    };

    /// <summary>The clause or infinitive that tells the content; null where there is none.</summary>
    internal Token? Complement()
    {
        foreach (var child in Word.Children)
            if (child.Relation is Deprel.Xcomp or Deprel.Ccomp) return child;
        foreach (var child in Word.Children)
            if (child.Index > Word.Index && (child.Relation is Deprel.Advcl or Deprel.Acl || child.Upos == Upos.Verb) && IsInfinitive(child)) return child;
        // 'allowed the students to march', where the tree takes 'to' for a preposition
        if (Object() is { } told && Actors.IsActor(told))
            foreach (var child in Word.Children)
                if (child is { Relation: Deprel.Obl, Upos: Upos.Verb, Xpos: "VB" } && child.Index > told.Index && child.Child(Deprel.Case)?.Lemma == "to") return child;
        // 'called the ruling "dangerous"', where the quotation marks make the tree take the judgement for an apposition
        if (Object() is { } judged)
            foreach (var child in judged.Children)
                if (child is { Relation: Deprel.Appos, Upos: Upos.Adj or Upos.Noun } && child.Index > judged.Index && child.Document[child.Index - 1].Chars is "\"" or "“" or "'" or "‘") return child;
        // 'made a threat to strike': the content hangs on the light verb
        if (Light is { } light) foreach (var child in light.Children) if (child.Relation is Deprel.Advcl or Deprel.Xcomp && IsInfinitive(child)) return child;
        return null;
    }

    /// <summary>The phrase after a preposition: of the word itself, of its light verb or of its object ('imposed sanctions on').</summary>
    internal Token? Phrase(string preposition)
    {
        if (Oblique(Word, preposition) is { } own) return own;
        // 'accused Iran of lying', 'is committed to opening': a clause may stand where a noun does
        foreach (var child in Word.Children)
            if (child.Relation is Deprel.Advcl or Deprel.Acl && child.Xpos == "VBG" && child.Child(Deprel.Mark)?.Lemma == preposition) return child;
        if (Light is { } light && Oblique(light, preposition) is { } lent) return lent;
        if (IsVerb && Object() is { } thing && Below(thing, preposition) is { } below) return below;
        if (!IsVerb && Below(Word, preposition) is { } inner) return inner;
        // 'refused to talk with': what the content is tied to
        if (Complement() is { Upos: Upos.Verb } content && (Oblique(content, preposition) ?? (content.Child(Deprel.Obj) is { } contentObject ? Below(contentObject, preposition) : null)) is { } deeper) return deeper;
        // 'signaled its intention to hold talks with': what the object is meant for
        if (IsVerb && Object()?.Child(Deprel.Acl) is { } meant && IsInfinitive(meant) && (Oblique(meant, preposition) ?? (meant.Child(Deprel.Obj) is { } meantFor ? Below(meantFor, preposition) : null)) is { } far) return far;
        // 'agreed and signed with': the phrase of a verb is shared by the one coordinated with it
        if (Word.Relation == Deprel.Conj && Word.Head is { } first && first.Upos == Word.Upos && Object() is null && Oblique(first, preposition) is { } shared && shared.Index > Word.Index) return shared;
        return null;
    }

    /// <summary>'is due in Lima', where the tree takes the adjective for a part of the preposition.</summary>
    private static Token? Where(Token word) => word is { Upos: Upos.Adj, Relation: Deprel.Case, Head: { } place } && place.Has(Deprel.Cop) ? place : null;

    private Token? Oblique(Token word, string preposition)
    {
        if (Where(word) is { } place) return HasCase(place, preposition) ? place : null;
        foreach (var child in word.Children)
            if (child.Relation.Universal() is Deprel.Obl or Deprel.Nmod && !Actors.IsTime(child) && (Clause.Preposition(child) == preposition || preposition is "of" or "from" && HasCase(child, preposition))) return child;
        return null;
    }

    /// <summary>'out of the talks' answers to both of its prepositions.</summary>
    private static bool HasCase(Token phrase, string preposition)
    {
        foreach (var child in phrase.Children)
        {
            if (child.Relation != Deprel.Case) continue;
            if (child.Lemma == preposition) return true;
            foreach (var more in child.Children) if (more.Relation == Deprel.Fixed && more.Lemma == preposition) return true;
        }
        return false;
    }

    /// <summary>The phrase one or two nouns down: 'the visit of the minister to Syria', where the tree ties 'to Syria' to the minister.</summary>
    private Token? Below(Token noun, string preposition)
    {
        if (Oblique(noun, preposition) is { } own) return own;
        foreach (var child in noun.Children)
            if (child.Relation == Deprel.Nmod && child.Index > noun.Index && Oblique(child, preposition) is { } phrase) return phrase;
        return null;
    }

    internal static bool IsInfinitive(Token word)
    {
        foreach (var child in word.Children)
            if (child.Relation is Deprel.Mark or Deprel.Case && child.Lemma == "to" && child.Upos == Upos.Part) return true;
        return false;
    }

    private Token? Object()
    {
        if (IsSquashed(Word) || IsSquashedGerund(Word)) return Word.Head;
        var clause = new Clause(Word);
        // 'was given tanks': the thing given keeps its place, who gets it became the subject
        var found = IsPassive(Word) ? Word.Child(Deprel.Obj) ?? ThingGiven() ?? clause.Patient : clause.Patient ?? Word.Child(Deprel.Iobj) ?? NominalComplement() ?? BehindParticle();
        // 'evidence that Kenya had sent soldiers', where the tree takes 'that' for the object: it has another
        if (found is { Lemma: "that", Relation: Deprel.Obj })
            foreach (var child in Word.Children) if (child.Relation == Deprel.Obj && child.Index > Word.Index) found = child;
        return found is { } word && Actors.IsTime(word) ? null : found;
    }

    /// <summary>An object that the tree took for a complement: 'phoned Russian minister …', 'ratified a minerals deal'.</summary>
    private Token? NominalComplement() =>
        Word.Child(Deprel.Xcomp) is { Upos: Upos.Noun or Upos.Propn or Upos.Adj } found && !found.Has(Deprel.Mark) && !found.Has(Deprel.Cop) && (found.Upos == Upos.Noun && found.Index > Word.Index || Actors.MentionAt(found) is not null) ? found : null;

    /// <summary>'was granted asylum', where the tree takes the thing for a complement.</summary>
    private Token? ThingGiven() => Word.Child(Deprel.Xcomp) is { Upos: Upos.Noun } thing && thing.Index == Word.Index + 1 && !thing.Has(Deprel.Case) ? thing : null;

    /// <summary>'called off a visit', where the tree takes the object for an adjunct: a bare noun behind a particle.</summary>
    private Token? BehindParticle()
    {
        if (!Word.Has(Deprel.CompoundPrt)) return null;
        foreach (var child in Word.Children)
            if (child.Relation == Deprel.Obl && child.Index > Word.Index && child.Upos is Upos.Noun or Upos.Propn && !child.Has(Deprel.Case)) return child;
        return null;
    }

    private Token? IndirectObject()
    {
        if (Word.Child(Deprel.Iobj) is { } own) return own;
        return IsPassive(Word) && (Word.Has(Deprel.Obj) || ThingGiven() is not null) ? Arguments.Subject(Word) : null;
    }

    private Token? Agent(Token verb)
    {
        if (IsSquashed(verb)) return verb.Child(Deprel.Nsubj) ?? verb.Document[verb.Index - 1];
        if (SquashedDoer(verb) is { } doer) return doer;
        if (IsUnseenPast(verb)) return verb.Head;
        if (Where(verb) is { } place) return place.Child(Deprel.Nsubj);
        // 'was worried', 'was appalled': tagged as an adjective, tied to its subject as a passive
        if (verb.Upos == Upos.Adj && verb.Child(Deprel.NsubjPass) is { } feels) return feels;
        var agent = OwnAgent(verb);
        if (agent is not { } word || !Actors.IsTime(word)) return agent ?? Expletive(verb) ?? Parted(verb);
        // 'The council on Tuesday rejected': a date that the tree took for a subject
        foreach (var child in verb.Children) if (child.Relation is Deprel.Nsubj or Deprel.NsubjPass && !Actors.IsTime(child)) return child;
        return null;
    }

    /// <summary>Passive, unless the verb has a subject and an object of its own: 'rejected calls by the bloc' where the tree ties 'by' to the verb.</summary>
    private static bool IsPassive(Token verb) =>
        new Clause(verb).IsPassive && !(verb.Has(Deprel.Obj) && verb.Has(Deprel.Nsubj) && !verb.Has(Deprel.AuxPass));

    /// <summary>'it is willing': a subject that the tree took for an expletive.</summary>
    private static Token? Expletive(Token verb) => verb.Child(Deprel.Expl) is { Lemma: "it" } it && !verb.Has(Deprel.Csubj) && !verb.Has(Deprel.Ccomp) ? it : null;

    /// <summary>'Kenya severed ties with Chad', 'Kenya test-fired a missile', where the tree ties the name that opens the sentence to a noun beside the verb.</summary>
    private Token? Parted(Token verb)
    {
        if (!verb.IsRoot || IsPassive(verb) || verb.Has(Deprel.Nsubj)) return null;
        Token? name = null;
        for (var word = verb.Sentence.First; word < verb.Index; word++)
        {
            var before = verb.Document[word];
            if (before.Relation is not (Deprel.Compound or Deprel.Punct or Deprel.Flat or Deprel.Det)) return null;
            if (before.Upos == Upos.Propn && Actors.MentionAt(before) is { Kind: MentionKind.Name }) name = before;
        }
        return name;
    }

    private static Token? OwnAgent(Token verb) =>
        new Clause(verb).IsPassive && !IsPassive(verb) ? verb.Child(Deprel.Nsubj) :
        verb.Relation is Deprel.Acl or Deprel.AclRelcl && new Clause(verb).IsPassive ? new Clause(verb).Oblique("by") : new Clause(verb).Agent ?? (new Clause(verb).IsPassive ? new Clause(verb).Oblique("by") : null);
}
