using System.Collections.Immutable;

namespace Chancery;

/// <summary>What went from one country to another: what kinds of acts, how friendly, and the weeks that were unlike the pair's own past.</summary>
/// <param name="From">Who did it: ISO 3166-1 alpha-3, <c>IGO</c> or <c>NGO</c>.</param>
/// <param name="To">To whom; of acts without direction the later of both codes.</param>
/// <param name="Events">Number of happenings, those of one dispatch counted once.</param>
/// <param name="Score">Their mean on PLOVER's scale from −10, conflict, to 10, cooperation; null where no act has a score.</param>
/// <param name="Kinds">PLOVER types with how many events each has, the most frequent first.</param>
/// <param name="Weeks">Weeks in which something went, from Monday on, by time.</param>
public sealed record CountryTie(string From, string To, int Events, double? Score, ImmutableArray<(string Type, int Events)> Kinds, ImmutableArray<TieWeek> Weeks)
{
    /// <summary>The weeks that were unlike the weeks before them.</summary>
    public IEnumerable<TieWeek> Unusual => Weeks.Where(w => w.IsUnusual);
}

/// <summary>One week of a tie, against the weeks before it.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Events">Ids of its events: the claims behind it are theirs.</param>
/// <param name="Score">Mean score of its events; null where none has one.</param>
/// <param name="Usual">Events that a week had on average before; 0 for the first.</param>
/// <param name="UsualScore">Mean score before; null where none had one.</param>
/// <param name="IsMore">True where so many events would come by chance in one week of twenty at most.</param>
/// <param name="IsTurn">True where the mean moved by three points and two standard errors and more.</param>
public sealed record TieWeek(DateOnly Monday, ImmutableArray<string> Events, double? Score, double Usual, double? UsualScore, bool IsMore, bool IsTurn)
{
    /// <summary>True where the week was unlike those before it, in how much happened or in how friendly it was.</summary>
    public bool IsUnusual => IsMore || IsTurn;
}
