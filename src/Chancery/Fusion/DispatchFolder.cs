namespace Chancery.Fusion;

/// <summary>Folds the tellings of one dispatch: copies, rewrites and later versions, so that they count as one origin.</summary>
internal sealed class DispatchFolder(IFusionState state)
{
    /// <summary>Days within which a dispatch is taken over.</summary>
    internal const int Window = 7;

    /// <summary>Days after which what is taken over from a dispatch is another: a desk that follows a story writes much of it anew each week.</summary>
    private const int Life = 2 * Window;

    /// <summary>Members of one dispatch that are compared all with all; of a larger one a newcomer is compared with its likeliest sources alone.</summary>
    private const int Crowd = 60;

    /// <summary>A copy has nearly all the words of its source, and hardly others.</summary>
    private const double CopyAt = 0.70;

    /// <summary>Rewrites by hand keep 0.35 and more of their pairs of words, or are known by <see cref="RewordedAt"/>; reports of one press conference share 0.31 at most (the stories of eval/stories).</summary>
    private const double RewriteAt = 0.35;

    /// <summary>A line or two is one dispatch with what printed it as it came: 'missiles struck a market on Sunday, killing 10' and 'on Saturday, killing 13' share most of their words.</summary>
    private const double FlashAt = 0.90;

    /// <summary>With the same declared origin fewer pairs in common will do.</summary>
    private const double RewriteOfNamedOriginAt = 0.30;

    /// <summary>
    /// Where nearly every word is another, what the sentences tell again, the names and numbers kept and the other words are taken together (0–3): all but a few rewrites reach 1.73 and more, independent reports 1.62 at most (the stories of eval/stories; 1.69 among 840 newspaper articles).
    /// </summary>
    private const double RewordedAt = 1.70;

    /// <summary>Less of the pairs with names and numbers, and the sentences are not looked at.</summary>
    private const double RewordedOwnAt = 0.10;

    /// <summary>A rewrite keeps as much of the pairs with names and numbers; two communiqués of one desk on two days share nearly none.</summary>
    private const double OwnAt = 0.28;

    /// <summary>A rewrite keeps some number with what it counts; of a desk's dispatches on two blows each has its own.</summary>
    private const double NumberedAt = 0.08;

    /// <summary>Finds the dispatch of a new report; one that turns out to be the source of others changes theirs.</summary>
    /// <returns>Names of the reports whose lineage is new or changed.</returns>
    internal IReadOnlyList<string> Fold(Sketch sketch)
    {
        var kin = state.Sharing(sketch)
            .OrderByDescending(s => s.Value)
            .Take(Crowd)
            .Select(s => s.Key)
            .Concat(sketch is { Url: { } url, Revised: not null } ? state.At(url) : [])
            .Distinct(StringComparer.Ordinal)
            .Where(name => name != sketch.Report)
            .Select(state.Sketch)
            .OfType<Sketch>()
            .Where(other => Likeness(sketch, other) > 0 || sketch.Replaces(other))
            .ToList();
        state.Keep(sketch);
        if (kin.Count == 0) return Keep([new(sketch.Report, sketch.Report, null, ReportKind.Original)]);
        var members = kin.Select(k => state.Lineage(k.Report)?.Dispatch).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(state.Dispatch).Distinct(StringComparer.Ordinal).ToList();
        if (members.Count > Crowd) return Keep([Derive(sketch, [.. kin.Order(Sketch.Order).TakeWhile(k => Sketch.Order.Compare(k, sketch) < 0)], [])]);
        return Fold([.. members.Select(state.Sketch).OfType<Sketch>(), sketch]);
    }

    /// <summary>Folds what is left of a dispatch of which a report was taken.</summary>
    internal IReadOnlyList<string> Refold(IEnumerable<string> members) => Fold([.. members.Select(state.Sketch).OfType<Sketch>()]);

    private List<string> Fold(List<Sketch> members)
    {
        members.Sort(Sketch.Order);
        var lineages = new Dictionary<string, Lineage>(StringComparer.Ordinal);
        for (var i = 0; i < members.Count; i++) lineages[members[i].Report] = Derive(members[i], members[..i], lineages);
        return Keep(lineages.Values);
    }

    private Lineage Derive(Sketch sketch, List<Sketch> earlier, Dictionary<string, Lineage> lineages)
    {
        if (earlier.LastOrDefault(sketch.Replaces) is { } former) return new(sketch.Report, DispatchOf(former), former.Report, ReportKind.Update);
        var (from, _) = earlier.Select(e => (Sketch: e, Likeness: Likeness(sketch, e))).Where(e => e.Likeness > 0 && IsAlive(e.Sketch)).OrderByDescending(e => e.Likeness).FirstOrDefault();
        if (from is null) return new(sketch.Report, sketch.Report, null, ReportKind.Original);
        var kind = sketch.Publisher is not null && sketch.Publisher == from.Publisher ? ReportKind.Update
            : WordPairs.Overlap(sketch.Marks, from.Marks) >= CopyAt ? ReportKind.Copy : ReportKind.Rewrite;
        return new(sketch.Report, DispatchOf(from), from.Report, kind);

        bool IsAlive(Sketch source) => sketch.Published is not { } day || state.Sketch(DispatchOf(source))?.Published is not { } first || day.DayNumber - first.DayNumber <= Life;

        string DispatchOf(Sketch source) => (lineages.GetValueOrDefault(source.Report) ?? state.Lineage(source.Report))?.Dispatch ?? source.Report;
    }

    private List<string> Keep(IEnumerable<Lineage> lineages)
    {
        var changed = new List<string>();
        foreach (var lineage in lineages)
        {
            if (state.Lineage(lineage.Report) == lineage) continue;
            state.Keep(lineage);
            changed.Add(lineage.Report);
        }
        return changed;
    }

    /// <summary>Share of the shorter text that the longer one holds; 0 where they tell no one dispatch.</summary>
    private static double Likeness(Sketch left, Sketch right)
    {
        if (left.Published is { } a && right.Published is { } b && Math.Abs(a.DayNumber - b.DayNumber) > Window) return 0;
        var (own, numbered) = left.OwnContainment(right);
        // what a text has too little of to be told by (null) is below nothing
        if (own < RewordedOwnAt) return 0;
        var isKept = !(own < OwnAt || numbered < NumberedAt && own < CopyAt);
        // most that are looked up share nothing of their own: what they share otherwise is counted last, and the sentences after that
        var all = left.Containment(right);
        // 'Relations between the two countries have been strained for years' stands in the reports of any two.
        var enough = left.IsFlash || right.IsFlash ? FlashAt : own is null ? CopyAt : left.Origin is { } origin && string.Equals(origin, right.Origin, StringComparison.OrdinalIgnoreCase) ? RewriteOfNamedOriginAt : RewriteAt;
        if (isKept && all >= enough) return all;
        var (earlier, later) = Sketch.Order.Compare(left, right) < 0 ? (left, right) : (right, left);
        return later.Retelling(earlier) >= RewordedAt ? all : 0;
    }
}
