using System.Collections.Immutable;

namespace Chancery;

/// <summary>What a report says is unknown, as words to look for in later reports: an answer says them again, and gives what was asked for.</summary>
/// <remarks>Immutable and thread-safe. Answers are looked up whenever they are asked for, never kept: whatever is filed, decided or erased holds at once.</remarks>
internal sealed class AskedWords
{
    /// <summary>Days after which a report answers what another left open no longer.</summary>
    internal const int Patience = 180;

    /// <summary>Least confidence of a claim that answers.</summary>
    private const double Sure = 0.5;

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

    private readonly FiledReading _reading;
    private readonly Unknown _unknown;
    private readonly Sort _sort;
    private readonly string[] _people;

    private AskedWords(FiledReading reading, Unknown unknown, Sort sort)
    {
        (_reading, _unknown, _sort) = (reading, unknown, sort);
        Stems = Weighed(unknown.What);
        _people = [.. reading.Claims.SelectMany(c => c.Actors.Concat(c.Recipients)).Select(Party).Distinct(StringComparer.Ordinal)];
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

    /// <summary>Stems of the words asked about, with how much each counts.</summary>
    internal ImmutableDictionary<string, int> Stems { get; }

    /// <summary>The days on which an answer may be published, inclusive.</summary>
    internal (DateOnly First, DateOnly Last) Days => (_reading.Report.Published!.Value.AddDays(1), _reading.Report.Published!.Value.AddDays(Patience));

    /// <summary>What an unknown asks; null where it says too little to know an answer by, or its report has no day.</summary>
    internal static AskedWords? Of(FiledReading reading, Unknown unknown)
    {
        if (reading.Report.Published is not { } day || day.DayNumber + Patience > DateOnly.MaxValue.DayNumber) return null;
        var asked = new AskedWords(reading, unknown, SortOf(unknown.What));
        return asked.Stems.Count >= 2 ? asked : null;
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
            foreach (var claim in reading.Claims)
                if (IsAnswer(reading, claim) && counts(claim)) return new(reading, claim);
        }
        return null;
    }

    private bool IsAnswer(FiledReading reading, EventClaim claim)
    {
        if (claim.Confidence < Sure || claim.Sentence >= reading.Sentences.Length || Expectation.IsExpected(claim.Status)) return false;
        if (_sort != Sort.Whether && claim.Status is ClaimStatus.Denied or ClaimStatus.NotOccurred) return false;
        if (!claim.Actors.Concat(claim.Recipients).Select(Party).Any(_people.Contains)) return false;
        var sentence = reading.Sentences[claim.Sentence];
        // who still asks answers nothing
        if (reading.Unknowns.Any(u => sentence.Contains(u.Span.Start)) || !Gives(reading, claim)) return false;
        var said = Weighed(string.Join(' ', claim.Actors.Concat(claim.Recipients).Select(p => p.Name).Append(claim.Statement ?? claim.Evidence.In(reading.Report.Text))));
        var (shared, all) = (0, 0);
        foreach (var (stem, weight) in Stems)
        {
            all += weight;
            if (said.ContainsKey(stem)) shared += weight;
        }
        return shared >= 2 && shared >= (_sort == Sort.What ? all : Enough * all);
    }

    /// <summary>True where a claim gives the sort of thing that was asked for.</summary>
    private bool Gives(FiledReading reading, EventClaim claim) => _sort switch
    {
        Sort.Number => reading.Figures.Any(f => reading.Sentences[claim.Sentence].Contains(f.Mention.Span.Start)),
        Sort.Who => claim.Actors.Any(a => a.ActorId is not null),
        Sort.When => claim.Time is { Basis: TimeBasis.Explicit, From: { } from, To: { } to } && to.DayNumber - from.DayNumber < 31,
        Sort.Where => claim.Place is not null,
        _ => true,
    };

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

    /// <summary>A party as two reports know it: by the registry, else by its country, else by name.</summary>
    private static string Party(Participant party) => party.ActorId ?? party.Country ?? party.Name;

    private static ImmutableDictionary<string, int> Weighed(string text)
    {
        var stems = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
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
        return stems.ToImmutable();
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
