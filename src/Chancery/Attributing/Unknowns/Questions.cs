using Chancery.Linguistics;

namespace Chancery.Attributing.Unknowns;

/// <summary>Finds the question that a word leaves open: 'whether …', 'what …', or one word of them; a plain 'that' clause is none.</summary>
internal static class Questions
{
    /// <summary>True for a word that opens a question.</summary>
    internal static bool Opens(Token word) => word.Lemma is "whether" or "if" or "what" or "who" or "whom" or "whose" or "when" or "where" or "why" or "how" or "which";

    /// <summary>The question behind a word; of a subject clause also before it.</summary>
    internal static Token? Of(TextLayout layout, Token word)
    {
        foreach (var child in word.Children)
        {
            var isSubject = child.Relation is Deprel.Csubj or Deprel.CsubjPass;
            if (child.Index < word.Index && !isSubject) continue;
            if (!isSubject && !(child.Relation is Deprel.Ccomp or Deprel.Advcl or Deprel.AdvclRelcl or Deprel.Parataxis or Deprel.Obj or Deprel.Obl or Deprel.Nsubj or Deprel.NsubjPass
                || child.Relation is Deprel.Advmod && Opens(child) || child.Relation == Deprel.Xcomp && child.Child(Deprel.Mark)?.Lemma != "to" || child.Relation is Deprel.Acl or Deprel.AclRelcl && word.Upos is Upos.Noun or Upos.Adj)) continue;
            if (Opener(layout, child) is not { } opener || IsCircumstance(word, child, opener)) continue;
            return child;
        }
        return null;
    }

    /// <summary>'How many it held, it would not say': the question that opens the sentence or what stands behind a semicolon, whatever the tree takes it for.</summary>
    /// <param name="layout">The words.</param>
    /// <param name="word">The word that leaves it open.</param>
    /// <param name="start">First word of that word's group.</param>
    internal static WordRange? Before(TextLayout layout, Token word, int start)
    {
        var document = layout.Document;
        var first = start;
        while (first > word.Sentence.First && document[first - 1].Chars is not (";" or ":" or "—" or "–")) first--;
        while (first < start && document[first].Upos is Upos.Cconj or Upos.Punct) first++;
        if (first == start || !Opens(document[first]) || document[first].Lemma == "if" || document[first + 1].Xpos is "VBN" or "VBD" && document[first].Lemma is "when" or "where") return null;
        var end = start;
        while (end > first && document[end].Chars is not ",") end--;
        // nothing but the subject stands between the question and the word
        for (var between = end + 1; end > first && between < start; between++) if (document[between].Upos is Upos.Verb or Upos.Sconj) return null;
        if (end == first) end = document[start - 1] is { Upos: Upos.Pron, Lemma: "it" or "he" or "she" or "they" } ? start - 1 : start;
        for (var asked = first + 1; asked < end; asked++) if (document[asked].Upos == Upos.Verb || document[asked].Upos == Upos.Aux && document[asked].HeadIndex != word.Index) return new(first, end);
        return null;
    }

    private static Token? Opener(TextLayout layout, Token child)
    {
        var range = layout.Subtree(child.Index);
        for (var at = range.First; at <= child.Index; at++)
        {
            var word = layout.Document[at];
            if (Opens(word)) return word;
            if (word.Upos is not (Upos.Adp or Upos.Sconj or Upos.Adv or Upos.Punct)) return null;
        }
        return null;
    }

    /// <summary>'when asked'; 'when he left', unless it stands right behind the word or its particle.</summary>
    private static bool IsCircumstance(Token word, Token clause, Token opener)
    {
        if (opener.Lemma is not ("when" or "where" or "if") || clause.Relation is not (Deprel.Advcl or Deprel.AdvclRelcl) || clause == opener) return false;
        return opener.Index > word.Index + 2 || clause.Xpos is "VBN" or "JJ" && !clause.Has(Deprel.Nsubj) && !clause.Has(Deprel.NsubjPass);
    }
}
