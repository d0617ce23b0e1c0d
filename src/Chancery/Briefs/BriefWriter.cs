namespace Chancery.Briefs;

/// <summary>What a brief is to tell.</summary>
public sealed record BriefRequest
{
    /// <summary>Names of actors or countries it is about, any of them; empty for everything.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>First day of interest; null for all.</summary>
    public DateOnly? Since { get; init; }
}

/// <summary>Tells a record back as an analyst would file it. No sentence stands without a claim behind it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class BriefWriter
{
    /// <summary>Writes the brief; its sections are empty where the record has nothing of the kind.</summary>
    public Brief Write(IReadOnlyCollection<FiledReading> readings, FusedRecord record, BriefRequest request)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(request);
        return new("", []);
    }
}
