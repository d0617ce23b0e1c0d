using Chancery.Linguistics;

namespace Chancery.Coding.Figures;

/// <summary>Finds the day on which a sentence puts what befell those it counts: the dead of Sunday are not the dead of Monday a week later.</summary>
internal static class DayOf
{
    private const int Climb = 6;

    /// <summary>The day told in the number's own clause or one that hangs with it; null where none is, or only the day on which it was said.</summary>
    /// <param name="mentions">The report's mentions.</param>
    /// <param name="number">The number's word.</param>
    /// <param name="isReckoned">True where a verb of counting tells it: a day of that verb is the day of the count.</param>
    internal static DateOnly? Find(MentionSet mentions, Token number, bool isReckoned)
    {
        if (Verb(number) is not { } verb) return null;
        DateOnly? found = null;
        foreach (var time in mentions.Times)
        {
            var word = number.Document[time.Head];
            if (word.SentenceIndex != number.SentenceIndex || time.Timex is not { Type: TimexType.Date or TimexType.Time, From: { } day, Value: not "PRESENT_REF" } || time.Timex.To != day) continue;
            // 'since Sunday' is no day
            if (word.Child(Deprel.Case) is { Lemma: not ("on" or "in" or "at" or "during") } || word.Head is not { } above || Verb(above) is not { } dated || dated.Child(Deprel.Mark) is { Lemma: "since" or "until" or "before" or "after" }) continue;
            if (dated.Index == verb.Index)
            {
                if (isReckoned) continue;
                return day;
            }
            if (Hangs(verb, dated) || Hangs(dated, verb) || IsBeside(verb, dated)) found ??= day;
        }
        return found;
    }

    /// <summary>'Ten people died when a missile hit a house on Sunday, he said': both clauses hang on the saying, the second one wrongly.</summary>
    private static bool IsBeside(Token verb, Token dated) =>
        verb.Relation == Deprel.Ccomp && dated.Relation == Deprel.Advcl && verb.HeadIndex == dated.HeadIndex && verb.Index < dated.Index && dated.Index < verb.HeadIndex;

    private static Token? Verb(Token word)
    {
        var at = word;
        for (var step = 0; step < Climb; step++)
        {
            if (at.Upos == Upos.Verb) return at;
            if (at.Head is not { } head) return null;
            at = head;
        }
        return null;
    }

    /// <summary>True where one clause hangs on the other as a part of what is told, not as what is said.</summary>
    private static bool Hangs(Token clause, Token other)
    {
        var at = clause;
        for (var step = 0; step < Climb && at.Head is { } head; step++, at = head)
        {
            if (at.Relation.Universal() is Deprel.Ccomp or Deprel.Parataxis || at.Relation is Deprel.AclRelcl) return false;
            if (head.Index == other.Index) return true;
        }
        return false;
    }
}
