using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Parts what somebody says from the answer that the report sets behind it: 'India said it had hit the base, which Pakistan denied', '…, a claim denied by Pakistan'. India says nothing of a denial.</summary>
internal static class Rejoinders
{
    internal static void Part(TextLayout layout, List<Draft> drafts)
    {
        foreach (var answer in drafts)
        {
            if (answer.Stance != Stance.Denies || answer.CueWord < 0 || Rejoinder(layout, layout.Document[answer.CueWord]) is not { } words) continue;
            answer.Rejoinder = words;
            foreach (var draft in drafts)
                if (draft != answer && !draft.Quoted && draft.Cue.End <= words.First) draft.Remove(words);
        }
    }

    /// <summary>The words of an answer that a comma sets off behind what it answers: a relative clause with 'which', or a noun for what was said with whoever denies it.</summary>
    private static WordRange? Rejoinder(TextLayout layout, Token denial)
    {
        if (denial.Head is not { } noun) return null;
        var clause = layout.Subtree(denial.Index);
        // 'India had hit the base, the army said, which Pakistan denied', where the tree takes the answer for what was said
        if (denial.Relation is not (Deprel.AclRelcl or Deprel.Acl)) return IsSetOff(layout.Document, clause, out var opening) && layout.Document[opening] is { Lemma: "which", Relation: Deprel.Obj } asked && asked.HeadIndex == denial.Index ? clause with { First = opening } : null;
        if (IsSetOff(layout.Document, clause, out var first) && layout.Document[first].Lemma is "which") return clause with { First = first };
        var phrase = layout.Subtree(noun.Index);
        return noun.Relation == Deprel.Appos && IsSetOff(layout.Document, phrase, out first) ? phrase with { First = first } : null;
    }

    /// <summary>True where a comma stands before the words, or is the first of them.</summary>
    private static bool IsSetOff(Document document, WordRange words, out int first)
    {
        first = document[words.First].Chars is "," ? words.First + 1 : words.First;
        return first < words.End && first > document[first].Sentence.First && document[first - 1].Chars is ",";
    }
}
