using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Predicates;

/// <summary>Computes for every word what the words above and around it say becomes of it, heads before dependents.</summary>
internal sealed class MoodReader(FactualityLexicon lexicon)
{
    internal Mood[] Read(TextLayout layout)
    {
        var moods = new Mood[layout.Document.Count];
        var outer = new Mood[layout.Document.Count];
        foreach (var index in layout.Order)
        {
            var word = layout.Document[index];
            outer[index] = Outer(word, moods, outer);
            moods[index] = Shares(word) && word.Head is { } first ? Own(word, moods[first.Index], shared: true) : Own(word, outer[index], shared: false);
        }
        return moods;
    }

    /// <summary>'has condemned and rejected', 'will recall and complain': the second form leans on the first one's auxiliaries.</summary>
    private static bool Shares(Token word) =>
        word is { Relation: Deprel.Conj, Upos: Upos.Verb, Head: { } first } && (word.Xpos == first.Xpos && word.Xpos is "VB" or "VBN" or "VBG" || word.Xpos == "VBP" && first.Xpos == "VB")
        && !word.Has(Deprel.Aux) && !word.Has(Deprel.AuxPass) && !word.Has(Deprel.Nsubj) && word.Child(Deprel.Cc)?.Lemma != "but";

    private Mood Outer(Token word, Mood[] moods, Mood[] outer)
    {
        if (word.Head is not { } head) return Mood.Plain;
        var above = moods[head.Index];
        switch (word.Relation)
        {
            case Deprel.Conj:
                return outer[head.Index];
            // 'the report that its men had killed two guards', where the tree takes 'that' for a relative pronoun
            case Deprel.AclRelcl when IsToldBy(word, head):
                return Embedded(word, head, above, moods);
            case Deprel.Parataxis or Deprel.AclRelcl or Deprel.AdvclRelcl or Deprel.Appos or Deprel.Discourse or Deprel.Vocative or Deprel.List or Deprel.Dislocated:
                return Mood.Plain;
            case Deprel.Advcl:
                return Adverbial(word, head, above, moods);
            case Deprel.Ccomp or Deprel.Xcomp or Deprel.Csubj or Deprel.CsubjPass or Deprel.Acl:
                return Embedded(word, head, above, moods);
            case Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Iobj or Deprel.Obl or Deprel.Nmod or Deprel.NmodPoss or Deprel.OblAgent:
                return Nominal(word, head, above);
            case Deprel.Cop:
                return above;
            default:
                return word.Upos == Upos.Verb ? Mood.Plain : above;
        }
    }

    /// <summary>A clause with a subject and an object of its own beside 'that' tells the content of a noun that has one.</summary>
    private bool IsToldBy(Token clause, Token noun)
    {
        if (lexicon.Embedding(noun, Complement.Clause, negated: true) == Outcome.None || clause.Document[noun.Index + 1].Lemma != "that") return false;
        var (subject, thing) = (false, false);
        foreach (var child in clause.Children)
        {
            if (child.Lemma == "that") continue;
            subject |= child.Relation.Universal() == Deprel.Nsubj;
            thing |= child.Relation is Deprel.Obj or Deprel.NsubjPass;
        }
        return subject && thing;
    }

    private Mood Adverbial(Token word, Token governor, Mood above, Mood[] moods)
    {
        if (Governed(word, governor, Complement.Gerund, above) is { } governed) return governed;
        // 'was not clear if the talks failed': a question behind the word that leaves it open
        if (word.Child(Deprel.Mark) is { Lemma: "if" or "whether" } asks && asks.Index > governor.Index && lexicon.Embedding(governor, Complement.Clause, above.IsNegative) == Outcome.Possible) return above.Under(Outcome.Possible);
        if (Noun(word) is { } noun) return Embedded(word, noun, moods[noun.Index], moods);
        // 'threatened to attack', 'rule out sending': right behind its verb it is a complement, wherever the tree hangs it, as behind whom it names: 'called on them to stop'
        if ((Follows(word, governor) || Arguments.Doer(word) is not null) && lexicon.Embedding(governor, Form(word), above.IsNegative) is not Outcome.None and var taken) return above.Under(taken);
        if (word.Child(Deprel.Mark) is { } mark && lexicon.Opener(mark.Lemma) is not Outcome.None and var opened) return above.Under(opened);
        if (word.Child(Deprel.Advmod) is { } adverb && adverb.Index < word.Index && lexicon.Opener(adverb.Lemma) is Outcome.Conditional) return above.Under(Outcome.Conditional);
        // 'will meet Kim, discussing trade'; 'when he arrives' beside a future
        return above.IsOpen && (word.Xpos is "VBG" || new Clause(word).Tense == Tense.Present) ? above : Mood.Plain;
    }

