using Chancery.Attributing.Cues;
using Chancery.Attributing.Quotations;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Relations;

/// <summary>Reads the relations whose cue is a verb: 'the minister said …', '… , he told reporters', 'is expected to …'.</summary>
internal static class VerbRelations
{
    internal static void Find(TextLayout layout, QuoteIndex quotes, CueLexicon lexicon, List<Draft> drafts)
    {
        foreach (var word in layout.Document.Tokens)
        {
            if ((word.Upos == Upos.Adj || word.Xpos == "VBN" && !word.Has(Deprel.OblAgent)) && Adjective(layout, quotes, lexicon, word, drafts)) continue;
            if (!IsVerb(word) || lexicon.Verb(word) is not { } cue) continue;
            var draft = Draft.Of(cue, word.Index);
            draft.Cue = CueRange(word);
            if (cue.Kind is AttributionKind.Cite) Cite(draft, layout, word);
            else if (!(cue.Allows(Takes.Quote) && quotes.At(word.Index) < 0 && SpeechFrame.Read(draft, layout, quotes, word)))
            {
                if (SourceFinder.Of(word) is { } source) SourceFinder.Set(draft, layout, source);
                Fill(draft, layout, cue, word);
            }
            quotes.Complete(draft);
            if (!Voice.IsHeard(layout.Document, draft, word)) continue;
            if (draft.Content.Count > 0 || cue.Allows(Takes.Quote) && !(draft.SourceHead < 0 && word.Xpos == "VBN")) drafts.Add(draft);
        }
    }

    /// <summary>'is sure that …', 'was critical of …'.</summary>
    private static bool Adjective(TextLayout layout, QuoteIndex quotes, CueLexicon lexicon, Token word, List<Draft> drafts)
    {
        if (!word.Has(Deprel.Cop) && !word.Has(Deprel.AuxPass) && word.Relation is not (Deprel.Xcomp or Deprel.Conj) || lexicon.Adjective(word) is not { } cue) return false;
        var draft = Draft.Of(cue, word.Index);
        if (Arguments.Subject(word) is not { } source || source.Lemma is "it" or "that" or "this") return false;
        SourceFinder.Set(draft, layout, source);
        foreach (var child in word.Children)
        {
            var taken = child.Relation switch
            {
                Deprel.Ccomp or Deprel.Csubj or Deprel.Advcl => cue.Allows(Takes.Clause) && child.Index > word.Index && !(child.Relation == Deprel.Advcl && child.Child(Deprel.Mark)?.Lemma is not "that"),
                Deprel.Obl or Deprel.Nmod => cue.AllowsPhrase(Clause.Preposition(child)),
                _ => false,
            };
            if (taken) draft.Add(layout.Subtree(child.Index));
        }
        if (draft.Content.Count == 0) return false;
        quotes.Complete(draft);
        drafts.Add(draft);
        return true;
    }

    /// <summary>A verb, or what was tagged a noun but has a subject and a complement: 'Beijing views the sale as …'.</summary>
    private static bool IsVerb(Token word) =>
        word.Upos == Upos.Verb || word is { Upos: Upos.Noun, Xpos: "NNS" } && word.Has(Deprel.Nsubj) && !word.Has(Deprel.Cop) && (word.Has(Deprel.Ccomp) || word.Has(Deprel.Obj) || word.Has(Deprel.Xcomp));

    private static void Fill(Draft draft, TextLayout layout, Cue cue, Token verb)
    {
        if (cue.Allows(Takes.Clause) && OpenedBy(verb, draft) is { } opened)
        {
            draft.Add(opened);
            return;
        }
        var clause = Complement(verb, cue);
        foreach (var child in verb.Children)
        {
            if (!IsContent(cue, verb, child, clause)) continue;
            draft.Add(child == clause ? Said(layout, verb, child) : layout.Subtree(child.Index));
        }
        // 'says 40 civilians and 11 soldiers were killed', where the tree takes the subject's 'and' for one between two acts
        if (draft.Content.Count == 0 && cue.Allows(Takes.Clause) && cue.Kind is AttributionKind.Say && cue.Stance == Stance.Asserts)
            foreach (var child in verb.Children)
                if (child.Relation == Deprel.Conj && child.Upos == Upos.Verb && layout.Left(child.Index) == draft.Cue.End && layout.Document[draft.Cue.End].Upos is not (Upos.Cconj or Upos.Punct) && (child.Has(Deprel.Nsubj) || child.Has(Deprel.NsubjPass))) draft.Add(layout.Subtree(child.Index));
        if (clause is { } said) AddOpening(draft, layout, verb, said);
        if (clause is null && Voice.IsTelling(draft.Kind) && cue.Allows(Takes.Clause) && Bare(verb, draft) is { } bare) draft.Add(bare);
        AddPurpose(draft, layout, verb);
        // 'a charge Chad denies': what the noun tells is denied
        if (draft.Content.Count == 0 && cue.Stance == Stance.Denies && cue.Kind == AttributionKind.Say && verb is { Relation: Deprel.AclRelcl, Head: { Upos: Upos.Noun } noun } && noun.Index < verb.Index) draft.Add(SourceFinder.Core(layout, noun));
        if (draft.Content.Count > 0 || !cue.Allows(Takes.Quote | Takes.Clause)) return;
        // 'Talks failed, the envoy was quoted as saying': the quoting is hung where the saying would be
        var inserted = verb is { Relation: Deprel.Advcl, Xpos: "VBG", Head: { } quoting } && verb.Child(Deprel.Mark)?.Lemma is "as" && new Clause(quoting).IsPassive ? quoting : verb;
        if (inserted.Index != verb.Index && inserted.Child(Deprel.Ccomp) is { } before && before.Index < inserted.Index)
        {
            draft.Add(layout.Subtree(before.Index));
            return;
        }
        // 'Talks failed, the envoy said' and 'as the envoy says': what is said is the clause that the saying hangs on.
        var hangs = inserted.Relation == Deprel.Parataxis || inserted.Index != verb.Index && inserted.Relation == Deprel.Ccomp && !inserted.Has(Deprel.Mark) || inserted.Relation == Deprel.Advcl && inserted.Child(Deprel.Mark)?.Lemma == "as";
        if (!hangs || inserted.Head is not { } governor) return;
        draft.Add(layout.Subtree(governor.Index));
        draft.Remove(layout.Subtree(inserted.Index));
    }

