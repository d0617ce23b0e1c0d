using Chancery.Ontologies;
using Chancery.Records;
using Chancery.Registry;

namespace Chancery.Watching;

/// <summary>A question as people put it, in the words of the filters of <c>list</c>; what is left null asks for nothing.</summary>
public record Question
{
    /// <summary>Who did it: a name or part of one, or a country code.</summary>
    public string? Actor { get; init; }

    /// <summary>To whom.</summary>
    public string? Recipient { get; init; }

    /// <summary>PLOVER type or mode, CAMEO code or its first digits, or a frame.</summary>
    public string? Type { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is said to have happened.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>On whose word.</summary>
    public string? Source { get; init; }

    /// <summary>Words that all stand in the sentence.</summary>
    public string? Text { get; init; }

    /// <summary>Least confidence, 0–1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The question alone, where it stands in something that holds more.</summary>
    internal Question Alone() => new(this);

    /// <summary>The question as stores are asked it, names resolved.</summary>
    /// <exception cref="FormatException">No ontology and no frame has that type.</exception>
    public ClaimQuery ToQuery(Func<ActorRegistry> registry, Codebook codes)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(codes);
        return new()
        {
            Actor = Party(Actor, registry),
            Recipient = Party(Recipient, registry),
            Kind = Kind(codes),
            Since = Since,
            Until = Until,
            Status = Status,
            Source = Source,
            Text = Text,
            MinConfidence = MinConfidence,
        };
    }

    private FrameFilter? Kind(Codebook codes)
    {
        if (string.IsNullOrEmpty(Type)) return null;
        var kind = codes.Filter(Type);
        return kind.IsEmpty ? throw new FormatException($"'{Type}': neither PLOVER nor CAMEO nor a frame has that name") : kind;
    }

    /// <summary>A name as it is written, and the actor or the country it is known to stand for; an id of the registry names just that actor.</summary>
    internal static PartyFilter? Party(string? name, Func<ActorRegistry> registry)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (name.Length == 3 && name.All(char.IsAsciiLetterUpper)) return new(name, Country: name);
        if (name.Contains('/', StringComparison.Ordinal) && registry().Find(name) is { } known) return new(known.Name, null, known.Id);
        var actor = registry().Named(name) is [var first, ..] ? first : null;
        var country = actor?.Id.StartsWith("state/", StringComparison.Ordinal) == true ? actor.Country : null;
        return new(name, country, actor?.Id);
    }
}
