namespace Chancery.Records;

/// <summary>How a record stands at a moment.</summary>
/// <param name="Sequence">Grows with every change of the record; what is new since a stamp is asked for by it.</param>
/// <param name="Reports">Number of reports.</param>
/// <param name="Claims">Number of claims.</param>
/// <param name="Events">Number of events.</param>
public sealed record RecordStamp(long Sequence, int Reports, int Claims, int Events);

/// <summary>A report in the record.</summary>
/// <param name="Reading">The report with what was read from it.</param>
/// <param name="Lineage">Where it stands among the tellings of its dispatch.</param>
/// <param name="Retraction">Why it no longer counts; null while it does.</param>
public sealed record FiledReport(FiledReading Reading, Lineage Lineage, Retraction? Retraction);

/// <summary>A report was withdrawn or corrected by its publisher: it keeps its place and its history and counts for nothing.</summary>
/// <param name="Day">When it was withdrawn.</param>
/// <param name="Reason">Why, in the publisher's words or those of whoever noted it.</param>
public sealed record Retraction(DateOnly Day, string Reason);
