using System.Collections.Immutable;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(IReadOnlyCollection<string> reports, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Guarded(() =>
        {
            Value("PRAGMA secure_delete = ON");
            ImmutableArray<string> erased = [.. reports.Distinct(StringComparer.Ordinal).Where(r => Value("SELECT 1 FROM report WHERE id = $id", ("$id", r)) is not null)];
            if (erased.IsEmpty) return new Erasure(erased, IsTraceless: true);
            Change(() =>
            {
                foreach (var report in erased) Erase(report);
                // an index of words only marks what was taken out until its parts are merged
                Value("INSERT INTO claim_words (claim_words) VALUES ('optimize')");
                Value("INSERT INTO report_words (report_words) VALUES ('optimize')");
                return true;
            });
            return new Erasure(erased, Clean());
        }));
    }

    private void Erase(string report)
    {
        var seq = (long)Value("SELECT seq FROM report WHERE id = $id", ("$id", report))!;
        if (!IsRetracted(report)) _fuser.Remove(report);
        _state.Refresh();
        var gone = Rows("SELECT id FROM claim WHERE report = $report", row => row.GetString(0), ("$report", seq)).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in Decisions())
        {
            var left = Rereading.Without(decision, gone);
            if (left is null) Value("DELETE FROM decision WHERE number = $number", ("$number", decision.Number));
            else if (left != decision) Overwrite(left);
        }
        var names = Rows(
            "SELECT p.name FROM party p JOIN claim c ON c.seq = p.claim WHERE c.report = $report UNION SELECT s.name FROM source s JOIN claim c ON c.seq = s.claim WHERE c.report = $report",
            row => row.GetInt64(0), ("$report", seq));
        DeleteReading(seq);
        Value("DELETE FROM report WHERE seq = $seq", ("$seq", seq));
        foreach (var name in names)
            Value("DELETE FROM name WHERE id = $name AND NOT EXISTS (SELECT 1 FROM party WHERE name = $name) AND NOT EXISTS (SELECT 1 FROM source WHERE name = $name)", ("$name", name));
        _state.Refresh();
    }

    /// <summary>Writes the file anew, without what pages still hold of rows that are gone, and empties what was written ahead.</summary>
    /// <returns>False where others read what was written ahead: it stays until they are done.</returns>
    private bool Clean()
    {
        Value("VACUUM");
        return Rows("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0)) is [0];
    }
}
