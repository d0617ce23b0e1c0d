using Chancery.Attributing.Cues;
using Chancery.Attributing.Quotations;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Relations;

/// <summary>Reads the relations whose cue is a preposition or an adverb: 'according to police', 'reportedly'.</summary>
internal static class PhraseRelations
{
    internal static void Find(TextLayout layout, QuoteIndex quotes, CueLexicon lexicon, List<Draft> drafts)
    {
        foreach (var word in layout.Document.Tokens)
        {
            if (word.Upos == Upos.Adv && lexicon.Adverb(word) is { } adverb) Adverb(layout, quotes, adverb, word, drafts);
            else if (word.Upos is Upos.Adp or Upos.Verb or Upos.Sconj or Upos.Cconj or Upos.Adv or Upos.Part)
                foreach (var phrase in lexicon.Phrases(word.Text))
                    if (Phrase(layout, quotes, phrase, word, drafts)) break;
        }
    }

    private static void Adverb(TextLayout layout, QuoteIndex quotes, Cue cue, Token adverb, List<Draft> drafts)
    {
        if (adverb.Relation != Deprel.Advmod || adverb.Head is not { } told) return;
        var draft = Draft.Of(cue, adverb.Index);
        draft.Add(layout.Subtree(told.Index));
        quotes.Complete(draft);
        drafts.Add(draft);
    }

    /// <summary>Words a source takes up at most between the two parts of a phrase.</summary>
    private const int Longest = 10;

    /// <summary>Reads one phrase that may begin here; false where it does not.</summary>
    private static bool Phrase(TextLayout layout, QuoteIndex quotes, CuePhrase phrase, Token first, List<Draft> drafts)
    {
        var (document, cue) = (layout.Document, phrase.Cue);
        var end = first.Index + phrase.Words.Length;
        if (end >= first.Sentence.End || !Stands(document, phrase.Words, first.Index)) return false;
        if (phrase.Behind.Length > 0) return Aside(layout, quotes, phrase, first, drafts);
        if (Source(first, end) is not { Head: { } told } source || cue.Heads.Length > 0 && Array.IndexOf(cue.Heads, source.Lemma) < 0) return false;
        // A phrase that hangs on a noun speaks for that noun's clause only where it closes it off: 'in a report'.
        if (told.Upos is not (Upos.Verb or Upos.Adj) && cue.Heads.Length > 0 && !told.Has(Deprel.Cop)) return false;
        var draft = Draft.Of(cue, first.Index);
        draft.Cue = new(first.Index, end);
        SourceFinder.Set(draft, layout, source);
        draft.Source = draft.Source with { First = Math.Max(end, draft.Source.First) };
        if (draft.Source.IsEmpty) return false;
        if (phrase.IsOwned && Owner(source) is { } owner)
        {
            // 'in my opinion': who says so speaks anyhow
            if (owner.Lemma is "my" or "our" or "I" or "we") return false;
            draft.SourceHead = (owner.Upos == Upos.Pron ? Arguments.Subject(told) ?? owner : owner).Index;
        }
        AddContent(draft, layout, quotes, told, source);
        return Keep(draft, quotes, drafts);
    }

    private static bool Keep(Draft draft, QuoteIndex quotes, List<Draft> drafts)
    {
        if (draft.Content.Count == 0) return false;
        quotes.Complete(draft);
        drafts.Add(draft);
        return true;
    }

    /// <summary>'To hear the army tell it, …', '…, if the army is to be believed': the source stands within the phrase, and the rest of the sentence is on its word.</summary>
    private static bool Aside(TextLayout layout, QuoteIndex quotes, CuePhrase phrase, Token first, List<Draft> drafts)
    {
        var (document, sentence) = (layout.Document, first.Sentence);
        var begin = first.Index + phrase.Words.Length;
        var end = begin;
        while (end < sentence.End && end - begin <= Longest && document[end].Upos != Upos.Punct && !Stands(document, phrase.Behind, end)) end++;
        if (end == begin || !Stands(document, phrase.Behind, end) || Source(first, begin) is not { } source || source.Index >= end) return false;
        var close = end + phrase.Behind.Length;
        var opens = first.Index == sentence.First && close < sentence.End && document[close].Chars is ",";
        if (!opens && (first.Index == sentence.First || document[first.Index - 1].Chars is not ("," or "—" or "–" or "("))) return false;
        var draft = Draft.Of(phrase.Cue, first.Index);
        (draft.SourceHead, draft.Source, draft.Cue) = (source.Index, new(begin, end), new(first.Index, begin));
        if (!opens) draft.Add(new(sentence.First, first.Index - 1));
        if (close < sentence.End - 1 && document[close].Upos == Upos.Punct && (opens || IsClosed(document, sentence, close))) draft.Add(new(close + 1, sentence.End));
        return Keep(draft, quotes, drafts);
    }

