using System.Collections.Frozen;

namespace Chancery.Registry;

/// <summary>Who held an office of a state on a day.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class OfficeHolders
{
    /// <summary>An office of ministers that nobody is known to have left for so many years has been left.</summary>
    private const int Stale = 12;

    private readonly FrozenDictionary<(string Country, string Title), List<(Actor Actor, Office Office)>> _offices;

    internal OfficeHolders(IEnumerable<Actor> actors)
    {
        var offices = new Dictionary<(string, string), List<(Actor, Office)>>();
        foreach (var actor in actors)
            foreach (var office in actor.Offices)
            {
                if (office.Country is not { } country) continue;
                if (!offices.TryGetValue((country, office.Title), out var holders)) offices.Add((country, office.Title), holders = []);
                holders.Add((actor, office));
            }
        _offices = offices.ToFrozenDictionary();
    }

    /// <summary>The one who held it, of several the last to have taken it; null where nobody is known to have.</summary>
    internal Actor? Of(IEnumerable<string> titles, string country, DateOnly day)
    {
        (Actor Actor, Office Office)? found = null;
        foreach (var title in titles)
            foreach (var holder in _offices.GetValueOrDefault((country, title)) ?? [])
            {
                if (!holder.Office.HeldOn(day) || holder.Office is { To: null, From: { } from } && title.StartsWith("Minister", StringComparison.Ordinal) && from.AddYears(Stale) < day) continue;
                if (found is null || holder.Office.From > found.Value.Office.From) found = holder;
            }
        return found?.Actor;
    }
}
