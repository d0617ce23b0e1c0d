using Chancery.Registry;

namespace Chancery.Briefs;

/// <summary>Tells what belongs to a brief: the actors or countries asked for, and the days.</summary>
internal sealed class BriefScope
{
    private readonly BriefRequest _request;
    private readonly List<(string Name, string? Country)> _about = [];

    internal BriefScope(BriefRequest request, ActorRegistry registry)
    {
        _request = request;
        foreach (var name in request.About)
        {
            var country = registry.Named(name) is [{ Type: EntityType.Place } state, ..] ? state.Country : null;
            _about.Add((name, country ?? (name.Length == 3 && name.All(char.IsAsciiLetterUpper) ? name : null)));
        }
    }

    internal bool Holds(Event happening) => HoldsDay(happening) && (_about.Count == 0 || happening.Claims.Any(c => Names(c.Claim)));

    internal bool Holds(FiledReading reading) =>
        (_request.Since is not { } since || reading.Report.Published is not { } day || day >= since)
        && (_about.Count == 0 || reading.Claims.Any(Names));

    private bool HoldsDay(Event happening) =>
        _request.Since is not { } since || happening.Claims.Any(c => c.Reading.Report.Published is not { } day || day >= since);

    private bool Names(EventClaim claim) => claim.Actors.Any(Names) || claim.Recipients.Any(Names);

    private bool Names(Participant participant) => _about.Any(a =>
        a.Country is not null ? participant.Country == a.Country : participant.Name.Contains(a.Name, StringComparison.OrdinalIgnoreCase));
}
