using System.Collections.Immutable;

namespace Chancery;

/// <summary>What a person may decide about the record.</summary>
public enum DecisionKind
{
    /// <summary>These claims tell of another happening than those they stand with.</summary>
    Split,

    /// <summary>These claims tell of one happening.</summary>
    Join,

    /// <summary>These claims were read right.</summary>
    Accept,

    /// <summary>These claims were read wrong: they stay in the record and count for nothing.</summary>
    Reject,

    /// <summary>One field of these claims is to be read otherwise.</summary>
    Correct,
}

/// <summary>What somebody decided about claims; kept beside them, so that it survives fusing and reading anew.</summary>
public sealed record Decision
{
    /// <summary>Number in the record, ascending; 0 until it is kept.</summary>
    public long Number { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The claims it is about.</summary>
    public required ImmutableArray<string> Claims { get; init; }

    /// <summary>For a split: the claims they stood with and shall not stand with.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>For a correction: <c>status</c>, <c>actor</c>, <c>recipient</c>, <c>from</c> or <c>to</c>.</summary>
    public string? Field { get; init; }

    /// <summary>For a correction: the value as it should have been read.</summary>
    public string? Value { get; init; }

    /// <summary>For a correction: the value as it stood, where whoever decided says so.</summary>
    public string? Was { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True where it was taken back: it stays in the list and has no force.</summary>
    public bool IsWithdrawn { get; init; }
}
