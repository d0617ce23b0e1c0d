using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Fuses one change of a record at a time: what comes in or goes out touches only the dispatches, events and series it bears on.</summary>
internal sealed class RecordFuser(IFusionState state)
{
    /// <summary>
    /// Fuses reports that were just filed; their names and the ids of their claims are those of the record. Of many together each event and series is
    /// judged once, and what comes out is what one after the other would give.
    /// </summary>
    internal void Add(IReadOnlyCollection<FiledReading> readings)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var folder = new DispatchFolder(state);
        foreach (var reading in readings) changed.UnionWith(folder.Fold(Sketch.Of(reading)));
        var joiner = new EventJoiner(state);
        Testimony[] claims = [.. readings.SelectMany(r => state.Said(r.Report.Id)).Where(c => !state.Rulings.IsRejected(c.Claim.Id))];
        foreach (var claim in claims) state.Index(claim);
        joiner.Add(claims);
        TouchEventsOf(changed, joiner);
        Judge(joiner.Touched);
        var ledger = new FigureLedger(state);
        ledger.Enter([.. readings.SelectMany(r => FigureRow.Of(r, state.Rulings.Corrected)).Where(f => f.Figure.ClaimId is not { } claim || !state.Rulings.IsRejected(claim))]);
        ledger.Reconsider([.. changed.Except(readings.Select(r => r.Report.Id), StringComparer.Ordinal)]);
    }

    /// <summary>Takes a report out, while the store still has it: its events, series and dispatch are made up anew without it.</summary>
    internal void Remove(string report)
    {
        var joiner = new EventJoiner(state);
        var left = joiner.TakeOut(state.Said(report));
        var figures = state.Figures(report);
        string[] dispatch = state.Lineage(report) is { } lineage ? [.. state.Dispatch(lineage.Dispatch).Where(r => r != report)] : [];
        state.Forget(report);
        var changed = new DispatchFolder(state).Refold(dispatch);
        joiner.Rehang(left);
        TouchEventsOf(changed, joiner);
        Judge(joiner.Touched);
        var ledger = new FigureLedger(state);
        ledger.Remake(figures);
        ledger.Reconsider(changed);
    }

    /// <summary>Looks anew where claims stand, after a decision about them.</summary>
    internal void Reconsider(IEnumerable<Testimony> claims)
    {
        var joiner = new EventJoiner(state);
        joiner.Rehang(claims.Where(c => c.Event is not null));
        Judge(joiner.Touched);
    }

    private void TouchEventsOf(IEnumerable<string> reports, EventJoiner joiner)
    {
        foreach (var id in reports.SelectMany(state.Said).Select(c => c.Event).OfType<string>().Distinct(StringComparer.Ordinal).ToArray()) joiner.Touch(id);
    }

    private void Judge(IReadOnlyCollection<string> touched)
    {
        var settler = new Settler(state);
        var open = new SortedSet<string>(touched, StringComparer.Ordinal);
        foreach (var id in touched)
        {
            if (state.Event(id) is { } before) open.UnionWith(settler.Unlink(before).ToArray());
            Testimony[] claims = [.. state.Told(id).Order(Testimony.Order)];
            if (claims.Length == 0) state.Drop(id);
            else state.Keep(EventJudge.Judge(id, claims, Drifts(claims)));
        }
        foreach (var id in open) settler.Settle(id);
    }

    /// <summary>What the claims of rewrites say otherwise than the reports they were taken from.</summary>
    private ImmutableArray<ClaimDrift> Drifts(Testimony[] claims)
    {
        var retelling = new Retelling(state);
        return [.. claims.SelectMany(retelling.Drifts)];
    }
}
