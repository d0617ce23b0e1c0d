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

    internal bool Holds(Event happening) => HoldsDay(happening) && happening.Claims.Any(c => Holds(c.Claim));

    /// <summary>How many of those asked for take part in what a claim tells.</summary>
    internal int Matched(EventClaim claim) => _about.Count(a => claim.Actors.Any(p => Is(p, a)) || claim.Recipients.Any(p => Is(p, a)));

    /// <summary>True where what a claim tells is of somebody asked for.</summary>
    internal bool Holds(EventClaim claim) => _about.Count == 0 || Matched(claim) > 0;

    internal bool Holds(FiledReading reading) =>
        (_request.Since is not { } since || reading.Report.Published is not { } day || day >= since)
        && (_about.Count == 0 || reading.Claims.Any(Holds));

    private bool HoldsDay(Event happening) =>
        _request.Since is not { } since || happening.Claims.Any(c => c.Reading.Report.Published is not { } day || day >= since);

    private static bool Is(Participant participant, (string Name, string? Country) about) =>
        about.Country is not null ? participant.Country == about.Country : participant.Name.Contains(about.Name, StringComparison.OrdinalIgnoreCase);
}
