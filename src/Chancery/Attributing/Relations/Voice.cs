using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Relations;

/// <summary>Tells the relations in which somebody is heard from words that merely look so: 'the list shows prices', 'we write books', 'that means war'.</summary>
internal static class Voice
{
    /// <summary>Whether the verb this draft was read from gives a content on somebody's word.</summary>
    internal static bool IsHeard(Document document, Draft draft, Token verb)
    {
        if (IsLonePronoun(document, draft)) return false;
        if (draft.SourceHead < 0) return IsUnnamed(draft, verb);
        var source = document[draft.SourceHead];
        if (!draft.Quoted && IsNaming(verb)) return false;
        // what nobody says is on nobody's word
        if (IsQuestionWord(source) || Nobody.Is(source)) return false;
        // 'the guards were to blame for the fire': they blame nobody
        if (verb.Child(Deprel.Mark)?.Lemma == "to" && (verb.Child(Deprel.Cop) ?? verb.Child(Deprel.Aux))?.Lemma == "be" && draft.Kind is AttributionKind.Say or AttributionKind.Judge && !verb.Has(Deprel.Obj) && !verb.Has(Deprel.Ccomp)) return false;
        // 'wants to resume the talks' tells of an intention on the report's word; 'hopes that they resume' gives the hope itself
        if (draft.Kind == AttributionKind.Want && !draft.Quoted && verb.Child(Deprel.Xcomp) is { } aim && !aim.Has(Deprel.Nsubj) && !verb.Has(Deprel.Obj)) return false;
        var clause = draft.Quoted || HasClause(verb) || draft.Content.Count == 0;
        // 'we want', 'I thank you', 'we write books': wanting, judging and making are no report of what anyone said; 'I think it will', 'we hope that it does' are
        if (source.Lemma is "I" or "we" or "you") return IsTelling(draft.Kind) ? clause || HasFiniteVerb(document, draft) : draft.Kind == AttributionKind.Want && clause;
        // 'Chad, which accuses Mali of shelling the town': somebody named speaks
        if (source.Xpos is "WDT" or "WP" && Arguments.Antecedent(source) is { Upos: Upos.Propn } && draft.Kind is AttributionKind.Say or AttributionKind.Tell && HasDeed(document, draft)) return true;
        // 'which recognizes excellence', 'that means war': a thing that a relative or demonstrative points to speaks only where it says a whole clause
        if (source.Xpos is "WDT" or "DT" || source.Lemma is "this" or "that" or "which") return clause && draft.Kind is AttributionKind.Say or AttributionKind.Tell or AttributionKind.Show && verb.Lemma != "mean";
        return verb.Lemma != "mean" || source.Upos == Upos.Pron;
    }

    private static bool HasDeed(Document document, Draft draft)
    {
        foreach (var range in draft.Content)
            for (var word = range.First; word < range.End; word++)
                if (document[word] is { Upos: Upos.Verb, Xpos: "VBG" or "VBD" or "VBN" }) return true;
        return false;
    }

    /// <summary>'a group called the Sea Org', 'they call him the Birdman': what somebody's name is, is on nobody's word.</summary>
    private static bool IsNaming(Token verb) =>
        verb.Lemma is "call" or "name" or "dub" or "nickname" && (verb.Child(Deprel.Xcomp)?.Upos == Upos.Propn || verb.Relation == Deprel.Acl && verb.Child(Deprel.Obj)?.Upos == Upos.Propn);

    internal static bool IsTelling(AttributionKind kind) => kind is AttributionKind.Say or AttributionKind.Tell or AttributionKind.Think or AttributionKind.Know or AttributionKind.Show;

    /// <summary>
    /// With nobody named a passive tells what is said or held in general ('it was reported that', 'is expected to', 'was widely seen as'). An active
    /// verb always has a speaker: where none was found the tree is wrong, or it is a command to the reader ('see the map').
    /// </summary>
    private static bool IsUnnamed(Draft draft, Token verb) => draft.Kind switch
    {
        AttributionKind.Say => new Clause(verb).IsPassive && (HasClause(verb) || verb.Has(Deprel.AuxPass) && IsOf(verb)),
        AttributionKind.Think or AttributionKind.Ask or AttributionKind.Judge => new Clause(verb).IsPassive && verb.Has(Deprel.AuxPass),
        _ => false,
    };

    /// <summary>'is accused of lying', 'is blamed for the fire'.</summary>
    private static bool IsOf(Token verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Universal() is Deprel.Obl or Deprel.Advcl && (child.Child(Deprel.Mark) ?? child.Child(Deprel.Case))?.Lemma is "of" or "for") return true;
        return false;
    }

    private static bool HasClause(Token verb) => verb.Has(Deprel.Ccomp) || verb.Has(Deprel.Csubj) || verb.Has(Deprel.CsubjPass) || verb.Has(Deprel.Parataxis);

    private static bool HasFiniteVerb(Document document, Draft draft)
    {
        foreach (var range in draft.Content)
            for (var word = range.First; word < range.End; word++)
                if (document[word].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    /// <summary>'said it': a lone pronoun is no content.</summary>
    private static bool IsLonePronoun(Document document, Draft draft) =>
        draft.Content is [{ } only] && only.End - only.First == 1 && document[only.First].Upos == Upos.Pron && document[only.First].Xpos is "PRP" or "DT";

    /// <summary>'unclear who ordered the raid': a question word names nobody; in capitals it is the health organization.</summary>
    private static bool IsQuestionWord(Token source) =>
        source.Chars is not "WHO" && source is { Xpos: "WP", Head: { Relation: Deprel.Ccomp or Deprel.Csubj or Deprel.AdvclRelcl or Deprel.Root } };
}
