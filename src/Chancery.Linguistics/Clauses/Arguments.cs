namespace Chancery.Linguistics.Clauses;

/// <summary>Finds the subject and the object of a predicate where the tree leaves them to another clause.</summary>
public static class Arguments
{
    /// <summary>How many clauses up a shared subject is looked for; deeper nesting is not met in prose, and hostile text must not cost more.</summary>
    private const int Reach = 8;

    /// <summary>The grammatical subject: its own, or the one it shares by coordination, control, raising, a relative or a participle.</summary>
    /// <returns>The head word of the subject; null for imperatives, nouns without an owner, and what cannot be told.</returns>
    public static Token? Subject(Token predicate)
    {
        var at = predicate;
        for (var step = 0; step < Reach; step++)
        {
            if (OwnSubject(at) is { } own) return Antecedent(own);
            if (at.Head is not { } head) return null;
            switch (at.Relation)
            {
                case Deprel.AclRelcl:
                    // A relative clause without a subject of its own and without 'whom' or 'where': its subject is what it modifies.
                    return head;
                case Deprel.Acl:
                    if (!IsInfinitive(at) && (!IsGerund(at) || IsAccused(at, head))) return head;
                    // 'sanctions on Iran for arming them', 'charges of arming them against Iran': whoever is answered or charged did it, not whoever answers
                    if (IsGerund(at) && at.Document.Control.Controllers(head, Opener(at)).Length > 0) return Answered(head, Opener(at)) ?? (at.Child(Deprel.Obj) is { } done ? (new Clause(at).Oblique("against") ?? new Clause(done).Oblique("against")) : null);
                    if (Doer(at) is { } asked) return asked;
                    // 'a decision to send', 'its policy of turning away': the owner of the noun, else the subject of the clause it stands in.
                    if (Owner(head) is { } owner) return owner;
                    if (Governor(head) is not { } governor) return null;
                    at = governor;
                    continue;
                case Deprel.Xcomp:
                    if (Controller(head, at) is { } controller) return controller;
                    at = head;
                    continue;
                // 'imposed sanctions on Iran for arming them', where the tree hangs the deed on the verb
                case Deprel.Advcl when Opener(at) == "for" && IsGerund(at) && head.Child(Deprel.Obj) is { } reply && Answered(reply, "for") is { } answered:
                    return answered;
                // 'accused Iran of arming them', 'thanked Qatar for mediating': whoever stands between the verb and the deed
                case Deprel.Advcl when IsGerund(at) && Object(head) is { } doer && doer.Index > head.Index && doer.Index < at.Index && (Opener(at) != "for" || doer.Upos is Upos.Propn or Upos.Pron || IsByObject(head, at)):
                    return doer;
                // 'called on Iran to stop'; 'ordered troops to rescue them', where the tree takes the order for a purpose
                case Deprel.Advcl when Doer(at) is { } told:
                    return told;
                case Deprel.Conj:
                case Deprel.Advcl when !HasOwnMood(at):
                    at = head;
                    continue;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The direct object: its own, the one it shares with a coordinate verb, or the noun that its relative clause modifies.</summary>
    public static Token? Object(Token predicate)
    {
        if (OwnObject(predicate) is { } own) return Antecedent(own);
        // 'the sanctions it imposed': a relative clause with its own subject and a gap for the object
        if (predicate.Relation == Deprel.AclRelcl && predicate.Head is { } head && OwnSubject(predicate) is { } subject
            && !IsRelative(subject) && !predicate.Has(Deprel.Cop) && !predicate.Has(Deprel.AuxPass) && !HasComplement(predicate))
            return head;
        // 'condemned and rejected the plan': the object stands with the last verb
        foreach (var other in predicate.Children)
            if (other.Relation == Deprel.Conj && other.Upos == Upos.Verb && !other.Has(Deprel.Nsubj) && !HasComplement(predicate) && OwnObject(other) is { } shared
                && NothingBetween(predicate, other))
                return Antecedent(shared);
        // 'armed and trained rebels' where the object stands with the first verb
        if (predicate is { Relation: Deprel.Conj, Upos: Upos.Verb, Head: { Upos: Upos.Verb } first } && !HasComplement(predicate)
            && OwnObject(first) is { } before && before.Index > predicate.Index)
            return Antecedent(before);
        return null;
    }

    /// <summary>The word and everything coordinated with it, in text order: 'Russia, Iran and China'.</summary>
    public static IEnumerable<Token> Coordinated(Token word)
    {
        yield return word;
        var pending = new Queue<Token>([word]);
        while (pending.TryDequeue(out var at))
            foreach (var child in at.Children)
                if (child.Relation == Deprel.Conj)
                {
                    yield return child;
                    // 'Kenya, Uganda and Chad', where the tree ties the last to the second
                    if (child.Upos is Upos.Noun or Upos.Propn) pending.Enqueue(child);
                }
    }

    /// <summary>Who owns a noun: 'Shoigu's visit', 'its plan', 'the visit of Shoigu', 'the raid by police'.</summary>
    public static Token? Owner(Token noun) =>
        noun.Child(Deprel.NmodPoss) ?? new Clause(noun).Oblique("by") ?? new Clause(noun).Oblique("of");

    /// <summary>What a relative pronoun stands for; any other word stands for itself.</summary>
    public static Token Antecedent(Token word)
    {
        if (!IsRelative(word)) return word;
        var at = word;
        for (var step = 0; step < Reach && at.Head is { } head; step++)
        {
            // 'it was Kenya that broke off relations'
            if (at.Relation is Deprel.AclRelcl || at.Relation is Deprel.AdvclRelcl && head.Upos is Upos.Noun or Upos.Propn or Upos.Pron) return head;
            at = head;
        }
        return word;
    }

    /// <summary>'the request of prosecutors, who accuse him': where the verb does not agree with the noun that the tree gives it, the one before the pronoun that it agrees with.</summary>
    private static Token Agreeing(Token noun, Token predicate, Token pronoun)
    {
        if (IsPlural(noun) is not { } given || IsPlural(predicate) is not { } asked || given == asked || pronoun.Relation != Deprel.Nsubj) return noun;
        for (var before = pronoun.Index - 1; before > noun.Index; before--)
            if (noun.Document[before] is { Upos: Upos.Noun or Upos.Propn } other && other.Relation.Universal() == Deprel.Nmod && IsPlural(other) == asked && other.IsWithin(noun)) return other;
        return noun;
    }

    /// <summary>The number of a noun, or of a verb by itself or by its auxiliary; null where its form does not tell.</summary>
    private static bool? IsPlural(Token word) => word.Xpos switch
    {
        "NNS" or "NNPS" or "VBP" => true,
        "NN" or "NNP" or "VBZ" => word.Upos == Upos.Noun && word.Has(Deprel.Cop) ? IsPlural(word.Child(Deprel.Cop)!.Value) : false,
        _ => (word.Child(Deprel.Aux) ?? word.Child(Deprel.AuxPass) ?? word.Child(Deprel.Cop)) is { Xpos: "VBP" or "VBZ" } auxiliary ? auxiliary.Xpos == "VBP" : null,
    };

    /// <summary>The predicate of the clause that a noun stands in as subject, object or oblique; null where there is none.</summary>
    public static Token? Governor(Token word)
    {
        var at = word;
        for (var step = 0; step < Reach && at.Head is { } head; step++)
        {
            switch (at.Relation.Universal())
            {
                case Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.Csubj or Deprel.Ccomp or Deprel.Xcomp or Deprel.Advcl:
                    return head;
                default:
                    at = head;
                    break;
            }
        }
        return null;
    }

    /// <summary>Whom the word above an infinitive names as its doer ('urged Iran to stop', 'called on Iran to stop'); null where it names nobody.</summary>
    public static Token? Doer(Token infinitive)
    {
        if (!IsInfinitive(infinitive) || infinitive.Head is not { } head) return null;
        if (Named(head, infinitive) is { } named) return named;
        // 'ordered the guards to leave', where the tree hangs the deed on the guards
        if (infinitive.Relation == Deprel.Acl && head.Head is { } verb && Named(verb, infinitive) == head) return head;
        // 'waited for Iran to stop', where the tree ties 'for' to the deed and Iran to the verb
        if (infinitive.Child(Deprel.Mark) is { Lemma: "for" } mark)
            foreach (var child in head.Children)
                if (child.Relation == Deprel.Obl && child.Index > mark.Index && child.Index < infinitive.Index) return child;
        return null;
    }

    /// <summary>The object or phrase by which a word names the doer of a deed behind it.</summary>
    private static Token? Named(Token word, Token deed)
    {
        foreach (var controller in word.Document.Control.Controllers(word))
            foreach (var child in word.Children)
            {
                if (child.Index < word.Index || child.Index > deed.Index || Clause.IsDay(child)) continue;
                if (controller == ControlLexicon.ByObject ? child.Relation is Deprel.Obj or Deprel.Iobj : child.Relation.Universal() is Deprel.Obl or Deprel.Nmod && Clause.Preposition(child) == controller) return child;
            }
        return null;
    }

    /// <summary>Who did what a noun answers or charges with, named beside the noun or beside its verb; null where it answers nothing or nobody is named.</summary>
    private static Token? Answered(Token noun, string opener)
    {
        foreach (var preposition in noun.Document.Control.Controllers(noun, opener))
        {
            if (new Clause(noun).Oblique(preposition) is { } own) return own;
            if (noun is { Relation: Deprel.Obj, Head: { } verb } && new Clause(verb).Oblique(preposition) is { } beside && !Clause.IsDay(beside)) return beside;
        }
        // 'faces charges of arming them': whoever is charged
        return noun is { Relation: Deprel.Obj, Head: { } facing } && noun.Document.Control.Controllers(facing, opener).Contains(ControlLexicon.BySubject, StringComparer.Ordinal) ? Subject(facing) : null;
    }

    /// <summary>True where a verb names by its object whoever did the deed behind it.</summary>
    private static bool IsByObject(Token verb, Token deed) => verb.Document.Control.Controllers(verb, Opener(deed)).Contains(ControlLexicon.ByObject, StringComparer.Ordinal);

    private static string Opener(Token deed) => deed.Child(Deprel.Mark)?.Lemma ?? "";

    private static Token? OwnSubject(Token predicate)
    {
        Token? found = null;
        foreach (var child in predicate.Children)
            if (child.Relation is Deprel.Nsubj or Deprel.NsubjPass || found is null && child.Relation is Deprel.NsubjOuter or Deprel.Csubj or Deprel.CsubjPass) found = child;
        return found ?? LentSubject(predicate);
    }

    /// <summary>True for an auxiliary that the tree takes for the copula of the predicate's object: 'Kenya *is* planning talks'.</summary>
    public static bool IsLent(Token auxiliary, Token predicate) =>
        auxiliary is { Relation: Deprel.Cop, Head: { Relation: Deprel.Obj } thing } && predicate.Xpos == "VBG" && thing.HeadIndex == predicate.Index && auxiliary.Index < predicate.Index && predicate.Index < thing.Index;

    /// <summary>The subject that the tree gives to a word beside the predicate, which can have none, or has another.</summary>
    private static Token? LentSubject(Token predicate)
    {
        if (predicate.Xpos == "VBG" && predicate.Child(Deprel.Obj) is { } thing && thing.Child(Deprel.Cop) is { } copula && IsLent(copula, predicate))
            return thing.Child(Deprel.Nsubj) is { } lent && lent.Index < copula.Index ? lent : null;
        // 'Rebels fired at the port, the army said', where the tree gives the verb of saying both subjects
        if (predicate is not { Relation: Deprel.Ccomp, Xpos: "VBD" or "VBZ" or "VBP", Head: { } saying } || saying.Index < predicate.Index) return null;
        Token? first = null;
        var others = 0;
        foreach (var child in saying.Children)
        {
            if (child.Relation != Deprel.Nsubj) continue;
            if (child.Index > predicate.Index) others++;
            else first ??= child;
        }
        return others > 0 ? first : null;
    }

    private static Token? OwnObject(Token predicate) => predicate.Child(Deprel.Obj);

    /// <summary>
    /// Who does what stands below a verb: its object ('urged Iran to stop', 'saw them leave'), else nobody it names itself ('agreed to stop',
    /// 'burned flags to protest').
    /// </summary>
    private static Token? Controller(Token verb, Token done)
    {
        if (verb.Has(Deprel.AuxPass) || verb.Has(Deprel.NsubjPass) || IsInfinitive(done) && !verb.Document.Control.Controllers(verb).Contains(ControlLexicon.ByObject, StringComparer.Ordinal)) return Doer(done);
        return verb.Child(Deprel.Obj) ?? verb.Child(Deprel.Iobj);
    }

    private static bool IsRelative(Token word) =>
        word.Upos == Upos.Pron && (word.Feats.Contains("PronType=Rel", StringComparison.Ordinal) || word.Xpos is "WDT" or "WP" && word.Lemma is "that" or "which" or "who" or "whom");

    private static bool IsInfinitive(Token word)
    {
        foreach (var child in word.Children)
            if (child.Relation == Deprel.Mark && child.Lemma == "to") return true;
        return false;
    }

    /// <summary>'of turning away', 'for mediating', 'from entering': a deed that a preposition ties to a noun or to somebody.</summary>
    private static bool IsGerund(Token word) => (word.Xpos == "VBG" || (word.Child(Deprel.Aux) ?? word.Child(Deprel.Cop)) is { Xpos: "VBG" }) && word.Child(Deprel.Mark) is { Lemma: "of" or "for" or "from" or "into" or "with" };

    /// <summary>'accused the army of shelling', where the tree ties the deed to the noun: whoever is accused did it, not whoever accuses.</summary>
    private static bool IsAccused(Token deed, Token noun) => noun.Upos is Upos.Propn or Upos.Pron || noun is { Relation: Deprel.Obj or Deprel.NsubjPass, Head: { } verb } && IsByObject(verb, deed);

    /// <summary>A finite adverbial clause without a subject is an order or broken: it shares nobody's.</summary>
    private static bool HasOwnMood(Token word) => word.Xpos is "VBZ" or "VBP" or "VBD" && !word.Has(Deprel.Mark);

    private static bool HasComplement(Token word) => word.Has(Deprel.Ccomp) || word.Has(Deprel.Xcomp) || word.Has(Deprel.Obj);

    private static bool NothingBetween(Token first, Token second)
    {
        for (var i = first.Index + 1; i < second.Index; i++)
            if (first.Document[i].Upos is not (Upos.Cconj or Upos.Punct or Upos.Adv or Upos.Aux or Upos.Verb or Upos.Part)) return false;
        return true;
    }
}
