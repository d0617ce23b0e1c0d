using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>Decides which lexicon entry, if any, a word in its sentence is an instance of.</summary>
/// <param name="lexicon">The lexicon.</param>
/// <param name="book">The part of it that is looked in.</param>
/// <param name="actors">Tells who is an actor.</param>
/// <param name="attributions">Tells what somebody vouches for.</param>
/// <param name="ahead">Words that are told as planned, demanded or possible; null where nothing asks.</param>
internal sealed class EntryMatcher(FrameLexicon lexicon, EntryBook book, ActorWords actors, AttributionIndex attributions, IReadOnlySet<int>? ahead = null)
{
    /// <summary>True where the book has entries for a word, or for all that somebody is said to be.</summary>
    internal bool Knows(EntryKind kind, Token word) => book.Find(kind, lexicon.Lemma(word)).Length > 0 || word.Has(Deprel.Cop) && book.Find(kind, LexiconEntry.AnyWord).Length > 0;

    /// <summary>The first entry all of whose conditions hold, with the word's slots as the entry sees them.</summary>
    internal (LexiconEntry Entry, Predication Predication)? Match(EntryKind kind, Token word, Token? light)
    {
        return Match(book.Find(kind, lexicon.Lemma(word)), kind, word, light) ?? Match(book.Find(kind, LexiconEntry.AnyWord), kind, word, light);
    }

    private (LexiconEntry Entry, Predication Predication)? Match(LexiconEntry[] entries, EntryKind kind, Token word, Token? light)
    {
        if (entries.Length == 0) return null;
        var particle = kind == EntryKind.Verb ? word.Child(Deprel.CompoundPrt)?.Lemma : null;
        foreach (var entry in entries)
        {
            string? preposition = null;
            if (entry.Particle is { } wanted)
            {
                if (particle != wanted && !HasCompanion(word, wanted))
                {
                    // 'looked into the deaths', 'wrote off the debt': what the lexicon lists as a particle the tree reads as a preposition
                    if (!IsNextTo(word, wanted) || new Predication(word, light, actors).Phrase(wanted) is not { } behind || actors.IsPlace(behind) && wanted is "in" or "over") continue;
                    preposition = wanted;
                }
            }
            else if (particle is not null && !entry.IsOfAny)
            {
                continue;
            }
            var predication = new Predication(word, light, actors, preposition);
            if (Holds(entry, predication)) return (entry, predication);
        }
        return null;
    }

    /// <summary>'293 arrests', '113 injured officers': so many of them, not any.</summary>
    internal static bool IsCounted(Token word) => word.Has(Deprel.Nummod) || word is { Relation: Deprel.Amod, Head: { } thing } && (thing.Upos == Upos.Num || thing.Has(Deprel.Nummod));

    /// <summary>'the talks', 'their release', 'a second vote', 'there was a vote': one that is known or told of for its own sake, not any.</summary>
    private static bool IsDefinite(Token noun)
    {
        if (noun is { Relation: Deprel.Nsubj, Head: { Lemma: "be" } being } && being.Has(Deprel.Expl)) return true;
        foreach (var child in noun.Children)
            if (child.Relation == Deprel.NmodPoss || child.Relation is Deprel.Det or Deprel.DetPredet or Deprel.Amod && child.Lemma is "the" or "this" or "that" or "these" or "those" or "such" || child.Relation == Deprel.Amod && WhichOne.Tells(child.Text)) return true;
        return false;
    }

    /// <summary>'mended', 'has mended', 'was mended', 'may have mended': told as done, be it perhaps, by a verb with a subject of its own, in the past; or what somebody is accused of, or denies: 'accused them of mending', 'denied having mended'.</summary>
    private bool IsDone(Token verb)
    {
        var clause = new Clause(verb);
        if (clause.Modal is not null && !MayBeDone(clause)) return false;
        if ((verb.Xpos == "VBG" || verb.Child(Deprel.Aux) is { Xpos: "VBG" }) && Charge(verb) is { } charge) return lexicon.IsOf("charges", charge) && !new Clause(charge).IsNegated;
        return (verb.Has(Deprel.Nsubj) || verb.Has(Deprel.NsubjPass)) && (verb.Xpos == "VBD" || verb.Xpos == "VBN" && (clause.HasAuxiliary("have") || clause.Tense == Tense.Past));

        // the tree ties 'of arming' to the verb or to whoever is accused
        static Token? Charge(Token deed) => deed.Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl ? deed.Head : deed.Relation == Deprel.Acl ? deed.Head?.Head : null;
    }

