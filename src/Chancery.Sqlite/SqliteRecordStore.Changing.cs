using System.Text.Json;
using Chancery.Fusion;
using Chancery.Records;

namespace Chancery.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OutdatedAsync(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<string>>(Guarded(() => Rows(
        "SELECT id FROM report WHERE reader <> $reader OR pack <> $pack ORDER BY id", row => row.GetString(0), ("$reader", Versions.Reader), ("$pack", Versions.Pack))));

    /// <inheritdoc/>
    public Task<bool> RereadAsync(FiledReading reading, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Guarded(() => Whole(Writing, () =>
        {
            var name = reading.Report.Id;
            var before = AsRead(name) ?? throw new RecordException($"there is no report '{name}' in '{_path}'");
            var named = Rereading.Named(reading, before, _state.HasClaim);
            if (!Rereading.IsSame(before, named)) return Changed(() => Reread(name, before, named));
            Value("UPDATE report SET reader = $reader, pack = $pack WHERE id = $id", ("$reader", Versions.Reader), ("$pack", Versions.Pack), ("$id", name));
            return false;
        })));
    }

    private bool Reread(string name, FiledReading before, FiledReading named)
    {
        var counts = !IsRetracted(name);
        if (counts) _fuser.Remove(name);
        _state.Refresh();
        var report = (long)Value("SELECT seq FROM report WHERE id = $id", ("$id", name))!;
        DeleteReading(report);
        Value(
            "UPDATE report SET language = $language, origin = $origin, body = $body, reader = $reader, pack = $pack, changed = $changed WHERE seq = $seq",
            ("$language", named.Language), ("$origin", named.DeclaredOrigin), ("$body", Json(ReadingBody.Of(named))),
            ("$reader", Versions.Reader), ("$pack", Versions.Pack), ("$changed", _sequence), ("$seq", report));
        _state.Hold(report, named);
        var successors = Rereading.Successors(before, named);
        foreach (var moved in Decisions().Select(d => Rereading.Moved(d, successors)).OfType<Decision>()) Overwrite(moved);
        _state.Refresh();
        if (counts) _fuser.Add([named]);
        return true;
    }

    /// <inheritdoc/>
    public Task<bool> RetractAsync(string report, Retraction? retraction, CancellationToken cancel = default) => Task.FromResult(Guarded(() => Change(() =>
    {
        if (Readings($"SELECT {ReadingColumns} FROM report WHERE id = $id", ("$id", report)).SingleOrDefault() is not { } reading) return false;
        var counted = !IsRetracted(report);
        Value(
            "UPDATE report SET retraction = $retraction, changed = $changed WHERE id = $id",
            ("$retraction", retraction is null ? null : Json(retraction, RecordJson.Default.Retraction)), ("$changed", _sequence), ("$id", report));
        if (counted && retraction is not null) _fuser.Remove(report);
        if (!counted && retraction is null) _fuser.Add([reading]);
        return true;
    })));

    /// <inheritdoc/>
    public Task<Decision> DecideAsync(Decision decision, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (Records.Decisions.Fault(decision) is { } fault) throw new RecordException(fault);
        return Task.FromResult(Guarded(() => Change(() =>
        {
            foreach (var claim in decision.Claims.Concat(decision.From))
                if (!_state.HasClaim(claim)) throw new RecordException($"there is no claim '{claim}' in '{_path}'");
            var number = (long)Value("INSERT INTO decision (body) VALUES ('{}') RETURNING number")!;
            var kept = decision with { Number = number };
            Overwrite(kept);
            Reconsider(kept);
            return kept;
        })));
    }

    /// <inheritdoc/>
    public Task<bool> WithdrawAsync(long decision, CancellationToken cancel = default) => Task.FromResult(Guarded(() => Change(() =>
    {
        if (Decisions().FirstOrDefault(d => d.Number == decision && !d.IsWithdrawn) is not { } found) return false;
        Overwrite(found with { IsWithdrawn = true });
        Reconsider(found);
        return true;
    })));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Decision>> DecisionsAsync(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<Decision>>(Guarded(Decisions));

    private List<Decision> Decisions() => Rows("SELECT body FROM decision ORDER BY number", row => JsonSerializer.Deserialize(row.GetString(0), RecordJson.Default.Decision)!);

    private void Overwrite(Decision decision) =>
        Value("UPDATE decision SET body = $body WHERE number = $number", ("$body", Json(decision, RecordJson.Default.Decision)), ("$number", decision.Number));

    private void Reconsider(Decision decision)
    {
        string[] claims = [.. decision.Claims.Concat(decision.From).Distinct(StringComparer.Ordinal)];
        string[] reports = [.. claims.SelectMany(id => Rows("SELECT r.id FROM claim c JOIN report r ON r.seq = c.report WHERE c.id = $id AND r.retraction IS NULL", row => row.GetString(0), ("$id", id))).Distinct(StringComparer.Ordinal)];
        if (decision.Kind is DecisionKind.Split or DecisionKind.Join)
        {
            _state.Refresh();
            _fuser.Reconsider(claims.Select(_state.Find).OfType<Testimony>());
            return;
        }
        // a report changes with what its claims are taken to say, even where it counts for nothing
        foreach (var claim in claims) Value("UPDATE report SET changed = $changed WHERE seq IN (SELECT report FROM claim WHERE id = $id)", ("$changed", _sequence), ("$id", claim));
        // what a claim counts for changes: its events, and the series its figures belong to
        foreach (var report in reports) _fuser.Remove(report);
        _state.Refresh();
        _fuser.Add([.. reports.Select(r => AsRead(r)!)]);
    }

    private bool IsRetracted(string report) => Value("SELECT 1 FROM report WHERE id = $id AND retraction IS NOT NULL", ("$id", report)) is not null;

    private void DeleteReading(long report)
    {
        Value("DELETE FROM claim_words WHERE rowid IN (SELECT seq FROM claim WHERE report = $report)", ("$report", report));
        Value("DELETE FROM claim WHERE report = $report", ("$report", report));
        Value("DELETE FROM unknown WHERE report = $report", ("$report", report));
        Value("DELETE FROM report_words WHERE rowid = $report", ("$report", report));
    }

    /// <summary>One change of the record: all of it or nothing, under the next number.</summary>
    private T Change<T>(Func<T> work) => Whole(Writing, () => Changed(work));

    /// <summary>To be called within a transaction.</summary>
    private T Changed<T>(Func<T> work)
    {
        _sequence = (long)Value("UPDATE stamp SET sequence = sequence + 1 RETURNING sequence")!;
        // another process may have decided or read anew since
        if (Value("SELECT stale FROM stamp") is not 0L) throw new RecordException($"'{_path}' was changed by another version of the program: open it again");
        if (_sequence != _seen + 1)
        {
            _state.Forget();
            _lately.Clear();
        }
        _state.Trim();
        var result = work();
        _state.Flush();
        _seen = _sequence;
        return result;
    }

    /// <summary>Fuses what an older version of the program left behind.</summary>
    private void FuseStale() => Guarded(() => Value("SELECT stale FROM stamp") is 0L || Whole(Writing, () =>
    {
        if (Value("SELECT stale FROM stamp") is 0L) return true;
        _sequence = (long)Value("UPDATE stamp SET sequence = sequence + 1, stale = 0 RETURNING sequence")!;
        foreach (var name in Rows("SELECT id FROM report ORDER BY coalesce(published, '9999-12-31'), length(text) DESC, id", row => row.GetString(0)))
        {
            var reading = AsRead(name)!;
            var report = (long)Value("UPDATE report SET length = $length, changed = $changed WHERE id = $id RETURNING seq", ("$length", reading.Report.Text.Length), ("$changed", _sequence), ("$id", name))!;
            Value("INSERT INTO report_words (rowid, title, text) VALUES ($report, $title, $text)", ("$report", report), ("$title", reading.Report.Title), ("$text", reading.Report.Text));
            for (var i = 0; i < reading.Unknowns.Length; i++)
                Value("INSERT INTO unknown (report, ordinal, start) VALUES ($report, $ordinal, $start)", ("$report", report), ("$ordinal", i), ("$start", reading.Unknowns[i].Span.Start));
            if (!IsRetracted(name)) _fuser.Add([Unique(report, reading)]);
            _state.Flush();
            _state.Trim();
        }
        return true;
    }));

    /// <summary>Gives claims that share their id with another, as older versions allowed, one of their own.</summary>
    private FiledReading Unique(long report, FiledReading reading)
    {
        var named = ClaimNames.Free(reading, id => Value("SELECT 1 FROM claim WHERE id = $id AND report < $report", ("$id", id), ("$report", report)) is not null);
        if (ReferenceEquals(named, reading)) return reading;
        for (var i = 0; i < named.Claims.Length; i++)
        {
            Value(
                "UPDATE claim SET id = $id, body = $body WHERE report = $report AND ordinal = $ordinal",
                ("$id", named.Claims[i].Id), ("$body", Json(named.Claims[i])), ("$report", report), ("$ordinal", i));
        }
        Value("UPDATE report SET body = $body WHERE seq = $report", ("$body", Json(ReadingBody.Of(named))), ("$report", report));
        _lately.Remove(named.Report.Id);
        return named;
    }
}
