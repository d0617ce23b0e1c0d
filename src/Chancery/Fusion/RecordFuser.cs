using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Fuses one change of a record at a time: what comes in or goes out touches only the dispatches, events and series it bears on.</summary>
/// <param name="state">What fusion keeps.</param>
/// <param name="weights">What was learned of stories; the weights the library brings where none are given.</param>
internal sealed class RecordFuser(IFusionState state, FusionWeights? weights = null)
{
    private readonly FusionWeights _weights = weights ?? FusionWeights.Learned;

    /// <summary>
    /// Fuses reports that were just filed; their names and the ids of their claims are those of the record. Of many together each event and series is
    /// judged once, and what comes out is what one after the other would give.
    /// </summary>
    internal void Add(IReadOnlyCollection<FiledReading> readings)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var folder = new DispatchFolder(state);
        foreach (var reading in readings) changed.UnionWith(folder.Fold(Sketch.Of(reading)));
        var joiner = new EventJoiner(state, _weights, new Retelling(state, _weights));
        Testimony[] claims = [.. readings.SelectMany(r => state.Said(r.Report.Id)).Where(c => !state.Rulings.IsRejected(c.Claim.Id))];
        foreach (var claim in claims) state.Index(claim);
        joiner.Add(claims);
        // what has another source now may tell again what it did not before
        joiner.Rehang(changed.Except(readings.Select(r => r.Report.Id), StringComparer.Ordinal).SelectMany(state.Said).Where(c => c.Event is not null));
        TouchEventsOf(changed, joiner);
        Judge(joiner.Touched, changed);
        new FigureLedger(state, _weights).Enter(
            [.. readings.SelectMany(r => FigureRow.Of(r, state.Rulings.Corrected)).Where(f => f.Figure.ClaimId is not { } claim || !state.Rulings.IsRejected(claim))],
            [.. changed.Except(readings.Select(r => r.Report.Id), StringComparer.Ordinal)]);
        new QuestionLedger(state).Enter([.. readings.Select(state.Rulings.Corrected)]);
    }

    /// <summary>Takes a report out, while the store still has it: its events, series and dispatch are made up anew without it.</summary>
    internal void Remove(string report)
    {
        var joiner = new EventJoiner(state, _weights, new Retelling(state, _weights));
        var answered = state.AnsweredBy(report);
        var left = joiner.TakeOut(state.Said(report));
        var figures = state.Figures(report);
        string[] dispatch = state.Lineage(report) is { } lineage ? [.. state.Dispatch(lineage.Dispatch).Where(r => r != report)] : [];
        state.Forget(report);
        var changed = new DispatchFolder(state).Refold(dispatch);
        joiner.Rehang(left);
        TouchEventsOf(changed, joiner);
        Judge(joiner.Touched);
        new FigureLedger(state, _weights).Renew(figures, changed);
        new QuestionLedger(state).Reopen(answered);
    }

    /// <summary>Looks anew where claims stand, after a decision about them.</summary>
    internal void Reconsider(IEnumerable<Testimony> claims)
    {
        var joiner = new EventJoiner(state, _weights, new Retelling(state, _weights));
        var asked = claims.SelectMany(c => state.Rulings.Around(c.Claim.Id)).Distinct(StringComparer.Ordinal).Select(state.Find).OfType<Testimony>();
        joiner.Rehang(asked.Where(c => c.Event is not null));
        Judge(joiner.Touched);
    }

    private void TouchEventsOf(IEnumerable<string> reports, EventJoiner joiner)
    {
        foreach (var id in reports.SelectMany(state.Said).Select(c => c.Event).OfType<string>().Distinct(StringComparer.Ordinal).ToArray()) joiner.Touch(id);
    }

    /// <param name="touched">Events of which something changed.</param>
    /// <param name="relaid">Reports whose lineage is new; null where what claims say may have changed too, so that nothing can be taken over.</param>
    private void Judge(IReadOnlyCollection<string> touched, IReadOnlySet<string>? relaid = null)
    {
        var (settler, retelling) = (new Settler(state, _weights), new Retelling(state, _weights));
        var open = new SortedSet<string>(touched, StringComparer.Ordinal);
        foreach (var id in touched)
        {
            var before = state.Event(id);
            if (before is not null) open.UnionWith(settler.Unlink(before));
            Testimony[] claims = [.. state.Told(id).Order(Testimony.Order)];
            if (claims.Length == 0) state.Drop(id);
            else state.Keep(EventJudge.Judge(id, claims, Drifts(retelling, claims, before, relaid)));
        }
        foreach (var id in open) settler.Settle(id);
    }

    /// <summary>What the claims of rewrites say otherwise than the reports they were taken from: what stood in the event before, beside the same claims of that report, has drifted as it had.</summary>
    private ImmutableArray<ClaimDrift> Drifts(Retelling retelling, Testimony[] claims, EventRow? before, IReadOnlySet<string>? relaid)
    {
        if (before is null || relaid is null) return [.. claims.SelectMany(retelling.Drifts)];
        var (former, now) = (before.Claims.ToHashSet(), claims.Select(c => c.At).ToHashSet());
        var known = before.Drifts.ToLookup(d => d.Claim, StringComparer.Ordinal);
        now.SymmetricExceptWith(former);
        var moved = now.Select(c => c.Report).ToHashSet(StringComparer.Ordinal);
        return [.. claims.SelectMany(c => IsAsBefore(c) ? known[c.Claim.Id] : retelling.Drifts(c))];

        bool IsAsBefore(Testimony claim) =>
            former.Contains(claim.At) && !relaid.Contains(claim.At.Report) && !(state.Lineage(claim.At.Report)?.DerivedFrom is { } source && moved.Contains(source));
    }
}
