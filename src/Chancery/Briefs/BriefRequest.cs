namespace Chancery.Briefs;

/// <summary>What a brief is to tell.</summary>
public sealed record BriefRequest
{
    /// <summary>Names of actors or countries it is about, any of them; empty for everything.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>First day of interest; null for all.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Least confidence, 0–1, of a claim that is told; null for 0.5, or 0.35 for what lies ahead.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Tells only what reports of this day and later ones changed in the record; null for all of it.</summary>
    public DateOnly? ChangedSince { get; init; }

    /// <summary>The day expectations are judged on; null for the day of the last report.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Sentences a section at most; those that matter most stay. 30 unless told.</summary>
    public int Limit { get; init; } = 30;
}
