using System.Collections.Immutable;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>Who is who: the actors of the pack, found by id or by name, with the offices they held on a day.</summary>
/// <remarks>Immutable and thread-safe. Reads <c>actors/*.tsv</c>; a pack laid over the shipped one adds its own rows.</remarks>
public sealed class ActorRegistry
{
    private readonly ActorStore _store;
    private readonly BodyTable _bodiesOfStates;
    private readonly Lazy<OfficeHolders> _holders;

    /// <summary>Opens the actors of a pack: compiled ones where it has just those, else its tables.</summary>
    /// <exception cref="Linguistics.Packs.PackException">Tables have faults; all of them are listed.</exception>
    public ActorRegistry(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _store = new(pack.Has(ActorFile.Path) && pack.LayersWith("actors/") == 1 ? pack.Map(ActorFile.Path) : PackBytes.Of(Compile(pack)));
        _bodiesOfStates = new(_store);
        _holders = new(() => new(_store.All));
    }

    /// <summary>The tables of a pack as bytes, for <c>actors/actors.bin</c>.</summary>
    /// <exception cref="Linguistics.Packs.PackException">Tables have faults; all of them are listed.</exception>
    internal static byte[] Compile(LanguagePack pack) => ActorCompiler.Compile(ActorTables.Read(pack).Actors);

    /// <summary>The actor of this id; null where there is none.</summary>
    public Actor? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _store.Find(id) ?? _bodiesOfStates.Find(id);
    }

    /// <summary>The state or territory of an ISO 3166-1 alpha-3 code; null where there is none.</summary>
    public Actor? State(string code) => Find("state/" + code);

    /// <summary>All actors of this name or alias, the likeliest first; case, accents and blanks do not matter.</summary>
    public IReadOnlyList<Actor> Named(ReadOnlySpan<char> name) => [.. Candidates(name, anyCase: true).Select(c => c.Actor)];

    /// <summary>All that a name written like this may stand for, and how, the likeliest first; capitals must agree.</summary>
    public ImmutableArray<NamedActor> Candidates(ReadOnlySpan<char> name) => Candidates(name, anyCase: false);

    /// <summary>All persons of this family name, whether or not it is known enough to stand alone.</summary>
    public IReadOnlyList<Actor> Surnamed(ReadOnlySpan<char> surname) => _store.Family(surname);

    /// <summary>The longest name that starts at a word: 'Russian', 'Sergei Shoigu', 'Russian Defense Ministry', 'Ministry of Defence of Ukraine'; null where none does.</summary>
    public ActorMatch? Match(Document document, int firstToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var named = _store.Longest(document, firstToken, bodies: false, anyCase: false);
        if (named is { } state && _store.Longest(document, Math.Min(state.End, document.Count - 1), bodies: true, anyCase: true) is { } body
            && body.First == state.End && document[body.First].SentenceIndex == document[firstToken].SentenceIndex && OfStates(state, body) is { } joined)
            return joined;
        if (char.IsUpper(document[firstToken].Chars[0]) && _store.Longest(document, firstToken, bodies: true, anyCase: false) is { } bare && bare.End >= (named?.End ?? 0))
        {
            if (named is null || bare.End > named.Value.End) return WithStateBehind(document, bare);
            return WithStateBehind(document, bare) is { } longer && longer.End > bare.End ? longer : named;
        }
        return named;
    }

    /// <summary>A body of one state: the actor for 'the Foreign Ministry' (<see cref="NameUse.Body"/>) where the report means <paramref name="country"/>.</summary>
    public Actor BodyOf(Actor body, string country)
    {
        ArgumentNullException.ThrowIfNull(body);
        return _bodiesOfStates.Of(body, State(country));
    }

    /// <summary>The longest name of a body that every state may have ('defense ministry', 'army') that starts at a word, in capitals or not; null where none does.</summary>
    internal ActorMatch? BodyAt(Document document, int first) => _store.Longest(document, first, bodies: true, anyCase: true);

    /// <summary>Who held an office of a state, under any of its titles, on a day; null where nobody is known to have.</summary>
    internal Actor? HolderOf(IEnumerable<string> titles, string country, DateOnly day) => _holders.Value.Of(titles, country, day);

    private ImmutableArray<NamedActor> Candidates(ReadOnlySpan<char> name, bool anyCase)
    {
        var found = _store.Named(name, bodies: false, anyCase);
        return found.IsEmpty ? _store.Named(name, bodies: true, anyCase) : found;
    }

    private ActorMatch? OfStates(ActorMatch state, ActorMatch body)
    {
        var states = state.Candidates.Where(c => c.Actor.Id.StartsWith("state/", StringComparison.Ordinal) && c.Use is NameUse.Adjective or NameUse.Name);
        var joined = states.Select(s => new NamedActor(_bodiesOfStates.Of(body.Best.Actor, s.Actor), NameUse.Name)).ToImmutableArray();
        return joined.IsEmpty ? null : new(state.First, body.End, joined);
    }

    private ActorMatch WithStateBehind(Document document, ActorMatch body)
    {
        var at = body.End;
        var end = document[body.First].Sentence.End;
        if (at >= end || document[at].Chars is not "of") return body;
        if (++at < end && document[at].Chars is "the" or "The") at++;
        if (at >= end || _store.Longest(document, at, bodies: false, anyCase: false) is not { } state) return body;
        return OfStates(state, body) is { } joined ? joined with { First = body.First, End = state.End } : body;
    }
}
