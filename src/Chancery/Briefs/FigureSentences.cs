namespace Chancery.Briefs;

/// <summary>Tells a series of figures: what is counted, each number with its day and source, what replaced what, what cannot hold beside what, what a rewrite changed.</summary>
internal static class FigureSentences
{
    /// <summary>Opens a series within a paragraph.</summary>
    internal const string Given = "Figures given: ";

    /// <summary>Numbers told of one series: the latest.</summary>
    private const int Most = 8;

    /// <summary>Tells a series.</summary>
    /// <param name="series">Its entries.</param>
    /// <param name="record">The record, to cite what a rewrite was taken from and to know copies by.</param>
    /// <param name="voices">Who says something, as a sentence names them.</param>
    internal static BriefSentence Of(FigureEntry[] series, FusedRecord record, Voices voices)
    {
        var sources = series.Select(e => e.Drift?.Report).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var reports = series.Select(e => e.Reading.Report.Id).ToHashSet(StringComparer.Ordinal);
        var dispatches = record.Lineages.Where(l => reports.Contains(l.Report)).ToDictionary(l => l.Report, l => l.Dispatch, StringComparer.Ordinal);
        var told = Sentence(series, dispatches, voices);
        return told with { Sources = [.. told.Sources.Concat(record.Figures.Where(e => sources.Contains(e.Reading.Report.Id) && series.Any(s => s.Figure.Gist.Act == e.Figure.Gist.Act)).Select(Cite)).DistinctBy(c => (c.Reading.Report.Id, c.Sentence))] };
    }

    /// <summary>The series a reader would want, those most told of first; a number that neither a noun nor an act says anything of would tell nothing.</summary>
    internal static IEnumerable<FigureEntry[]> Series(IEnumerable<FigureEntry> entries) => entries
        .GroupBy(e => e.Series, StringComparer.Ordinal)
        .Select(s => s.OrderBy(e => e.AsOf ?? DateOnly.MaxValue).ThenBy(e => e.Id, StringComparer.Ordinal).ToArray())
        .Where(s => Title(s).Length > 0)
        .OrderByDescending(s => s.Length);

    /// <summary>What a series counts: 'troops sent to Russia', 'people killed'.</summary>
    internal static string Title(IReadOnlyCollection<FigureEntry> series)
    {
        // The report's own words where they say what was done; the words of the kind of count elsewhere.
        var of = series.Select(Of).Where(IsTelling).OrderByDescending(o => o.Contains(' ', StringComparison.Ordinal)).ThenBy(o => o.Length).FirstOrDefault();
        if (of is not null && of.Contains(' ', StringComparison.Ordinal)) return More.Aggregate(of, (told, word) => told.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? told[word.Length..] : told);
        var counted = series.Select(e => e.Figure.Counted).OfType<Counted>().FirstOrDefault(c => c.Things.Length > 0);
        var act = series.Select(e => e.Figure.Gist.Act).OfType<string>().FirstOrDefault();
        if (counted is null || series.Any(e => FigureWords.IsShare(e.Figure.Mention.Quantity))) return of ?? "";
        var things = FigureWords.Plural(counted.Things);
        return act is null or "needed" or "voted" or "protested" ? of is not null && of.Contains(counted.Things, StringComparison.OrdinalIgnoreCase) ? of : things : $"{things} {act}";
    }

    /// <summary>What a figure is of; of '10 percent of the vote' the vote, since the number says that it is a share.</summary>
    private static string Of(FigureEntry entry) =>
        FigureWords.IsShare(entry.Figure.Mention.Quantity) && entry.Figure.Of.Split(' ', 2) is ["percent", .. var rest] ? string.Concat(rest) : entry.Figure.Of;

    /// <summary>What each number says of itself.</summary>
    private static readonly string[] More = ["more ", "additional ", "another ", "further ", "fewer "];

    private static bool IsTelling(string of) => of.Length > 0 && char.IsLetter(of[0]) && of is not ("gone" or "number" or "president" or "group" or "people");

    private static BriefSentence Sentence(FigureEntry[] series, Dictionary<string, string> dispatches, Voices voices)
    {
        var title = Title(series);
        // A copy tells nothing new: each number of each source once.
        var told = new List<FigureEntry>();
        foreach (var entry in series)
            if (!told.Any(t => FigureWords.Number(t.Figure.Mention.Quantity) == FigureWords.Number(entry.Figure.Mention.Quantity) && IsSame(t, entry))) told.Add(entry);
        // what is left out is not referred to
        FigureEntry[] shown = told.Count > Most ? [.. told.TakeLast(Most)] : series;
        var numbers = told.TakeLast(Most).Select(e => $"{FigureWords.InSeries(e.Figure.Mention.Quantity)}{Change(e)} ({Who(e, voices)}{Day(e)}{Remark(e, shown, voices)})");
        var text = $"{char.ToUpperInvariant(title[0])}{title[1..]}: {(told.Count > Most ? "earlier numbers are left out; " : "")}{string.Join("; ", numbers)}.";
        return new(text, [.. shown.Select(Cite).DistinctBy(c => (c.Reading.Report.Id, c.Sentence))]);

        bool IsSame(FigureEntry one, FigureEntry other) => Source(one) == Source(other) || one.Figure.Gist.Voice is { } voice && other.Figure.Gist.Voice is not null && Gist.IsSameVoice(voice, other.Figure.Gist.Voice)
            || one.Figure.Attribution.IsEmpty && other.Figure.Attribution.IsEmpty && dispatches.TryGetValue(one.Reading.Report.Id, out var dispatch) && dispatches.GetValueOrDefault(other.Reading.Report.Id) == dispatch;
    }

    internal static Citation Cite(FigureEntry entry)
    {
        var at = entry.Figure.Mention.Span;
        var sentence = entry.Reading.Sentences.FirstOrDefault(s => s.Contains(at.Start), at);
        return new(entry.Reading, sentence, entry.Figure.ClaimId);
    }

    private static string Change(FigureEntry entry) => entry.Figure.Mention.Quantity.Change switch
    {
        QuantityChange.Additional => " more",
        QuantityChange.Fewer => " fewer",
        _ => "",
    };

    private static string Who(FigureEntry entry, Voices voices) => voices.Within(Source(entry));

    private static string Source(FigureEntry entry) => entry.Figure.Attribution is [.., var source] ? source : StandingReason.Publisher(entry.Reading);

    private static string Day(FigureEntry entry) => entry.AsOf is { } day ? ", " + Days.Of(day) : "";

    private static string Remark(FigureEntry entry, FigureEntry[] series, Voices voices)
    {
        if (entry.Drift is { } drift) return "; the report it was taken from " + string.Join(" and ", drift.All().Select(d => d.Field == "source" ? $"says {voices.Within(d.From)}" : $"has {d.From}"));
        if (entry.Supersedes is { } id && Array.Find(series, e => e.Id == id) is { } replaced) return $"; replaces {FigureWords.InSeries(replaced.Figure.Mention.Quantity)}";
        string[] against = [.. entry.Contradicts.Select(c => Array.Find(series, e => e.Id == c)).OfType<FigureEntry>().Select(e => FigureWords.InSeries(e.Figure.Mention.Quantity)).Distinct(StringComparer.Ordinal)];
        return against.Length > 0 ? "; contradicts " + string.Join(" and ", against) : "";
    }
}
