using System.Globalization;
using System.Text;
using Chancery.Linguistics;
using Chancery.Linguistics.Clauses;

namespace Chancery.Coding;

/// <summary>
/// Writes out what is claimed in the report's own words: the finite clause with the actor's full name for its subject and its days written
/// out, so that it can be read away from its report.
/// </summary>
internal sealed class StatementWriter(Document document, MentionSet mentions, AttributionIndex attributions)
{
    /// <summary>A clause that runs on for longer is no longer one statement.</summary>
    private const int Reach = 45;

    /// <summary>Words from an auxiliary to the 'that' behind its verb.</summary>
    private const int DoubtReach = 6;

    /// <summary>A subject of more characters is named rather than quoted.</summary>
    private const int PhraseReach = 80;

    /// <summary>
    /// The statement without its full stop; null where neither actor nor recipient is the subject of a finite clause, or where the clause
    /// alone would say more than is claimed.
    /// </summary>
    internal string? Write(Hit hit, ClaimStatus status)
    {
        var verb = hit.Verb;
        var clause = new Clause(verb);
        // 'the troops it sent': a relative clause has its object in front
        if (verb.Relation == Deprel.AclRelcl || (!hit.Predication.IsVerb && hit.Predication.Light is null) || clause.Tense == Tense.None || clause.Subject is not { } subject) return null;
        var doubt = Says(clause, status) ? "" : Doubt(verb, clause, status);
        if (doubt is null) return null;
        var names = clause.IsPassive || hit.Actors.IsEmpty ? Phrase(hit, subject) : Subject(hit, subject);
        if (names.Length == 0) return null;
        var first = First(verb);
        if (first <= subject.Index && verb.Index < subject.Index) return null; // 'said the minister': the subject stands behind its verb
        return $"{doubt}{names} {Words(verb, first)}";
    }

    /// <summary>'Pentagon could not confirm that': what a clause that lies behind is told under, by whoever leaves open whether it was so; null where nobody is told to.</summary>
    private string? Doubt(Token verb, Clause clause, ClaimStatus status)
    {
        if (status != ClaimStatus.Possible || !clause.IsPast || verb is not { Relation: Deprel.Ccomp, Head: { Upos: Upos.Verb } doubting } || verb.Child(Deprel.Mark) is not { } that) return null;
        var above = new Clause(doubting);
        var first = First(doubting);
        if (!above.IsNegated || above.Subject is not { } subject || subject.Index > first || first > doubting.Index || doubting.Index > that.Index || that.Index - first > DoubtReach) return null;
        var source = subject.SubtreeSpan;
        foreach (var relation in attributions.Covering(verb))
            if (relation.Vouches && relation.Source is { } words && words.Overlaps(source)) return $"{relation.SourceName} {Plain(document.Text[document[first].Span.Start..that.Span.End])} ";
        return null;
    }

    /// <summary>True where the clause's own tense and mood say what became of the act: 'may send', but not 'sent' below 'could not confirm that'.</summary>
    private static bool Says(Clause clause, ClaimStatus status) => status switch
    {
        ClaimStatus.Occurred or ClaimStatus.Ongoing => true,
        ClaimStatus.NotOccurred => clause.IsNegated,
        ClaimStatus.Planned => clause.Tense == Tense.Future || clause.Modal is not null,
        // 'possibly arrested', where no word above it can have made it possible
        ClaimStatus.Possible when clause.IsPast && clause.Predicate.IsRoot => true,
        ClaimStatus.Possible or ClaimStatus.Conditional or ClaimStatus.Demanded => clause.Modal is not null,
        _ => false,
    };

    private string Subject(Hit hit, Token subject)
    {
        var span = subject.SubtreeSpan;
        var names = new List<string>();
        foreach (var actor in hit.Actors)
            if (span.Overlaps(actor.Span) || IsStandIn(subject, actor)) names.Add(actor.Name);
        return names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }

