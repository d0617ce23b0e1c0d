using System.Collections.Immutable;

namespace Chancery;

/// <summary>What a report says is unknown, as words to look for in later reports: an answer says them again, and gives what was asked for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class AskedWords
{
    /// <summary>Days after which a report answers what another left open no longer.</summary>
    internal const int Patience = 180;

    /// <summary>Share of what was asked that the answer must say again; a name counts double.</summary>
    private const double Enough = 0.66;

    /// <summary>Characters in which the forms of a word mostly agree.</summary>
    private const int StemLength = 6;

    private static readonly HashSet<string> Empty = new(
        [
            "the", "and", "for", "with", "that", "this", "these", "those", "what", "who", "whom", "whose", "when", "where", "why", "how", "which", "whether", "many", "much", "long", "number",
            "would", "could", "should", "might", "will", "have", "has", "had", "was", "were", "been", "being", "are", "did", "does", "can", "may", "any", "all", "its", "his", "her", "their", "they", "she", "him",
            "them", "from", "into", "over", "about", "than", "then", "there", "here", "more", "most", "other", "some", "such", "not", "nor", "but", "exact", "exactly", "immediately", "specific", "further", "detail", "details",
            "truth", "comment", "comments", "question", "questions", "request", "report", "reports", "information",
        ], StringComparer.Ordinal);

    private readonly DateOnly _day;
    private readonly Sort _sort;
    private readonly IReadOnlyDictionary<string, int> _stems;

    private AskedWords(FiledReading reading, Unknown unknown, DateOnly day, IReadOnlyDictionary<string, int> stems)
    {
        (_day, _sort, _stems) = (day, SortOf(unknown.What), stems);
        Participant[] people = [.. reading.Claims.SelectMany(c => c.Actors.Concat(c.Recipients))];
        People = [.. people.Select(PossibleAnswer.Known).Distinct(StringComparer.Ordinal)];
        Clues = [.. CluesOf(Weighed(string.Join(' ', people.Select(p => p.Name))))];
    }

    private enum Sort
    {
        Number,
        Who,
        When,
        Where,
        Whether,
        What,
    }

    /// <summary>The parties the report tells of: an answer is about one of them.</summary>
    internal ImmutableArray<string> People { get; }

    /// <summary>The fewest stems of which no answer can do without all: one of them stands in its sentence. Words that name the parties stand in very many, so they come last.</summary>
    internal ImmutableArray<string> Clues { get; }

    /// <summary>The days on which an answer may be published, inclusive.</summary>
    internal (DateOnly First, DateOnly Last) Days => (_day.AddDays(1), _day.AddDays(Patience));

    /// <summary>How much of what was asked the answer must say again.</summary>
    private double Least => Math.Max(2, (_sort == Sort.What ? 1 : Enough) * _stems.Values.Sum());

    /// <summary>What an unknown asks; null where it says too little to know an answer by, or its report has no day.</summary>
    internal static AskedWords? Of(FiledReading reading, Unknown unknown)
    {
        if (reading.Report.Published is not { } day || day.DayNumber + Patience > DateOnly.MaxValue.DayNumber) return null;
        var stems = Weighed(unknown.What);
        return stems.Count >= 2 ? new AskedWords(reading, unknown, day, stems) : null;
    }

    /// <summary>The first claim that answers, of readings in order of publication; null where none does.</summary>
    /// <param name="later">Readings by publication; those of other days are passed over.</param>
    /// <param name="counts">Whether a claim counts for something in the record.</param>
    internal FiledClaim? Answer(IEnumerable<FiledReading> later, Func<EventClaim, bool> counts)
    {
        var (first, last) = Days;
        foreach (var reading in later)
        {
            if (reading.Report.Published is not { } day || day < first || day > last) continue;
            foreach (var claim in PossibleAnswer.In(reading))
                if (IsAnswer(claim) && counts(claim.Claim)) return new(reading, claim.Claim);
        }
        return null;
    }

    /// <summary>True where a claim of a later report answers.</summary>
    internal bool IsAnswer(PossibleAnswer claim)
    {
        // by loops, since it is asked of each claim of a report that may answer: a delegate for each took a third of the time
        if (_sort != Sort.Whether && claim.IsDenied || !IsAboutOne(claim) || !Gives(claim) || !HasClue(claim)) return false;
        var said = 0;
        foreach (var (stem, weight) in _stems)
            if (claim.Said.ContainsKey(stem)) said += weight;
        return said >= Least;
    }

    private bool IsAboutOne(PossibleAnswer claim)
    {
        foreach (var party in claim.Parties)
            if (People.Contains(party)) return true;
        return false;
    }

    private bool HasClue(PossibleAnswer claim)
    {
        foreach (var clue in Clues)
            if (claim.Sentence.ContainsKey(clue)) return true;
        return false;
    }

    /// <summary>True where a claim gives the sort of thing that was asked for.</summary>
    private bool Gives(PossibleAnswer claim) => _sort switch
    {
        Sort.Number => claim.GivesNumber,
        Sort.Who => claim.Claim.Actors.Any(a => a.ActorId is not null),
        Sort.When => claim.Claim.Time is { Basis: TimeBasis.Explicit, From: { } from, To: { } to } && to.DayNumber - from.DayNumber < 31,
        Sort.Where => claim.Claim.Place is not null,
        _ => true,
    };

    private IEnumerable<string> CluesOf(IReadOnlyDictionary<string, int> names)
    {
        var omitted = _stems.Values.Sum() - Least;
        foreach (var (stem, weight) in _stems.OrderBy(s => names.ContainsKey(s.Key)).ThenByDescending(s => s.Value).ThenByDescending(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            yield return stem;
            if ((omitted -= weight) < 0) yield break;
        }
    }

    private static Sort SortOf(string what) =>
        Opens(what, "how many", "how much", "number of", "the number of", "death toll", "toll") ? Sort.Number
        : Opens(what, "who ", "whom ", "identity of", "identities of", "name of", "names of") ? Sort.Who
        : Opens(what, "when ", "date of", "the date of") ? Sort.When
        : Opens(what, "where ", "whereabouts of", "location of") ? Sort.Where
        : Opens(what, "whether ", "if ", "that ") ? Sort.Whether : Sort.What;

    private static bool Opens(string what, params ReadOnlySpan<string> openers)
    {
        foreach (var opener in openers)
            if (what.StartsWith(opener, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Stems of the words that tell something, with how much each counts.</summary>
    internal static IReadOnlyDictionary<string, int> Weighed(string text)
    {
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start >= 0 && i - start >= 3 && Stem(text[start..i]) is { } stem) stems[stem] = Math.Max(stems.GetValueOrDefault(stem), start > 0 && char.IsUpper(text[start]) ? 2 : 1);
            start = -1;
        }
        return stems;
    }

    /// <summary>'soldiers' and 'soldier', 'signed' and 'signing' are one; null for words that tell nothing.</summary>
    private static string? Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Empty.Contains(lower)) return null;
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s"])
            if (lower.Length - ending.Length >= 3 && lower.EndsWith(ending, StringComparison.Ordinal)) return Cut(lower[..^ending.Length]);
        return Cut(lower);
    }

    private static string Cut(string word) => word.Length > StemLength ? word[..StemLength] : word.Length > 3 && word[^1] == 'e' ? word[..^1] : word;
}
