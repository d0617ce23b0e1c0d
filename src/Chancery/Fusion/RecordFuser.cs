using System.Collections.Immutable;

namespace Chancery.Fusion;

/// <summary>Fuses one change of a record at a time: what comes in or goes out touches only the dispatches, events and series it bears on.</summary>
internal sealed class RecordFuser(IFusionState state)
{
    /// <summary>Fuses a report that was just filed; its name and the ids of its claims are those of the record.</summary>
    internal void Add(FiledReading reading)
    {
        var joiner = new EventJoiner(state);
        var changed = new DispatchFolder(state).Fold(Sketch.Of(reading));
        foreach (var claim in state.Said(reading.Report.Id)) state.Index(claim, ClaimComparer.Keys(claim.Claim));
        joiner.Add([.. Counting(state.Said(reading.Report.Id))]);
        TouchEventsOf(changed, joiner);
        Judge(joiner.Touched);
        var ledger = new FigureLedger(state);
        ledger.Enter([.. FigureRow.Of(reading, state.Rulings.Corrected).Where(f => f.Figure.ClaimId is not { } claim || !state.Rulings.IsRejected(claim))]);
        foreach (var report in changed)
            if (report != reading.Report.Id) ledger.Compare(report);
    }

    /// <summary>Takes a report out, while the store still has it: its events, series and dispatch are made up anew without it.</summary>
    internal void Remove(string report)
    {
        var joiner = new EventJoiner(state);
        var events = state.Said(report).Select(c => c.Event).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var others = events.SelectMany(joiner.TakeApart).Where(c => c.At.Report != report).ToArray();
        var figures = state.Figures(report);
        string[] dispatch = state.Lineage(report) is { } lineage ? [.. state.Dispatch(lineage.Dispatch).Where(r => r != report)] : [];
        state.Forget(report);
        var changed = new DispatchFolder(state).Refold(dispatch);
        joiner.Add(others);
        TouchEventsOf(changed, joiner);
        Judge(joiner.Touched);
        new FigureLedger(state).Relate(figures);
    }

    /// <summary>Puts the claims of some events together anew, after a decision about them.</summary>
    internal void Reconsider(IEnumerable<string> events, IEnumerable<Testimony> claims)
    {
        var joiner = new EventJoiner(state);
        Testimony[] all = [.. events.Distinct(StringComparer.Ordinal).SelectMany(joiner.TakeApart).Concat(claims).DistinctBy(c => c.At)];
        foreach (var claim in all) state.Index(claim, ClaimComparer.Keys(claim.Claim));
        joiner.Add([.. Counting(all)]);
        Judge(joiner.Touched);
    }

    private IEnumerable<Testimony> Counting(IEnumerable<Testimony> claims) => claims.Where(c => !state.Rulings.IsRejected(c.Claim.Id));

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
            else state.Keep(EventJudge.Judge(id, claims, state.Rulings, Drifts(claims)));
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
