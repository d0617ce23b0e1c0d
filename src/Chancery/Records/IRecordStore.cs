namespace Chancery.Records;

/// <summary>Where a record is kept: reports with what was read from them, what people decided, and what fusion makes of them all.</summary>
/// <remarks>
/// Safe for use from several threads. Claims are kept, events are recomputed: every change is fused in the same step, whole or not at all, and
/// touches only what it bears on. Ids of claims are unique in a record. Every store passes the store contract tests.
/// </remarks>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Number of reports.</summary>
    Task<int> CountAsync(CancellationToken cancel = default);

    /// <summary>How the record stands now; its sequence number grows with every change, whoever makes it.</summary>
    Task<RecordStamp> StampAsync(CancellationToken cancel = default);

    /// <summary>Number of the last change and the mark of the record; costs next to nothing, so that it can be asked before every answer.</summary>
    Task<RecordHead> HeadAsync(CancellationToken cancel = default);

    /// <summary>
    /// Files a reading and fuses it, whole or not at all. A report that is there already, which is told by its content, is left as it is; another
    /// report of the same name is filed under the name with <c>~2</c>, <c>~3</c>… behind it, and so are claims of the same id.
    /// </summary>
    Task<Filing> FileAsync(FiledReading reading, CancellationToken cancel = default);

    /// <summary>Files readings in one step, all or none, which for many is faster than one by one.</summary>
    Task<IReadOnlyList<Filing>> FileAsync(IReadOnlyCollection<FiledReading> readings, CancellationToken cancel = default);

    /// <summary>The name a report of this content has in the record; null where it has none.</summary>
    Task<string?> FindAsync(Report report, CancellationToken cancel = default);

    /// <summary>Versions that what is filed or read anew is marked with.</summary>
    ReadWith Versions { get; }

    /// <summary>Names of the reports whose readings are of other versions than <see cref="Versions"/>, in order.</summary>
    Task<IReadOnlyList<string>> OutdatedAsync(CancellationToken cancel = default);

    /// <summary>
    /// Replaces what was read from a report that is there; decisions about its claims pass to the claims that stand at the same words. Where nothing
    /// new was read only the versions are noted, and nothing else is touched.
    /// </summary>
    /// <returns>True where something new was read.</returns>
    /// <exception cref="RecordException">There is no report of that name.</exception>
    Task<bool> RereadAsync(FiledReading reading, CancellationToken cancel = default);

    /// <summary>Marks a report as withdrawn: it keeps its place and counts for nothing. With null it counts again. False where there is none of that name.</summary>
    Task<bool> RetractAsync(string report, Retraction? retraction, CancellationToken cancel = default);

    /// <summary>
    /// Removes reports and everything read from them, all or none; what hung on them is made up anew, and decisions forget their claims. Nothing of
    /// their words stays behind in the store, which may take a while where the record is large.
    /// </summary>
    Task<Erasure> EraseAsync(IReadOnlyCollection<string> reports, CancellationToken cancel = default);

    /// <summary>Keeps a decision and fuses what it bears on.</summary>
    /// <returns>The decision with its number.</returns>
    /// <exception cref="RecordException">It names a claim that is not there, or cannot be kept for what <see cref="Decisions.Fault(Decision)"/> tells.</exception>
    Task<Decision> DecideAsync(Decision decision, CancellationToken cancel = default);

    /// <summary>Takes a decision back. False where there is none of that number in force.</summary>
    Task<bool> WithdrawAsync(long decision, CancellationToken cancel = default);

    /// <summary>All decisions, withdrawn ones included, in the order they were made.</summary>
    Task<IReadOnlyList<Decision>> DecisionsAsync(CancellationToken cancel = default);

    /// <summary>All readings by day of publication, then name; undated ones last.</summary>
    IAsyncEnumerable<FiledReading> ReadingsAsync(CancellationToken cancel = default);

    /// <summary>The reading of one report; null where there is none of that name.</summary>
    Task<FiledReading?> ReadingAsync(string report, CancellationToken cancel = default);

    /// <summary>
    /// The claims that match, by day of publication, report and place in it, each with its event: the record as it was when the first was asked for,
    /// walked in a memory that does not grow with it.
    /// </summary>
    IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, CancellationToken cancel = default);

    /// <summary>A page of the claims that match, in the same order.</summary>
    /// <exception cref="RecordException">The page asked for is none of this list.</exception>
    Task<Page<FiledClaim>> ClaimsAsync(ClaimQuery query, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many claims match; null where there are more than <paramref name="most"/>.</summary>
    Task<int?> CountAsync(ClaimQuery query, int most, CancellationToken cancel = default);

    /// <summary>How many events match; null where there are more than <paramref name="most"/>.</summary>
    Task<int?> CountAsync(EventQuery query, int most, CancellationToken cancel = default);

    /// <summary>How many reports match; null where there are more than <paramref name="most"/>.</summary>
    Task<int?> CountAsync(ReportQuery query, int most, CancellationToken cancel = default);

    /// <summary>Ids of the events that match, in no order, for what is counted over many.</summary>
    Task<IReadOnlyList<string>> EventIdsAsync(EventQuery query, CancellationToken cancel = default);

    /// <summary>For claims, by their ids, the ids of the events they stand in; those that stand in none are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> EventsOfAsync(IReadOnlyCollection<string> claims, CancellationToken cancel = default);

    /// <summary>Every event that changed after a <see cref="RecordStamp.Sequence"/>, in few words and in no order; 0 for all of them.</summary>
    IAsyncEnumerable<EventOutline> OutlinesAsync(long changedSince, CancellationToken cancel = default);

    /// <summary>The series of which a figure changed after a <see cref="RecordStamp.Sequence"/>, in no order; 0 for all of them.</summary>
    Task<IReadOnlyList<FigureSeries>> SeriesAsync(long changedSince, CancellationToken cancel = default);

    /// <summary>A page of the reports that match, by day of publication, then name; undated ones last.</summary>
    /// <exception cref="RecordException">The page asked for is none of this list.</exception>
    Task<Page<FiledReport>> ReportsAsync(ReportQuery query, PageRequest page, CancellationToken cancel = default);

    /// <summary>A page of the events that match, by day, then id; undated ones last.</summary>
    /// <exception cref="RecordException">The page asked for is none of this list.</exception>
    Task<Page<Event>> EventsAsync(EventQuery query, PageRequest page, CancellationToken cancel = default);

    /// <summary>The same page, each event as a list shows it.</summary>
    /// <exception cref="RecordException">The page asked for is none of this list.</exception>
    Task<Page<EventLine>> EventLinesAsync(EventQuery query, PageRequest page, CancellationToken cancel = default);

    /// <summary>One event; for an id that has since been joined to another, or a claim's id, the event that claim stands in now; null where there is none.</summary>
    Task<Event?> EventAsync(string id, CancellationToken cancel = default);

    /// <summary>The same event as a list shows it.</summary>
    Task<EventLine?> EventLineAsync(string id, CancellationToken cancel = default);

    /// <summary>A page of the figures that match, by series, then day.</summary>
    /// <exception cref="RecordException">The page asked for is none of this list.</exception>
    Task<Page<FigureEntry>> FiguresAsync(FigureQuery query, PageRequest page, CancellationToken cancel = default);

    /// <summary>A page of what reports say is unknown, in the order of the reports.</summary>
    /// <exception cref="RecordException">The page asked for is none of this list.</exception>
    Task<Page<OpenQuestion>> UnknownsAsync(UnknownQuery query, PageRequest page, CancellationToken cancel = default);

    /// <summary>Everything fusion makes of the record, in memory: for records of some thousands of reports; ask by page where there may be more.</summary>
    Task<FusedRecord> FusedAsync(CancellationToken cancel = default);

    /// <summary>Looks through the whole record, as it is at one moment, for what cannot be: a line each; none where it is sound.</summary>
    IAsyncEnumerable<string> VerifyAsync(CancellationToken cancel = default);
}

/// <summary>What became of a reading that was to be filed.</summary>
/// <param name="Report">The name the report has in the record.</param>
/// <param name="IsNew">False where the record had it already.</param>
public readonly record struct Filing(string Report, bool IsNew);

/// <summary>A record cannot be opened, read or written; the message is one line that names it and the fault.</summary>
public sealed class RecordException(string message, Exception? cause = null) : Exception(message, cause);