    /// <summary>'may have sailed' does not lie ahead; 'will have sailed by June' does.</summary>
    private static bool MayBeDone(Clause clause) => clause is { IsPerfect: true, Modal: "may" or "might" or "could" };

    private static bool IsNextTo(Token word, string particle) =>
        particle is "into" or "by" or "on" or "upon" || word.Index + 1 < word.Document.Count && word.Document[word.Index + 1].Chars.Equals(particle, StringComparison.OrdinalIgnoreCase);

    private bool HasCompanion(Token word, string wanted)
    {
        // 'turning away boats', where the tree ties the particle to what follows
        if (word.Index + 1 < word.Document.Count && word.Document[word.Index + 1] is { Relation: Deprel.Advmod or Deprel.Amod or Deprel.Compound or Deprel.CompoundPrt } next && next.Chars.Equals(wanted, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var child in word.Children)
        {
            // 'walked out of the talks': the particle stands before the preposition of a phrase
            if (child.Relation.Universal() == Deprel.Obl) foreach (var before in child.Children) if (before.Relation == Deprel.Case && before.Lemma == wanted && Clause.Preposition(child) != wanted) return true;
            if (child.Relation.Universal() == Deprel.Obl && Clause.Preposition(child).StartsWith(wanted + " ", StringComparison.Ordinal)) return true;
            // 'stepped down the day before': no day is stepped down
            if (child.Relation.Universal() == Deprel.Obl && child.Child(Deprel.Case) is { } particle && particle.Index == word.Index + 1 && particle.Lemma == wanted && wanted is not ("on" or "in" or "for" or "after" or "before" or "by" or "at" or "over") && actors.IsTime(child)) return true;
            if (child.Index > word.Index && child.Relation is Deprel.Advmod or Deprel.Obj or Deprel.Xcomp or Deprel.CompoundPrt && (child.Lemma == wanted || child.Chars.Equals(wanted, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    private bool Holds(LexiconEntry entry, Predication predication)
    {
        foreach (var condition in entry.Conditions)
            if (Holds(condition, predication) != condition.Wanted) return false;
        return true;
    }

    private bool Holds(Condition condition, Predication predication)
    {
        switch (condition.Slot)
        {
            case "neg":
                if (predication.Word.Relation == Deprel.Aux) return predication.Light is { } verb && new Clause(verb).IsNegated;
                return predication.Complement() is { } content && new Clause(content).IsNegated || new Clause(predication.Word).IsNegated;
            case "case":
                return condition.Words.Contains(Clause.Preposition(predication.Word));
            case "ahead":
                return ahead is not null && ahead.Contains(predication.Word.Index) && !MayBeDone(new(predication.Word));
            case "stated":
                return attributions.IsStated(predication.Word);
            case "done":
                return IsDone(predication.Word);
            case "counted":
                return IsCounted(predication.Word);
            case "def":
                return IsDefinite(predication.Word);
            case "cop":
                return predication.Word.Has(Deprel.Cop);
            case "pass":
                return new Clause(predication.Word).IsPassive;
            case "that":
                return predication.Word.Has(Deprel.Ccomp);
            case "bare":
                return predication.Complement() is { } asked && (new Clause(asked).IsSubjunctive || !asked.Has(Deprel.AuxPass) && !asked.Has(Deprel.Cop) && asked.Child(Deprel.Aux) is { Xpos: "MD", Lemma: "should" or "must" });
            case "inf":
                return HasInfinitive(condition, predication);
            case "ger":
                foreach (var child in predication.Word.Children)
                    if (child.Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj && child.Xpos == "VBG" && !Predication.IsInfinitive(child)) return true;
                return false;
            case "parties":
                return Parties(predication) > 1;
            case "mod":
                return HasModifier(condition, predication.Word) != condition.Without;
        }
        // 'objmod=hunger': what stands before the object
        if (condition.Slot.EndsWith("mod", StringComparison.Ordinal)) return predication.Slot(condition.Slot[..^3]) is { } thing && HasModifier(condition, thing) != condition.Without;
        if (predication.Slot(condition.Slot) is not { } filler) return condition.Without;
        return condition.AsksNothing || IsOneOf(condition, filler) != condition.Without;
    }

    private bool IsOneOf(Condition condition, Token filler)
    {
        foreach (var word in Arguments.Coordinated(filler))
            if (IsOneOfWord(condition, word)) return true;
        // 'a series of strikes': what is counted stands below the counter
        return (lexicon.IsOf("transparent", filler) || filler.Upos == Upos.Num) && new Clause(filler).Oblique("of") is { } counted && IsOneOfWord(condition, counted);
    }

    private bool IsOneOfWord(Condition condition, Token word)
    {
        if (condition.Words.Contains(lexicon.Lemma(word)) || condition.Words.Contains(word.Text) || condition.Armed && actors.IsArmedByName(word)) return true;
        foreach (var kind in condition.Kinds) if (IsOfKind(kind, word)) return true;
        return false;
    }

    private bool IsOfKind(string kind, Token word) =>
        kind switch
        {
            "actor" => actors.IsActor(word),
            "person" => actors.IsPerson(word),
            "official" => actors.IsOfficial(word),
            "org" => actors.IsOrganization(word),
            "number" => word.Upos == Upos.Num,
            "place" => actors.IsPlace(word) || word.Upos == Upos.Propn && !actors.IsPerson(word) && !actors.IsTime(word),
            "being" => actors.IsBeing(word),
            "thing" => actors.IsThing(word),
            _ => false,
        };

    /// <summary>How many stand together as the doers of a noun's action: 'the exercises of Kenya and Uganda', 'U.S.-South Korea drills'.</summary>
    private int Parties(Predication predication)
    {
        var most = 0;
        foreach (var slot in (ReadOnlySpan<string>)["subj", "poss", "by", "of", "between"])
            if (slot != "subj" || predication.Light is not null || predication.IsVerb)
                if (predication.Slot(slot) is { } filler) most = Math.Max(most, slot == "subj" && filler.Xpos is "NNS" && actors.IsPerson(filler) ? 2 : Arguments.Coordinated(filler).Count(actors.IsActor));
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in predication.Word.Children)
        {
            if (child.Relation is not (Deprel.Amod or Deprel.Compound or Deprel.NmodPoss)) continue;
            foreach (var word in predication.Word.Document.TokensIn(child.SubtreeSpan)) if (actors.MentionAt(word)?.Country is { } country) before.Add(country);
        }
        return Math.Max(most, before.Count) + (predication.Slot("with") is { } partner && actors.IsActor(partner) ? 1 : 0);
    }

    private bool HasInfinitive(Condition condition, Predication predication)
    {
        if (predication.Complement() is not { } complement) return false;
        if (condition.Words.Count > 0) return condition.Words.Contains(lexicon.Lemma(complement));
        return complement.Relation != Deprel.Ccomp && (Predication.IsInfinitive(complement) || complement.Xpos == "VB");
    }

    private bool HasModifier(Condition condition, Token word)
    {
        foreach (var child in word.Children)
        {
            if (child.Relation is not (Deprel.Amod or Deprel.Compound or Deprel.Advmod or Deprel.NmodPoss or Deprel.Nmod)) continue;
            if (child.Relation is Deprel.Nmod or Deprel.NmodPoss && child.Has(Deprel.Case)) continue;
            if (condition.Words.Contains(lexicon.Lemma(child)) || !condition.Kinds.IsEmpty && IsOneOfWord(condition, child)) return true;
            foreach (var other in child.Children) if (other.Relation is Deprel.Conj or Deprel.Compound && condition.Words.Contains(lexicon.Lemma(other))) return true;
        }
        return false;
    }
}
