using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>Finds quantities: numbers in words and digits with their bounds and units.</summary>
/// <remarks>Immutable and thread-safe. Words beside numbers stand in <c>quantities/</c> of the pack; the tree tells the noun counted, the words alone where it does not.</remarks>
internal sealed class QuantityFinder
{
    private readonly Vocabulary _vocabulary = new();
    private readonly QuantityLexicon _lexicon;
    private readonly NumberReader _numbers;
    private readonly AmountReader _amounts;
    private readonly RangeReader _ranges;
    private readonly NumberContext _context;
    private readonly TimeMask _times;

    internal QuantityFinder(LanguagePack pack)
    {
        _lexicon = new(pack, _vocabulary);
        _numbers = new(pack, _vocabulary);
        _amounts = new(_lexicon, _numbers);
        _ranges = new(pack, _vocabulary, _amounts);
        _context = new(_lexicon, _numbers);
        _times = new(pack, _vocabulary);
    }

    /// <param name="document">The document.</param>
    /// <param name="times">Times already found: the numbers inside dates and times of day are no quantities, those of durations are.</param>
    /// <param name="notices">Takes what could not be read.</param>
    internal ImmutableArray<QuantityMention> Find(Document document, ImmutableArray<TimeMention> times, ICollection<Notice> notices)
    {
        if (document.Count == 0) return [];
        var pieces = PieceCutter.Cut(document, _vocabulary);
        var mask = _times.Of(pieces, times, _numbers);
        var mentions = ImmutableArray.CreateBuilder<QuantityMention>();
        var free = 0;
        // what could be no date needs not be called no number too
        var said = notices.Select(n => n.Span.Start).ToHashSet();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (IsForeign(pieces, at)) at = PastForeign(pieces, at, notices) - 1;
            if (mask?[at] == true || !pieces.IsDigits(at) && pieces.Word(at) < 0 || _amounts.Read(pieces, at, free) is not { } amount || amount.First < free) continue;
            if (amount.Number.Form == NumberForm.Broken)
            {
                if (!said.Contains(pieces.Start(amount.Number.First)) && !NumberContext.IsEveryday(pieces, amount.Number)) notices.Add(QuantityNotices.Unclear(pieces, amount.Number.First, amount.Number.End));
                at = Math.Max(at, PastScales(pieces, amount.End) - 1);
                continue;
            }
            var range = _ranges.Read(pieces, amount);
            if (range.Kind != RangeKind.Share && _context.IsNoCount(pieces, amount))
            {
                at = Math.Max(at, amount.Number.End - 1);
                continue;
            }
            var end = range.Second?.End ?? amount.End;
            if (range.Kind == RangeKind.Unclear) notices.Add(QuantityNotices.Unclear(pieces, range.First.First, end));
            else if (range.Kind != RangeKind.Score)
            {
                if (range.Kind == RangeKind.Backwards) notices.Add(QuantityNotices.Backwards(pieces, range.First.First, end));
                var mention = Mention(pieces, range, free, ref end);
                if (range.Second is null && QuantityNotices.Ambiguous(pieces, amount, mention) is { } ambiguous) notices.Add(ambiguous);
                if (mentions.Count > 0 && Comparison.Join(pieces, mentions[^1], mention, notices) is { } joined) mentions[^1] = joined;
                else mentions.Add(mention);
                free = end;
            }
            at = end - 1;
        }
        return mentions.ToImmutable();
    }

    private QuantityMention Mention(Pieces pieces, RangeReader.Result range, int free, ref int end)
    {
        var (first, last) = (range.First, range.Second ?? range.First);
        var bounds = new Bounds { Min = first.Number.Value, Max = last.Number.Value, Approximate = first.Number.Form == NumberForm.Vague };
        if (first.Number.Form == NumberForm.Vague) bounds.Max = null;
        if (range.Kind == RangeKind.Backwards) (bounds.Min, bounds.Max) = (bounds.Max, bounds.Min);
        if (range.Kind == RangeKind.Share) (bounds.Min, bounds.Max) = (first.Number.Value / last.Number.Value, first.Number.Value / last.Number.Value);
        var (unit, currency) = (last.Unit ?? first.Unit, last.Currency ?? first.Currency);
        var after = Behind(pieces, end, ref bounds);
        var (head, close) = (HeadOf(pieces.Document, pieces.Token(first.First), pieces.Token(end - 1)), after);
        if (unit is null && Counted(pieces, last, after) is { } noun)
        {
            (unit, head) = (noun.Unit, noun.Head);
            while (close < pieces.Count && pieces.Token(close) < noun.End) close++;
        }
        close = Behind(pieces, close, ref bounds);
        // 'seven a day before' is no rate
        if (_lexicon.Rates.TryBegin(pieces, close, out var past, out _) && !(past < pieces.Count && pieces.Chars(past) is "before" or "ago" or "earlier" or "later" or "after")) bounds.Change ??= QuantityChange.Rate;
        var start = Before(pieces, first.First, free, unit, ref bounds, range.Second is not null && range.Kind != RangeKind.Share);
        var numberEnd = end;
        end = Math.Max(numberEnd, after);
        return new QuantityMention(pieces.Span(start, Math.Max(close, end)), head, new Quantity(Bounds.Plain(bounds.Min), Bounds.Plain(bounds.Max), unit, currency, bounds.Approximate, bounds.Change));
    }

    /// <summary>The word of a number with its sign that hangs on a word outside them.</summary>
    private static int HeadOf(Document document, int first, int last)
    {
        for (var word = last; word >= first; word--)
            if (document[word].HeadIndex is var head && (head < first || head > last)) return word;
        return last;
    }

    private CountedNoun? Counted(Pieces pieces, Amount amount, int after)
    {
        if (after >= pieces.Count) return null;
        var number = pieces.Token(amount.Number.End - 1);
        // '17-member' may be one word to the tokenizer
        if (PieceCutter.Plain(pieces.Mark(after)) == '-' && pieces.Token(after) == number && pieces.Kind(after + 1) == PieceKind.Letters && pieces.Token(after + 1) == number)
            return new(pieces.Chars(after + 1).ToString().ToLowerInvariant(), number, number + 1);
        var next = pieces.Token(after);
        if (pieces.Mark(after) is '-' && pieces.IsGlued(after)) next++;
        return next > number ? CountedNoun.Find(pieces.Document, number, next) : null;
    }

    private int Before(Pieces pieces, int start, int free, string? unit, ref Bounds bounds, bool isRange)
    {
        if (isRange && start > free && pieces.Chars(start - 1) is "between" or "from" or "Between" or "From" && pieces.SameSentence(start - 1, start)) start--;
        while (_lexicon.Before.TryEnd(pieces, start, out var begin, out var effect) && begin >= free && pieces.SameSentence(begin, start))
        {
            // 'over three years' is how long it took
            if (!(pieces.Chars(start - 1) is "over" or "Over" && begin == start - 1 && unit is "day" or "week" or "month" or "year" or "hour" or "decade"))
            {
                if (IsParticle(pieces, begin, start)) return start;
                bounds.Apply(effect);
            }
            start = begin;
        }
        return start;
    }

    /// <summary>'handed over 195 prisoners': the phrase from a piece to another is a part of the verb before it.</summary>
    private bool IsParticle(Pieces pieces, int begin, int end) =>
        begin > 0 && pieces.SameSentence(begin - 1, begin) && pieces.Document[pieces.Token(begin - 1)] is { Upos: Upos.Verb } verb
        && _lexicon.Particles.Contains((verb.Lemma, string.Join(' ', Enumerable.Range(begin, end - begin).Select(piece => pieces.Chars(piece).ToString()))));

    private int Behind(Pieces pieces, int at, ref Bounds bounds)
    {
        while (_lexicon.After.TryBegin(pieces, at, out var end, out var effect) && pieces.SameSentence(at - 1, end - 1) && !GoesOn(pieces, end))
        {
            bounds.Apply(effect);
            at = end;
        }
        return at;
    }

    /// <summary>'40 or more *than*', 'above 10 and below *20*': the phrase belongs to what comes.</summary>
    private bool GoesOn(Pieces pieces, int at) =>
        pieces.SameSentence(at - 1, at) && (pieces.IsDigits(at) || pieces.Kind(at) == PieceKind.Letters && (pieces.Chars(at) is "than" or "or" || _numbers.Read(pieces, at) is not null));

    /// <summary>Steps over the scale words that stand behind what is no number: '10-12-15 *million*' is not a million.</summary>
    private int PastScales(Pieces pieces, int at)
    {
        while (_numbers.Words.Role(pieces.Word(at)) is NumberRole.Hundred or NumberRole.Scale) at++;
        return at;
    }

    /// <summary>Digits of other scripts ('٣٠٠') are not read, and said not to be.</summary>
    private static int PastForeign(Pieces pieces, int at, ICollection<Notice> notices)
    {
        var end = at + 1;
        while (IsForeign(pieces, end) && pieces.IsGlued(end)) end++;
        notices.Add(QuantityNotices.Unclear(pieces, at, end));
        return end;
    }

    private static bool IsForeign(Pieces pieces, int at) => pieces.Mark(at) is > '\u007F' and var mark && char.IsDigit(mark);
}
