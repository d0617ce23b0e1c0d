using System.Globalization;
using System.Text.RegularExpressions;

namespace Chancery.Briefs;

/// <summary>Checks that what a sentence puts together stands together in what it cites: days, who did it to whom, who said so, whose number it is.</summary>
internal static partial class FactChecks
{
    /// <summary>What stands together in the sentence and nowhere in what it cites.</summary>
    internal static IEnumerable<string> Faults(string text, Cited cited)
    {
        var bare = Count().Replace(text, "");
        return Dates(text, cited).Concat(IsFigures(bare) ? Numbers(bare, cited) : bare.StartsWith(Unknown, StringComparison.Ordinal) ? [] : Parties(bare, cited).Concat(Sources(bare, cited)));
    }

    /// <summary>What opens a sentence that asks rather than tells.</summary>
    internal const string Unknown = "Not known: ";

    /// <summary>The sentence without its dates, which are checked whole.</summary>
    internal static string WithoutDates(string text) => MonthOfYear().Replace(Date().Replace(DayRange().Replace(Count().Replace(text, " "), " "), " "), " ");

    /// <summary>The sentence without how many vouch for it.</summary>
    internal static string WithoutCounts(string text) => Count().Replace(text, "");

    /// <summary>'(three independent sources)' needs as many reports, or sources that they name.</summary>
    internal static IEnumerable<string> Counts(string text, Cited cited)
    {
        foreach (Match match in Count().Matches(text))
        {
            var told = Enumerable.Range(1, 200).FirstOrDefault(n => StandingReason.Count(n) == match.Groups["count"].Value);
            if (told == 0 || told > cited.Vouchers.Distinct(StringComparer.OrdinalIgnoreCase).Count()) yield return $"the count ‘{match.Value}’";
        }
    }

    private static bool IsFigures(string text) => Told().IsMatch(text);

    private static IEnumerable<string> Dates(string text, Cited cited)
    {
        foreach (Match match in DayRange().Matches(text))
            if (!IsDay(match.Groups["first"].Value + " " + match.Groups["month"].Value, cited)) yield return $"the day ‘{match.Groups["first"].Value} {match.Groups["month"].Value}’";
        foreach (Match match in Date().Matches(text))
            if (!IsDay(match.Value, cited)) yield return $"the day ‘{match.Value}’";
        var rest = Date().Replace(text, " ");
        foreach (Match match in MonthOfYear().Matches(rest))
        {
            var month = DateOnly.ParseExact("1 " + match.Value, "d MMMM yyyy", CultureInfo.InvariantCulture);
            if (!cited.Days.Any(d => d.Year == month.Year && (d.Month == month.Month || cited.Words.Contains(match.Groups["month"].Value, StringComparison.Ordinal)))) yield return $"the month ‘{match.Value}’";
        }
    }

