using System.Collections.Immutable;
using System.Globalization;
using Chancery.Linguistics;
using Chancery.Mentions.Times.Calendar;

namespace Chancery.Mentions.Times;

/// <summary>Finds days that are named by an event whose own day the report tells: 'on the eve of the vote' beside 'the vote will be held on Sunday'.</summary>
/// <remarks>Immutable and thread-safe. The nouns stand in <c>times/anchors.tsv</c> of the pack.</remarks>
internal sealed class EventDays
{
    private readonly Dictionary<string, int> _nouns = new(StringComparer.Ordinal);

    internal EventDays(LanguagePack pack)
    {
        foreach (var row in pack.Read("languages/en/times/anchors.tsv", "words", "days", "example", "gives").Rows)
            foreach (var word in row.Parts("words")) _nouns[word] = int.Parse(row["days"], CultureInfo.InvariantCulture);
    }

    /// <summary>Adds such days to the times found, in text order.</summary>
    internal void AddTo(ImmutableArray<TimeMention>.Builder times, Document document)
    {
        if (times.Count == 0) return;
        foreach (var token in document.Tokens)
        {
            if (token.Upos != Upos.Noun || !_nouns.TryGetValue(token.Lemma, out var days) || Event(token) is not { } what) continue;
            var at = 0;
            while (at < times.Count && times[at].Span.Start < token.Span.Start) at++;
            if (at > 0 && times[at - 1].Span.End > token.Span.Start || DayOf(what, times) is not { } day) continue;
            times.Insert(at, new TimeMention(token.Child(Deprel.Det) is { } article ? article.Span.Union(token.Span) : token.Span, token.Index, Spans.Day(Spans.Plus(day, Grain.Day, days)).ToTimex()));
        }
    }

    /// <summary>What the noun is the day of: 'the eve *of the vote*'.</summary>
    private static Token? Event(Token token)
    {
        foreach (var child in token.Children)
            if (child.Relation == Deprel.Nmod && child.Index > token.Index) return child;
        return null;
    }

    /// <summary>The day told beside the event itself ('the vote on Sunday') or beside another mention of it, the nearest.</summary>
    private static DateOnly? DayOf(Token what, ImmutableArray<TimeMention>.Builder times)
    {
        DateOnly? best = null;
        var least = int.MaxValue;
        foreach (var time in times)
        {
            if (time.Timex is not { Type: TimexType.Date or TimexType.Time, From: { } from, To: { } to } || from != to) continue;
            var distance = Math.Abs(time.Head - what.Index);
            if (distance < least && IsDayOf(what.Document[time.Head], what)) (best, least) = (from, distance);
        }
        return best;
    }

    /// <summary>True where a time hangs on the event, on the verb that has it for subject or object, or is said of it ('the vote is on Sunday').</summary>
    private static bool IsDayOf(Token time, Token what)
    {
        if (time.Head is { } holder && (holder == what || IsMentionOf(holder, what))) return true;
        foreach (var child in (time.Head is { Upos: Upos.Verb } verb ? verb : time).Children)
            if (child.Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && (child == what || IsMentionOf(child, what))) return true;
        return false;
    }

    private static bool IsMentionOf(Token one, Token other) => one.Upos == Upos.Noun && one.Lemma == other.Lemma;
}
