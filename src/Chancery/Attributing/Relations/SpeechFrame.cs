using Chancery.Attributing.Quotations;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Attributing.Relations;

/// <summary>Reads a cue set off by punctuation from what is said: '"…," the envoy said', '…, said the envoy', '…, officials say, …'.</summary>
/// <remarks>
/// Trees of such sentences go wrong more often than others, since the words said and the words of saying are two sentences in one, while
/// commas and quotation marks show the seam plainly.
/// </remarks>
internal static class SpeechFrame
{
    /// <summary>Words a speaker and a time may take up between the seam and the cue.</summary>
    private const int Longest = 14;

    /// <summary>Words a speaker takes up whom no comma parts from the cue.</summary>
    private const int LongestPlain = 8;

    /// <summary>Phrases between commas that may tell more of a speaker: name, office and a relative clause.</summary>
    private const int MostTold = 3;

    /// <summary>Sets content and source where the punctuation shows them; false where it does not.</summary>
    internal static bool Read(Draft draft, TextLayout layout, QuoteIndex quotes, Token verb)
    {
        var document = layout.Document;
        var sentence = verb.Sentence;
        var left = draft.Cue.First - 1;
        while (left >= sentence.First && !IsSeam(document[left]) && quotes.At(left) < 0 && draft.Cue.First - left <= Longest) left--;
        var right = draft.Cue.End;
        while (right < sentence.End && !IsSeam(document[right]) && quotes.At(right) < 0 && right - draft.Cue.End <= Longest) right++;
        var before = new WordRange(left + 1, draft.Cue.First);
        var behind = new WordRange(draft.Cue.End, right);
        var apposed = before.IsEmpty ? SeamBefore(document, sentence, quotes, left) : null;
        if (apposed is { } seam) before = new((left = seam) + 1, draft.Cue.First);
        if (IsSpeakerOfQuote(quotes, document, sentence, ref left)) before = new(left + 1, draft.Cue.First);
        var quoted = left < sentence.First && draft.Cue.First - sentence.First > 4 ? -1 : QuoteEndingAt(layout, quotes, left, sentence);
        // 'marched, burning flags to protest': what is meant as a purpose is no word of saying
        if (quoted < 0 && verb.Child(Deprel.Mark)?.Lemma == "to") return false;
        // 'at an estimated cost'
        if (quoted < 0 && verb.Relation == Deprel.Amod) return false;
        // 'the prosecutors, who accuse him of treason': what stands before the comma is not what they say
        if (quoted < 0 && (verb.Relation == Deprel.AclRelcl || verb.Child(Deprel.Obj)?.Index == before.First) && !before.IsEmpty && document[before.First].Xpos is "WP" or "WDT") return false;
        // 'accused them of lying, a charge they deny': what the noun stands for they say nothing of but that
        if (quoted < 0 && verb is { Relation: Deprel.AclRelcl, Head: { Upos: Upos.Noun } told } && before.Contains(told.Index) && verb.Has(Deprel.Nsubj)) return false;
        if (quoted < 0 && (!IsSaidBefore(document, sentence, left, before, behind, apposed is null ? LongestPlain : MostTold * Longest) || IsBeside(document, verb, sentence, left, before, behind))) return false;
        if (quoted < 0 && apposed is null && (draft.Cue.First - left > Longest || HasPredicate(document, before))) return false;
        // Behind 'told' stands who is told.
        var named = apposed is null ? null : Named(document, before);
        if ((named ?? Speaker(layout, verb, before, draft.Kind == AttributionKind.Tell ? default : behind)) is not { } speaker) return false;
        // 'it was announced', 'whose text was agreed on': nobody is named
        if (verb.Has(Deprel.AuxPass) && (speaker.Lemma is "it" || speaker.Relation == Deprel.NsubjPass && before.Contains(speaker.Index) && document[before.First].Xpos is "WP$" or "WDT")) return false;
        if (apposed is not null) (draft.SourceHead, draft.Source) = (speaker.Index, new(before.First, before.End - 1));
        else SetSource(draft, layout, speaker, before.Contains(speaker.Index) ? before : behind);
        if (quoted >= 0)
        {
            var said = quotes.Ranges[quoted];
            draft.Add(new(Math.Min(said.First, sentence.First), said.End));
            quotes.Claim(quoted, draft);
            TakeBehind(draft, quotes, document, behind.End);
            return true;
        }
        draft.Add(new(sentence.First, left));
        if (right < sentence.End - 1 && document[right].Chars is "," && !HasPredicate(document, behind)) draft.Add(new(right + 1, sentence.End));
        return true;
    }