    /// <summary>'said Thursday that …' where the tree lost the clause: from its opening word to the end of the sentence.</summary>
    private static WordRange? OpenedBy(Token verb, Draft draft)
    {
        var sentence = verb.Sentence;
        for (var word = draft.Cue.End; word < sentence.End && word <= draft.Cue.End + 4; word++)
        {
            var token = verb.Document[word];
            if (token.Lemma is "that" && token.Upos is not Upos.Det)
                return token.Upos == Upos.Sconj && token.Head is { } told && told.HeadIndex == verb.Index ? null : new(word, sentence.End);
            if (token.Upos is Upos.Verb or Upos.Aux or Upos.Punct) return null;
        }
        return null;
    }

    /// <summary>'says going through a dark time has helped him': a clause without an opener that the tree took for an object.</summary>
    private static WordRange? Bare(Token verb, Draft draft)
    {
        var (document, sentence) = (verb.Document, verb.Sentence);
        for (var word = draft.Cue.End; word < sentence.End; word++)
        {
            var token = document[word];
            if (token.Upos == Upos.Punct && token.Chars is "," or ";" or ":" or "-" or "–" or "—" or "(") return null;
            if (token.Xpos is "WDT" or "WP" or "WRB" or "IN" && token.Upos == Upos.Sconj || token.Upos == Upos.Cconj) return null;
            if (word > draft.Cue.End + 1 && token.Xpos is "VBD" or "VBZ" or "VBP" or "MD") return new(draft.Cue.End, sentence.End);
        }
        return null;
    }

    /// <summary>'called on him to be banned': the infinitive right behind what was found belongs to it.</summary>
    private static void AddPurpose(Draft draft, TextLayout layout, Token verb)
    {
        if (draft.Content.Count == 0 || draft.Kind is not (AttributionKind.Demand or AttributionKind.Want or AttributionKind.Pledge or AttributionKind.Think)) return;
        var end = Math.Max(draft.Content[^1].End, draft.Cue.End);
        if (end + 1 >= verb.Sentence.End || layout.Document[end] is not { Lemma: "to", Upos: Upos.Part, Head: { } governed } || governed.Index <= end) return;
        draft.Add(new(end, Math.Max(layout.Right(governed.Index), governed.Index) + 1));
    }

    /// <summary>The clause up to a dash or semicolon behind which a new sentence begins: 'I think it is closed – nobody went there'.</summary>
    private static WordRange Said(TextLayout layout, Token verb, Token clause)
    {
        var range = layout.Subtree(clause.Index);
        // 'I think it is closed, but nobody went there': what one thinks oneself ends where the next clause begins
        if (verb.Child(Deprel.Nsubj)?.Lemma is "I" or "you" && clause.Index > verb.Index) range = range with { End = NextClause(layout.Document, clause.Index, range.End) };
        foreach (var child in clause.Children)
            if (child.Relation == Deprel.Parataxis && layout.Left(child.Index) is var left && left > clause.Index && left < range.End && layout.Document[left - 1].Chars is ";" or "-" or "–" or "—" or "--") range = range with { End = left };
        return range;
    }

    /// <summary>Where behind a predicate, and a comma or semicolon, another clause with a subject of its own begins.</summary>
    private static int NextClause(Document document, int predicate, int end)
    {
        for (var word = predicate + 1; word + 1 < end; word++)
        {
            if (document[word].Upos == Upos.Cconj ? document[word - 1].Chars is "," : document[word].Chars is not ("," or ";")) continue;
            if (document[word].Chars is ";") return word;
            if (document[word + 1].Relation == Deprel.Nsubj && document[word + 1].HeadIndex != predicate) return word;
        }
        return end;
    }

