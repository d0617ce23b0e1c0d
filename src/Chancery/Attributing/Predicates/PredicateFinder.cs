using Chancery.Linguistics;

namespace Chancery.Attributing.Predicates;

/// <summary>Finds the words that denote an event or a state: verbs, event nouns, predicative adjectives, and the copula of a nominal predicate.</summary>
internal sealed class PredicateFinder(FactualityLexicon lexicon)
{
    /// <summary>Endings of nouns made from verbs; what ends so and is a thing or a body stands in <see cref="Things"/>.</summary>
    private static readonly string[] Endings = ["tion", "sion", "ment", "ance", "ence", "ing", "ption", "ery", "sal", "val", "ysis", "ship"];

    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "nation", "section", "region", "religion", "million", "billion", "station", "population", "position", "institution", "organization", "organisation", "constitution", "legislation",
        "generation", "administration", "corporation", "association", "federation", "delegation", "commission", "fraction", "portion", "function", "tradition", "ammunition", "foundation",
        "government", "department", "parliament", "document", "equipment", "apartment", "element", "environment", "instrument", "monument", "segment", "comment", "regiment", "pavement",
        "evening", "morning", "building", "thing", "something", "anything", "nothing", "everything", "king", "string", "ring", "wing", "spring", "ceiling", "clothing", "sibling", "sterling",
        "sentence", "science", "audience", "province", "evidence", "residence", "intelligence", "agence", "finance", "ordinance", "ambulance", "balance", "distance", "instance", "substance",
        "television", "version", "division", "dimension", "pension", "mansion", "machinery", "artillery", "gallery", "grocery", "battery", "cemetery", "lottery", "jewellery",
        "rival", "festival", "interval", "universal", "ship", "warship", "battleship", "spaceship", "airship", "cargo-ship", "township", "flagship", "location", "destination", "edition", "question",
        "amount", "moment", "cement", "sediment", "garment", "basement", "fragment", "testament", "supplement", "complement", "influence", "appliance", "fence", "pence",
        "information", "communication", "option", "station", "fiction", "caption", "aviation", "petition", "currency",
    };

    internal bool IsPredicate(Token word)
    {
        if (IsDue(word)) return true;
        if (word.Relation is Deprel.Case or Deprel.Mark or Deprel.Fixed or Deprel.Goeswith or Deprel.Discourse) return false;
        switch (word.Upos)
        {
            case Upos.Verb:
                return true;
            case Upos.Aux:
                return word.Relation is not (Deprel.Aux or Deprel.AuxPass);
            case Upos.Adj:
                return IsParticipial(word) || word.Has(Deprel.Cop) || word.Relation is Deprel.Acl or Deprel.Xcomp or Deprel.Root or Deprel.Ccomp or Deprel.Advcl or Deprel.AclRelcl
                    || word.Relation == Deprel.Conj && word.Head is { } first && first.Has(Deprel.Cop)
                    || word.Has(Deprel.Nsubj) || IsExtreme(word);
            case Upos.Adv:
                // 'will be back', 'is to be over'
                return IsExtreme(word) || word.Has(Deprel.Cop);
            case Upos.Noun:
                return IsEventNoun(word.Lemma) || IsVerbWithParticle(word) || IsUnseenVerb(word);
            case Upos.Propn:
                // 'the Kursk Offensive', 'Peace Talks' in a headline; a name that merely ends like an event is none.
                return lexicon.EventNouns.Contains(word.Lemma.ToLowerInvariant()) && word.Relation is not (Deprel.Compound or Deprel.Flat);
            case Upos.Pron:
                return StandsForEvent(word);
            default:
                return false;
        }
    }

    /// <summary>'the ongoing turmoil', 'a damaged bridge': adjectives in the form of a participle name a state.</summary>
    private static bool IsParticipial(Token word) =>
        word.Relation == Deprel.Amod && word.Chars.Length >= 6 && (word.Chars.EndsWith("ed", StringComparison.Ordinal) || word.Chars.EndsWith("ing", StringComparison.Ordinal));

    /// <summary>'was due to fly', 'first due in May', which trees take now for a preposition; in 'due to the storm' it is one.</summary>
    private static bool IsDue(Token word) => word.Lemma == "due" && (word.Relation == Deprel.Mark || !word.Has(Deprel.Fixed));

    /// <summary>'reached a one-year high', 'a record low'.</summary>
    private static bool IsExtreme(Token word) =>
        word.Lemma is "high" or "low" && word.Relation is Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Nsubj or Deprel.NsubjPass && word.Has(Deprel.Det);

    /// <summary>'Japan, which accounts for', 'to lease and supply', 'the invitation reads': a verb that the tagger takes for a noun, but that stands where a clause does.</summary>
    private static bool IsUnseenVerb(Token word) =>
        !word.Has(Deprel.Cop) && !word.Has(Deprel.Det) && !word.Has(Deprel.Case)
        && (word.Has(Deprel.Nsubj) || word.Child(Deprel.Mark) is { Lemma: "to" } || word.Relation is Deprel.AclRelcl or Deprel.Xcomp && word.Has(Deprel.Obj));

    /// <summary>'This comes after the raid', 'the raid, which killed two': the pronoun stands for what happened.</summary>
    private bool StandsForEvent(Token word)
    {
        if (word.Xpos == "WDT") return word.Head is { Relation: Deprel.AclRelcl, Head: { Upos: Upos.Noun } told } && IsEventNoun(told.Lemma);
        return word is { Lemma: "this", Relation: Deprel.Nsubj or Deprel.Obl, Head: { } head }
            && (head.Upos == Upos.Verb || head.Lemma is "due" or "because" || head.Child(Deprel.Case) is { Lemma: "due" or "follow" or "after" or "because" or "amid" });
    }

    /// <summary>'the sell-off', 'a take-off', 'push-back', which the tokenizer parts at the hyphen.</summary>
    private static bool IsVerbWithParticle(Token word) =>
        word.Index + 2 < word.Sentence.End && word.Document[word.Index + 1].Chars is "-" && IsParticle(word.Document[word.Index + 2]);

    private static bool IsParticle(Token word) => word.Lemma is "off" or "up" or "back" or "out" or "down" or "over" or "away";

    private bool IsEventNoun(string lemma)
    {
        if (lexicon.EventNouns.Contains(lemma)) return true;
        if (lemma.Length < 6 || Things.Contains(lemma)) return false;
        foreach (var ending in Endings) if (lemma.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