    private Mood Embedded(Token word, Token governor, Mood above, Mood[] moods)
    {
        var form = Form(word);
        if (form == Complement.Clause && word.Child(Deprel.Mark) is { } mark && lexicon.Opener(mark.Lemma) is Outcome.Conditional or Outcome.Possible) return above.Under(Outcome.Possible);
        if (form == Complement.Infinitive && governor.Lemma == "have" && (HasYet(governor) || HasYet(word))) return above.Under(Outcome.Fails);
        if (form == Complement.Gerund && Governed(word, governor, form, above) is { } governed) return governed;
        // 'accused the army of shelling', where the tree hangs the deed on whoever is accused
        if (form == Complement.Gerund && governor is { Relation: Deprel.Obj or Deprel.NsubjPass, Head: { } charging } && Governed(word, charging, form, moods[charging.Index]) is { } charged) return charged;
        if (form == Complement.Clause && AsksHowMany(word))
        {
            if (lexicon.Embedding(governor, Complement.Number, above.IsNegative) is not Outcome.None and var counted) return above.Under(counted);
        }
        // 'it is not clear why they fled': that they did is taken for known
        else if (form == Complement.Clause && IsTakenForKnown(word) && lexicon.Embedding(governor, form, above.IsNegative) == Outcome.Possible)
        {
            return Mood.Plain;
        }
        if (form == Complement.Clause && IsMandative(word)) return above.Under(Outcome.Demanded);
        var outcome = lexicon.Embedding(governor, form, above.IsNegative);
        if (outcome == Outcome.Planned && IsGivenUp(governor, moods)) return above.Under(Outcome.Fails);
        if (outcome != Outcome.None) return above.Under(outcome);
        // 'told the crowd to leave', where the tree hangs the infinitive on the crowd
        if (form == Complement.Infinitive && governor is { Relation: Deprel.Obj or Deprel.Iobj or Deprel.Obl, Head: { } verb } && lexicon.Embedding(verb, form, negated: false) is not Outcome.None and var told)
            return above.Under(told);
        // 'a call for the troops to leave', likewise
        if (form == Complement.Infinitive && governor is { Relation: Deprel.Nmod, Head: { Upos: Upos.Noun } asking } && Clause.Preposition(governor) == "for" && lexicon.Embedding(asking, form, negated: false) is not Outcome.None and var asked)
            return above.Under(asked);
        return form switch
        {
            Complement.Infinitive when governor.Upos == Upos.Verb || word.Relation == Deprel.Acl => above.Under(above.IsNegative ? Outcome.Fails : Outcome.Purpose),
            Complement.Infinitive or Complement.Gerund => above,
            _ => governor.Upos is Upos.Noun or Upos.Verb ? Mood.Plain : above,
        };
    }

    /// <summary>'abandoned its plan to sell the port', 'the offer to sell it was dropped': the plan was made, and what it was for does not come. A plan that others reject may be carried out.</summary>
    private bool IsGivenUp(Token plan, Mood[] moods) =>
        plan is { Upos: Upos.Noun, Head: { Upos: Upos.Verb } verb } && IsAffected(plan, verb) && moods[verb.Index].Status == ClaimStatus.Occurred
        && lexicon.Embedding(verb, Complement.Noun, negated: false) == Outcome.Fails && lexicon.Embedding(verb, Complement.Noun, negated: true) == Outcome.Holds;