    /// <summary>'said that if it rained, …', 'says now that he is out, …': what stands between the cue and the clause belongs to the clause where it opens it.</summary>
    private static void AddOpening(Draft draft, TextLayout layout, Token verb, Token clause)
    {
        var (first, left) = (draft.Cue.End, layout.Left(clause.Index));
        if (left <= first || left - first > 40 || clause.Index < verb.Index) return;
        var opener = layout.Document[first];
        var opens = opener is { Lemma: "that", Upos: Upos.Sconj or Upos.Pron } || opener.Upos == Upos.Sconj && layout.Document[left - 1].Chars is ",";
        if (opens) draft.Add(new(first, left));
    }

    private static Token? Complement(Token verb, Cue cue)
    {
        if (!cue.Allows(Takes.Clause | Takes.Quote)) return null;
        foreach (var child in verb.Children)
            if (child.Relation is Deprel.Ccomp || child.Relation is Deprel.Csubj or Deprel.CsubjPass && verb.Has(Deprel.Expl)) return child;
        foreach (var child in verb.Children)
            if (child.Relation == Deprel.Parataxis && child.Index > verb.Index) return child;
        return null;
    }

    private static bool IsContent(Cue cue, Token verb, Token child, Token? clause)
    {
        if (child == clause) return true;
        switch (child.Relation)
        {
            case Deprel.Ccomp:
                return cue.Allows(Takes.Clause | Takes.Quote);
            case Deprel.Iobj:
                return clause is null && cue.Allows(Takes.Phrase) && (verb.Has(Deprel.Xcomp) || HasInfinitive(child));
            case Deprel.Xcomp:
                return cue.Allows(Takes.Phrase) && clause is null;
            case Deprel.Obj when child.Xpos is "WP" && child.Has(Deprel.AclRelcl):
                // 'knows what happened': a question that the tree reads as a thing
                return clause is null && cue.Allows(Takes.Clause | Takes.Quote);
            case Deprel.Obj:
                // With a clause the object is who is told; with a phrase it does what is said: 'urged both sides to stop'.
                return clause is null && (cue.Allows(Takes.Object) && !IsAddressee(cue, verb) || cue.Allows(Takes.Phrase) && (verb.Has(Deprel.Xcomp) || HasInfinitive(child)));
            case Deprel.NsubjPass or Deprel.CsubjPass:
                return cue.Allows(Takes.Object) && cue.Kind is not (AttributionKind.Tell or AttributionKind.Ask) || cue.Allows(Takes.Phrase) && verb.Has(Deprel.Xcomp);
            case Deprel.Obl or Deprel.Nmod:
                return cue.AllowsPhrase(Clause.Preposition(child)) && clause is null;
            case Deprel.Advcl:
                return child.Child(Deprel.Mark) is { } mark && cue.AllowsPhrase(mark.Lemma);
            default:
                return false;
        }
    }

    /// <summary>'told the crowd to leave', where the tree hangs the infinitive on the crowd.</summary>
    private static bool HasInfinitive(Token noun) => noun.Child(Deprel.Acl) is { } clause && clause.Child(Deprel.Mark)?.Lemma == "to";

    /// <summary>'asked the minister about the raid': who is asked is no content.</summary>
    private static bool IsAddressee(Cue cue, Token verb) =>
        cue.Kind is AttributionKind.Ask or AttributionKind.Tell && (verb.Has(Deprel.Obl) || verb.Has(Deprel.Iobj));

    /// <summary>'citing police': the object is the source, and what it is cited for is what the citing clause hangs on.</summary>
    private static void Cite(Draft draft, TextLayout layout, Token verb)
    {
        if (new Clause(verb).IsPassive)
        {
            // 'was quoted as saying': the saying is read by itself, the one who quotes is the agent.
            return;
        }
        if (verb.Child(Deprel.Obj) is not { } cited) return;
        SourceFinder.Set(draft, layout, cited);
        if (verb.Relation is not (Deprel.Advcl or Deprel.Parataxis or Deprel.Acl) || verb.Head is not { } governor) return;
        // 'Yonhap, citing a lawmaker, said that …': what the subject of the saying cites him for is what is said
        if (governor is { Relation: Deprel.Nsubj, Head: { } saying }) governor = saying;
        var told = governor.Child(Deprel.Ccomp) is { } clause && clause.Index > verb.Index ? clause : governor;
        draft.Add(layout.Subtree(told.Index));
        draft.Remove(layout.Subtree(verb.Index));
    }

    /// <summary>The verb with its auxiliaries, negation and particle.</summary>
    internal static WordRange CueRange(Token verb)
    {
        var (first, end) = (verb.Index, verb.Index + 1);
        while (first > 0 && verb.Document[first - 1] is var before && (before.HeadIndex == verb.Index ? before.Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Advmod : Arguments.IsLent(before, verb))) first--;
        while (end < verb.Document.Count && verb.Document[end] is var behind && behind.HeadIndex == verb.Index && behind.Relation == Deprel.CompoundPrt) end++;
        return new(first, end);
    }
}
