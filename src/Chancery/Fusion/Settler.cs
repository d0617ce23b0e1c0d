namespace Chancery.Fusion;

/// <summary>Joins what was planned, possible or demanded to what it became.</summary>
internal static class Settler
{
    /// <summary>Days after which a plan without a date is no longer taken as what was carried out.</summary>
    private const int Patience = 120;

    internal static void Settle(List<Event> events)
    {
        var open = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < events.Count; i++)
        {
            var claim = events[i].Best.Claim;
            if (!EventJoiner.IsReal(events[i].Status)) Add(open, EventJoiner.Family(claim), i);
        }
        for (var i = 0; i < events.Count; i++)
        {
            if (!EventJoiner.IsReal(events[i].Status) || !open.TryGetValue(EventJoiner.Family(events[i].Best.Claim), out var candidates)) continue;
            foreach (var j in candidates)
            {
                if (!Fulfils(events[j], events[i])) continue;
                events[i] = events[i] with { Settles = events[j].Id };
                events[j] = events[j] with { Standing = Standing.Superseded };
                break;
            }
        }
    }

    private static bool Fulfils(Event plan, Event deed)
    {
        var (p, d) = (plan.Best.Claim, deed.Best.Claim);
        if (plan.Best.Reading.Report.Published is not { } announced || deed.Best.Reading.Report.Published is not { } told) return false;
        var days = told.DayNumber - announced.DayNumber;
        if (days <= 0 || days > Patience) return false;
        // The deed must be as definite as the plan: the same person or state, and the same counterpart where both name one.
        if (Parties.Agreement(p.Actors, d.Actors) < 2 || Parties.Agreement(p.Recipients, d.Recipients) < 0) return false;
        return p.Time is not { To: { } latest } || d.Time is not { From: { } from } || from <= latest.AddDays(3);
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int value)
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        list.Add(value);
    }
}
