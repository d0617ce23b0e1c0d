using Chancery.Attributing.Cues;
using Chancery.Attributing.Quotations;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Relations;

/// <summary>Reads the relations whose cue is a noun: 'the minister's claim that …', 'reports of …', 'made a promise to …'.</summary>
internal static class NounRelations
{
    internal static void Find(TextLayout layout, QuoteIndex quotes, CueLexicon lexicon, List<Draft> drafts)
    {
        foreach (var noun in layout.Document.Tokens)
        {
            if (noun.Upos != Upos.Noun || lexicon.Noun(noun) is not { } cue) continue;
            var draft = Draft.Of(cue, noun.Index);
            if (Source(noun) is { } source) SourceFinder.Set(draft, layout, source);
            var clause = Fill(draft, layout, cue, noun);
            // A phrase alone makes a relation only where somebody is named: 'reports of looting' in general names no voice.
            if (draft.Content.Count == 0 || !clause && draft.SourceHead < 0) continue;
            quotes.Complete(draft);
            drafts.Add(draft);
        }
    }

    private static bool Fill(Draft draft, TextLayout layout, Cue cue, Token noun)
    {
        var clause = false;
        foreach (var child in noun.Children)
        {
            if (child.Index < noun.Index || IsPerusal(child)) continue;
            var taken = child.Relation switch
            {
                Deprel.Ccomp => cue.Allows(Takes.Clause),
                Deprel.Acl or Deprel.AclRelcl => child.Child(Deprel.Mark)?.Lemma == "to" ? cue.Allows(Takes.Phrase) : cue.Allows(Takes.Clause) && IsContentClause(layout, noun, child),
                _ => false,
            };
            clause |= taken;
            if (taken || child.Relation.Universal() is Deprel.Nmod or Deprel.Obl or Deprel.Acl && cue.AllowsPhrase(Preposition(child)))
                draft.Add(taken && Opener(noun) is { } opener ? new(opener.Index, Math.Max(layout.Right(child.Index), child.Index) + 1) : layout.Subtree(child.Index));
        }
        // 'have no doubt that they will come': the tree may hang the clause on the verb
        if (!clause && cue.Allows(Takes.Clause) && noun is { Relation: Deprel.Obj, Head: { } verb } && Lending.Contains(verb.Lemma)
            && verb.Child(Deprel.Ccomp) is { } told && told.Index > noun.Index && told.Child(Deprel.Mark)?.Lemma is "that")
        {
            draft.Add(layout.Subtree(told.Index));
            clause = true;
        }
        // 'the army's line is that the bridge fell'
        if (!clause && draft.SourceHead >= 0 && cue.Allows(Takes.Clause | Takes.Predicate) && noun is { Head: { } predicate } && noun.Relation.Universal() == Deprel.Nsubj && predicate.Child(Deprel.Cop) is { } copula && predicate.Child(Deprel.Mark) is { Lemma: "that" } that && copula.Index < that.Index && noun.Index < copula.Index && layout.Document[draft.SourceHead].Lemma is not ("I" or "we" or "my" or "our"))
        {
            draft.Add(new(that.Index, layout.Right(predicate.Index) + 1));
            clause = true;
        }
        return clause;
    }

    /// <summary>Verbs whose subject is who speaks by the noun: 'made a promise', 'voiced doubts'.</summary>
    private static readonly HashSet<string> Lending = new(StringComparer.Ordinal)
    {
        "make", "issue", "give", "have", "express", "voice", "raise", "repeat", "renew", "deliver", "release", "offer", "reiterate", "share", "harbor", "lodge", "file", "submit", "send", "hold", "take", "reach",
    };

    /// <summary>Verbs whose relative clause tells what was done with the noun: 'the claim that he made'.</summary>
    private static readonly HashSet<string> Handling = new(StringComparer.Ordinal) { "make", "give", "issue", "raise", "publish", "send", "receive", "hear", "say", "deliver", "submit", "reject", "offer" };

    /// <summary>'reports that I have read': a relative clause, whatever the tree makes of it.</summary>
    private static bool IsPerusal(Token clause) => clause.Lemma is "read" or "see" or "hear" or "get" or "find" && clause.Child(Deprel.Nsubj)?.Upos == Upos.Pron && !clause.Has(Deprel.Obj) && !clause.Has(Deprel.Ccomp);

    /// <summary>'the claim that the dam burst', told from 'the claim that he made' and 'the claim that surprised them'.</summary>
    private static bool IsContentClause(TextLayout layout, Token noun, Token clause)
    {
        var first = layout.Document[layout.Left(clause.Index)];
        if ((first.Lemma is "that" or "whether" ? first : Opener(noun)) is not { } opener) return clause.Has(Deprel.Mark) && clause.Relation == Deprel.Acl;
        var subject = clause.Child(Deprel.Nsubj) ?? clause.Child(Deprel.NsubjPass) ?? clause.Child(Deprel.Expl);
        return opener.Lemma == "whether" || subject is { } who && who != opener && !(Handling.Contains(clause.Lemma) && !clause.Has(Deprel.Obj));
    }

    /// <summary>The conjunction right behind the noun, wherever the tree hangs it: 'the claim that the dam burst was false'.</summary>
    private static Token? Opener(Token noun) =>
        noun.Index + 1 < noun.Sentence.End && noun.Document[noun.Index + 1] is { Lemma: "that" or "whether", Upos: Upos.Sconj } opener ? opener : null;

    private static string Preposition(Token phrase) => Clause.Preposition(phrase) is { Length: > 0 } found ? found : phrase.Child(Deprel.Mark)?.Lemma ?? "";

    /// <summary>The owner of the noun, or the subject of the verb whose object the noun is: 'made a promise', 'voiced doubts'.</summary>
    private static Token? Source(Token noun)
    {
        if (noun.Child(Deprel.NmodPoss) is { } owner) return owner;
        var phrase = new Clause(noun);
        if ((phrase.Oblique("by") ?? phrase.Oblique("from")) is { } agent) return agent;
        return noun is { Relation: Deprel.Obj, Head: { } verb } && Lending.Contains(verb.Lemma) && !new Clause(verb).IsPassive ? SourceFinder.Of(verb) : null;
    }
}
