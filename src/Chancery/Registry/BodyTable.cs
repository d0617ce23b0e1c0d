using System.Collections.Concurrent;

namespace Chancery.Registry;

/// <summary>Bodies of single states, made when they are first asked for: 'Foreign Ministry' + Chad.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class BodyTable(ActorStore actors)
{
    private readonly ConcurrentDictionary<(string Body, string State), Actor> _made = new();

    internal Actor Of(Actor body, Actor? state) => state is null ? body : _made.GetOrAdd((body.Id, state.Id), _ => Make(body, state));

    /// <summary>Reads an id such as <c>body/TCD/foreign-ministry</c>.</summary>
    internal Actor? Find(string id)
    {
        if (id.Split('/') is not ["body", var code, var name]) return null;
        return actors.Find("body/" + name) is { } body && actors.Find("state/" + code) is { } state ? Of(body, state) : null;
    }

    private static Actor Make(Actor body, Actor state) => body with
    {
        Id = $"body/{state.Id["state/".Length..]}/{body.Id["body/".Length..]}",
        Name = $"{body.Name} of {state.Name}",
        Country = state.Country,
        Aliases = [],
    };
}