    private static bool Stands(Document document, string[] words, int first)
    {
        if (first + words.Length > document.Count) return false;
        for (var i = 0; i < words.Length; i++)
            if (!document[first + i].Chars.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    /// <summary>Whose account it is: 'the army's', 'of a French officer', 'kept by the union'.</summary>
    private static Token? Owner(Token account)
    {
        if (account.Child(Deprel.NmodPoss) is { } owner) return owner;
        foreach (var child in account.Children)
        {
            if (child.Relation == Deprel.Nmod && child.Child(Deprel.Case) is { Lemma: "of" or "by" or "from" } preposition && (preposition.Lemma != "of" || IsSomebody(child))) return child;
            // 'a count kept by the union'
            if (child is { Relation: Deprel.Acl, Xpos: "VBN" or "VBD" } && (child.Child(Deprel.OblAgent) ?? new Clause(child).Oblique("by")) is { } keeper) return keeper;
        }
        return null;
    }

    /// <summary>Tells 'the count of the union' from 'a count of the losses' and 'an estimate of this month'.</summary>
    private static bool IsSomebody(Token owner) =>
        owner.Upos is Upos.Propn or Upos.Pron || owner.Lemma is not ("day" or "week" or "month" or "year") && (owner.Xpos is "NN" && owner.Has(Deprel.Det) || owner.Has(Deprel.NmodPoss) || owner.Has(Deprel.Amod));

    /// <summary>
    /// What the phrase speaks for: all that stands before the comma that sets it off, all behind it where it opens the sentence, else the clause it hangs on.
    /// </summary>
    private static void AddContent(Draft draft, TextLayout layout, QuoteIndex quotes, Token told, Token source)
    {
        var document = layout.Document;
        var sentence = source.Sentence;
        var end = draft.Source.End;
        if (QuoteBehind(quotes, sentence, end) is >= 0 and var quote)
        {
            quotes.Claim(quote, draft);
            return;
        }
        // 'boats which, according to the navy, had sunk': the relative clause goes on behind the comma
        if (draft.Cue.First - sentence.First > 2 && document[draft.Cue.First - 1].Chars is "," && document[draft.Cue.First - 2].Xpos is "WDT" or "WP" && end < sentence.End - 1 && document[end].Chars is ",")
        {
            draft.Add(new(end + 1, sentence.End));
            return;
        }
        var isInside = draft.Cue.First > sentence.First;
        var isSetOff = isInside && document[draft.Cue.First - 1].Chars is ",";
        // 'rebels took the fort, where 300 men surrendered, according to a spokesman': set off at the end it speaks for all
        if (told.Relation == Deprel.AclRelcl && isInside && !(isSetOff && Closes(document, sentence, end)) && layout.Subtree(told.Index).Contains(draft.Cue.First))
        {
            draft.Add(layout.Subtree(told.Index));
            draft.Remove(draft.Cue.Union(draft.Source));
            return;
        }
        // 'has learned that according to a post made today, …': it opens the clause, up to the comma behind the source
        var opens = draft.Cue.First - sentence.First <= 1 || document[draft.Cue.First - 1] is { Lemma: "that", Upos: Upos.Sconj };
        if (opens && Comma(document, sentence, end) is { } comma && comma > end) draft.Source = draft.Source with { End = end = comma };
        if (opens || isSetOff)
        {
            if (!opens) draft.Add(new(sentence.First, draft.Cue.First));
            if (end < sentence.End - 1 && document[end].Chars is "," && (opens || IsClosed(document, sentence, end))) draft.Add(new(end + 1, sentence.End));
            if (draft.Content.Count > 0) return;
        }
        draft.Add(end >= sentence.End - 1 ? new(sentence.First, draft.Cue.First) : layout.Subtree(told.Index));
        draft.Remove(draft.Cue.Union(draft.Source));
    }

    /// <summary>True where nothing follows the source but its name: 'its spokesman, Ann Lee.'</summary>
    private static bool Closes(Document document, Sentence sentence, int end)
    {
        var at = end;
        if (at < sentence.End && document[at].Chars is ",") at++;
        while (at < sentence.End && document[at].Upos == Upos.Propn) at++;
        return at >= sentence.End - 1;
    }

    /// <summary>The comma that ends an opening phrase.</summary>
    private static int? Comma(Document document, Sentence sentence, int word)
    {
        for (var at = word; at < sentence.End - 1 && at - word <= 10; at++)
            if (document[at].Chars is ",") return at;
        return null;
    }

    /// <summary>'in the words of the judge, Ann Lee, "…"': the words themselves, a few commas behind the source.</summary>
    private static int QuoteBehind(QuoteIndex quotes, Sentence sentence, int word)
    {
        for (var at = word; at < sentence.End - 1 && at - word < 8; at++)
        {
            if (quotes.At(at) is >= 0 and var quote) return at > word && quotes.Ranges[quote].End - at >= 5 ? quote : -1;
            if (sentence.Document[at].Upos is not (Upos.Punct or Upos.Propn or Upos.Noun or Upos.Det or Upos.Adj)) return -1;
        }
        return -1;
    }

    /// <summary>The words behind an inserted phrase go on with the sentence where a verb follows at once: 'the dam, according to police, burst'.</summary>
    private static bool IsClosed(Document document, Sentence sentence, int comma) =>
        comma + 1 < sentence.End && document[comma + 1].Upos is Upos.Verb or Upos.Aux or Upos.Adp;

    /// <summary>The noun that the phrase introduces: what its first word hangs on, or the first word behind it that heads a phrase.</summary>
    private static Token? Source(Token first, int end)
    {
        var sentence = first.Sentence;
        for (var word = end; word < sentence.End; word++)
        {
            var token = first.Document[word];
            if (token.Upos is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num)) continue;
            for (var step = 0; step < 8 && token.Head is { } head && head.Index >= end && token.Relation.Universal() is not (Deprel.Nsubj or Deprel.Obj or Deprel.Obl or Deprel.Conj); step++)
            {
                if (head.Upos == Upos.Verb) break;
                token = head;
            }
            return token;
        }
        return null;
    }
}