    /// <summary>Whom it was done to, as the report puts it: the number stands with them. Empty where they are not the ones the claim names.</summary>
    private string Phrase(Hit hit, Token subject)
    {
        var span = subject.SubtreeSpan;
        foreach (var recipient in hit.Recipients)
        {
            if (IsStandIn(subject, recipient)) return recipient.Name;
            if (span.Overlaps(recipient.Span) && subject.Upos != Upos.Pron) return span.Length <= PhraseReach ? Plain(span.In(document.Text)) : recipient.Name;
        }
        return "";
    }

    private static string Plain(string text) => OneLine.Of(text).Trim(',', ' ');

    /// <summary>A pronoun's actor stands where it was named.</summary>
    private static bool IsStandIn(Token subject, Participant actor) => subject.Upos == Upos.Pron && subject.Span.Start >= actor.Span.End;

    private static int First(Token verb)
    {
        var first = verb.Index;
        foreach (var child in verb.Children)
            if (child.Index < first && child.Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop) first = child.Index;
        return first;
    }

    private string Words(Token verb, int first)
    {
        var end = first;
        var limit = Math.Min(Attributed(verb), Math.Min(verb.Sentence.End, first + Reach));
        var answer = attributions.Rejoinder(verb.Span.End);
        for (var i = first; i < limit && document[i].Span.Start < answer && document[i].IsWithin(verb) && !IsAnotherClause(document[i], verb); i++)
            if (document[i].Upos != Upos.Punct) end = i + 1;
        var text = new StringBuilder();
        var at = document[first].Span.Start;
        var stop = document[end - 1].Span.End;
        for (var i = TimeFrom(at); i < mentions.Times.Length && mentions.Times[i].Span.Start < stop; i++)
        {
            var time = mentions.Times[i];
            if (time.Span.Start < at || time.Span.End > stop || Day(time) is not { } day) continue;
            text.Append(document.Text.AsSpan(at, time.Span.Start - at));
            if (!IsTied(time)) text.Append("on ");
            text.Append(day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
            at = time.Span.End;
        }
        text.Append(document.Text.AsSpan(at, stop - at));
        return Plain(text.ToString());
    }

    /// <summary>The first time that starts at a place of the text or behind it.</summary>
    private int TimeFrom(int position)
    {
        int low = 0, high = mentions.Times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions.Times[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The first word behind the verb that says on whose word it is told; that is no part of the statement.</summary>
    private int Attributed(Token verb)
    {
        var end = int.MaxValue;
        foreach (var relation in attributions.Covering(verb))
            foreach (var span in (ReadOnlySpan<TextSpan?>)[relation.Source, relation.Cue])
                if (span is { } words && words.Start > verb.Span.End && document.TokensIn(words) is { Count: > 0 } tokens) end = Math.Min(end, tokens.First);
        return end;
    }

    /// <summary>What is coordinated with the verb or stands beside it is a statement of its own.</summary>
    private static bool IsAnotherClause(Token word, Token verb)
    {
        for (var at = word; at.Index != verb.Index; at = at.Head!.Value)
            if (at.HeadIndex == verb.Index && at.Index > verb.Index && at.Relation is Deprel.Conj or Deprel.Cc or Deprel.Parataxis or Deprel.Advcl) return at.Relation != Deprel.Advcl || !Predication.IsInfinitive(at);
        return false;
    }

    /// <summary>The one day a time means, where it does not name its year.</summary>
    private DateOnly? Day(TimeMention time) =>
        time.Timex is { Type: TimexType.Date, From: { } from, To: { } to } && from == to && !time.Span.In(document.Text).Contains(from.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? from : null;

    /// <summary>'from July 11', 'by Friday', 'between Monday and Friday': the day has its preposition.</summary>
    private bool IsTied(TimeMention time)
    {
        var first = document.TokensIn(time.Span).First;
        return first > 0 && document[first - 1] is { Upos: Upos.Adp or Upos.Sconj or Upos.Cconj };
    }
}