    /// <summary>'why they fled', 'who leads them', but not 'when they will leave': of what is so it is asked why, and not whether.</summary>
    private static bool IsTakenForKnown(Token clause)
    {
        if (clause.Has(Deprel.Mark) || new Clause(clause) is { Modal: not null } or { Tense: Tense.Future }) return false;
        foreach (var child in clause.Children)
            if (child.Index < clause.Index && child.Lemma is "why" or "when" or "where" or "how" or "who" or "whom") return child.Document[child.Index + 1].Lemma is not ("many" or "much");
        return false;
    }

    /// <summary>'how many were hurt is not known': there may have been none.</summary>
    private static bool AsksHowMany(Token clause)
    {
        foreach (var child in clause.Children)
        {
            if (child.Index > clause.Index) break;
            if ((child.Child(Deprel.Amod) ?? child) is { Lemma: "many" or "much" } asked && asked.Index > asked.Sentence.First && asked.Document[asked.Index - 1].Lemma == "how") return true;
        }
        return false;
    }

    /// <summary>'insisted that the talks be held', 'the demand that it stop': the bare form in a clause with 'that' asks for what it tells.</summary>
    private bool IsMandative(Token word)
    {
        if (word.Child(Deprel.Mark) is not { Lemma: "that" } || !new Clause(word).IsSubjunctive) return false;
        if (word.Has(Deprel.AuxPass) || word.Has(Deprel.Cop)) return true;
        // 'the claim that police beat them': of a form that is also a past, the word above tells
        return word.Upos == Upos.Verb && !(word.Head is { } told && lexicon.Embedding(told, Complement.Clause, negated: false) is not (Outcome.None or Outcome.Demanded));
    }

    /// <summary>What a verb or noun with its preposition makes of what stands behind that: 'suspected of sending', 'called for a truce'.</summary>
    private Mood? Governed(Token word, Token governor, Complement takes, Mood above)
    {
        if (takes == Complement.Gerund && word.Xpos != "VBG") return null;
        var preposition = word.Child(Deprel.Mark)?.Lemma ?? Clause.Preposition(word);
        return lexicon.Embedding(governor, preposition, takes, above.IsNegative) is not Outcome.None and var outcome ? above.Under(outcome) : null;
    }

    private static bool Follows(Token word, Token governor)
    {
        if (Form(word) is not (Complement.Infinitive or Complement.Gerund)) return false;
        var first = word.Child(Deprel.Mark)?.Index ?? word.Index;
        var behind = governor.Child(Deprel.CompoundPrt) is { } particle && particle.Index == governor.Index + 1 ? particle.Index + 1 : governor.Index + 1;
        return first == behind;
    }

    /// <summary>'criticized the canceled deal to lease tankers': the noun right before an infinitive that takes one, wherever the tree hangs it.</summary>
    private Token? Noun(Token word)
    {
        // 'rejected a call for its soldiers to be sent'
        if (word.Child(Deprel.Mark) is not { Lemma: "to" or "for" } mark || mark.Lemma == "to" && mark.Index + 1 != word.Index || mark.Index == word.Sentence.First || Form(word) != Complement.Infinitive) return null;
        var before = word.Document[mark.Index - 1];
        return before.Upos == Upos.Noun && before.HeadIndex == word.HeadIndex && lexicon.Embedding(before, Complement.Infinitive, negated: false) != Outcome.None ? before : null;
    }

    /// <summary>'has yet to sign'.</summary>
    private static bool HasYet(Token word) => word.Child(Deprel.Advmod)?.Lemma == "yet";

