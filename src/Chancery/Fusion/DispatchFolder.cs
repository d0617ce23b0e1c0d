using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Folds the tellings of one dispatch: copies, rewrites and later versions, so that they count as one origin.</summary>
internal static class DispatchFolder
{
    /// <summary>Days within which a dispatch is taken over.</summary>
    private const int Window = 7;

    /// <summary>A sketch that is shared by more reports than this tells nothing: boilerplate.</summary>
    private const int TooCommon = 64;

    private const double CopyAt = 0.85;
    private const double RewriteAt = 0.30;

    /// <summary>With the same declared origin fewer words in common will do.</summary>
    private const double RewriteOfNamedOriginAt = 0.12;

    /// <summary>One lineage for every reading, in order of publication.</summary>
    /// <param name="readings">By publication, then by id.</param>
    internal static ImmutableArray<Lineage> Fold(IReadOnlyList<FiledReading> readings)
    {
        var lineages = ImmutableArray.CreateBuilder<Lineage>(readings.Count);
        var sketches = new uint[readings.Count][];
        var holders = new Dictionary<uint, List<int>>();
        var shared = new Dictionary<int, int>();
        for (var i = 0; i < readings.Count; i++)
        {
            var sketch = sketches[i] = Shingles.Of(readings[i].Report.Text);
            shared.Clear();
            foreach (var shingle in sketch)
            {
                if (!holders.TryGetValue(shingle, out var list)) holders[shingle] = list = [];
                if (list.Count <= TooCommon)
                    foreach (var earlier in list) shared[earlier] = shared.GetValueOrDefault(earlier) + 1;
                list.Add(i);
            }
            lineages.Add(Derive(readings, sketches, i, shared, lineages));
        }
        return lineages.ToImmutable();
    }

    private static Lineage Derive(IReadOnlyList<FiledReading> readings, uint[][] sketches, int i, Dictionary<int, int> shared, ImmutableArray<Lineage>.Builder lineages)
    {
        var report = readings[i].Report;
        var (source, closest) = (-1, 0.0);
        foreach (var earlier in shared.Keys.Order())
        {
            if (!Near(report, readings[earlier].Report)) continue;
            var containment = Shingles.Containment(sketches[i], sketches[earlier]);
            if (containment >= (SameOrigin(readings[i], readings[earlier]) ? RewriteOfNamedOriginAt : RewriteAt) && containment > closest) (source, closest) = (earlier, containment);
        }
        if (source < 0) return new(report.Id, report.Id, null, ReportKind.Original);
        var kind = report.Publisher is not null && report.Publisher == readings[source].Report.Publisher ? ReportKind.Update
            : closest >= CopyAt ? ReportKind.Copy : ReportKind.Rewrite;
        return new(report.Id, lineages[source].Dispatch, readings[source].Report.Id, kind);
    }

    private static bool Near(Report left, Report right) =>
        left.Published is not { } a || right.Published is not { } b || Math.Abs(a.DayNumber - b.DayNumber) <= Window;

    private static bool SameOrigin(FiledReading left, FiledReading right) =>
        left.DeclaredOrigin is { } origin && string.Equals(origin, right.DeclaredOrigin, StringComparison.OrdinalIgnoreCase);
}
