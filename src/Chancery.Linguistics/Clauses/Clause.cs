namespace Chancery.Linguistics.Clauses;

/// <summary>When a finite verb puts its clause.</summary>
public enum Tense
{
    /// <summary>Not finite: an infinitive, a participle, a noun.</summary>
    None,

    /// <summary>'sent', 'had sent', 'was sending', 'did send'.</summary>
    Past,

    /// <summary>'sends', 'is sending', 'has sent' (<see cref="Clause.IsPerfect"/>).</summary>
    Present,

    /// <summary>'will send', 'is going to send'.</summary>
    Future,
}

/// <summary>A predicate with its arguments as they are understood, not only as they stand: who does it, to whom, when, by which auxiliaries.</summary>
/// <remarks>
/// A view on a word of a <see cref="Document"/>, computed when asked. Subjects and objects that a clause shares with another
/// (coordination, control, raising, relative clauses, participles) are found by <see cref="Arguments"/>.
/// </remarks>
/// <param name="Predicate">The verb, or the predicative noun or adjective with a copula.</param>
public readonly record struct Clause(Token Predicate)
{
    /// <summary>True for a passive: 'was sent', 'being sent', 'troops sent to Russia'.</summary>
    public bool IsPassive
    {
        get
        {
            if (Predicate.Has(Deprel.AuxPass) || Predicate.Has(Deprel.NsubjPass) || Predicate.Has(Deprel.CsubjPass)) return true;
            // 'the crowds clashed by the port' have a subject, and no doer behind it
            if (Predicate.Has(Deprel.OblAgent) && !Predicate.Has(Deprel.Nsubj)) return true;
            // 'with the port closed': beside 'with' a participle that has no object says what was done to its subject
            if (Predicate is { Relation: Deprel.Advcl, Xpos: "VBN" or "VBD" } && Predicate.Child(Deprel.Mark)?.Lemma == "with") return !Predicate.Has(Deprel.Obj);
            if (Predicate.Xpos != "VBN" || Predicate.Has(Deprel.Nsubj) || Predicate.Has(Deprel.Aux)) return false;
            if (Predicate.Relation is Deprel.Acl or Deprel.Advcl or Deprel.Amod) return true;
            // 'was arrested and charged': the second participle leans on the first one's auxiliary.
            return Predicate.Relation == Deprel.Conj && Predicate.Head is { } first && first.Xpos == "VBN" && new Clause(first).IsPassive;
        }
    }

    /// <summary>Who does it: the subject of an active clause, the 'by' phrase of a passive one; null where nobody is named.</summary>
    public Token? Agent => IsPassive ? Predicate.Child(Deprel.OblAgent) : Arguments.Subject(Predicate);

    /// <summary>What it is done to: the object of an active clause, the subject of a passive one; null where there is none.</summary>
    public Token? Patient => IsPassive ? Arguments.Subject(Predicate) : Arguments.Object(Predicate);

    /// <summary>The grammatical subject, shared ones included; null where there is none.</summary>
    public Token? Subject => Arguments.Subject(Predicate);

    /// <summary>To whom: 'gave *Russia* shells'.</summary>
    public Token? IndirectObject => Predicate.Child(Deprel.Iobj);

    /// <summary>True where a negation hangs on the predicate itself: 'did not send', 'never sent', 'no longer sends'.</summary>
    public bool IsNegated
    {
        get
        {
            foreach (var child in Predicate.Children)
            {
                if (child.Relation is Deprel.Advmod or Deprel.Det or Deprel.CcPreconj or Deprel.Cc && IsNegation(child)) return true;
                // 'no longer': the negation hangs on the adverb
                if (child.Relation == Deprel.Advmod && child.Child(Deprel.Advmod) is { } inner && IsNegation(inner)) return true;
            }
            return false;
        }
    }

    /// <summary>Tense of the finite verb or auxiliary; a participle or infinitive that leans on another's auxiliary takes its tense.</summary>
    public Tense Tense
    {
        get
        {
            var tense = OwnTense(Predicate);
            if (tense == Tense.None && Predicate.Relation == Deprel.Conj && Predicate.Head is { } first && first.Xpos == Predicate.Xpos) tense = OwnTense(first);
            return tense;
        }
    }

    /// <summary>True for 'has sent', 'had been sent'.</summary>
    public bool IsPerfect => Predicate.Xpos is "VBN" or "VBD" && HasAuxiliary("have") || Predicate.Has(Deprel.Cop) && HasAuxiliary("have");

    /// <summary>
    /// True where what is told lies behind whoever tells it: 'sent', 'has sent', 'may have sent'; false for 'might send', 'will have sent' and what is not finite. A second verb may
    /// share the first one's auxiliaries: 'may have sunk and burned'.
    /// </summary>
    public bool IsPast
    {
        get
        {
            if (Predicate is { Relation: Deprel.Conj, Xpos: "VBN", Head: { Xpos: "VBN" } first } && !Predicate.Has(Deprel.Aux) && !Predicate.Has(Deprel.AuxPass)) return new Clause(first).IsPast;
            return Modal switch
            {
                // 'was to meet': what is tensed is only what was meant
                null => IsPerfect || Tense == Tense.Past && Predicate.Child(Deprel.Mark)?.Lemma != "to",
                "will" or "shall" => false,
                _ => IsPerfect,
            };
        }
    }

    /// <summary>True for 'is sending'.</summary>
    public bool IsProgressive => Predicate.Xpos == "VBG" && HasAuxiliary("be");

    /// <summary>True for the bare form by which a clause asks for what it tells: 'that the talks be held', 'that it stop'.</summary>
    public bool IsSubjunctive =>
        !Predicate.Has(Deprel.Aux) && ((Predicate.Child(Deprel.AuxPass) ?? Predicate.Child(Deprel.Cop)) is { } be ? be.Chars is "be" : Predicate.Xpos == "VB");

    /// <summary>The modal auxiliary's lemma ('may', 'could', 'should', 'will'); null where there is none.</summary>
    public string? Modal
    {
        get
        {
            foreach (var child in Predicate.Children)
                if (child.Relation is Deprel.Aux && child.Xpos == "MD") return child.Lemma;
            return null;
        }
    }

    /// <summary>True where an auxiliary has this lemma.</summary>
    public bool HasAuxiliary(string lemma)
    {
        foreach (var child in Predicate.Children)
            if (child.Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && child.Lemma == lemma) return true;
        return false;
    }

    /// <summary>The first oblique or nominal modifier that this preposition ties to the predicate: 'troops *to Russia*'.</summary>
    public Token? Oblique(string preposition)
    {
        foreach (var child in Predicate.Children)
            if (child.Relation.Universal() is Deprel.Obl or Deprel.Nmod && Preposition(child) == preposition) return child;
        return null;
    }

    /// <summary>The preposition of a phrase, fixed ones joined ('because of'); empty where there is none.</summary>
    public static string Preposition(Token phrase)
    {
        foreach (var child in phrase.Children)
        {
            if (child.Relation != Deprel.Case) continue;
            var text = child.Lemma;
            foreach (var more in child.Children) if (more.Relation == Deprel.Fixed) text += " " + more.Lemma;
            return text;
        }
        return "";
    }

    /// <summary>True for a day or a part of it: nobody, though trees take it for a subject or for whom a verb names now and then ('called on Sunday on Iran').</summary>
    public static bool IsDay(Token word) =>
        word.Lemma is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "today" or "yesterday" or "morning" or "afternoon" or "evening" or "night" or "week";

    private static bool IsNegation(Token word) => word.Lemma is "not" or "n't" or "never" or "no" or "neither" or "nor" or "nowhere";

    private static Tense OwnTense(Token predicate)
    {
        var tense = predicate.Xpos switch { "VBD" => Tense.Past, "VBZ" or "VBP" => Tense.Present, _ => Tense.None };
        foreach (var child in predicate.Children)
        {
            if (child.Relation is not (Deprel.Aux or Deprel.AuxPass or Deprel.Cop)) continue;
            if (child.Lemma is "will" or "shall" or "'ll" or "wo") return Tense.Future;
            if (tense != Tense.None && child.Relation != Deprel.Cop && predicate.Xpos is "VBD" or "VBZ" or "VBP") continue;
            tense = child.Xpos switch { "VBD" => Tense.Past, "VBZ" or "VBP" => Tense.Present, "MD" => Tense.Present, _ => tense };
            if (child.Xpos is "VBD" or "VBZ" or "VBP" or "MD") break;
        }
        return tense;
    }
}
