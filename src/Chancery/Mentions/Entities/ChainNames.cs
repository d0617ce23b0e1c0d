namespace Chancery.Mentions.Entities;

/// <summary>The names of a report's chains: found at once by actor or words, and the distinct ones in order for comparing.</summary>
internal sealed class ChainNames
{
    /// <summary>So many distinct names back an alias is looked for.</summary>
    private const int Reach = 400;

    private readonly Dictionary<(bool IsNorp, string Actor), EntityChain> _byActor = [];
    private readonly Dictionary<(bool IsNorp, bool IsKnown, string Words), EntityChain> _byWords = [];
    private readonly Dictionary<int, EntityDraft> _byEnd = [];
    private readonly HashSet<(int Chain, EntityType Type, bool IsKnown, string Words)> _seen = [];
    private readonly SortedSet<(int Chain, int Order)> _order = [];
    private readonly List<EntityDraft> _distinct = [];

    /// <summary>The name that ends right before a word; null where none does.</summary>
    internal EntityDraft? EndingAt(int word) => _byEnd.GetValueOrDefault(word);

    /// <summary>The chain of a state, by its ISO 3166-1 alpha-3 code; null where none of its names stands in the text yet.</summary>
    internal EntityChain? State(string country) => _byActor.GetValueOrDefault((false, "state/" + country)) ?? _byActor.GetValueOrDefault((true, "state/" + country));

    /// <summary>The latest chain with a name of the same actor or the same words; null where there is none.</summary>
    internal EntityChain? Same(EntityDraft name)
    {
        var byActor = name.Actor is { } actor ? _byActor.GetValueOrDefault((IsNorp(name), actor.Id)) : null;
        var byWords = _byWords.GetValueOrDefault((IsNorp(name), name.Actor is not null, name.Text));
        return byActor is null || byWords?.Index > byActor.Index ? byWords : byActor;
    }

    /// <summary>The distinct names of the latest chains, the last chain first.</summary>
    internal IEnumerable<EntityDraft> Latest() => _order.Reverse().Take(Reach).Select(place => _distinct[place.Order]);

    internal void Add(EntityDraft name, EntityChain chain)
    {
        var words = name.Text;
        if (name.Actor is { } actor) Put(_byActor, (IsNorp(name), actor.Id), chain);
        Put(_byWords, (IsNorp(name), name.Actor is not null, words), chain);
        _byEnd[name.End] = name;
        if (!_seen.Add((chain.Index, name.Type, name.Actor is not null, words))) return;
        _order.Add((chain.Index, _distinct.Count));
        _distinct.Add(name);
    }

    private static void Put<T>(Dictionary<T, EntityChain> chains, T key, EntityChain chain) where T : notnull
    {
        if (!chains.TryGetValue(key, out var other) || other.Index < chain.Index) chains[key] = chain;
    }

    private static bool IsNorp(EntityDraft name) => name.Type == EntityType.Norp;
}
