using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Linguistics;

namespace Chancery.Briefs;

/// <summary>Refuses a sentence that says more than what it cites: a name, a number, a day, a word or a certainty that no cited report gives.</summary>
/// <remarks>
/// Immutable and thread-safe. Every word of four letters and more must stand in a cited sentence, in a cited claim, among the words its act is
/// told with, or among the words briefs are put together with (<c>languages/en/scaffold.tsv</c>).
/// </remarks>
public sealed class BriefChecker
{
    private const int Stem = 5;

    /// <summary>Characters of a sentence that can be checked; more are no sentence.</summary>
    private const int Longest = 2000;

    private static readonly string[] Hedges = ["may", "might", "could", "would", "is to", "are to", "was to", "were to", "plan", "expect", "possibl", "not confirm", "not verif", "not say", "call", "demand", "urge", "ask", "will", "whether", "if ", "intend", "hope", "want", "prepare", "should"];

    private static readonly string[] Denials = ["not ", "denied", "denies", "deny", "denying", "no ", "never", "rejected", "dismissed", "refused", "without", "n't", "whether"];

    private readonly HashSet<string> _scaffold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _acts = new(StringComparer.Ordinal);

    /// <summary>Reads the words of briefs.</summary>
    /// <exception cref="Linguistics.Packs.PackException">The pack has faults; all of them are listed.</exception>
    public BriefChecker(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        foreach (var row in pack.Read("languages/en/scaffold.tsv", "words", "example").Rows)
            foreach (var word in row.Parts("words")) _scaffold.Add(Root(word));
        foreach (var month in CultureInfo.InvariantCulture.DateTimeFormat.MonthNames)
            if (month.Length > 0) _scaffold.Add(Root(month));
        foreach (var row in pack.Read("languages/en/telling.tsv", "frame", "verb", "past", "participle", "rest").Rows)
            _acts[row["frame"]] = [.. Words(string.Join(' ', row["verb"], row["past"], row["participle"], row["rest"])).Select(Root)];
    }

    /// <summary>What the sentence says beyond what it cites; empty where it says nothing more.</summary>
    public ImmutableArray<string> Faults(BriefSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (sentence.Sources.IsDefaultOrEmpty) return ["nothing is cited"];
        if (sentence.Text.Length > Longest) return [$"it is longer than {Longest} characters"];
        try
        {
            return Check(sentence);
        }
        catch (RegexMatchTimeoutException)
        {
            return ["it cannot be checked"];
        }
    }

    private ImmutableArray<string> Check(BriefSentence sentence)
    {
        var cited = new Cited(sentence);
        var faults = ImmutableArray.CreateBuilder<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in sentence.Sources.SelectMany(Texts).Concat(cited.Claims.SelectMany(Told))) Learn(text, known, numbers);
        foreach (var claim in cited.Claims)
            foreach (var frame in (string?[])[claim.Frame.Name, claim.Frame.Parent])
                if (frame is not null && _acts.TryGetValue(frame, out var words)) known.UnionWith(words);
        foreach (var quantity in cited.Claims.SelectMany(c => c.Figures).Select(f => f.Quantity).Concat(cited.Figures.Select(f => f.Figure.Mention.Quantity)))
            foreach (var bound in (decimal?[])[quantity.Min, quantity.Max])
                if (bound is { } value) numbers.Add(value.ToString("0.##", CultureInfo.InvariantCulture));
        foreach (var day in cited.Days) numbers.Add(day.Year.ToString(CultureInfo.InvariantCulture));
        foreach (var word in Words(FactChecks.WithoutDates(sentence.Text)))
        {
            if (char.IsDigit(word[0]))
            {
                if (!numbers.Contains(word.Replace(",", "", StringComparison.Ordinal))) faults.Add($"the number {word}");
            }
            else if ((word.Length >= 4 || char.IsUpper(word[0]) && word.Length > 1) && !known.Contains(Root(word)) && !_scaffold.Contains(Root(word))) faults.Add($"the word ‘{word}’");
        }
        faults.AddRange(FactChecks.Counts(sentence.Text, cited));
        faults.AddRange(FactChecks.Faults(sentence.Text, cited));
        if (cited.Claims.Count > 0)
        {
            if (cited.Claims.All(StandingReason.Denies) && !Denials.Any(Says)) faults.Add("it asserts what is denied");
            if (cited.Claims.All(c => Expectation.IsExpected(c.Status)) && !Hedges.Any(Says)) faults.Add(cited.Claims.All(c => c.IsPast) ? "it tells as done what may have been" : "it tells as done what lies ahead");
            if (!cited.Claims.Any(StandingReason.Denies) && Denials.Any(d => Says(d) && d is not "whether" and not "without" and not "no ") && !Denials.Any(d => cited.Words.Contains(d, StringComparison.OrdinalIgnoreCase))) faults.Add("it denies what is asserted");
        }
        return faults.ToImmutable();

        bool Says(string words) => sentence.Text.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Texts(Citation citation)
    {
        yield return citation.Sentence.In(citation.Reading.Report.Text);
        yield return StandingReason.Publisher(citation.Reading);
        // What the report calls its people and bodies elsewhere.
        foreach (var name in citation.Reading.Claims.Where(c => citation.Sentence.Contains(c.Trigger.Start)).SelectMany(c => c.Attribution)) yield return name;
        foreach (var figure in citation.Reading.Figures.Where(f => citation.Sentence.Contains(f.Mention.Span.Start)))
        {
            foreach (var name in figure.Attribution) yield return name;
            yield return figure.Of;
            if (figure.Mention.Quantity.Unit is { } unit) yield return unit;
        }
        foreach (var unknown in citation.Reading.Unknowns.Where(u => citation.Sentence.Contains(u.Span.Start)))
        {
            yield return unknown.What;
            foreach (var name in unknown.Attribution) yield return name;
        }
    }

    private static IEnumerable<string> Told(EventClaim claim)
    {
        foreach (var party in claim.Actors.Concat(claim.Recipients)) yield return party.Name;
        foreach (var name in claim.Attribution) yield return name;
        if (claim.Place is { } place) yield return place.Name;
        if (claim.Statement is { } statement) yield return statement;
        foreach (var figure in claim.Figures)
            if (figure.Quantity.Unit is { } unit) yield return unit;
    }

    private static void Learn(string text, HashSet<string> known, HashSet<string> numbers)
    {
        foreach (var word in Words(text))
        {
            if (char.IsDigit(word[0])) numbers.Add(word.Replace(",", "", StringComparison.Ordinal));
            else known.Add(Root(word));
        }
    }

    /// <summary>Words and numbers: a hyphen parts words, a comma within a number does not.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isInside = char.IsLetterOrDigit(c) || c is ',' or '.' && word.Length > 0 && char.IsDigit(word[0]) && i + 1 < text.Length && char.IsDigit(text[i + 1]);
            if (isInside) word.Append(c);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    /// <summary>Endings do not matter: 'visited' is in a sentence that says 'visits'.</summary>
    private static string Root(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.Length <= Stem ? lower.TrimEnd('s') : lower[..Stem];
    }
}
