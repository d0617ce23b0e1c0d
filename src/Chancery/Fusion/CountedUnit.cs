using System.Collections.Frozen;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>Under which head a number is counted, so that 'soldiers' and 'troops' stand in one series and shells in another.</summary>
internal static class CountedUnit
{
    /// <summary>The head under which people are counted.</summary>
    internal const string People = "people";

    /// <summary>Words by which people are counted; a bare number of an act is taken to count people too.</summary>
    private static readonly FrozenSet<string> PeopleWords =
        LanguagePack.FromAssembly(typeof(CountedUnit).Assembly).Read("people.tsv", "word", "example").Rows.Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The currency, <c>percent</c>, <c>people</c>, or the last word of the unit.</summary>
    internal static string Of(Quantity quantity)
    {
        if (quantity.Currency is { } currency) return currency;
        if (quantity.Noun is not { } noun) return People;
        return PeopleWords.Contains(noun) ? People : noun.ToLowerInvariant();
    }
}
