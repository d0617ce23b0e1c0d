using System.Collections.Immutable;

namespace Chancery.Watching;

/// <summary>A change of state that an analyst may want to be told of.</summary>
public enum ChangeKind
{
    /// <summary>An event nobody told of before. Told only where it is asked for.</summary>
    New,

    /// <summary>What was planned, possible or demanded came about.</summary>
    Met,

    /// <summary>What was planned came to nothing.</summary>
    Cancelled,

    /// <summary>Somebody says it is not so.</summary>
    Denied,

    /// <summary>Another origin says so independently.</summary>
    Source,

    /// <summary>Sources have come to disagree.</summary>
    Disputed,

    /// <summary>A source replaces a figure it gave before.</summary>
    Revised,

    /// <summary>A week with far more, or far fewer, events than the weeks before it.</summary>
    Unusual,
}

/// <summary>A saved question, and which changes to tell of.</summary>
/// <param name="Name">What it goes by; what was told is remembered under it.</param>
/// <param name="Question">What it asks.</param>
public sealed record Watch(string Name, Question Question)
{
    /// <summary>What is told of where nothing else is said: every change but new events.</summary>
    public static ImmutableArray<ChangeKind> Usual { get; } = [ChangeKind.Met, ChangeKind.Cancelled, ChangeKind.Denied, ChangeKind.Source, ChangeKind.Disputed, ChangeKind.Revised, ChangeKind.Unusual];

    /// <summary>What is told of.</summary>
    public ImmutableArray<ChangeKind> Changes { get; init; } = Usual;
}
