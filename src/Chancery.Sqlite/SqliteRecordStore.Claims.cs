using System.Runtime.CompilerServices;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<FiledClaim> ClaimsAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Guarded(() => Find(query));
        FiledReading? reading = null;
        foreach (var (report, ordinal) in found)
        {
            cancel.ThrowIfCancellationRequested();
            if (reading?.Report.Id != report) reading = await ReadingAsync(report, cancel);
            if (reading is not null) yield return new(reading, reading.Claims[ordinal]);
        }
    }

    private List<(string Report, int Ordinal)> Find(ClaimQuery query)
    {
        var sql = new ClaimSql(query);
        using var command = Command(
            $"SELECT r.id, c.ordinal FROM claim c JOIN report r ON r.seq = c.report WHERE {sql.Where} ORDER BY r.published IS NULL, r.published, r.id, c.ordinal",
            sql.Values);
        using var rows = command.ExecuteReader();
        var found = new List<(string, int)>();
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetInt32(1)));
        return found;
    }
}
