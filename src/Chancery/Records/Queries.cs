namespace Chancery.Records;

/// <summary>Which reports are wanted; what is left null asks for nothing.</summary>
public sealed record ReportQuery
{
    /// <summary>Name of the report.</summary>
    public string? Id { get; init; }

    /// <summary>Words that all stand in the text or title; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Part of the publisher's name; case does not matter.</summary>
    public string? Publisher { get; init; }

    /// <summary>First day of publication.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day of publication.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Name of the dispatch they tell.</summary>
    public string? Dispatch { get; init; }

    /// <summary>Reports of which one claim is wanted; null for all.</summary>
    public ClaimQuery? Claims { get; init; }

    /// <summary>Only what was filed or changed after this <see cref="RecordStamp.Sequence"/>.</summary>
    public long? ChangedSince { get; init; }

    /// <summary>True for the latest day first.</summary>
    public bool LatestFirst { get; init; }
}

/// <summary>Which events are wanted; what is left null asks for nothing.</summary>
public sealed record EventQuery
{
    /// <summary>Events of which one claim is wanted; null for all.</summary>
    public ClaimQuery? Claims { get; init; }

    /// <summary>How the record stands on it.</summary>
    public Standing? Standing { get; init; }

    /// <summary>True for what lies ahead, or did when it was told; false for all else.</summary>
    public bool? IsExpected { get; init; }

    /// <summary>Least number of independent origins.</summary>
    public int MinIndependent { get; init; }

    /// <summary>Id of the event, or how it begins.</summary>
    public string? Id { get; init; }

    /// <summary>Only what changed after this <see cref="RecordStamp.Sequence"/>.</summary>
    public long? ChangedSince { get; init; }

    /// <summary>True for the latest day first.</summary>
    public bool LatestFirst { get; init; }
}

/// <summary>Which figures are wanted; what is left null asks for nothing.</summary>
public sealed record FigureQuery
{
    /// <summary>Name of the series.</summary>
    public string? Series { get; init; }

    /// <summary>Figures whose claim is wanted. One that belongs to no claim passes by its words, source, days and report.</summary>
    public ClaimQuery? Claims { get; init; }

    /// <summary>Only what changed after this <see cref="RecordStamp.Sequence"/>.</summary>
    public long? ChangedSince { get; init; }
}

/// <summary>Which open questions are wanted; what is left null asks for nothing.</summary>
public sealed record UnknownQuery
{
    /// <summary>True for those still open, false for those answered.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Questions of reports that are wanted; null for all.</summary>
    public ReportQuery? Reports { get; init; }
}
