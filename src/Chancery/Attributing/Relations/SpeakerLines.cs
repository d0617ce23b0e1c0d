using Chancery.Attributing.Quotations;
using Chancery.Linguistics;
using Chancery.Mentions.Turns;

namespace Chancery.Attributing.Relations;

/// <summary>Turns speakers' turns ('Kremlin: No talks planned', 'LEE: …') and signatures ('"…" – Ann Lee') into relations.</summary>
internal static class SpeakerLines
{
    private const int LongestName = 5;

    internal static void Find(QuoteIndex quotes, IEnumerable<Turn> turns, List<Draft> drafts)
    {
        foreach (var turn in turns)
        {
            var asks = turn.Role == TurnRole.Asks;
            var draft = new Draft
            {
                Kind = asks ? AttributionKind.Ask : AttributionKind.Say,
                Stance = asks ? Stance.Asks : Stance.Asserts,
                SourceHead = turn.Speaker,
                Source = new(turn.First, turn.LabelEnd),
                Cue = turn.SaidFirst > turn.LabelEnd ? new(turn.SaidFirst - 1, turn.SaidFirst) : default,
                Quoted = true,
            };
            draft.Add(new(turn.SaidFirst, turn.SaidEnd));
            for (var word = turn.SaidFirst; word < turn.SaidEnd; word++)
                if (quotes.At(word) is >= 0 and var quote) quotes.Claimed[quote] ??= draft;
            drafts.Add(draft);
        }
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
}
