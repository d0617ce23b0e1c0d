using System.Collections.Immutable;
using Chancery.Attributing.Cues;
using Chancery.Attributing.Quotations;
using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Finds who says what in a document.</summary>
/// <remarks>Immutable and thread-safe. Cues are read off the trees first, then quotations are shared out, then relations are set into one another.</remarks>
internal sealed class RelationFinder(CueLexicon lexicon)
{
    internal ImmutableArray<Attribution> Find(TextLayout layout, MentionSet mentions, SourceNames names)
    {
        var quotes = new QuoteIndex(layout.Document);
        var drafts = new List<Draft>();
        SpeakerLines.Find(quotes, mentions.Turns, drafts);
        Credits.Find(layout, drafts);
        VerbRelations.Find(layout, quotes, lexicon, drafts);
        NounRelations.Find(layout, quotes, lexicon, drafts);
        PhraseRelations.Find(layout, quotes, lexicon, drafts);
        SpeakerLines.FindSignatures(layout, quotes, drafts);
        QuoteRelations.TakeNearest(layout, quotes, drafts);
        // 'may be announced this summer, officials said': a time says nothing
        var times = mentions.Times.Select(time => time.Head).ToHashSet();
        drafts.RemoveAll(draft => !HasWords(layout.Document, draft) || draft.CueWord >= 0 && times.Contains(draft.SourceHead));
        QuoteRelations.RunOn(layout, quotes, drafts);
        Hearsay.Find(layout, drafts);
        Rejoinders.Part(layout, drafts);
        drafts.RemoveAll(draft => !HasWords(layout.Document, draft));
        drafts.Sort((a, b) => a.Anchor.CompareTo(b.Anchor));
        var within = Nesting.Arrange(layout.Document, names, drafts);
        return [.. drafts.Select((draft, i) => Attribution(layout, quotes, names, draft, within[i]))];
    }

    private static Attribution Attribution(TextLayout layout, QuoteIndex quotes, SourceNames names, Draft draft, int? within) =>
        new(draft.Source.IsEmpty ? null : layout.Span(draft.Source), draft.Cue.IsEmpty ? null : layout.Span(draft.Cue),
            [.. draft.Content.Select(range => Trim(layout, range))], names.Of(draft), draft.Stance, within)
        { Kind = draft.Kind, Speaker = draft.SourceHead, Quoted = [.. quotes.Within(draft).Select(layout.Span)], Rejoinder = draft.Rejoinder.IsEmpty ? null : layout.Span(draft.Rejoinder) };

    private static bool HasWords(Document document, Draft draft)
    {
        draft.Content.RemoveAll(range => !HasWord(document, range));
        return draft.Content.Count > 0;
    }

    private static bool HasWord(Document document, WordRange range)
    {
        for (var word = range.First; word < range.End; word++)
            if (document[word].Upos != Upos.Punct && HasLetter(document[word].Chars)) return true;
        return false;
    }

    private static bool HasLetter(ReadOnlySpan<char> chars)
    {
        foreach (var c in chars) if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    /// <summary>The run of words without commas and colons at its edges; quotation marks stay.</summary>
    private static TextSpan Trim(TextLayout layout, WordRange range)
    {
        while (range.End > range.First + 1 && layout.Document[range.First].Chars is "," or ":" or ";" or "." or "-" or "–" or "—") range = range with { First = range.First + 1 };
        while (range.End > range.First + 1 && layout.Document[range.End - 1].Chars is "," or ":" or ";" or "." or "-" or "–" or "—") range = range with { End = range.End - 1 };
        return layout.Span(range);
    }
}
