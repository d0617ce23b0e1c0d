using System.Collections.Immutable;

namespace Chancery.Briefs;

/// <summary>Tells what reports a brief rests on: who published each and when, what it was taken from.</summary>
internal static class SourceSentences
{
    /// <summary>The reports that the sections cite, by day; of more than so many those that most sentences rest on.</summary>
    internal static BriefSection Of(IEnumerable<BriefSection> sections, IEnumerable<Lineage> lineages, int most)
    {
        var kinds = lineages.ToDictionary(l => l.Report, StringComparer.Ordinal);
        var all = sections.SelectMany(s => s.Sentences).SelectMany(s => s.Sources.DistinctBy(c => c.Reading.Report.Id)).GroupBy(c => c.Reading.Report.Id, StringComparer.Ordinal).ToArray();
        var cited = all.OrderByDescending(g => g.Count()).Take(most).Select(g => g.First()).OrderBy(c => c.Reading.Report.Published ?? DateOnly.MaxValue).ThenBy(c => c.Reading.Report.Id, StringComparer.Ordinal).ToArray();
        var byId = cited.ToDictionary(c => c.Reading.Report.Id, c => c.Reading, StringComparer.Ordinal);
        return new("Sources", [.. cited.Select(c => new BriefSentence(Line(c.Reading, kinds.GetValueOrDefault(c.Reading.Report.Id), byId.GetValueOrDefault), [c]))], Math.Max(0, all.Length - most));
    }

    private static string Line(FiledReading reading, Lineage? lineage, Func<string, FiledReading?> cited)
    {
        var report = reading.Report;
        var day = report.Published is { } published ? ", " + Days.Of(published) : ", without a date";
        var title = report.Title is { Length: > 0 } given ? $", “{given}”" : "";
        var from = lineage is not { DerivedFrom: { } id } ? ""
            : $"; {lineage.Kind switch { ReportKind.Copy => "a copy", ReportKind.Update => "a later version", _ => "a rewrite" }} of the report of {(cited(id) is { } source ? StandingReason.Publisher(source) : id)}, and no source of its own";
        return $"{EventSentences.Capital(StandingReason.Publisher(reading))}{day}{title}{from}.";
    }
}
