using System.Collections.Immutable;
using Chancery.Linguistics;

namespace Chancery.Registry;

/// <summary>How a form stands for an actor.</summary>
public enum NameUse
{
    /// <summary>A name or another name: 'Russia', 'KCNA', 'Sergei Shoigu'.</summary>
    Name,

    /// <summary>A state's adjective: 'Russian'.</summary>
    Adjective,

    /// <summary>A state's people: 'Russians'.</summary>
    People,

    /// <summary>A seat of government: 'Pyongyang'.</summary>
    Capital,

    /// <summary>A building or office that stands for a government: 'the Kremlin'.</summary>
    Metonym,

    /// <summary>A body without its state: 'the Foreign Ministry'.</summary>
    Body,

    /// <summary>A person's family name alone, where it is that well known: 'Putin'.</summary>
    Surname,
}

/// <summary>An actor and how the form names it.</summary>
public readonly record struct NamedActor(Actor Actor, NameUse Use);

/// <summary>Words <c>[First, End)</c> of a document that name actors of the registry.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index of the first word behind the name.</param>
/// <param name="Candidates">Whom they may name, likeliest first; never empty.</param>
public readonly record struct ActorMatch(int First, int End, ImmutableArray<NamedActor> Candidates)
{
    /// <summary>The likeliest.</summary>
    public NamedActor Best => Candidates[0];

    /// <summary>Where the words stand.</summary>
    public TextSpan SpanIn(Document document) => new TokenRange(document, First, End).Span;
}