    /// <summary>'"…," Ann Lee, who leads the union, told reporters': behind the comma before the cue there may be more of the speaker, back to the quotation.</summary>
    private static bool IsSpeakerOfQuote(QuoteIndex quotes, Document document, Sentence sentence, ref int left)
    {
        if (left < sentence.First || quotes.At(left) >= 0 || document[left].Chars is not ("," or ")" or "-" or "–" or "—")) return false;
        var at = left - 1;
        while (at >= sentence.First && quotes.At(at) < 0 && left - at <= 3 * Longest) at--;
        if (at < sentence.First || quotes.At(at) is not (>= 0 and var quote) || !IsSpeech(quotes.Ranges[quote]) || at == left - 1) return false;
        if (document[at + 1].Upos is not (Upos.Propn or Upos.Noun or Upos.Det or Upos.Adj or Upos.Pron) || document[at + 1].Lemma is "which" or "that") return false;
        left = at;
        return true;
    }

    /// <summary>'"…," he said, "…"': the quotation goes on behind the comma.</summary>
    private static void TakeBehind(Draft draft, QuoteIndex quotes, Document document, int word)
    {
        if (word + 1 < document.Count && document[word].Chars is "," && quotes.At(word + 1) is >= 0 and var next && quotes.Claimed[next] is null) quotes.Claim(next, draft);
    }

    private static int QuoteEndingAt(TextLayout layout, QuoteIndex quotes, int left, Sentence sentence)
    {
        var document = layout.Document;
        // '"Why now?" he asked.' is cut into two sentences: only a quotation that is not over may reach into the next one.
        if (left < sentence.First) return left >= 2 && layout.ParagraphOf(sentence.Index - 1) == layout.ParagraphOf(sentence.Index) && quotes.At(left) is >= 0 and var earlier && quotes.Ranges[earlier].End == left + 1 && document[left - 1].Chars is "?" or "!" or "," ? earlier : -1;
        if (quotes.At(left) is >= 0 and var quote) return IsSpeech(quotes.Ranges[quote]) || document[left - 1].Chars is "," ? quote : -1;
        return document[left].Chars is "," && left > 0 && quotes.At(left - 1) is >= 0 and var closed ? closed : -1;
    }

    /// <summary>
    /// 'Gunmen took 287 pupils, its headmaster, Sani Abdullahi, said', '…, Wilker Dias, the director, who was there, said': the comma before a speaker of whom more is told between commas, where
    /// what stands before it is a clause; null where there is none.
    /// </summary>
    private static int? SeamBefore(Document document, Sentence sentence, QuoteIndex quotes, int comma)
    {
        if (comma <= sentence.First || document[comma].Chars is not ",") return null;
        var end = comma;
        for (var told = 0; told <= MostTold; told++)
        {
            var at = end - 1;
            while (at > sentence.First && document[at].Chars is not "," && quotes.At(at) < 0 && end - at <= Longest) at--;
            if (at <= sentence.First || document[at].Chars is not ",") return null;
            var phrase = new WordRange(at + 1, end);
            var isName = IsNounPhrase(document, phrase);
            if (told > 0 && isName) return HasPredicate(document, new(sentence.First, at)) ? at : null;
            if (!isName && (phrase.IsEmpty || document[phrase.First].Lemma is not ("who" or "which"))) return null;
            end = at;
        }
        return null;
    }

    /// <summary>The name among the phrases between commas that tell of a speaker, as against what office is held.</summary>
    private static Token? Named(Document document, WordRange speaker)
    {
        for (var first = speaker.First; first < speaker.End; first++)
        {
            var end = first;
            while (end < speaker.End && document[end].Chars is not "," && document[end].Upos is Upos.Propn or Upos.Punct) end++;
            if (end > first && (end == speaker.End || document[end].Chars is ","))
            {
                var head = document[first];
                while (head.Relation.Universal() is Deprel.Flat or Deprel.Compound && head.Head is { } above && above.Index >= first && above.Index < end) head = above;
                return head;
            }
            while (first < speaker.End && document[first].Chars is not ",") first++;
        }
        return null;
    }

    /// <summary>A phrase that opens as a name or an office does, and holds no verb.</summary>
    private static bool IsNounPhrase(Document document, WordRange phrase)
    {
        if (phrase.IsEmpty || document[phrase.First] is not ({ Upos: Upos.Noun or Upos.Propn or Upos.Det or Upos.Adj } or { Xpos: "PRP$" })) return false;
        for (var word = phrase.First; word < phrase.End; word++) if (document[word].Upos is Upos.Verb or Upos.Aux or Upos.Cconj or Upos.Sconj) return false;
        return true;
    }

    private static bool IsSpeech(WordRange quote) => quote.End - quote.First >= 5;

    /// <summary>A clause stands before the comma, and behind the cue nothing that could be said.</summary>
    private static bool IsSaidBefore(Document document, Sentence sentence, int left, WordRange before, WordRange behind, int longest) =>
        left >= sentence.First + 1 && document[left].Chars is "," && before.End - before.First <= longest
        && (HasPredicate(document, new(sentence.First, left)) || IsInserted(document, sentence, left, behind))
        && !HasPredicate(document, behind) && (behind.End >= sentence.End - 1 || document[behind.End].Chars is ",") && behind.End - behind.First <= Longest;

