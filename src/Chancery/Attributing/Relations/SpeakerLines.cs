using Chancery.Attributing.Quotations;
using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Reads speakers set before a colon: headlines ('Kremlin: No talks planned') and transcripts ('WALLACE: …').</summary>
internal static class SpeakerLines
{
    private const int LongestName = 5;

    /// <summary>Labels that stand before a colon and speak for nobody.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "update", "updated", "watch", "video", "photo", "photos", "read", "note", "source", "sources", "related", "breaking", "exclusive", "opinion", "analysis",
        "correction", "editor", "here", "live", "listen", "more", "credit", "image", "caption", "tags", "topics", "date", "time", "place", "example", "contact", "also",
        "warning", "fact", "question", "answer", "this", "that", "what", "why", "how", "who", "when", "where", "one", "two", "three", "four", "five", "first", "second",
    };

    internal static void Find(TextLayout layout, QuoteIndex quotes, List<Draft> drafts)
    {
        var document = layout.Document;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Index > 0 && layout.ParagraphOf(sentence.Index) == layout.ParagraphOf(sentence.Index - 1)) continue;
            Credit(layout, sentence, drafts);
            var colon = Colon(sentence);
            if (colon < 0 || colon + 1 >= sentence.End || !IsSpeaker(document, sentence.First, colon, sentence.Index == 0)) continue;
            var draft = new Draft { Kind = AttributionKind.Say, Stance = Stance.Asserts, SourceHead = colon - 1, Source = new(sentence.First, colon), Cue = new(colon, colon + 1) };
            var last = sentence.Index;
            while (last + 1 < document.SentenceCount && layout.ParagraphOf(last + 1) == layout.ParagraphOf(sentence.Index)) last++;
            draft.Add(new(colon + 1, document.Sentence(last).End));
            draft.Quoted = true;
            for (var word = colon + 1; word < document.Sentence(last).End; word++)
                if (quotes.At(word) is >= 0 and var quote) quotes.Claimed[quote] ??= draft;
            drafts.Add(draft);
        }
    }

    /// <summary>'Image: Ann Lee.' under a caption: the caption is hers.</summary>
    private static void Credit(TextLayout layout, Sentence sentence, List<Draft> drafts)
    {
        var document = layout.Document;
        if (sentence.Index == 0 || sentence.End - sentence.First is < 3 or > 12) return;
        if (document[sentence.First].Lemma is not ("image" or "photo" or "photograph" or "picture" or "illustration" or "screenshot") && !IsCreditWord(document[sentence.First].Chars)) return;
        if (document[sentence.First + 1].Chars is not (":" or "by")) return;
        var caption = document.Sentence(sentence.Index - 1);
        var end = sentence.End;
        while (end > sentence.First + 3 && document[end - 1].Upos == Upos.Punct) end--;
        var draft = new Draft { Kind = AttributionKind.Say, Stance = Stance.Asserts, SourceHead = sentence.First + 2, Source = new(sentence.First + 2, end) };
        draft.Add(new(caption.First, caption.End));
        drafts.Add(draft);
    }

    /// <summary>'"It is a win." – Ann Lee' at the end of a paragraph: the words before the dash are hers.</summary>
    internal static void FindSignatures(TextLayout layout, QuoteIndex quotes, List<Draft> drafts)
    {
        var document = layout.Document;
        for (var quote = 0; quote < quotes.Ranges.Length; quote++)
        {
            var range = quotes.Ranges[quote];
            if (quotes.Claimed[quote] is not null || range.End - range.First < 5 || range.End + 1 >= document.Count) continue;
            var dash = range.End + (document[range.End].Chars is "." or "," ? 1 : 0);
            if (dash + 1 >= document.Count || document[dash].Chars is not ("-" or "–" or "—" or "--" or "―")) continue;
            var end = dash + 1;
            while (end < document.Count && end - dash <= LongestName + 1 && (document[end].Upos == Upos.Propn || end > dash + 1 && document[end].Chars is "." or "of" or "the")) end++;
            if (end == dash + 1 || end < document.Count && layout.ParagraphOf(document[end].SentenceIndex) == layout.ParagraphOf(document[dash].SentenceIndex) && document[end].Chars is not (",")) continue;
            var draft = new Draft { Kind = AttributionKind.Say, Stance = Stance.Asserts, SourceHead = dash + 1, Source = new(dash + 1, end), Cue = new(dash, dash + 1) };
            quotes.Claim(quote, draft);
            drafts.Add(draft);
        }
    }

    private static bool IsCreditWord(ReadOnlySpan<char> word) =>
        word.Equals("image", StringComparison.OrdinalIgnoreCase) || word.Equals("photo", StringComparison.OrdinalIgnoreCase) || word.Equals("picture", StringComparison.OrdinalIgnoreCase);

    private static int Colon(Sentence sentence)
    {
        for (var word = sentence.First + 1; word < sentence.End && word <= sentence.First + LongestName; word++)
            if (sentence.Document[word].Chars is ":") return word;
        return -1;
    }

    /// <summary>A short name: all its words capitalized, no label; in a transcript all in capitals or a full name.</summary>
    private static bool IsSpeaker(Document document, int first, int colon, bool headline)
    {
        var capitals = true;
        for (var word = first; word < colon; word++)
        {
            var token = document[word];
            var chars = token.Chars;
            if (token.Upos is Upos.Punct && chars is not ".") return false;
            if (Labels.Contains(token.Text)) return false;
            if (!char.IsUpper(chars[0]) && !token.Text.Equals("of", StringComparison.Ordinal) && chars is not ".") return false;
            foreach (var c in chars) capitals &= !char.IsLetter(c) || char.IsUpper(c);
            if (token.Upos is Upos.Verb or Upos.Aux or Upos.Adv or Upos.Sconj or Upos.Pron && !capitals) return false;
        }
        return headline || capitals && document[colon - 1].Chars.Length > 1 || document[colon - 1].Upos == Upos.Propn && document[first].Upos == Upos.Propn && colon - first >= 2;
    }
}