    /// <summary>A noun shares the fate of its verb unless it is spoken of as known: 'will hold talks' against 'will mention the talks'.</summary>
    private Mood Nominal(Token word, Token governor, Mood above)
    {
        if (lexicon.IsSaidUntrue(word)) return above.Under(Outcome.Denied);
        if (word.Relation is Deprel.Obl or Deprel.Nmod && Governed(word, governor, Complement.Noun, above) is { } governed) return governed;
        if (word.Relation is Deprel.Nsubj or Deprel.NsubjPass && lexicon.Embedding(governor, Complement.Subject, above.IsNegative) is not Outcome.None and var fate) return above.Under(fate);
        // 'suspended amid the turmoil': the circumstance is a fact, whatever becomes of the act
        if (word.Relation is Deprel.Obl or Deprel.Nmod && lexicon.Opener(Clause.Preposition(word)) == Outcome.As) return Mood.Plain;
        if (IsAffected(word, governor) && lexicon.IsUtterance(word) && lexicon.Embedding(governor, Complement.Utterance, above.IsNegative) is not Outcome.None and var uttered) return above.Under(uttered);
        if (IsAffected(word, governor) && lexicon.Embedding(governor, Complement.Noun, above.IsNegative) is not Outcome.None and var outcome)
        {
            // 'rejected the proposal', 'dismissed the protest': what asks for or says something has been made, and what is no saying cannot be denied by being dismissed
            var made = IsKnown(word) && outcome switch
            {
                Outcome.Fails => lexicon.Embedding(word, Complement.Infinitive, negated: false) != Outcome.None,
                Outcome.Denied => lexicon.Embedding(word, Complement.Clause, negated: false) == Outcome.None,
                _ => false,
            };
            return made ? Mood.Plain : above.Under(outcome);
        }
        return IsKnown(word) || above.IsNegative && IsOf(word, governor) ? Mood.Plain : above;
    }

    /// <summary>'U.S. raids on Sudan were not linked to it': whose or what act the subject was is known, and only what is said of it does not hold.</summary>
    private static bool IsOf(Token noun, Token governor)
    {
        if (noun.Relation is not (Deprel.Nsubj or Deprel.NsubjPass) || !new Clause(governor).IsNegated) return false;
        foreach (var child in noun.Children)
        {
            if (child.Relation == Deprel.Det && child.Lemma is "no" or "any" or "neither" or "either" or "a") return false;
            if (child.Upos is Upos.Propn && child.Relation is Deprel.Compound or Deprel.Nmod || child.Relation == Deprel.Amod && child.Upos is Upos.Propn || child.Relation == Deprel.Amod && char.IsUpper(child.Chars[0])) return true;
        }
        return false;
    }

    /// <summary>What the verb is about: 'postponed the vote', 'called for talks', but not 'was delayed after an accident'.</summary>
    private static bool IsAffected(Token word, Token governor) => word.Relation switch
    {
        Deprel.Obj or Deprel.NsubjPass => true,
        Deprel.Nmod => governor.Upos == Upos.Noun && Clause.Preposition(word) is "of" or "for" or "in",
        Deprel.Obl => Clause.Preposition(word) is "" or "of" or "for" or "against",
        _ => false,
    };

    private static bool IsKnown(Token noun)
    {
        if (noun.Upos == Upos.Pron) return true;
        foreach (var child in noun.Children)
            if (child.Relation == Deprel.NmodPoss || child.Relation == Deprel.Det && child.Lemma is "the" or "this" or "that" or "these" or "those") return true;
        return false;
    }

    private static Complement Form(Token word)
    {
        if (word.Upos is Upos.Noun or Upos.Propn && !word.Has(Deprel.Cop)) return Complement.Noun;
        if (word.Xpos == "VBG" && !word.Has(Deprel.Nsubj) && !word.Has(Deprel.Aux)) return Complement.Gerund;
        // 'said they were to be freed': finite, for all its 'to'
        if (word.Has(Deprel.AuxPass) && word.Child(Deprel.Aux)?.Lemma == "be" || word.Xpos == "VB" && word.Child(Deprel.Cop)?.Lemma == "be") return Complement.Clause;
        foreach (var child in word.Children) if (child.Relation == Deprel.Mark && child.Lemma == "to") return Complement.Infinitive;
        return word.Xpos == "VB" && !word.Has(Deprel.Nsubj) && !word.Has(Deprel.Aux) ? Complement.Infinitive : Complement.Clause;
    }