    /// <summary>'If they attack, Israel will respond', 'They attacked, and Israel responded': what stands before the comma goes with the cue or before it, and nobody says it.</summary>
    private static bool IsBeside(Document document, Token verb, Sentence sentence, int left, WordRange before, WordRange behind)
    {
        if (!before.IsEmpty && document[before.First].Upos == Upos.Cconj) return true;
        if (document[sentence.First] is not ({ Upos: Upos.Sconj or Upos.Aux } or { Xpos: "WRB" or "IN" })) return false;
        // 'If it rains, he said, the match is off': the condition belongs to what follows; 'If they attack, Israel will respond, he said'
        if (behind.End < sentence.End - 1 && !(verb.Relation == Deprel.Ccomp && verb.HeadIndex > verb.Index)) return false;
        foreach (var child in verb.Children)
            if (child.Relation == Deprel.Advcl && child.Index < left && document[sentence.First].IsWithin(child)) return !HasPredicateBeyond(document, child, left);
        return false;
    }

    /// <summary>'If it rains, the match is off, he said': behind the condition stands the clause it belongs to.</summary>
    private static bool HasPredicateBeyond(Document document, Token clause, int left)
    {
        for (var word = clause.Index + 1; word < left; word++)
            if (document[word] is { Upos: Upos.Verb or Upos.Aux, Xpos: "VBD" or "VBZ" or "VBP" or "MD" } verb && !verb.IsWithin(clause)) return true;
        return false;
    }

    /// <summary>'The park, he says, is closed.', 'The park, he told reporters afterwards, is closed.'</summary>
    private static bool IsInserted(Document document, Sentence sentence, int left, WordRange behind) =>
        behind.End - behind.First <= LongestPlain && behind.End < sentence.End - 2 && document[behind.End].Chars is "," && document[left - 1].Upos is Upos.Noun or Upos.Propn or Upos.Pron
        && document[behind.End + 1].Upos is Upos.Verb or Upos.Aux;

    private static bool HasPredicate(Document document, WordRange range)
    {
        for (var word = range.First; word < range.End; word++)
            if (document[word].Upos is Upos.Verb or Upos.Aux && document[word].Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "VB") return true;
        return false;
    }

    /// <summary>The head of the phrase next to the cue: before it ('the envoy said'), else behind it ('said the envoy').</summary>
    private static Token? Speaker(TextLayout layout, Token verb, WordRange before, WordRange behind)
    {
        foreach (var range in (ReadOnlySpan<WordRange>)[before, behind])
        {
            if (range.IsEmpty) continue;
            Token? last = null;
            for (var word = range.First; word < range.End; word++)
            {
                var token = layout.Document[word];
                if (token.Relation.Universal() == Deprel.Nsubj && token.HeadIndex == verb.Index) return token;
                if ((token.Upos is Upos.Adp or Upos.Verb || token.Chars is ",") && last is not null) break;
                if (token.Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num && token.Relation is not (Deprel.OblUnmarked or Deprel.NmodPoss) && !Clause.IsDay(token)) last = token;
            }
            // 'announced Vladimir Medinsky': the tree hangs a name on its first word
            while (last is { Relation: Deprel.Flat, Head: { } name } && range.Contains(name.Index)) last = name;
            if (last is not null) return last;
        }
        return null;
    }

    /// <summary>The speaker's phrase as the tree has it, kept between the seam and the cue; where the tree has it elsewhere, the words between.</summary>
    private static void SetSource(Draft draft, TextLayout layout, Token head, WordRange room)
    {
        var range = SourceFinder.Extent(layout, head, draft.CueWord);
        draft.SourceHead = head.Index;
        if (room.First < draft.Cue.First) range = new(Math.Max(range.First, room.First), Math.Min(range.End, room.End));
        else range = range with { First = Math.Max(range.First, room.First) };
        draft.Source = range.IsEmpty ? new(head.Index, head.Index + 1) : range;
        // 'The prime minister, Ann Lee, said': the office before the comma names the same speaker
        if (room.First < draft.Cue.First && head is { Relation: Deprel.Appos, Head: { } office } && office.Index < head.Index && head.Index - office.Index < Longest && office.Upos is Upos.Noun or Upos.Propn
            && layout.Left(office.Index) is var first && head.Index - first < 2 * Longest && office.Relation.Universal() is Deprel.Nsubj or Deprel.Root or Deprel.Obl or Deprel.Parataxis) draft.Source = draft.Source with { First = Math.Max(first, head.Sentence.First) };
    }

    private static bool IsSeam(Token token) => token.Upos == Upos.Punct && token.Chars is "," or ";" or ":" or "-" or "–" or "—" or "--" or "(" or ")" or ".";
}
