using Chancery.Attributing.Quotations;
using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Gives the quotations that no tree could tie to a cue to the speaker near them.</summary>
internal static class QuoteRelations
{
    /// <summary>A quotation of fewer words is a name or a word held at arm's length, not speech.</summary>
    private const int ShortestSpeech = 4;

    /// <summary>Words that may stand between a quotation and its cue: the speaker with title and office.</summary>
    private const int Reach = 25;

    /// <summary>Cues that stand beside a quotation without content of their own take it: '"…," said the envoy', 'said: …'.</summary>
    internal static void TakeNearest(TextLayout layout, QuoteIndex quotes, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (draft.CueWord < 0 || quotes.At(draft.CueWord) >= 0) continue;
            var sentence = layout.Document[draft.CueWord].Sentence;
            if (draft.Content.Count > 0)
            {
                // 'The ministry denied the charges:' with its words set below
                if (draft.Kind is AttributionKind.Say or AttributionKind.Tell && !draft.Quoted && layout.Document[draft.CueWord].IsRoot && EndsInColon(sentence) && !HasClause(layout.Document, draft)) TakeBlock(layout, quotes, draft, sentence);
                continue;
            }
            var quote = Nearest(quotes, sentence, draft.CueWord);
            if (quote >= 0) Take(layout.Document, quotes, draft, quote);
            else if (LeadsOn(sentence)) TakeBlock(layout, quotes, draft, sentence);
        }
    }

    /// <summary>Quotations that nobody claimed belong to whoever was speaking in their paragraph: '"…," he said. "…"'.</summary>
    internal static void RunOn(TextLayout layout, QuoteIndex quotes, List<Draft> drafts)
    {
        var covered = Covered(layout.Document, drafts);
        for (var quote = 0; quote < quotes.Ranges.Length; quote++)
        {
            var range = quotes.Ranges[quote];
            if (quotes.Claimed[quote] is not null || range.End - range.First < ShortestSpeech || covered[range.First] && covered[range.End - 1]) continue;
            var sentence = layout.Document[range.First].Sentence;
            // Where the quotation stands inside other words, these tell whose it is or that it is nobody's speech.
            if (range.First > sentence.First + 1) continue;
            var paragraph = layout.ParagraphOf(sentence.Index);
            Draft? speaker = null;
            for (var before = quote - 1; before >= 0 && speaker is null; before--)
            {
                if (paragraph - layout.ParagraphOf(layout.Document[quotes.Ranges[before].First].SentenceIndex) > 0) break;
                speaker = quotes.Claimed[before];
            }
            if (speaker is not null) quotes.Claim(quote, speaker);
        }
    }

    /// <summary>A quotation that no comma parts from the cue is the end of what is told: 'said he had the "best experience"'.</summary>
    private static void Take(Document document, QuoteIndex quotes, Draft draft, int quote)
    {
        var range = quotes.Ranges[quote];
        if (range.First > draft.Cue.End && document[range.First - 1].Upos != Upos.Punct) draft.Add(new(draft.Cue.End, range.End));
        quotes.Claim(quote, draft);
    }

    private static bool HasClause(Document document, Draft draft)
    {
        foreach (var range in draft.Content)
            for (var word = range.First; word < range.End; word++)
                if (document[word].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    private static int Nearest(QuoteIndex quotes, Sentence sentence, int cue)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            foreach (var word in (ReadOnlySpan<int>)[cue - distance, cue + distance])
            {
                if (word < sentence.First || word >= sentence.End) continue;
                if (quotes.At(word) is >= 0 and var quote && quotes.Claimed[quote] is null) return quote;
            }
        }
        return -1;
    }

    /// <summary>'The envoy wrote,' or 'The envoy wrote:' at the end of a paragraph.</summary>
    private static bool LeadsOn(Sentence sentence) => sentence.Document[sentence.End - 1].Chars is ":" or ",";

    private static bool EndsInColon(Sentence sentence) => sentence.Document[sentence.End - 1].Chars is ":";

    /// <summary>'The spokesman said:' with the words themselves set below: the quotation that begins there, else the paragraph.</summary>
    private static void TakeBlock(TextLayout layout, QuoteIndex quotes, Draft draft, Sentence sentence)
    {
        if (sentence.Index + 1 >= layout.Document.SentenceCount) return;
        var next = layout.Document.Sentence(sentence.Index + 1);
        if (quotes.At(next.First) is >= 0 and var quote)
        {
            quotes.Claim(quote, draft);
            return;
        }
        var last = next;
        while (last.Index + 1 < layout.Document.SentenceCount && layout.ParagraphOf(last.Index + 1) == layout.ParagraphOf(next.Index)) last = layout.Document.Sentence(last.Index + 1);
        draft.Add(new(next.First, last.End));
        draft.Quoted = true;
    }

    private static bool[] Covered(Document document, List<Draft> drafts)
    {
        var covered = new bool[document.Count];
        foreach (var draft in drafts)
            foreach (var range in draft.Content) Array.Fill(covered, true, range.First, range.End - range.First);
        return covered;
    }
}