    private Mood Own(Token word, Mood mood, bool shared)
    {
        var clause = new Clause(word);
        var negated = clause.IsNegated && !IsOnly(word) || (word.Upos == Upos.Verb || word.Has(Deprel.Cop)) && HasNoSubject(word);
        // 'there had been no talks': the verb above has taken the noun's 'no' up already
        if (word.Upos == Upos.Noun && mood.IsNegative && word.Child(Deprel.Det)?.Lemma is "no" or "neither") negated = false;
        var perfect = clause.HasAuxiliary("have");
        foreach (var child in word.Children)
        {
            if (child.Relation == Deprel.Aux && child.Xpos == "MD" && lexicon.Modal(child.Lemma, negated, perfect) is not Outcome.None and var modal)
            {
                negated = false;
                mood = mood.With(modal == Outcome.Conditional && (IsReported(word) || IsProspective(word)) ? Outcome.Planned : modal);
            }
            else if (child.Relation == Deprel.Advmod)
            {
                mood = mood.With(lexicon.Adverb(child.Lemma));
            }
        }
        if (negated && (!shared || clause.IsNegated && !IsOnly(word))) mood = mood.With(Outcome.Fails);
        // 'had no evidence that shells hit it': what the noun would tell of
        if (word is { Upos: Upos.Noun, Relation: Deprel.Obj } && mood.Status == ClaimStatus.Occurred && word.Child(Deprel.Det)?.Lemma is "no" && lexicon.Embedding(word, Complement.Clause, negated: true) is Outcome.Fails or Outcome.Denied) mood = mood.With(Outcome.Fails);
        // 'No talks planned': the noun's own 'no', where no verb above it has taken that up
        if (word.Upos == Upos.Noun && !negated && mood.Status == ClaimStatus.Occurred && word.Relation is Deprel.Root or Deprel.Parataxis && word.Child(Deprel.Det)?.Lemma == "no") mood = mood.With(Outcome.Fails);
        if (word.Upos == Upos.Noun && mood.Status is ClaimStatus.Occurred or ClaimStatus.Planned) return Modified(word, mood);
        if (mood.Status is ClaimStatus.Planned && mood.Grounds != Grounds.Aimed && IsAsked(word)) return new(ClaimStatus.Possible);
        if (word.Upos == Upos.Adv && mood.Status == ClaimStatus.Occurred && IsAnnounced(word)) return new(ClaimStatus.Planned);
        if (word.Upos != Upos.Verb || mood.Status != ClaimStatus.Occurred && mood.Grounds != Grounds.Aimed) return mood;
        if (mood.Grounds == Grounds.Aimed) return IsAnnounced(word) ? new(ClaimStatus.Planned) : mood;
        if (IsOrder(word)) return new(ClaimStatus.Demanded);
        if (IsAnnounced(word)) return new(ClaimStatus.Planned);
        if (IsAsked(word)) return new(ClaimStatus.Possible);
        return clause.IsProgressive && clause.Tense == Tense.Present ? new(ClaimStatus.Ongoing) : mood;
    }

    /// <summary>'the canceled visit', 'a possible raid', 'a flight delayed after an accident'; 'is at war' goes on.</summary>
    private Mood Modified(Token noun, Mood mood)
    {
        // 'impending provocation', where the tree takes the participle for a verb and the noun for its object
        if (!mood.IsOpen && noun.Index > noun.Sentence.First && noun.Document[noun.Index - 1] is { Upos: Upos.Verb } participle && participle.Index == noun.HeadIndex && lexicon.Adjective(participle) is not Outcome.None and var said) return mood.Under(said);
        foreach (var child in noun.Children)
        {
            if (child.Relation == Deprel.Amod && lexicon.Adjective(child) is not Outcome.None and var outcome && (outcome == Outcome.Possible || !mood.IsOpen)) return mood.Under(outcome);
            if (mood.IsOpen) continue;
            if (child.Relation is Deprel.Acl or Deprel.Amod && child.Xpos is "VBN" or "VBD" or "JJ" && lexicon.Embedding(child, Complement.Noun, negated: false) is Outcome.Fails) return mood.Under(Outcome.Fails);
        }
        return !mood.IsOpen && noun.Has(Deprel.Cop) && new Clause(noun) is { Tense: Tense.Present, IsPerfect: false } && Clause.Preposition(noun) is "in" or "at" or "under" ? mood.Under(Outcome.Ongoing) : mood;
    }

