namespace Chancery;

/// <summary>Something that a report says is not known, until a later one tells it.</summary>
/// <param name="Id">Stable id: report and position.</param>
/// <param name="Reading">The reading it stands in.</param>
/// <param name="Unknown">What is said to be unknown, and on whose word.</param>
/// <param name="Answer">The claim of a later report that answers it; null while none does.</param>
public sealed record OpenQuestion(string Id, FiledReading Reading, Unknown Unknown, FiledClaim? Answer)
{
    /// <summary>Id of the report that answers it; null while none does.</summary>
    public string? AnsweredBy => Answer?.Reading.Report.Id;
}
