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
            if (child.Index < noun.Index) continue;
            var taken = child.Relation switch
            {
                Deprel.Ccomp => cue.Allows(Takes.Clause),
                Deprel.Acl => child.Child(Deprel.Mark)?.Lemma == "to" ? cue.Allows(Takes.Phrase) : child.Has(Deprel.Mark) && cue.Allows(Takes.Clause),
                _ => false,
            };
            clause |= taken;
            if (taken || child.Relation.Universal() is Deprel.Nmod or Deprel.Obl or Deprel.Acl && cue.AllowsPhrase(Preposition(child)))
                draft.Add(layout.Subtree(child.Index));
        }
        return clause;
    }

    private static string Preposition(Token phrase) => Clause.Preposition(phrase) is { Length: > 0 } found ? found : phrase.Child(Deprel.Mark)?.Lemma ?? "";

    /// <summary>The owner of the noun, or the subject of the verb whose object the noun is: 'made a promise', 'voiced doubts'.</summary>
    private static Token? Source(Token noun)
    {
        if (noun.Child(Deprel.NmodPoss) is { } owner) return owner;
        var phrase = new Clause(noun);
        if ((phrase.Oblique("by") ?? phrase.Oblique("from")) is { } agent) return agent;
        return noun is { Relation: Deprel.Obj, Head: { } verb } && verb.Upos == Upos.Verb && !new Clause(verb).IsPassive ? SourceFinder.Of(verb) : null;
    }
}
