using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Mentions.Numbers;
using Chancery.Mentions.Times.Grammar;

namespace Chancery.Mentions.Times;

/// <summary>Finds time expressions and resolves them against the report's date (TIMEX3).</summary>
/// <remarks>Immutable and thread-safe. The rules stand in <c>times/</c> of the pack; they read pieces of the text, the tree only tells the tense of the clause.</remarks>
internal sealed class TimeFinder
{
    private readonly Vocabulary _vocabulary = new();
    private readonly TimeMatcher _matcher;
    private readonly TimeBounds _bounds;
    private readonly EventDays _events;

    internal TimeFinder(LanguagePack pack)
    {
        _matcher = TimeGrammar.Load(pack, _vocabulary);
        _bounds = new TimeBounds(pack, _vocabulary);
        _events = new EventDays(pack);
    }

    /// <param name="report">Gives the day that relative times are told from.</param>
    /// <param name="document">The document.</param>
    /// <param name="notices">Takes days that do not exist and the lack of a date.</param>
    internal ImmutableArray<TimeMention> Find(Report report, Document document, ICollection<Notice> notices)
    {
        if (document.Count == 0) return [];
        var pieces = PieceCutter.Cut(document, _vocabulary);
        var found = _matcher.Match(pieces);
        if (found.Count == 0) return [];
        // the longest match at each place, then the one that looked at more around it, then the earlier rule
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.End != b.End ? b.End.CompareTo(a.End)
            : Looked(a) != Looked(b) ? Looked(b).CompareTo(Looked(a))
            : a.Match!.Rule.Step != b.Match!.Rule.Step ? b.Match.Rule.Step.CompareTo(a.Match.Rule.Step)
            : a.Match.Rule.Order.CompareTo(b.Match.Rule.Order));
        var resolver = new Resolver(report, document, notices);
        var mentions = ImmutableArray.CreateBuilder<TimeMention>();
        var free = 0;
        foreach (var item in found)
        {
            if (item.Start < free || !PieceContext.StandsFree(pieces, item)) continue;
            if (item.Match!.Rule.Operation == TimeOperations.NotATime)
            {
                free = item.End;
                continue;
            }
            var (span, head) = (pieces.Span(item.Start, item.End - (EndsSentence(pieces, item) ? 1 : 0)), Head(document, pieces, item));
            if (resolver.ResolveMention(item, span, head) is not { } value)
            {
                if (item.Match.Rule.Operation == CalendarOperations.NoDate) free = item.End;
                continue;
            }
            var mention = new TimeMention(span, head, _bounds.Open(pieces, item.Start, item.End, value, report.Published));
            if (mentions.Count > 0 && BackwardRange.IsOne(document, mentions[^1], mention)) resolver.Backwards(mentions[^1].Span.Union(span));
            mentions.Add(mention);
            free = item.End;
        }
        _events.AddTo(mentions, document);
        return mentions.ToImmutable();
    }

    /// <summary>'in May.': a month written out needs no full stop, so the stop is the sentence's.</summary>
    private static bool EndsSentence(Pieces pieces, Item item) =>
        item.End - item.Start > 1 && pieces.Mark(item.End - 1) == '.' && pieces.Chars(item.End - 2) is "May" or "June" or "July" or "March" or "April" or { Length: > 5 };

    private static int Looked(Item item) => item.Match!.To - item.Match.From;

    /// <summary>The word of the span that hangs on a word outside it.</summary>
    private static int Head(Document document, Pieces pieces, Item item)
    {
        int first = pieces.Token(item.Start), last = pieces.Token(item.End - 1);
        for (var word = last; word >= first; word--)
            if (document[word].HeadIndex is var head && (head < first || head > last)) return word;
        return last;
    }
}
