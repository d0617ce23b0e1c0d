using System.Globalization;
using System.Text.RegularExpressions;

namespace Chancery.Briefs;

/// <summary>Days as people write them: '21 March 2025', 'June 2024', '11 to 13 July 2025'.</summary>
internal static class Days
{
    internal static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A span of days by the coarsest words that say it exactly; empty where neither end is known.</summary>
    internal static string Of(DateOnly? first, DateOnly? last) => (first, last) switch
    {
        (null, null) => "",
        ({ } from, null) => "since " + Of(from),
        (null, { } to) => "until " + Of(to),
        ({ } from, { } to) when from == to => Of(from),
        ({ } from, { } to) when IsWholeMonths(from, to) && from.Month == 1 && to.Month == 12 => from.Year == to.Year ? Year(from) : $"{Year(from)} to {Year(to)}",
        ({ } from, { } to) when IsWholeMonths(from, to) => from.Month == to.Month && from.Year == to.Year ? Month(from) : $"{(from.Year == to.Year ? from.ToString("MMMM", CultureInfo.InvariantCulture) : Month(from))} to {Month(to)}",
        ({ } from, { } to) when from.Year == to.Year && from.Month == to.Month => $"{from.Day.ToString(CultureInfo.InvariantCulture)} to {Of(to)}",
        ({ } from, { } to) => $"{(from.Year == to.Year ? from.ToString("d MMMM", CultureInfo.InvariantCulture) : Of(from))} to {Of(to)}",
    };

    /// <summary>The span within a sentence: ' on 21 March 2025', ' in June 2024', ' from 11 to 13 July 2025'.</summary>
    internal static string Within(DateOnly? first, DateOnly? last)
    {
        var span = Of(first, last);
        if (span.Length == 0) return "";
        if (first is null || last is null) return " " + span;
        return (first == last ? " on " : span.Contains(" to ", StringComparison.Ordinal) ? " from " : " in ") + span;
    }

    /// <summary>True where words tell a day, with its year or without, as newsrooms write it: 'by 20 August', 'on Aug. 20'.</summary>
    internal static bool Tells(string words, DateOnly day)
    {
        var (number, month) = (day.Day.ToString(CultureInfo.InvariantCulture), day.ToString("MMM", CultureInfo.InvariantCulture));
        return Regex.IsMatch(words, $@"\b(?:{month}\p{{L}}*\.? {number}|{number} {month}\p{{L}}*)\b", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
    }

    private static bool IsWholeMonths(DateOnly from, DateOnly to) => from.Day == 1 && to.AddDays(1).Day == 1;

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
