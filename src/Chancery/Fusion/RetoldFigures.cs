namespace Chancery.Fusion;

/// <summary>
/// The figures of a report and those of its rewrite. Which one tells which again is learned (<c>retold-figures.tsv</c>) from what tells that two figures count one thing and from what
/// a rewrite does: it keeps most numbers, and one that it gives and its source does not was made of one that it leaves out.
/// </summary>
internal sealed class RetoldFigures
{
    /// <summary>Odds, as their logarithm, from which a figure tells another one again rather than none.</summary>
    internal const double Enough = 0;

    private readonly IReadOnlyList<FigureRow> _before;
    private readonly IReadOnlyList<FigureRow> _after;

    /// <summary>Numbers of the report and of its rewrite.</summary>
    private readonly HashSet<decimal?> _former, _latter;

    /// <summary>Takes the figures of two reports.</summary>
    /// <param name="before">Those of the report.</param>
    /// <param name="after">Those of its rewrite; what they were taken to tell again before does not matter.</param>
    internal RetoldFigures(IReadOnlyList<FigureRow> before, IReadOnlyList<FigureRow> after)
    {
        (_before, _after) = (before, [.. after.Select(f => f with { Retells = null })]);
        (_former, _latter) = ([.. before.Select(f => f.Number)], [.. after.Select(f => f.Number)]);
    }

    /// <summary>Traits of a figure and one it may tell again.</summary>
    internal static TraitSet Traits { get; } = new(
        CountTraits.Set,
        ("number kept", TraitSet.Values<Kept>()), ("place in the report", TraitSet.Values<RetoldClaims.Apart>()), ("numbers beside it", TraitSet.Values<CountTraits.Degree>()),
        ("number kept, things", TraitSet.Values<Kept, CountTraits.Things>()), ("number kept, act", TraitSet.Values<Kept, CountTraits.Relation>()),
        ("number kept, share", TraitSet.Values<Kept, CountTraits.Degree>()), ("number kept, numbers beside it", TraitSet.Values<Kept, CountTraits.Degree>()));

    /// <summary>What became of the number: it stands in both figures; each stands in its own report alone; the former or the latter stands in the other report too, or both do.</summary>
    private enum Kept { Same, Neither, Former, Latter, Both }

    /// <summary>For each figure of the rewrite, the one that it tells again; none for those that it gives anew.</summary>
    internal Dictionary<string, FigureRow> Sources(TraitWeights weights)
    {
        var odds = new double[_before.Count, _after.Count];
        for (var b = 0; b < _before.Count; b++)
            for (var a = 0; a < _after.Count; a++) odds[b, a] = Odds(_before[b], _after[a], weights);
        var sources = new Dictionary<string, FigureRow>(StringComparer.Ordinal);
        for (var a = 0; a < _after.Count; a++)
        {
            var best = -1;
            for (var b = 0; b < _before.Count; b++)
                if (odds[b, a] > Enough && (best < 0 || odds[b, a] > odds[best, a])) best = b;
            if (best < 0) continue;
            var source = _before[best];
            // what another figure of the rewrite rather tells again was not made into this one
            if (source.Number == _after[a].Number || !Enumerable.Range(0, _after.Count).Any(other => odds[best, other] > odds[best, a])) sources.Add(_after[a].Id, source);
        }
        return sources;
    }

    /// <summary>Numbers of the values that a pair has, one for each trait.</summary>
    /// <param name="before">Place of a figure among those of the report.</param>
    /// <param name="after">Place of one among those of the rewrite.</param>
    /// <param name="numbers">Where they are put.</param>
    internal void Find(int before, int after, Span<int> numbers)
    {
        var found = new TraitFinding(Traits, numbers);
        var (source, row) = (_before[before], _after[after]);
        CountTraits.FindQuick(source, row, ref found);
        FindRest(source, row, ref found);
    }

    private void FindRest(FigureRow source, FigureRow row, ref TraitFinding found)
    {
        var like = Gists.Compare(source.Figure.Gist, row.Figure.Gist);
        CountTraits.FindRest(source, row, like, ref found);
        int kept = (int)KeptAs(source, row), beside = (int)CountTraits.Much(Beside(_before, source).Intersect(Beside(_after, row)).Count());
        found.Put(kept);
        found.Put((int)RetoldClaims.Places(source.Index, _before.Count, row.Index, _after.Count));
        found.Put(beside);
        found.Put<CountTraits.Things>(kept, (int)CountTraits.Compare(source.Counted, row.Counted));
        found.Put<CountTraits.Relation>(kept, (int)CountTraits.Relate(source.Figure.Gist.Act, row.Figure.Gist.Act));
        found.Put<CountTraits.Degree>(kept, (int)CountTraits.Much((int)(like.Share * 6)));
        found.Put<CountTraits.Degree>(kept, beside);
    }

    private double Odds(FigureRow source, FigureRow row, TraitWeights weights)
    {
        Span<int> numbers = stackalloc int[Traits.Count];
        var found = new TraitFinding(Traits, numbers);
        CountTraits.FindQuick(source, row, ref found);
        if (weights.AtMost(numbers[..found.Count], isWithin: false) <= Enough) return double.NegativeInfinity;
        FindRest(source, row, ref found);
        return weights.Odds(numbers, isWithin: false);
    }

    private Kept KeptAs(FigureRow source, FigureRow row) =>
        source.Number == row.Number ? Kept.Same : (_latter.Contains(source.Number), _former.Contains(row.Number)) switch
        {
            (false, false) => Kept.Neither,
            (true, false) => Kept.Former,
            (false, true) => Kept.Latter,
            _ => Kept.Both,
        };

    /// <summary>Other numbers of its sentence.</summary>
    private static IEnumerable<decimal?> Beside(IReadOnlyList<FigureRow> figures, FigureRow row) =>
        figures.Where(f => f.Id != row.Id && f.Number is not null && f.Figure.Gist.Words.SequenceEqual(row.Figure.Gist.Words)).Select(f => f.Number);
}
