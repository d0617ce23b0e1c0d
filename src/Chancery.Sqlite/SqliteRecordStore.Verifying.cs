using System.Runtime.CompilerServices;
using Chancery.Fusion;
using Chancery.Records;
using Microsoft.Data.Sqlite;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<string> VerifyAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        // a connection of its own: one moment of the record, whoever writes meanwhile
        await using var moment = new SqliteRecordStore(Connect(_path, SqliteOpenMode.ReadOnly), _path);
        moment.Guarded(() => moment.Value("BEGIN"));
        foreach (var check in (Func<IEnumerable<string>>[])[moment.FileFaults, moment.TableFaults, moment.EventFaults])
            foreach (var fault in moment.Found(check)) yield return fault;
        var reports = moment.Guarded(() => moment.Rows("SELECT id FROM report ORDER BY id", row => row.GetString(0)));
        foreach (var report in reports)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var fault in moment.Found(() => moment.ReportFaults(report))) yield return fault;
        }
    }

    /// <summary>A file that is damaged may end a check: that is what the check has found.</summary>
    private List<string> Found(Func<IEnumerable<string>> check)
    {
        try
        {
            return Guarded(() => check().ToList());
        }
        catch (RecordException damage)
        {
            return [damage.Message];
        }
    }

    /// <summary>What SQLite itself finds, in its words; it looks into the indexes of words as well.</summary>
    private IEnumerable<string> FileFaults() => Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").Select(line => $"the file: {line}")
        .Concat(Rows("PRAGMA foreign_key_check", row => $"the file: a row of '{row.GetString(0)}' refers to one of '{row.GetString(2)}' that is not there").Distinct(StringComparer.Ordinal));

    /// <summary>What must hold between rows.</summary>
    private IEnumerable<string> TableFaults() => TableChecks
        .SelectMany(check => Rows($"{check.Sql} LIMIT 100", row => string.Format(System.Globalization.CultureInfo.InvariantCulture, check.What, row.GetValue(0))))
        .Concat(Rows("SELECT id FROM claim c WHERE event IS NULL AND EXISTS (SELECT 1 FROM report r WHERE r.seq = c.report AND r.retraction IS NULL)", row => row.GetString(0))
            .Where(claim => !_state.Rulings.IsRejected(claim)).Select(claim => $"claim '{claim}' counts, but stands in no event"))
        .Concat(Decisions().Select(d => (d.Number, Fault: Records.Decisions.Fault(d))).Where(d => d.Fault is not null).Select(d => $"decision {d.Number}: {d.Fault}"));

    /// <summary>Each question finds rows of which something does not hold.</summary>
    private static readonly (string What, string Sql)[] TableChecks =
    [
        ("report '{0}' counts, but has no place among dispatches", "SELECT id FROM report WHERE retraction IS NULL AND (dispatch IS NULL OR kind IS NULL OR marks IS NULL)"),
        ("report '{0}' is retracted, but has a place among dispatches", "SELECT id FROM report WHERE retraction IS NOT NULL AND (dispatch IS NOT NULL OR marks IS NOT NULL)"),
        ("report '{0}' tells a dispatch that is no report", "SELECT id FROM report r WHERE dispatch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM report d WHERE d.id = r.dispatch)"),
        ("report '{0}' was taken from one that is not there", "SELECT id FROM report r WHERE derived_from IS NOT NULL AND NOT EXISTS (SELECT 1 FROM report d WHERE d.id = r.derived_from)"),
        ("report '{0}' is in no index of words", "SELECT id FROM report WHERE seq NOT IN (SELECT id FROM report_words_docsize)"),
        ("the index of words has a report that is not there", "SELECT id FROM report_words_docsize WHERE id NOT IN (SELECT seq FROM report)"),
        ("claim '{0}' is in no index of words", "SELECT id FROM claim WHERE seq NOT IN (SELECT id FROM claim_words_docsize)"),
        ("the index of words has a claim that is not there", "SELECT id FROM claim_words_docsize WHERE id NOT IN (SELECT seq FROM claim)"),
        ("two claims are called '{0}'", "SELECT id FROM claim GROUP BY id HAVING count(*) > 1"),
        ("claim '{0}' stands in an event that is not there", "SELECT id FROM claim c WHERE event IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = c.event)"),
        ("claim '{0}' of a retracted report stands in an event", "SELECT c.id FROM claim c JOIN report r ON r.seq = c.report WHERE r.retraction IS NOT NULL AND c.event IS NOT NULL"),
        ("claim '{0}' hangs on one of another event, or on none", "SELECT c.id FROM claim c WHERE c.hangs_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claim w WHERE w.seq = c.hangs_on AND w.event = c.event)"),
        ("event '{0}' has no claims", "SELECT id FROM event e WHERE NOT EXISTS (SELECT 1 FROM claim c WHERE c.event = e.id)"),
        ("a question of report '{0}' is answered by a claim that does not count", "SELECT r.id FROM unknown u JOIN report r ON r.seq = u.report WHERE u.answer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.seq = u.answer AND c.event IS NOT NULL)"),
        ("a question of report '{0}', which is retracted, is answered", "SELECT r.id FROM unknown u JOIN report r ON r.seq = u.report WHERE u.answer IS NOT NULL AND r.retraction IS NOT NULL"),
        ("figure '{0}' is of a report that does not count", "SELECT id FROM figure f WHERE NOT EXISTS (SELECT 1 FROM report r WHERE r.id = f.report AND r.retraction IS NULL)"),
    ];

    /// <summary>The claims an event says it has against those that say they are its own.</summary>
    private IEnumerable<string> EventFaults() => Rows("SELECT body, id FROM event", row => (Row: EventRowOf(row), Id: row.GetString(1))).SelectMany(found =>
    {
        var (row, id) = found;
        var faults = new List<string>();
        var claims = Rows("SELECT r.id, c.ordinal FROM claim c JOIN report r ON r.seq = c.report WHERE c.event = $event", r => new ClaimRef(r.GetString(0), r.GetInt32(1)), ("$event", id));
        if (row.Id != id) faults.Add($"event '{id}' calls itself '{row.Id}'");
        if (!row.Claims.ToHashSet().SetEquals(claims) || row.Claims.Length != claims.Count) faults.Add($"event '{id}' says it has {row.Claims.Length} claims, {claims.Count} stand in it, and they are not the same ones");
        if (row.Best < 0 || row.Best >= row.Claims.Length) faults.Add($"event '{id}' is told best by a claim it does not have");
        if (row.Settles is { } plan && _state.Event(plan)?.SettledBy?.Event != id) faults.Add($"event '{id}' settles '{plan}', which does not know of it");
        if (row.SettledBy is { } deed && _state.Event(deed.Event)?.Settles != id) faults.Add($"event '{id}' is settled by '{deed.Event}', which does not know of it");
        return faults;
    });

    /// <summary>A report and what was read from it, and whether columns and indexes say the same.</summary>
    private List<string> ReportFaults(string report)
    {
        var reading = AsRead(report)!;
        var faults = ReadingChecks.Faults(reading).ToList();
        var isSound = faults.Count == 0;
        var (seq, identity, length) = Rows("SELECT seq, identity, length FROM report WHERE id = $id", row => (row.GetInt64(0), row.GetBytes(1), row.GetInt32(2)), ("$id", report))[0];
        if (!reading.Report.Identity().AsSpan().SequenceEqual(identity)) faults.Add($"report '{report}': its content is not what it was filed under");
        if (length != reading.Report.Text.Length) faults.Add($"report '{report}': its length is noted as {length}, and is {reading.Report.Text.Length}");
        if (!HasWords("report_words", seq, reading.Report.Text)) faults.Add($"report '{report}': the index of words does not know its words");
        var rows = Rows(
            "SELECT seq, id, frame, status, first, last, confidence FROM claim WHERE report = $report ORDER BY ordinal",
            row => (Seq: row.GetInt64(0), Text: (row.GetString(1), row.GetString(2), row.GetString(3), row.GetText(4), row.GetText(5), row.GetDouble(6))), ("$report", seq));
        foreach (var (claim, row) in reading.Claims.Zip(rows))
        {
            var filed = new FiledClaim(reading, claim);
            var days = ClaimDays.Of(filed);
            if (row.Text != (claim.Id, claim.Frame.Name, claim.Status.ToString(), Day(days.First), Day(days.Last), claim.Confidence)) faults.Add($"report '{report}': claim '{claim.Id}' is not what its columns say");
            if (isSound && !HasWords("claim_words", row.Seq, filed.Sentence())) faults.Add($"report '{report}': the index of words does not know the words of claim '{claim.Id}'");
        }
        return faults;
    }

    /// <summary>True where the index finds the row by its first words; those beyond ASCII, which SQLite may cut otherwise than we do, are left out.</summary>
    private bool HasWords(string index, long row, string text)
    {
        var words = text.All(char.IsAscii) ? Words.Of(text).Distinct(StringComparer.Ordinal).Take(6).Select(word => $"\"{word}\"").ToArray() : [];
        return words.Length == 0 || Value($"SELECT 1 FROM {index} WHERE rowid = $row AND {index} MATCH $words", ("$row", row), ("$words", string.Join(' ', words))) is not null;
    }
}
