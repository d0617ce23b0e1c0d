using System.Collections.Immutable;

namespace Chancery.Watching;

/// <summary>What has changed in one story: told once, and told again as the same alert when more changes.</summary>
public sealed record Alert
{
    /// <summary>Name of the watch.</summary>
    public required string Watch { get; init; }

    /// <summary>Name of the story, which lasts: that of its first event, series of figures or week.</summary>
    public required string Story { get; init; }

    /// <summary>What it is about, in a line.</summary>
    public required string Headline { get; init; }

    /// <summary>When it was told first.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When it was told last.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Times it was told.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Id of the event as it is now; null where the story is none.</summary>
    public string? Event { get; init; }

    /// <summary>All changes so far, the latest first.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>The changes of the last time.</summary>
    public IEnumerable<Change> Latest() => Changes.TakeWhile(c => c.At == Updated);

    /// <summary>A name that no other alert has: <c>urn:chancery:watch:…</c>.</summary>
    public string Urn() => $"urn:chancery:watch:{Uri.EscapeDataString(Watch)}:{Uri.EscapeDataString(Story)}";
}

/// <summary>One change of state.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Text">What has changed, in a line.</param>
/// <param name="Because">The sentences it rests on.</param>
public sealed record Change(ChangeKind Kind, DateTimeOffset At, string Text, ImmutableArray<Evidence> Because);

/// <summary>A sentence of a report.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record Evidence(string Report, string? Publisher, DateOnly? Published, string? Url, string Sentence);
