using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Reads whom a picture, a chart or a number is credited to: 'Image: Ann Lee', 'Photo by Ann Lee', '(source: the ministry)'.</summary>
internal static class Credits
{
    /// <summary>A credit of more words is a sentence.</summary>
    private const int Longest = 10;

    internal static void Find(TextLayout layout, List<Draft> drafts)
    {
        var document = layout.Document;
        for (var word = 0; word + 2 < document.Count; word++)
        {
            if (!IsCredit(document[word]) || document[word + 1].Chars is not (":" or ";" or "by") || document[word + 2].SentenceIndex != document[word].SentenceIndex) continue;
            var sentence = document[word].Sentence;
            var bracketed = word > sentence.First && document[word - 1].Chars is "(" or "[";
            var end = word + 2;
            while (end < sentence.End && document[end].Chars is not (")" or "]")) end++;
            // in brackets anywhere, else at the end of its sentence and opening with a name
            if (bracketed ? end == sentence.End : end < sentence.End || !char.IsUpper(document[word + 2].Chars[0])) continue;
            while (end > word + 3 && document[end - 1].Upos == Upos.Punct) end--;
            if (end - word > Longest || Shown(layout, sentence, word - (bracketed ? 1 : 0)) is not { } shown) continue;
            // who made a picture vouches for nothing that its caption tells
            var kind = document[word].Lemma is "source" ? AttributionKind.Say : AttributionKind.Judge;
            var draft = new Draft { Kind = kind, Stance = Stance.Asserts, SourceHead = word + 2, Source = new(word + 2, end) };
            draft.Add(shown);
            drafts.Add(draft);
        }
    }

    private static bool IsCredit(Token word) =>
        word.Chars.Equals("image", StringComparison.OrdinalIgnoreCase) || word.Chars.Equals("photo", StringComparison.OrdinalIgnoreCase) || word.Chars.Equals("picture", StringComparison.OrdinalIgnoreCase)
        || word.Chars.Equals("photograph", StringComparison.OrdinalIgnoreCase) || word.Chars.Equals("illustration", StringComparison.OrdinalIgnoreCase) || word.Chars.Equals("screenshot", StringComparison.OrdinalIgnoreCase)
        || word.Chars.Equals("source", StringComparison.OrdinalIgnoreCase) || word.Chars.Equals("credit", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is credited: the words before it in its sentence, else the sentence before, past a bare year.</summary>
    private static WordRange? Shown(TextLayout layout, Sentence sentence, int credit)
    {
        if (credit > sentence.First + 1) return new(sentence.First, credit);
        var before = sentence.Index - 1;
        while (before > 0 && layout.Document.Sentence(before) is var year && year.End - year.First <= 3 && layout.Document[year.First].Upos is Upos.Num or Upos.Punct) before--;
        return before < 0 ? null : new(layout.Document.Sentence(before).First, layout.Document.Sentence(before).End);
    }
}
