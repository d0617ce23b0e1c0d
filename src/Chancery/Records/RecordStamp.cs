using System.Collections.Immutable;

namespace Chancery.Records;

/// <summary>How a record stands at a moment.</summary>
/// <param name="Sequence">Grows with every change of the record; what is new since a stamp is asked for by it.</param>
/// <param name="Reports">Number of reports.</param>
/// <param name="Claims">Number of claims.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Dispatches">Number of dispatches that the reports tell; one that is printed by many counts once.</param>
public sealed record RecordStamp(long Sequence, int Reports, int Claims, int Events, int Dispatches);

/// <summary>Which record it is, and how far it has come.</summary>
/// <param name="Sequence">Grows with every change.</param>
/// <param name="Mark">Tells one record from another by the first report that was filed; empty while there is none.</param>
/// <param name="LastDay">Latest day on which one of its reports was published; null where none is known.</param>
public readonly record struct RecordHead(long Sequence, string Mark, DateOnly? LastDay);

/// <summary>An event in few words, for what is counted over many.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">The day it is listed by; null where none is known.</param>
/// <param name="Status">Whether it happened.</param>
/// <param name="Standing">How the record stands on it.</param>
/// <param name="Independent">Independent origins.</param>
/// <param name="Claims">Ids of the claims that tell it.</param>
/// <param name="Best">The claim that tells it best.</param>
public sealed record EventOutline(string Id, DateOnly? Day, ClaimStatus Status, Standing Standing, int Independent, ImmutableArray<string> Claims, EventClaim Best);

/// <summary>Figures that can be compared, as one line.</summary>
/// <param name="Name">Name of the series.</param>
/// <param name="Of">What is counted, in the words of one of the reports.</param>
/// <param name="Unit">The noun or measure counted.</param>
/// <param name="Count">Number of figures.</param>
/// <param name="Contradictions">How many of them cannot hold beside another.</param>
/// <param name="Drifts">How many of them a rewrite changed.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public sealed record FigureSeries(string Name, string Of, string? Unit, int Count, int Contradictions, int Drifts, DateOnly? First, DateOnly? Last);

/// <summary>A report in the record.</summary>
/// <param name="Reading">The report with what was read from it.</param>
/// <param name="Lineage">Where it stands among the tellings of its dispatch.</param>
/// <param name="Retraction">Why it no longer counts; null while it does.</param>
public sealed record FiledReport(FiledReading Reading, Lineage Lineage, Retraction? Retraction);

/// <summary>A report was withdrawn or corrected by its publisher: it keeps its place and its history and counts for nothing.</summary>
/// <param name="Day">When it was withdrawn.</param>
/// <param name="Reason">Why, in the publisher's words or those of whoever noted it.</param>
/// <param name="CorrectedBy">Name of the report that was published in its place; null where none was.</param>
public sealed record Retraction(DateOnly Day, string Reason, string? CorrectedBy = null);
