namespace Chancery.Records;

/// <summary>Where a record is kept: reports with what was read from them, and what fusion makes of them all.</summary>
/// <remarks>
/// Safe for use from several threads. Claims are kept, events are recomputed: whatever was fused stands for the reports it was fused from and
/// counts as absent once another report is filed. Every store passes the store contract tests.
/// </remarks>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Number of reports.</summary>
    Task<int> CountAsync(CancellationToken cancel = default);

    /// <summary>
    /// Files a reading, whole or not at all. A report that is there already, which is told by its content, is left as it is; another report
    /// of the same name is filed under the name with <c>~2</c>, <c>~3</c>… behind it.
    /// </summary>
    Task<Filing> FileAsync(FiledReading reading, CancellationToken cancel = default);

    /// <summary>The name a report of this content has in the record; null where it has none.</summary>
    Task<string?> FindAsync(Report report, CancellationToken cancel = default);

    /// <summary>All readings by day of publication, then name; undated ones last.</summary>
    IAsyncEnumerable<FiledReading> ReadingsAsync(CancellationToken cancel = default);

    /// <summary>The reading of one report; null where there is none of that name.</summary>
    Task<FiledReading?> ReadingAsync(string report, CancellationToken cancel = default);

    /// <summary>The claims that match, by day of publication, report and place in it.</summary>
    IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, CancellationToken cancel = default);

    /// <summary>What was fused from the reports there are now; null where that has not been done.</summary>
    Task<FusedRecord?> FusedAsync(CancellationToken cancel = default);

    /// <summary>Keeps what was fused from all reports there are now, in place of what was kept before.</summary>
    Task KeepAsync(FusedRecord fused, CancellationToken cancel = default);
}

/// <summary>What became of a reading that was to be filed.</summary>
/// <param name="Report">The name the report has in the record.</param>
/// <param name="IsNew">False where the record had it already.</param>
public readonly record struct Filing(string Report, bool IsNew);

/// <summary>A record cannot be opened, read or written; the message is one line that names it and the fault.</summary>
public sealed class RecordException(string message, Exception? cause = null) : Exception(message, cause);