    /// <summary>'not only sent': both are told.</summary>
    private static bool IsOnly(Token word)
    {
        foreach (var child in word.Children)
            if (child.Lemma == "not" && child.Index + 1 < word.Document.Count && word.Document[child.Index + 1].Lemma is "only" or "just" or "merely") return true;
        return false;
    }

    /// <summary>'nobody came', 'no troops were sent'.</summary>
    private static bool HasNoSubject(Token word)
    {
        foreach (var child in word.Children)
        {
            if (child.Relation.Universal() is not (Deprel.Nsubj or Deprel.Obj) || child.Relation == Deprel.Obj && word.Lemma == "have") continue;
            if (child.Lemma is "nothing" && child.Index + 1 < word.Document.Count && word.Document[child.Index + 1].Lemma == "but") continue;
            if (Nobody.Is(child)) return true;
            // 'not one was fired', 'not a single ship came'
            if (child.Child(Deprel.Advmod)?.Lemma is "not" && (child.Lemma is "one" || child.Child(Deprel.Nummod)?.Lemma is "one" || child.Child(Deprel.Amod)?.Lemma is "single")) return true;
        }
        return false;
    }

    /// <summary>'said it would withdraw', 'the pledge that it would withdraw': what lay ahead of the saying.</summary>
    private static bool IsReported(Token word) => word is { Relation: Deprel.Ccomp or Deprel.Parataxis or Deprel.Acl, Head: { } head } && (head.Upos == Upos.Noun || new Clause(head).Tense == Tense.Past);

    /// <summary>'a plan that would close the port', 'was merged and would cease to exist': laid down or lying ahead, and hanging on no condition.</summary>
    private bool IsProspective(Token word) => word.Head is { } head && word.Relation switch
    {
        Deprel.AclRelcl => lexicon.Embedding(head, Complement.Infinitive, negated: false) == Outcome.Planned || lexicon.Embedding(head, Complement.Noun, negated: false) == Outcome.Planned,
        Deprel.Conj => new Clause(head).Tense == Tense.Past && !word.Has(Deprel.Advcl),
        _ => false,
    };

    /// <summary>'Stop the war.'</summary>
    private static bool IsOrder(Token word) =>
        word.Xpos == "VB" && word.Relation is Deprel.Root or Deprel.Parataxis or Deprel.Ccomp && !word.Has(Deprel.Nsubj) && !word.Has(Deprel.Aux) && !word.Has(Deprel.Mark);

    /// <summary>'Russia to send troops', as headlines have it; 'the court is to rule', 'the sailors are to be freed'.</summary>
    private static bool IsAnnounced(Token word)
    {
        if (word.Child(Deprel.Mark) is not { Lemma: "to" } to) return false;
        // 'is to be over'
        if (word.Upos == Upos.Adv) return word.Child(Deprel.Cop) is { } be && be.Index < to.Index;
        // the passive has two of the verb 'be', and only the first of them announces
        if (word.Child(Deprel.AuxPass) is { } passive) return passive.Chars is "be" && (word.Has(Deprel.NsubjPass) || word.Has(Deprel.NsubjOuter)) && (word.IsRoot || word.Child(Deprel.Aux)?.Lemma == "be");
        return word.Xpos == "VB" && (word.IsRoot && word.Has(Deprel.Nsubj) || IsHeadline(word) || word.Child(Deprel.Cop)?.Lemma == "be" && (word.Has(Deprel.Nsubj) || word.Has(Deprel.NsubjOuter)));
    }

    /// <summary>The infinitive that a name at the head of a sentence carries, where nothing else is said of it.</summary>
    private static bool IsHeadline(Token word)
    {
        if (word is not { Relation: Deprel.Acl, Head: { IsRoot: true, Upos: Upos.Propn } name } || name.Index > word.Index) return false;
        for (var before = word.Sentence.First; before < word.Index; before++)
            if (word.Document[before].Upos is Upos.Verb or Upos.Aux or Upos.Punct) return false;
        return true;
    }

    private static bool IsAsked(Token word)
    {
        if (!word.IsRoot) return false;
        var sentence = word.Sentence;
        for (var last = sentence.End - 1; last > sentence.First && last > sentence.End - 4; last--)
            if (word.Document[last].Chars is "?") return true;
        return false;
    }
}