    /// <summary>True for a day that a claim or a report has, or that stands in the words cited, whose year is the claim's.</summary>
    private static bool IsDay(string day, Cited cited)
    {
        if (!DateOnly.TryParseExact(day, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return false;
        if (cited.Days.Contains(date)) return true;
        return cited.Days.Any(d => Math.Abs(d.DayNumber - date.DayNumber) < 400) && Days.Tells(cited.Words, date);
    }

    /// <summary>Whoever a claim says did it stands before those it was done to, and somebody who did something opens the sentence.</summary>
    private static IEnumerable<string> Parties(string text, Cited cited)
    {
        EventClaim[] claims = [.. cited.Claims.Where(c => !StandingReason.Denies(c) || c.Frame.Name != "deny")];
        if (claims.Length == 0) yield break;
        var clause = Opening().Replace(text, "");
        if (!cited.Claims.Any(c => Opens(clause, c))) yield return "who did it";
        bool[] orders = [.. claims.Select(c => Order(clause, c)).OfType<bool>()];
        if (orders.Length > 0 && !orders.Contains(true)) yield return "who did it to whom";
    }

    private static bool Opens(string clause, EventClaim claim)
    {
        var bare = Bare(clause);
        return claim.Actors.Any(a => bare.StartsWith(Bare(a.Name), StringComparison.OrdinalIgnoreCase))
            || claim.Statement is { } statement && bare.StartsWith(Bare(string.Join(' ', statement.Split(' ').Take(2))), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null where the clause does not name both; true where they stand as in the claim.</summary>
    private static bool? Order(string clause, EventClaim claim)
    {
        if (claim.Frame.Reciprocal || First(clause, claim.Actors) is not { } actor || First(clause, claim.Recipients) is not { } recipient || actor == recipient) return null;
        return actor < recipient || claim.Statement is { } statement && First(statement, claim.Recipients) < (First(statement, claim.Actors) ?? int.MaxValue);
    }

    private static int? First(string text, IEnumerable<Participant> parties)
    {
        var first = parties.Select(p => text.IndexOf(p.Name, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        return first < 0 ? null : first;
    }

    /// <summary>Those who are told to have said or denied it are those that the claims name.</summary>
    private static IEnumerable<string> Sources(string text, Cited cited)
    {
        string[] asserting = [.. cited.Vouchers.Select(Bare)], denying = [.. cited.Deniers.Select(Bare)];
        foreach (Match match in Said().Matches(text))
        {
            var known = match.Groups["verb"].Value is "denied it" or "said that it did not happen" ? denying : asserting;
            foreach (var who in Names().Split(match.Groups["who"].Value))
                if (Bare(who) is { Length: > 0 } name && !known.Any(k => k.Equals(name, StringComparison.OrdinalIgnoreCase) || k.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase) || k.Length > 3 && name.Contains(k, StringComparison.OrdinalIgnoreCase) || Joint(k, match.Groups["who"].Value))) yield return $"that ‘{who}’ said so";
        }
    }

    /// <summary>'the Bureau of Trade and Industry' is one name.</summary>
    private static bool Joint(string known, string told) => known.Contains(" and ", StringComparison.Ordinal) && told.Contains(known, StringComparison.OrdinalIgnoreCase);

    /// <summary>Each number of a series is its source's own.</summary>
    private static IEnumerable<string> Numbers(string text, Cited cited)
    {
        foreach (Match match in Told().Matches(text))
        {
            var who = Bare(match.Groups["who"].Value);
            decimal[] numbers = [.. Number().Matches(match.Groups["numbers"].Value).Select(m => decimal.Parse(m.Value, NumberStyles.Number, CultureInfo.InvariantCulture))];
            if (!cited.Figures.Any(f => numbers.All(n => n == f.Figure.Mention.Quantity.Min || n == f.Figure.Mention.Quantity.Max)
                && string.Equals(Bare(f.Figure.Attribution is [.., var source] ? source : StandingReason.Publisher(f.Reading)), who, StringComparison.OrdinalIgnoreCase))) yield return $"that {match.Groups["numbers"].Value.Trim()} is the number of ‘{match.Groups["who"].Value}’";
        }
    }

    /// <summary>A name without its article.</summary>
    private static string Bare(string name) => Article().Replace(name.Trim(), "");

    [GeneratedRegex(@"^(?:the|a|an) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 200)]
    private static partial Regex Article();

    private const string AnyMonth = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    private const string Months = "(?<month>" + AnyMonth + ")";

    [GeneratedRegex(@"\b\d{1,2} " + Months + @" \d{4}\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Date();

    /// <summary>'11 to 13 July 2025': the first day of it.</summary>
    [GeneratedRegex(@"\b(?<first>\d{1,2}) to \d{1,2} (?<month>" + AnyMonth + @" \d{4})\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex DayRange();

    [GeneratedRegex(@"\b" + Months + @" \d{4}\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@" \((?<count>\p{Ll}+|\d+) independent sources\)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Count();

    /// <summary>What may stand before the clause: a day, or 'Whether'.</summary>
    [GeneratedRegex(@"^(?:Whether |(?:(?:By|As told on|On|In|From|Since|Until) )?(?:(?:\d{1,4}|to|" + AnyMonth + @") ?)+[:,] )", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:, |; |: )(?<who>[^,;:.]+(?:, [^,;:.]+)*? and [^,;:.]+|[^,;:.]+?) (?<verb>said that it did not happen|denied it|said|put it at)\b|according to (?<who>[^,;:()]+?)(?:[.;:(]|$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Said();

    [GeneratedRegex(@", | and ", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Names();

    /// <summary>A number with, in brackets, whose it is.</summary>
    [GeneratedRegex(@"(?:[:;] )(?<numbers>[^();:]*\d[^();:]*)\((?<who>[^,;()]+)(?:, \d{1,2} \p{L}+ \d{4})?[^()]*\)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Told();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Number();
}
